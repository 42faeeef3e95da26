import { Button } from '@mantine/core'
import { CourriersDuDossier } from '#core/courriers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { CODE_DE_L_ACCUSE } from '../domain/accuse.ts'
import { REFUS } from '../domain/labels.ts'
import type { Etape } from './etape.tsx'
import classes from './reclamation.module.css'

export interface CourriersDeReclamationProps {
  readonly vue: ReclamationVue
  readonly onOuvrir: (etape: Etape) => void
}

/** The letters of a complaint: the acknowledgement to prepare, then what each letter waits for. */
export function CourriersDeReclamation({ vue, onOuvrir }: CourriersDeReclamationProps) {
  const peut = useWebSession().can('reclamations.accuser-reception')
  const { accuserReception, envoyerLAccuse } = vue.actions
  const phrases: Readonly<Record<string, string>> = REFUS
  const dejaParti = accuserReception?.code === 'accuse-deja-envoye'
  const accuses = vue.courriers.filter(({ code }) => code === CODE_DE_L_ACCUSE)
  return (
    <CourriersDuDossier
      courriers={vue.courriers}
      vide="Aucun courrier. L’accusé de réception est le premier à partir."
      refusDEnvoi={({ code }) =>
        code === CODE_DE_L_ACCUSE && envoyerLAccuse !== null ? (phrases[envoyerLAccuse.code] ?? null) : null
      }
    >
      {peut && (accuserReception === null || accuses.length === 0) && (
        <div className={`${classes['produire']} pv-no-print`}>
          <ActionButton
            size="compact-md"
            variant="default"
            disabledReason={accuserReception === null ? null : (phrases[accuserReception.code] ?? null)}
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
