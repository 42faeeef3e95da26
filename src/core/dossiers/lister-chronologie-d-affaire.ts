import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { libelleDuFait } from './domain/definition.ts'
import { lireRepereDeJour } from './lister-affaires.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { listerFaitsDAffaire, trouverAffaire } from './store-affaires.ts'

type Op = typeof contract.listerChronologieDAffaire

const PAR_PAGE = 60

/** What happened in every dossier of an affaire one sees, on one thread: headings, no text. Two statements. */
export function listerChronologieDAffaire({ registre }: DependancesDesDossiers) {
  return async (ctx: Contexte, { id, apres }: InputOf<Op>): Promise<OutputOf<Op>> => {
    if ((await trouverAffaire(ctx.tx, id)) === null) throw new AppError('not-found')
    ctx.about({ objectId: id })
    const lus = await listerFaitsDAffaire(ctx.tx, id, lireRepereDeJour(apres), PAR_PAGE + 1)
    const faits = lus.slice(0, PAR_PAGE)
    const dernier = faits.at(-1)
    const suite = lus.length > PAR_PAGE && dernier !== undefined
    return {
      faits: faits.map(({ nuance, ...fait }) => ({
        ...fait,
        libelle: libelleDuFait(registre.obtenir(fait.type), fait.code, nuance),
      })),
      suite: suite ? `${dernier.survenuLe}_${dernier.id}` : null,
    }
  }
}
