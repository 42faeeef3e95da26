import { ActionIcon } from '@mantine/core'

export interface MonterDescendreProps {
  readonly quoi: string
  readonly premier: boolean
  readonly dernier: boolean
  readonly onDeplacer: (de: -1 | 1) => void
}

const TRACES = { '-1': 'M3 10.5 8 5.5l5 5', '1': 'm3 5.5 5 5 5-5' } as const

/** Changes the place of one item of a list, by mouse or keyboard. */
export function MonterDescendre({ quoi, premier, dernier, onDeplacer }: MonterDescendreProps) {
  return (
    <>
      {([-1, 1] as const).map((de) => (
        <ActionIcon
          key={de}
          variant="subtle"
          size="lg"
          aria-label={`${de === -1 ? 'Monter' : 'Descendre'} « ${quoi} »`}
          disabled={de === -1 ? premier : dernier}
          onClick={() => onDeplacer(de)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d={TRACES[de]} fill="none" stroke="currentColor" strokeWidth="1.8" />
          </svg>
        </ActionIcon>
      ))}
    </>
  )
}
