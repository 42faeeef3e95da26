import { VERBES_DE_COURRIER } from '#core/courriers/web/index.ts'
import { TransitionsDuDossier } from '#core/dossiers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { phraseDuRefus } from '../domain/labels.ts'
import { accuseEnAttente, type Etape, reponseEnAttente, type Travail } from './etape.tsx'
import { cheminDeLAnalyse, cheminDesGriefs } from './paths.ts'

const PAGES = {
  griefs: { libelle: 'Relever les griefs', chemin: cheminDesGriefs },
  analyse: { libelle: 'Poser les constats', chemin: cheminDeLAnalyse },
} as const satisfies Record<Travail, { libelle: string; chemin: (id: string) => string }>

const LIBELLES: Readonly<Record<Etape, string>> = {
  copie: 'Remettre la copie',
  accuse: 'Accuser réception',
  envoi: 'Envoyer l’accusé',
  enregistrement: 'Noter l’accusé d’enregistrement',
  reponse: 'Rédiger la réponse',
  'reponse-prete': 'Relire la réponse',
  'envoi-de-la-reponse': 'Envoyer la réponse',
  'reponse-ailleurs': 'Noter une réponse partie hors de Porte-voix',
  cloture: 'Clore la réclamation',
  restitution: 'Restituer aux services',
  classement: 'Clore sans réponse',
  'courrier-recu': 'Ajouter un courrier reçu',
}

export interface ActionsProps {
  readonly vue: ReclamationVue
  readonly prochaine: Etape | Travail | null
  readonly onOuvrir: (etape: Etape) => void
}

/** The letter a step is about, and what it is called. */
const LETTRES = {
  envoi: { trouver: accuseEnAttente, voir: 'Voir l’accusé' },
  'envoi-de-la-reponse': { trouver: reponseEnAttente, voir: 'Voir la réponse' },
} as const

/** A letter may wait for something else than its sending. */
function libelleDe(etape: Etape, vue: ReclamationVue): string {
  if (etape !== 'envoi' && etape !== 'envoi-de-la-reponse') return LIBELLES[etape]
  const { trouver, voir } = LETTRES[etape]
  const attendu = trouver(vue)?.prochaine ?? null
  if (attendu === 'envoyer') return LIBELLES[etape]
  return attendu === null ? voir : VERBES_DE_COURRIER[attendu]
}

function refusDe(etape: Etape, { actions }: ReclamationVue): string | null {
  if (etape === 'reponse') return phraseDuRefus(actions.preparerReponse)
  return etape === 'cloture' ? phraseDuRefus(actions.clore) : null
}

/** Beside the next one: what is possible already, and not the next thing due. */
function autresEtapes(
  { actions, tronc }: ReclamationVue,
  prochaine: Etape | Travail | null,
): readonly Etape[] {
  const possibles: readonly (readonly [Etape, boolean])[] = [
    ['reponse', actions.preparerReponse === null && prochaine !== 'envoi-de-la-reponse'],
    ['restitution', actions.restituer === null],
    ['classement', actions.classerSansReponse === null && !tronc.estClos],
  ]
  return possibles.flatMap(([etape, estPossible]) => (estPossible && etape !== prochaine ? [etape] : []))
}

function Suivante({ vue, prochaine, onOuvrir }: ActionsProps & { readonly prochaine: Etape | Travail }) {
  const aller = useGoTo()
  if (prochaine === 'griefs' || prochaine === 'analyse') {
    const { libelle, chemin } = PAGES[prochaine]
    return <ActionButton onClick={() => aller(chemin(vue.tronc.id))}>{libelle}</ActionButton>
  }
  return (
    <ActionButton disabledReason={refusDe(prochaine, vue)} onClick={() => onOuvrir(prochaine)}>
      {libelleDe(prochaine, vue)}
    </ActionButton>
  )
}

/** The next action, filled; what else is possible beside it; reopening, once closed. */
export function Actions({ vue, prochaine, onOuvrir }: ActionsProps) {
  const { can } = useWebSession()
  if (!can('reclamations.repondre')) return null
  return (
    <>
      {can('reclamations.clore') && <TransitionsDuDossier />}
      {autresEtapes(vue, prochaine).map((etape) => (
        <ActionButton
          key={etape}
          variant={etape === 'classement' ? 'subtle' : 'default'}
          onClick={() => onOuvrir(etape)}
        >
          {LIBELLES[etape]}
        </ActionButton>
      ))}
      {prochaine !== null && <Suivante vue={vue} prochaine={prochaine} onOuvrir={onOuvrir} />}
    </>
  )
}
