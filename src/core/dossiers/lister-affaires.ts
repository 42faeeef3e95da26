import { estJourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { listerAffairesEnBase } from './store-affaires.ts'

type Op = typeof contract.listerAffaires

const PAR_PAGE = 50

const REPERE = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where a page sorted by day then id goes on from. Throws `invalid` when it is no such place. */
export function lireRepereDeJour(apres: string | undefined): { le: string; id: string } | null {
  if (apres === undefined) return null
  const [, le, id] = REPERE.exec(apres) ?? []
  if (le === undefined || id === undefined || !estJourCivil(le) || le < '0001')
    throw new AppError('invalid', { champs: { apres: 'Cette suite de liste n’existe pas.' } })
  return { le, id }
}

/** Affaires of which a dossier is seen, the most recent facts first. One statement. */
export async function listerAffaires(ctx: Contexte, { apres }: InputOf<Op>): Promise<OutputOf<Op>> {
  const { etablissementId } = agentDe(ctx)
  const lues = await listerAffairesEnBase(ctx.tx, etablissementId, lireRepereDeJour(apres), PAR_PAGE + 1)
  const affaires = lues.slice(0, PAR_PAGE)
  const derniere = affaires.at(-1)
  const suite = lues.length > PAR_PAGE && derniere !== undefined
  return { affaires, suite: suite ? `${derniere.depuisLe}_${derniere.id}` : null }
}
