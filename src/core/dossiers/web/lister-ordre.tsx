import { Select } from '@mantine/core'
import { type Criteres, TRIS, type Tri } from '../contract-criteres.ts'

export interface OrdreDeLaListeProps {
  readonly criteres: Criteres
  readonly onChange: (criteres: Criteres) => void
}

const LIBELLES_DES_TRIS = {
  recents: 'Les plus récents d’abord',
  anciens: 'Les plus anciens d’abord',
  echeance: 'Par échéance',
} as const satisfies Record<Tri, string>

/** Urgency orders what is open only: a closed dossier has no deadline left. */
export function OrdreDeLaListe({ criteres, onChange }: OrdreDeLaListeProps) {
  const sansUrgence = criteres.vue === 'tous' || criteres.vue === 'clos'
  return (
    <Select
      aria-label="Ordre de la liste"
      size="sm"
      w={210}
      data={TRIS.map((value) => ({
        value,
        label: `${LIBELLES_DES_TRIS[value]}${value === 'echeance' && sansUrgence ? ' (dossiers en cours)' : ''}`,
        disabled: value === 'echeance' && sansUrgence,
      }))}
      value={sansUrgence && criteres.tri === 'echeance' ? 'recents' : criteres.tri}
      allowDeselect={false}
      onChange={(choisi) => {
        const tri = TRIS.find((un) => un === choisi)
        if (tri !== undefined) onChange({ ...criteres, tri })
      }}
    />
  )
}
