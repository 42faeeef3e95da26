import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { Demande } from './demande.tsx'
import { DemanderFenetre } from './demander-fenetre.tsx'
import classes from './taches.module.css'

export interface DemandesDuDossierProps {
  /** opens the case's own window, with its own subjects; absent, questions are typed */
  readonly onDemander?: (() => void) | undefined
}

/** What the dossier asked of services, and what they answered beside each passage. */
export function DemandesDuDossier({ onDemander }: DemandesDuDossierProps) {
  const { can } = useWebSession()
  return can('taches.consulter') ? <Demandes onDemander={onDemander} /> : null
}

function Demandes({ onDemander }: DemandesDuDossierProps) {
  const { tronc } = useDossier()
  const { can } = useWebSession()
  const query = useOperation(contract.lister, { id: tronc.id })
  const [questions, setQuestions] = useState(false)
  const demander =
    can('taches.demander') && !tronc.estClos ? (
      <Button
        variant="transparent"
        px={0}
        fw={500}
        size="compact-sm"
        onClick={onDemander ?? (() => setQuestions(true))}
      >
        Demander des explications
      </Button>
    ) : undefined
  return (
    <Card title="Demandes aux services" aside={demander}>
      <QueryView query={query}>
        {({ taches, courrielIndisponible }) =>
          taches.length === 0 ? (
            <p className="pv-muted pv-small">
              Aucun service n’a été interrogé. Il répond par un lien, sans compte ni mot de passe&nbsp;; ses
              explications arrivent ici, en face de chaque passage.
            </p>
          ) : (
            <ul className={classes['demandes']}>
              {taches.map((tache) => (
                <Demande key={tache.id} tache={tache} courrielIndisponible={courrielIndisponible} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {questions && (
        <DemanderFenetre
          operation={contract.demander}
          entree={(cible, saisie) => ({
            ...cible,
            demande: saisie.demande,
            questions: [...saisie.questions],
          })}
          onFermer={() => setQuestions(false)}
        />
      )}
    </Card>
  )
}
