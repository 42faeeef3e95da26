import type { SituationDuLien } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { documentOf, html } from '#platform/html/index.ts'
import type { PageOfProblem, Problem } from '#platform/http/index.ts'
import { type Contact, LIEN_INCONNU, phraseDuLienInconnu, TITRE_DU_LIEN } from '../domain/labels.ts'
import { trouverContactUnique } from '../store-liens.ts'
import { page } from './cadre.ts'

const GONE = 410

/** The situation of a link that a refusal tells, or null for any other failure. */
function situationDe({ refus = '' }: Problem): SituationDuLien | null {
  const situations = Object.keys(TITRE_DU_LIEN) as SituationDuLien[]
  return situations.find((s) => refus === `lien-${s}`) ?? null
}

interface Mots {
  readonly titre: string
  readonly phrase: string
  /** where one may go on, from the address of the failure */
  readonly suite?: { readonly vers: string; readonly libelle: string }
}

function motsDe(problem: Problem, contact: Contact | null): Mots {
  const situation = situationDe(problem)
  if (situation !== null) return { titre: TITRE_DU_LIEN[situation], phrase: problem.message ?? '' }
  switch (problem.code) {
    case 'not-found':
      return { titre: LIEN_INCONNU, phrase: phraseDuLienInconnu(contact) }
    case 'stale':
      return {
        titre: 'Ce texte a changé',
        phrase: problem.message ?? '',
        suite: { vers: 'relire', libelle: 'Relire la réponse' },
      }
    case 'unexpected':
      return {
        titre: 'Une erreur imprévue s’est produite',
        phrase: `Revenez à la page précédente\u00a0: votre texte y est encore. Si cela se reproduit, donnez ce numéro par téléphone\u00a0: ${problem.correlationId}.`,
      }
    default:
      return {
        titre: problem.title,
        phrase: problem.message ?? Object.values(problem.champs ?? {}).join(' '),
      }
  }
}

/** Whatever goes wrong on the page of a link, as a page: why, and whom to call. */
export function creerPageDuProbleme(database: Database): PageOfProblem {
  return async (problem) => {
    const maison = await enTransaction(database, { type: 'anonyme' }, 'read', trouverContactUnique).catch(
      // the database may be what failed: the page says so all the same
      () => null,
    )
    const { titre, phrase, suite } = motsDe(problem, maison)
    const corps = html`<p>${phrase}</p>${suite !== undefined && html`<p><a class="button" href="${suite.vers}">${suite.libelle}</a></p>`}`
    const status = situationDe(problem) === null ? problem.status : GONE
    if (maison !== null) return { status, html: page(maison, titre, corps) }
    const banner = html`<strong>Porte-voix</strong>`
    return { status, html: documentOf({ title: titre, banner, body: html`<h1>${titre}</h1>${corps}` }) }
  }
}
