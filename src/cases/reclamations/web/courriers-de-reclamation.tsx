import { Button } from '@mantine/core'
import { CourriersDuDossier } from '#core/courriers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { CODE_DE_L_ACCUSE } from '../domain/accuse.ts'
import { phraseDuRefus } from '../domain/labels.ts'
import { CODE_DE_LA_REPONSE } from '../domain/reponse.ts'
import { type Etape, reponseEnAttente } from './etape.tsx'
import classes from './reclamation.module.css'

export interface CourriersDeReclamationProps {
  readonly vue: ReclamationVue
  readonly onOuvrir: (etape: Etape) => void
}

/** The letters of a complaint: the acknowledgement to prepare, then what each letter waits for. */
export function CourriersDeReclamation({ vue, onOuvrir }: CourriersDeReclamationProps) {
  const peut = useWebSession().can('reclamations.accuser-reception')
  const { accuserReception, envoyerLAccuse } = vue.actions
  const dejaParti = accuserReception?.code === 'accuse-deja-envoye'
  const accuses = vue.courriers.filter(({ code }) => code === CODE_DE_L_ACCUSE)
  return (
    <CourriersDuDossier
      courriers={vue.courriers}
      vide="Aucun courrier. L’accusé de réception est le premier à partir."
      refusDEnvoi={({ code }) => {
        if (code === CODE_DE_LA_REPONSE) return phraseDuRefus(vue.actions.envoyerLaReponse)
        return code === CODE_DE_L_ACCUSE ? phraseDuRefus(envoyerLAccuse) : null
      }}
    >
      {peut && (accuserReception === null || accuses.length === 0) && (
        <div className={`${classes['produire']} pv-no-print`}>
          <ActionButton
            size="compact-md"
            variant="default"
            disabledReason={phraseDuRefus(accuserReception)}
            onClick={() => onOuvrir('accuse')}
          >
            {accuses.length === 0 ? 'Préparer l’accusé de réception' : 'Le préparer de nouveau'}
          </ActionButton>
        </div>
      )}
      {peut && vue.actions.noterEnregistrement === null && !dejaParti && (
        <div className={`${classes['produire']} pv-no-print`}>
          <Button
            size="compact-md"
            variant="transparent"
            px={0}
            fw={500}
            onClick={() => onOuvrir('enregistrement')}
          >
            Noter l’accusé d’enregistrement
          </Button>
        </div>
      )}
      {peut && (
        <div className={`${classes['produire']} pv-no-print`}>
          <Button
            size="compact-md"
            variant="transparent"
            px={0}
            fw={500}
            onClick={() => onOuvrir('courrier-recu')}
          >
            Ajouter un courrier reçu
          </Button>
        </div>
      )}
      {vue.actions.preparerReponse === null && reponseEnAttente(vue) !== undefined && (
        <div className={`${classes['produire']} pv-no-print`}>
          <Button size="compact-md" variant="transparent" px={0} fw={500} onClick={() => onOuvrir('reponse')}>
            Préparer la réponse de nouveau
          </Button>
        </div>
      )}
      {peut && vue.actions.noterReponse === null && (
        <div className={`${classes['produire']} pv-no-print`}>
          <Button
            size="compact-md"
            variant="transparent"
            px={0}
            fw={500}
            onClick={() => onOuvrir('reponse-ailleurs')}
          >
            Noter une réponse partie hors de Porte-voix
          </Button>
        </div>
      )}
      {vue.estOrale && (
        <div className={`${classes['produire']} pv-no-print`}>
          <Button size="compact-md" variant="transparent" px={0} fw={500} onClick={() => onOuvrir('copie')}>
            Copie de la réclamation consignée
          </Button>
        </div>
      )}
    </CourriersDuDossier>
  )
}
