import {
  aujourdHui,
  changerDossier,
  enregistrerFaitSeul,
  reindexer,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { objetCorrige } from '../../domain/objet.ts'
import { changerContact, obtenirContact } from '../store.ts'

type Op = typeof contract.modifier

/** Corrects the motive or where the person was sent; the subject follows as long as it names the motive. */
export async function modifier(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, version, motif, orientation, orientationPrecision } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  const avant = await obtenirContact(ctx.tx, id)
  ctx.about({ dossierId: id })
  const objet = objetCorrige(dossier.objet, avant.motif, motif)
  await changerContact(ctx.tx, id, { motif, orientation, orientationPrecision })
  const nouvelle = await changerDossier(ctx.tx, id, { objet }, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'contact-modifie',
    survenuLe: aujourdHui(ctx),
    details: { avant: avant.motif, apres: motif },
  })
  if (objet !== dossier.objet) await reindexer(ctx.tx, id)
  return { id, version: nouvelle }
}
