import { changerDossier, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { interroger } from './interroger.ts'
import { refuserSi } from './refuser.ts'

type Op = typeof contract.demander

/** Asks services for explanations about a dossier, with questions as subjects. Refused on a closed dossier. */
export const demander =
  ({ courriel }: Pick<DependancesDesTaches, 'courriel'>) =>
  async (ctx: Contexte, { id, version, demande, questions }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await verrouillerDossier(ctx.tx, id, version)
    ctx.about({ dossierId: id })
    refuserSi(dossier.estClos ? { code: 'dossier-clos' } : null)
    const sujets = questions.map((titre, rang) => ({
      sujetId: uuidv7(ctx.now.getTime() + rang),
      titre,
      citation: '',
    }))
    const liens = await interroger(ctx, { dossierId: id, nature: 'explications', demande, sujets })
    const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
    return { id, version: nouvelle, liens, courrielIndisponible: courriel.unavailable }
  }
