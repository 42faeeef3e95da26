import { Button } from '@mantine/core'
import { CourriersDuDossier } from '#core/courriers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { REFUS } from '../domain/labels.ts'
import { courrierEnAttente, type Etape, estUnAccuse } from './etape.tsx'
import classes from './reclamation.module.css'

export interface CourriersDeReclamationProps {
  readonly vue: ReclamationVue
  readonly onOuvrir: (etape: Etape) => void
}

/** The letters of a complaint: the acknowledgement to prepare, to sign, then gone. */
export function CourriersDeReclamation({ vue, onOuvrir }: CourriersDeReclamationProps) {
  const peut = useWebSession().can('reclamations.accuser-reception')
  const { accuserReception, noterEnvoi } = vue.actions
  const phrases: Readonly<Record<string, string>> = REFUS
  const enAttente = courrierEnAttente(vue)
  const dejaPrepare = vue.courriers.some(estUnAccuse)
  const dejaParti = accuserReception?.code === 'accuse-deja-envoye'
  return (
    <CourriersDuDossier
      courriers={vue.courriers}
      vide="Aucun courrier. L’accusé de réception est le premier à partir."
      actions={({ id }) =>
        peut && id === enAttente?.id && noterEnvoi === null ? (
          <Button size="compact-sm" variant="default" w="fit-content" onClick={() => onOuvrir('envoi')}>
            Il est parti…
          </Button>
        ) : null
      }
    >
      {peut && (accuserReception === null || !dejaPrepare) && (
        <div className={`${classes['produire']} pv-no-print`}>
          <ActionButton
            size="compact-md"
            variant="default"
            disabledReason={accuserReception === null ? null : (phrases[accuserReception.code] ?? null)}
            onClick={() => onOuvrir('accuse')}
          >
            {dejaPrepare ? 'Préparer de nouveau l’accusé' : 'Préparer l’accusé de réception'}
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
