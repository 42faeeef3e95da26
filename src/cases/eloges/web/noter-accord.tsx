import { Radio } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import type { ATransmettre } from '../contract-transmission.ts'

const CHOIX = [
  { cle: 'ecrit', label: 'Oui, par écrit', accord: 'donne', forme: 'ecrit' },
  { cle: 'oral-consigne', label: 'Oui, de vive voix', accord: 'donne', forme: 'oral-consigne' },
  { cle: 'refuse', label: 'Non', accord: 'refuse', forme: null },
  { cle: 'inconnu', label: 'On ne sait pas', accord: 'inconnu', forme: null },
] as const

/** Whether the author agrees that the team be told their name. */
export function NoterAccord({
  aTransmettre,
  onFermer,
}: {
  aTransmettre: ATransmettre
  onFermer: () => void
}) {
  const { today } = useWebSession()
  const depart = aTransmettre.forme ?? (aTransmettre.accord === 'refuse' ? 'refuse' : 'inconnu')
  const [cle, setCle] = useState<string>(depart)
  const [le, setLe] = useState(aTransmettre.accordLe ?? today)
  const saisie = useSaisieDeDossier(contract.noterAccord, { annonce: 'C’est noté.', onFait: onFermer })
  const choisi = CHOIX.find((c) => c.cle === cle) ?? CHOIX[3]
  const { accord, forme } = choisi
  return (
    <FenetreDeSaisie
      titre="Son nom peut-il être donné à l’équipe ?"
      bouton="Enregistrer"
      taille="md"
      saisie={saisie}
      labels={{ forme: 'Réponse', le: 'Date' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          accord,
          forme,
          le: accord === 'inconnu' ? null : le,
        }))
      }
      comparer={() => []}
    >
      <Radio.Group
        {...saisie.form.field('forme')}
        label="La personne accepte d’être nommée"
        description="Sans son accord, l’équipe lit le message sans son nom."
        value={cle}
        onChange={setCle}
      >
        {CHOIX.map((c) => (
          <Radio key={c.cle} value={c.cle} label={c.label} mt={8} />
        ))}
      </Radio.Group>
      {accord !== 'inconnu' && (
        <DayField {...saisie.form.field('le')} label="Le" value={le} max={today} onChange={setLe} />
      )}
    </FenetreDeSaisie>
  )
}
