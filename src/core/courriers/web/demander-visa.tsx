import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCollegues } from '#core/dossiers/web/index.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type CourrierVu, contract } from '../contract.ts'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** Asks a colleague to approve the last version. */
export function DemanderVisa({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const { userId } = useWebSession()
  const collegues = useCollegues().filter(({ value }) => value !== userId)
  const [agentId, setAgentId] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const saisie = useSaisieDeCourrier(courrier, contract.demanderVisa, {
    annonce: 'Visa demandé.',
    onFait: onFermer,
  })
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={`Demander le visa : ${courrier.libelle}`}
      bouton="Demander le visa"
      saisie={saisie}
      labels={{ agentId: 'Demandé à', message: 'Message' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, agentId: agentId ?? '', message }))}
    >
      <p className="pv-muted">
        La personne choisie trouve la lettre sur son accueil. Si la lettre change ensuite, le visa est à
        redemander.
      </p>
      <Select
        {...saisie.form.field('agentId')}
        label="Demandé à"
        searchable
        data={collegues}
        value={agentId}
        onChange={setAgentId}
        data-autofocus
      />
      <Textarea
        {...saisie.form.field('message')}
        label={
          <>
            Message <span className="pv-optional">facultatif</span>
          </>
        }
        autosize
        minRows={2}
        maxLength={2000}
        value={message}
        onChange={(e) => setMessage(e.currentTarget.value)}
      />
    </FenetreDeCourrierASaisir>
  )
}
