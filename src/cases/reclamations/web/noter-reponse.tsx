import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'

/** The day the written answer left. */
export function NoterReponse({ onFermer }: { onFermer: () => void }) {
  const { today } = useWebSession()
  const [envoyeeLe, setEnvoyeeLe] = useState(today)
  const saisie = useSaisieDeDossier(contract.noterReponse, { annonce: 'Réponse notée.', onFait: onFermer })
  return (
    <FenetreDeSaisie
      titre="La réponse est partie"
      bouton="Noter la réponse"
      taille="md"
      saisie={saisie}
      labels={{ envoyeeLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, envoyeeLe }))}
    >
      <p className="pv-muted">
        Elle doit informer la personne qu’elle peut saisir un médiateur, ou que l’établissement le saisit
        (CSP, art.&nbsp;R.&nbsp;1112-92). Déposez-en la copie parmi les pièces.
      </p>
      <DayField
        {...saisie.form.field('envoyeeLe')}
        label="Partie le"
        value={envoyeeLe}
        max={today}
        onChange={setEnvoyeeLe}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
