import type { Contexte } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import { type CodeDeRefusDAffaire, groupeDAvant, refusDeJoindre, vientDeQuitter } from './domain/affaire.ts'
import { REFUS_D_AFFAIRE } from './domain/labels.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, type DossierVerrouille, verrouillerDossier } from './store.ts'
import { rattacherAAffaire, trouverAffaire } from './store-affaires.ts'
import { listerFaits } from './store-faits.ts'

const refuser = (code: CodeDeRefusDAffaire, numero: string): AppError =>
  new AppError('refused', { refus: code, message: `${numero} : ${REFUS_D_AFFAIRE[code]}` })

/** The named affaire a dossier is in, null when it is in none. */
const affaireDe = async (ctx: Contexte, { affaireId }: DossierVerrouille): Promise<string | null> =>
  (await trouverAffaire(ctx.tx, affaireId))?.id ?? null

/** Puts a dossier in an affaire that the agent may use. Throws `refused` when it is in one already. Gives its version. */
export async function mettreDansLAffaire(ctx: Contexte, id: string, affaireId: string): Promise<number> {
  const dossier = await verrouillerDossier(ctx.tx, id, null)
  const refus = refusDeJoindre(await affaireDe(ctx, dossier), affaireId)
  if (refus !== null) throw refuser(refus.code, dossier.numero)
  await rattacherAAffaire(ctx.tx, id, affaireId)
  const details = { affaireId, avant: dossier.affaireId }
  await enregistrerFaitSeul(ctx, id, { code: 'affaire-jointe', survenuLe: aujourdHui(ctx), details })
  return changerDossier(ctx.tx, id, {}, ctx.now)
}

/** Takes a dossier out of its affaire, back to the group it came from. Throws `refused` when it is in none. */
export async function sortirDeLAffaire(
  ctx: Contexte,
  id: string,
): Promise<{ version: number; affaireId: string }> {
  const dossier = await verrouillerDossier(ctx.tx, id, null)
  const affaireId = await affaireDe(ctx, dossier)
  if (affaireId === null) throw refuser('dans-aucune-affaire', dossier.numero)
  const avant = groupeDAvant(await listerFaits(ctx.tx, id), affaireId)
  await rattacherAAffaire(ctx.tx, id, avant ?? id)
  const details = { affaireId }
  await enregistrerFaitSeul(ctx, id, { code: 'affaire-quittee', survenuLe: aujourdHui(ctx), details })
  return { affaireId, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
}

/** Whether an affaire may be joined by this dossier: it is seen, or the dossier has just left it. */
export async function peutJoindre(ctx: Contexte, id: string, affaireId: string): Promise<boolean> {
  if ((await trouverAffaire(ctx.tx, affaireId)) !== null) return true
  return vientDeQuitter(await listerFaits(ctx.tx, id), affaireId)
}
