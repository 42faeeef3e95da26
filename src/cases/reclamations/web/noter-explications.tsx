import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract, type ReclamationVue } from '../contract.ts'

export interface NoterExplicationsProps {
  readonly provenance: ReclamationVue['provenances'][number]
  readonly onFermer: () => void
}

/** The day the explanations left for the authority that wanted them. */
export function NoterExplications({ provenance, onFermer }: NoterExplicationsProps) {
  const { today } = useWebSession()
  const [envoyeesLe, setEnvoyeesLe] = useState(today)
  const saisie = useSaisieDeDossier(contract.noterExplications, {
    annonce: 'Envoi des explications noté.',
    onFait: onFermer,
  })
  const { explicationsPourLe, id } = provenance
  return (
    <FenetreDeSaisie
      titre="Les explications sont parties"
      bouton="Noter l’envoi"
      taille="md"
      saisie={saisie}
      labels={{ envoyeesLe: 'Date d’envoi' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, provenanceId: id, envoyeesLe }))}
    >
      <p className="pv-muted">
        {explicationsPourLe !== null && `Demandées pour le ${formatDay(explicationsPourLe)}. `}
        Déposez-en la copie parmi les pièces.
      </p>
      <DayField
        {...saisie.form.field('envoyeesLe')}
        label="Parties le"
        value={envoyeesLe}
        max={today}
        onChange={setEnvoyeesLe}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
