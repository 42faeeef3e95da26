import {
  aujourdHui,
  changerDossier,
  changerEtat,
  creerDossier,
  type Ecriture,
  enregistrerFaitSeul,
  ensuite,
  supprimerBrouillonEnBase,
} from '#core/dossiers/index.ts'
import { instantDe } from '#core/echeances/domain/instant.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { contact } from '../../domain/definition.ts'
import { canalDeDossier } from '../../domain/model.ts'
import { objetDe } from '../../domain/objet.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { insererContact } from '../store.ts'
import { inscrireSuite, suivreSuites } from './inscrire-suite.ts'

type Op = typeof contract.enregistrer
type Entree = InputOf<Op>

/** When it happened, in the establishment's zone; nothing when the agent left the hour out. */
function survenuA(e: Ecriture, { recuLe, heure }: Entree): { survenuA?: Date } {
  if (heure === '') return {}
  const instant = instantDe(jourCivil(recuLe), heure, agentDe(e).fuseau)
  // a minute ahead: the clock of the agent's machine is not ours
  if (instant.getTime() > e.now.getTime() + 120_000) refuserSi({ code: 'heure-a-venir' }, 'heure')
  return { survenuA: instant }
}

/** Writes a contact down, with what was promised; closed at once when nothing is left to do. */
export async function enregistrer(ctx: Contexte, entree: Entree): Promise<OutputOf<Op>> {
  const { canal, motif, recuLe, personne, suite } = entree
  if (suite !== null && entree.clore) refuserSi({ code: 'suite-et-cloture' }, 'clore')
  const moi = agentDe(ctx)
  const { id, numero } = await creerDossier(ctx, contact, {
    objet: objetDe(motif, entree.note),
    recuLe,
    faits: [
      {
        code: 'contact-recu',
        survenuLe: recuLe,
        ...survenuA(ctx, entree),
        details: { canal: canalDeDossier(canal), motif },
      },
    ],
    personnes: personne === null ? [] : [{ role: 'auteur', qualite: '', personne }],
    services: entree.services,
    recit: entree.note.trim() === '' ? null : entree.note,
    assigneA: moi.agentId,
    protection: entree.protection,
  })
  const { orientation, orientationPrecision, dureeMinutes } = entree
  await insererContact(ctx.tx, {
    dossierId: id,
    canal,
    motif,
    orientation,
    orientationPrecision,
    dureeMinutes,
  })
  if (suite !== null) {
    const cree = { id, classe: entree.protection === null ? 'ordinaire' : 'sensible', assigneA: moi.agentId }
    const { agentId } = await inscrireSuite(ensuite(ctx, 1), cree, suite, 'suite.')
    if (agentId !== moi.agentId) await changerDossier(ctx.tx, id, { assigneA: agentId }, ctx.now)
    await suivreSuites(ctx, { id, etablissementId: moi.etablissementId })
  }
  if (entree.clore) await clore(ctx, id)
  if (entree.brouillonId !== null) await supprimerBrouillonEnBase(ctx.tx, entree.brouillonId)
  ctx.about({ dossierId: id })
  return { id, numero, estClos: entree.clore }
}

async function clore(ctx: Contexte, id: string): Promise<void> {
  await changerEtat(ctx, id, contact, 'clos')
  await enregistrerFaitSeul(ensuite(ctx, 1), id, { code: 'contact-clos', survenuLe: aujourdHui(ctx) })
}
