import { Select } from '@mantine/core'
import { nomComplet } from '#core/personnes/web/index.ts'
import type { ReclamationVue } from '../contract.ts'

export const CANAUX_D_ENVOI = [
  { value: 'papier', label: 'Par la poste' },
  { value: 'electronique', label: 'Par courriel' },
] as const

export interface ChoixDuDestinataireProps {
  readonly personnes: ReclamationVue['tronc']['personnes']
  readonly champ: { id: string; error: string | undefined }
  readonly valeur: string | null
  readonly onChange: (personneId: string | null) => void
}

/** To whom a letter goes, asked only when the complaint has several authors. */
export function ChoixDuDestinataire({ personnes, champ, valeur, onChange }: ChoixDuDestinataireProps) {
  const auteurs = personnes.filter(({ role }) => role === 'auteur')
  if (auteurs.length < 2) return null
  return (
    <Select
      {...champ}
      label="Adressée à"
      data={auteurs.map((auteur) => ({ value: auteur.id, label: nomComplet(auteur) }))}
      value={valeur}
      onChange={onChange}
    />
  )
}
