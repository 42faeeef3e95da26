import {
  aujourdHui,
  changerDossier,
  changerEtat,
  enregistrerFaitSeul,
  ensuite,
  peutTravaillerSurLeDossier,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { contact } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeTerminer } from '../../domain/rules.ts'
import { finirSuite, listerSuites, obtenirContact, obtenirSuite } from '../store.ts'
import { inscrireSuite, suivreSuites } from './inscrire-suite.ts'

type Op = typeof contract.terminer

/**
 * Says what became of a promise, and promises again when there is reason to. The contact closes with its last promise when
 * the agent says so, or when it already became another dossier.
 */
export async function terminer(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, version, suiteId, issue, note, nouvelle } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  const { devenuId } = await obtenirContact(ctx.tx, id)
  ctx.about({ dossierId: id, details: { issue } })
  const suite = await obtenirSuite(ctx.tx, id, suiteId)
  refuserSi(refusDeTerminer(suite, issue, nouvelle !== null))
  await finirSuite(ctx.tx, suiteId, { etat: issue, note, finieA: ctx.now })
  await enregistrerFaitSeul(ctx, id, {
    code: `${suite.nature}-${issue}`,
    survenuLe: aujourdHui(ctx),
    survenuA: ctx.now,
    details: { suiteId, ...(note === '' ? {} : { texte: note }) },
  })
  if (nouvelle !== null) {
    const { nature, dureeMinutes, avec, lieu, telephone, agent } = suite
    // someone who left, or sees it no more, hands it over to who tries again
    const agentId = (await peutTravaillerSurLeDossier(ctx.tx, dossier, agent.id)) ? agent.id : null
    const reste = { nature, dureeMinutes, avec, lieu, telephone, agentId }
    await inscrireSuite(ensuite(ctx, 1), dossier, { ...reste, ...nouvelle }, 'nouvelle.')
  }
  await suivreSuites(ctx, dossier)
  const reste = (await listerSuites(ctx.tx, id)).some(({ etat }) => etat === 'prevu')
  if (dossier.estClos || reste || !(entree.clore || devenuId !== null))
    return { id, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
  const close = await changerEtat(ctx, id, contact, 'clos')
  await enregistrerFaitSeul(ensuite(ctx, 1), id, { code: 'contact-clos', survenuLe: aujourdHui(ctx) })
  return { id, version: close }
}
