import { aujourdHui, changerDossier, enregistrerFait, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import { eloge } from '../../domain/definition.ts'
import { ACCORD_NOTE, FORMES_DE_L_ACCORD } from '../../domain/labels.ts'
import { changerAccord, obtenirEloge } from '../store.ts'

type Op = typeof contract.noterAccord
type Saisi = InputOf<Op>

function exiger({ accord, forme, le }: Saisi, jour: string): void {
  const champs: Record<string, string> = {}
  if (accord === 'donne' && forme === null) champs['forme'] = 'Dites comment l’accord a été donné.'
  if (accord !== 'inconnu' && le === null) champs['le'] = 'Indiquez le jour.'
  if (le !== null && le > jour) champs['le'] = 'Ce jour n’est pas encore venu.'
  if (Object.keys(champs).length > 0) throw new AppError('invalid', { champs })
}

/** Whether the author agrees to be named to the team: what was sent already stays as it was. */
export async function noterAccord(ctx: Contexte, saisi: Saisi): Promise<OutputOf<Op>> {
  const { id, version, accord, le } = saisi
  await verrouillerDossier(ctx.tx, id, version)
  await obtenirEloge(ctx.tx, id)
  ctx.about({ dossierId: id, details: { accord } })
  exiger(saisi, aujourdHui(ctx))
  const forme = accord === 'donne' ? saisi.forme : null
  await changerAccord(ctx.tx, id, { accord, forme, accordLe: accord === 'inconnu' ? null : le })
  const comment = forme === null ? '' : `, ${FORMES_DE_L_ACCORD[forme]}`
  await enregistrerFait(ctx, id, eloge, {
    code: 'eloge-accord-note',
    survenuLe: le ?? aujourdHui(ctx),
    details: { precision: `${ACCORD_NOTE[accord]}${comment}` },
  })
  return { version: await changerDossier(ctx.tx, id, {}, ctx.now) }
}
