import type { AjoutDeChronologie } from '#core/dossiers/web/index.ts'
import { dayOf, formatCount } from '#platform/web/formats.ts'
import type { ReclamationVue } from '../contract.ts'
import { CODE_DE_L_ACCUSE } from '../domain/accuse.ts'
import { CODE_DE_LA_REPONSE } from '../domain/reponse.ts'

/** What the agent does next on a complaint, each in its own window. */
export type Etape =
  | 'copie'
  | 'accuse'
  | 'envoi'
  | 'enregistrement'
  | 'reponse'
  | 'reponse-prete'
  | 'envoi-de-la-reponse'
  | 'reponse-ailleurs'
  | 'cloture'
  | 'restitution'
  | 'classement'
  | 'courrier-recu'

/** What is done on a page of its own. */
export type Travail = 'griefs' | 'analyse'

type Courrier = ReclamationVue['courriers'][number]

/** The letter of a code prepared and not gone yet: the only one that was not given up. */
const enAttente = (vue: ReclamationVue, code: string): Courrier | undefined =>
  vue.courriers.find((c) => c.code === code && c.etat !== 'envoye' && c.etat !== 'abandonne')

export const accuseEnAttente = (vue: ReclamationVue): Courrier | undefined => enAttente(vue, CODE_DE_L_ACCUSE)

/** The answer prepared and not gone yet; one that tells a former finding is prepared again instead. */
export const reponseEnAttente = (vue: ReclamationVue): Courrier | undefined =>
  vue.actions.envoyerLaReponse === null ? enAttente(vue, CODE_DE_LA_REPONSE) : undefined

/** True once a service was given the conclusions to read. */
export const estRestituee = (vue: ReclamationVue): boolean =>
  vue.tronc.faits.some(
    ({ code, details }) => code === 'tache-demandee' && details['nature'] === 'restitution',
  )

/** From the griefs to the answer, while it is owed. */
function versLaReponse(vue: ReclamationVue): Etape | Travail {
  if (reponseEnAttente(vue) !== undefined) return 'envoi-de-la-reponse'
  switch (vue.actions.preparerReponse?.code) {
    case 'griefs-a-relever':
      return 'griefs'
    case 'griefs-incomplets':
      return 'analyse'
    default:
      return 'reponse'
  }
}

/** The next thing due, or null when nothing is left to who looks at it. */
export function etapeSuivante(vue: ReclamationVue): Etape | Travail | null {
  const { actions, estOrale, tronc } = vue
  if (tronc.estClos) return null
  if (estOrale && actions.remettreCopie === null) return 'copie'
  if (actions.envoyerLAccuse === null && accuseEnAttente(vue) !== undefined) return 'envoi'
  if (actions.accuserReception === null) return 'accuse'
  if (actions.noterReponse === null) return versLaReponse(vue)
  return actions.clore?.code === 'permission-manquante' || tronc.etat !== 'repondu' ? null : 'cloture'
}

/** What the intake asked to open at once, when it still makes sense: a page read again does not do it twice. */
export function etapeDemandee(vue: ReclamationVue, suite: string | undefined): Etape | null {
  if (suite === 'copie') return vue.actions.remettreCopie === null ? 'copie' : null
  const possible =
    vue.actions.accuserReception === null && !vue.courriers.some(({ code }) => code === CODE_DE_L_ACCUSE)
  return suite === 'accuse' && possible ? 'accuse' : null
}

/** Pieces as lines of the timeline; letters and consigned copies are facts already. */
export function piecesEnChronologie(vue: ReclamationVue, timeZone: string): AjoutDeChronologie[] {
  return vue.pieces
    .filter(
      ({ pieceMereId, nature }) => pieceMereId === null && nature !== 'courrier' && nature !== 'consignation',
    )
    .map(({ id, nom, deposeeA }) => {
      const jointes = vue.pieces.filter(({ pieceMereId }) => pieceMereId === id).length
      return {
        cle: id,
        jour: dayOf(deposeeA, timeZone),
        enregistreA: deposeeA,
        titre: `Pièce déposée : ${nom}`,
        agent: null,
        ...(jointes === 0 ? {} : { precision: formatCount(jointes, 'pièce jointe', 'pièces jointes') }),
      }
    })
}
