import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useStructures } from '#core/structures/web/index.ts'
import { formatList } from '#platform/web/formats.ts'
import { contract } from '../contract.ts'
import { ChampServices } from './champ-services.tsx'
import { useDossier } from './dossier-context.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Subject and services of a dossier. */
export function ModifierDossier({ onFermer }: { onFermer: () => void }) {
  const { tronc } = useDossier()
  const [objet, setObjet] = useState(tronc.objet)
  const [services, setServices] = useState<readonly string[]>(tronc.services.map(({ id }) => id))
  const saisie = useSaisieDeDossier(contract.modifier, {
    annonce: 'Modification enregistrée.',
    onFait: onFermer,
  })
  const toutes = useStructures()
  const noms = (ids: readonly string[]): string =>
    ids.length === 0
      ? 'aucun'
      : formatList(ids.map((id) => toutes.find((une) => une.id === id)?.nom ?? 'service').sort())
  return (
    <FenetreDeSaisie
      titre="Objet et services"
      bouton="Enregistrer"
      saisie={saisie}
      labels={{ objet: 'Objet', services: 'Services' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, objet, services: [...services] }))}
      comparer={(actuel) => [
        { libelle: 'Objet', mienne: objet, actuelle: actuel.objet },
        { libelle: 'Services', mienne: noms(services), actuelle: noms(actuel.services) },
      ]}
    >
      <TextInput
        {...saisie.form.field('objet')}
        label="Objet"
        value={objet}
        maxLength={300}
        onChange={(e) => setObjet(e.currentTarget.value)}
        data-autofocus
      />
      <ChampServices {...saisie.form.field('services')} valeur={services} onChange={setServices} />
    </FenetreDeSaisie>
  )
}
