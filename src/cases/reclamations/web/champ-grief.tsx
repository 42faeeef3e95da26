import { Select } from '@mantine/core'
import type { GriefVu } from '../contract-griefs.ts'

export interface ChampGriefProps {
  readonly id: string
  readonly error: string | undefined
  readonly griefs: readonly GriefVu[]
  readonly valeur: string | null
  readonly onChange: (griefId: string | null) => void
}

const TOUT = ''

/** What a cause or a measure is about: one grief, or the dossier as a whole. */
export function ChampGrief({ id, error, griefs, valeur, onChange }: ChampGriefProps) {
  return (
    <Select
      id={id}
      error={error}
      label="Concerne"
      allowDeselect={false}
      data={[
        { value: TOUT, label: 'Tout le dossier' },
        ...griefs.map((grief) => ({ value: grief.id, label: `Grief ${grief.rang}, ${grief.intitule}` })),
      ]}
      value={griefs.some((grief) => grief.id === valeur) ? valeur : TOUT}
      onChange={(choisi) => onChange(choisi === null || choisi === TOUT ? null : choisi)}
    />
  )
}
