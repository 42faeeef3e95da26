import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import {
  ajouterRecit,
  aujourdHui,
  changerDossier,
  changerEtat,
  type DependancesDesDossiers,
  dernierRecit,
  enregistrerFait,
  enregistrerFaitSeul,
  listerFaits,
  supprimerBrouillonEnBase,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { rattacherPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import type { Permission } from '../../domain/permissions.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { etatDeReouverture } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { recitComplete, refusDeJoindre } from '../../domain/suite.ts'
import { obtenirReclamation } from '../store.ts'
import { inscrireProvenance } from './noter-provenance.ts'

type Op = typeof contract.joindre
type Entree = InputOf<Op>

const ROUVRIR: Permission = 'reclamations.clore'

async function ranger(ctx: Contexte, { id, texte, usage, recuLe, canal }: Entree): Promise<void> {
  if (texte.trim() === '') return
  if (usage === 'note') {
    await enregistrerFaitSeul(ctx, id, { code: 'note-ajoutee', survenuLe: recuLe, details: { texte } })
    return
  }
  const precedent = (await dernierRecit(ctx.tx, id))?.texte ?? ''
  await ajouterRecit(ctx, id, recitComplete(precedent, texte, { recuLe, canal }))
}

/**
 * A further letter of the same person joins a complaint: its pieces, its text, the day it came. It adds and changes
 * nothing else, so it needs no version; reopening keeps the first dates, and a new answer is then owed.
 */
export function joindre({ peut }: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: Entree): Promise<OutputOf<Op>> => {
    const { id, recuLe, canal, rouvrir, provenance } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, null)
    await obtenirReclamation(ctx.tx, id)
    ctx.about({ dossierId: id, details: { canal, rouvrir } })
    const faits = await listerFaits(ctx.tx, id)
    const refus = refusDeJoindre(
      situationDe(dossier.etat, faits, true),
      { recuLe, rouvrir, aUnContenu: entree.pieces.length > 0 || entree.texte.trim() !== '' },
      {
        recuLe: dossier.recuLe,
        aujourdHui: aujourdHui(ctx),
        peutRouvrir: peut(agentDe(ctx).role, ROUVRIR),
      },
    )
    if (refus !== null) refuserSi(refus, CHAMPS[refus.code])
    await rattacherPieces(ctx.tx, ctx.principal, entree.pieces, id)
    await enregistrerFaitSeul(ctx, id, {
      code: 'courrier-complementaire-recu',
      survenuLe: recuLe,
      details: { canal, precision: LIBELLES_DES_CANAUX[canal].toLocaleLowerCase('fr') },
    })
    await ranger(ctx, entree)
    if (provenance !== null)
      await inscrireProvenance(ctx, id, provenance, { recueLe: recuLe, chemin: 'provenance.' })
    const version = await (rouvrir ? reouvrir(ctx, id, faits) : changerDossier(ctx.tx, id, {}, ctx.now))
    if (entree.brouillonId !== null) await supprimerBrouillonEnBase(ctx.tx, entree.brouillonId)
    return { id, version }
  }
}

const CHAMPS: Readonly<Partial<Record<string, string>>> = {
  'courrier-vide': 'texte',
  'envoi-dans-l-avenir': 'recuLe',
  'suite-avant-la-reception': 'recuLe',
}

async function reouvrir(ctx: Contexte, id: string, faits: readonly { code: string }[]): Promise<number> {
  const etat = etatDeReouverture(faits.map((f) => f.code))
  const version = await changerEtat(ctx, id, reclamation, etat)
  await enregistrerFait(ctx, id, reclamation, { code: 'reclamation-rouverte', survenuLe: aujourdHui(ctx) })
  return version
}
