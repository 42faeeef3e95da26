import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useRef } from 'react'

export interface ChoisirDesFichiersProps extends ButtonProps {
  readonly onFichiers: (fichiers: readonly File[]) => void
  readonly accept?: string
  readonly multiple?: boolean
  readonly children: ReactNode
}

/** A button that opens the file chooser of the system. */
export function ChoisirDesFichiers({
  onFichiers,
  accept,
  multiple = true,
  children,
  ...rest
}: ChoisirDesFichiersProps) {
  const champ = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="default" {...rest} onClick={() => champ.current?.click()}>
        {children}
      </Button>
      <input
        ref={champ}
        type="file"
        hidden
        multiple={multiple}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const fichiers = [...(event.currentTarget.files ?? [])]
          // The same file may be chosen again after a refusal.
          event.currentTarget.value = ''
          if (fichiers.length > 0) onFichiers(fichiers)
        }}
      />
    </>
  )
}
