import {
  aujourdHui,
  changerEtat,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import type { MotifDeClassement } from '../../domain/model.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeClasser } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'

type Op = typeof contract.classerSansReponse

const FAIT_DU_MOTIF = {
  anonyme: 'auteur-introuvable',
  retiree: 'reclamation-retiree',
  abusive: 'demande-abusive',
  'en-double': 'reclamation-en-double',
} as const satisfies Record<MotifDeClassement, string>

/** Closes a complaint nobody will be answered about: the reason is a fact, with its words. */
export async function classerSansReponse(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, motif, precision } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id, details: { motif } })
  const faits = await listerFaits(ctx.tx, id)
  const personnes = await listerPersonnesDuDossier(ctx.tx, id)
  const aUnAuteur = personnes.some((p) => p.role === 'auteur')
  refuserSi(refusDeClasser(situationDe(dossier.etat, faits, aUnAuteur), motif))
  const version = await changerEtat(ctx, id, reclamation, 'clos')
  await enregistrerFait(ctx, id, reclamation, {
    code: FAIT_DU_MOTIF[motif],
    survenuLe: aujourdHui(ctx),
    details: { precision },
  })
  return { id, version }
}
