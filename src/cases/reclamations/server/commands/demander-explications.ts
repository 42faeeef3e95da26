import { changerDossier, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { type DependancesDesTaches, interroger } from '#core/taches/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import { griefsAExpliquer } from '../../domain/griefs.ts'
import { REFUS } from '../../domain/labels.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { obtenirReclamation } from '../store.ts'
import { listerGriefs } from '../store-griefs.ts'

type Op = typeof contract.demanderExplications

/** Asks services about griefs of the complaint: each is a subject with its quotation, and receives its own answer. */
export function demanderExplications({ courriel }: Pick<DependancesDesTaches, 'courriel'>) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, version, demande, griefs: demandes } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, version)
    await obtenirReclamation(ctx.tx, id)
    ctx.about({ dossierId: id })
    refuserSi(refusDInstruire(dossier.estClos))
    const griefs = griefsAExpliquer((await listerGriefs(ctx.tx, id)).griefs, demandes)
    if (griefs === null) throw new AppError('invalid', { champs: { sujetIds: REFUS['sans-grief'] } })
    const sujets = griefs.map(({ id: sujetId, intitule: titre, citation }) => ({ sujetId, titre, citation }))
    const liens = await interroger(ctx, { dossierId: id, nature: 'explications', demande, sujets })
    const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
    return { id, version: nouvelle, liens, courrielIndisponible: courriel.unavailable }
  }
}
