import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { fichiersDuCourriel } from './fichiers-du-courriel.ts'
import { consulterCourrier } from './ouvrir-courrier.ts'

type Op = typeof contract.listerFichiers

/** What would leave if the letter were sent by e-mail, before it is. */
export const listerFichiers =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { courrier, dossier } = await consulterCourrier(ctx, d, { id, version: null }, null)
    ctx.about({ dossierId: dossier.id, objectId: id })
    const { pdf, pieces, refus } = await fichiersDuCourriel(ctx.tx, d, courrier)
    const fichiers = [...(pdf === null ? [] : [pdf]), ...pieces]
    return { fichiers: fichiers.map((f) => ({ pieceId: f.id, nom: f.nom, taille: f.taille })), refus }
  }
