import {
  creerDossier,
  type DependancesDesDossiers,
  prendreOrigine,
  protectionHeritee,
  signalerIssue,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { rattacherPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { eloge } from '../../domain/definition.ts'
import { objetDe } from '../../domain/objet.ts'
import { insererEloge } from '../store.ts'

type Op = typeof contract.enregistrer

const ACCORD_INCONNU = { accord: 'inconnu', forme: null, accordLe: null } as const

/** Registers a praise: its words are its narrative, its first words its subject. */
export function enregistrer(dossiers: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { canal, recuLe } = entree
    const origine = await prendreOrigine(ctx, dossiers, entree.origineId)
    const { id, numero } = await creerDossier(ctx, eloge, {
      objet: objetDe(entree.texte),
      recuLe,
      faits: [{ code: 'eloge-recu', survenuLe: recuLe, details: { canal } }],
      personnes: [],
      auteurAffiche: entree.auteur.trim(),
      services: entree.services,
      recit: entree.texte,
      protection: protectionHeritee(null, origine),
      ...(origine === null ? {} : { affaireId: origine.affaireId }),
    })
    await insererEloge(ctx.tx, {
      ...{ dossierId: id, canal },
      ...(entree.accord === null
        ? ACCORD_INCONNU
        : { accord: 'donne', forme: entree.accord, accordLe: recuLe }),
    })
    await signalerIssue(ctx, dossiers, origine, { id, numero, type: eloge })
    await rattacherPieces(ctx.tx, ctx.principal, entree.pieces, id)
    ctx.about({ dossierId: id })
    return { id, numero }
  }
}
