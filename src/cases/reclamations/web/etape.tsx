import type { AjoutDeChronologie } from '#core/dossiers/web/index.ts'
import { dayOf, formatCount } from '#platform/web/formats.ts'
import type { ReclamationVue } from '../contract.ts'
import { CODE_DE_L_ACCUSE } from '../domain/accuse.ts'

/** What the agent does next on a complaint, each in its own window. */
export type Etape =
  | 'copie'
  | 'accuse'
  | 'envoi'
  | 'enregistrement'
  | 'reponse'
  | 'classement'
  | 'courrier-recu'

/** The acknowledgement prepared and not gone yet: the only one that was not given up. */
export const courrierEnAttente = (vue: ReclamationVue): ReclamationVue['courriers'][number] | undefined =>
  vue.courriers.find(
    ({ code, etat }) => code === CODE_DE_L_ACCUSE && etat !== 'envoye' && etat !== 'abandonne',
  )

/** The next thing due, or null when only closing is left. */
export function etapeSuivante(vue: ReclamationVue): Etape | null {
  const { actions, estOrale, tronc } = vue
  if (tronc.estClos) return null
  if (estOrale && actions.remettreCopie === null) return 'copie'
  if (actions.envoyerLAccuse === null && courrierEnAttente(vue) !== undefined) return 'envoi'
  if (actions.accuserReception === null) return 'accuse'
  return actions.noterReponse === null ? 'reponse' : null
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
