import { VERBES_DE_COURRIER } from '#core/courriers/web/index.ts'
import { TransitionsDuDossier } from '#core/dossiers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { REFUS } from '../domain/labels.ts'
import { courrierEnAttente, type Etape } from './etape.tsx'

const LIBELLES: Readonly<Record<Etape, string>> = {
  copie: 'Remettre la copie',
  accuse: 'Accuser réception',
  envoi: 'Envoyer l’accusé',
  enregistrement: 'Noter l’accusé d’enregistrement',
  reponse: 'La réponse est partie',
  classement: 'Clore sans réponse',
  'courrier-recu': 'Ajouter un courrier reçu',
}

export interface ActionsProps {
  readonly vue: ReclamationVue
  readonly prochaine: Etape | null
  readonly onOuvrir: (etape: Etape) => void
}

/** The acknowledgement may wait for something else than its sending. */
function libelleDe(etape: Etape, vue: ReclamationVue): string {
  const attendu = etape === 'envoi' ? (courrierEnAttente(vue)?.prochaine ?? null) : null
  if (etape !== 'envoi' || attendu === 'envoyer') return LIBELLES[etape]
  return attendu === null ? 'Voir l’accusé' : VERBES_DE_COURRIER[attendu]
}

/** Wording of a refusal sent with the dossier. */
function phraseDe(refus: { readonly code: string } | null): string | null {
  const phrases: Readonly<Record<string, string>> = REFUS
  return refus === null ? null : (phrases[refus.code] ?? refus.code)
}

/** The next action, filled; the answer beside it when it is not the next; the steps of the procedure. */
export function Actions({ vue, prochaine, onOuvrir }: ActionsProps) {
  const { can } = useWebSession()
  if (!can('reclamations.accuser-reception')) return null
  return (
    <>
      {can('reclamations.clore') && (prochaine === null || prochaine === 'reponse') && (
        <TransitionsDuDossier {...(prochaine === null ? { principale: 'clore' } : {})} />
      )}
      {prochaine !== 'reponse' && prochaine !== null && (
        <ActionButton
          variant="default"
          disabledReason={phraseDe(vue.actions.noterReponse)}
          onClick={() => onOuvrir('reponse')}
        >
          {LIBELLES.reponse}
        </ActionButton>
      )}
      {vue.actions.classerSansReponse === null && !vue.tronc.estClos && (
        <ActionButton variant="subtle" onClick={() => onOuvrir('classement')}>
          {LIBELLES.classement}
        </ActionButton>
      )}
      {prochaine !== null && (
        <ActionButton onClick={() => onOuvrir(prochaine)}>{libelleDe(prochaine, vue)}</ActionButton>
      )}
    </>
  )
}
