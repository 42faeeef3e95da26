import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'

/** The day the electronic receipt left: a line that says the message arrived, and when. */
export function NoterEnregistrement({ onFermer }: { onFermer: () => void }) {
  const { today } = useWebSession()
  const [envoyeLe, setEnvoyeLe] = useState(today)
  const saisie = useSaisieDeDossier(contract.noterEnregistrement, {
    annonce: 'Accusé d’enregistrement noté.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre="L’accusé d’enregistrement est parti"
      bouton="Noter l’envoi"
      taille="md"
      saisie={saisie}
      labels={{ envoyeLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, envoyeLe }))}
    >
      <p className="pv-muted">
        Il dit seulement que le message est arrivé, et quel jour (CRPA, art.&nbsp;R.&nbsp;112-11-2). Un accusé
        de réception complet, parti le même jour ou le jour ouvré suivant, le rend inutile.
      </p>
      <DayField
        {...saisie.form.field('envoyeLe')}
        label="Parti le"
        value={envoyeLe}
        max={today}
        onChange={setEnvoyeLe}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
