import { ChoisirDesFichiers } from '#core/pieces/web/index.ts'
import { formatSize } from '#platform/web/formats.ts'
import classes from './courriers.module.css'

export interface ChampFichierProps {
  readonly label: string
  readonly accept: string
  readonly fichier: File | null
  readonly onChange: (fichier: File) => void
}

/** One file of a form: chosen or dropped on it, named once it is there. */
export function ChampFichier({ label, accept, fichier, onChange }: ChampFichierProps) {
  const prendre = (fichiers: readonly File[]): void => {
    const [premier] = fichiers
    if (premier !== undefined) onChange(premier)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way, the button is the one for everyone
    <div
      className={classes['depot']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        prendre([...event.dataTransfer.files])
      }}
    >
      <span>
        {fichier === null ? (
          <span className="pv-muted">Déposez ici le fichier, ou choisissez-le.</span>
        ) : (
          <>
            <strong>{fichier.name}</strong> <span className="pv-muted">{formatSize(fichier.size)}</span>
          </>
        )}
      </span>
      <ChoisirDesFichiers size="compact-md" multiple={false} accept={accept} onFichiers={prendre}>
        {label}
      </ChoisirDesFichiers>
    </div>
  )
}
