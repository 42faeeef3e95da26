import { aujourdHui, verrouillerDossier } from '#core/dossiers/index.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { oublierLEchec } from './attente.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { type MessageAComposer, messageDeRelance } from './domain/messages.ts'
import { refusDeRelancer } from './domain/rules.ts'
import { envoyerCourriel } from './envoyer-courriel.ts'
import { lienAMontrer } from './lien-fait.ts'
import { noterLeFait } from './noter-fait.ts'
import { ouvrirLien } from './ouvrir-lien.ts'
import { refuserSi } from './refuser.ts'
import {
  changerTache,
  insererRelance,
  listerRelances,
  noterEnvoiDeRelance,
  obtenirDossierDeLaTache,
  verrouillerTache,
} from './store.ts'

type Op = typeof contract.relancer

/**
 * Records a reminder with a link of its own, then sends it when asked to. The reminder stands whatever becomes of the
 * e-mail: its message is given back to be copied. Refused when lighter than one already made.
 */
export const relancer =
  (d: DependancesDesTaches) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { relanceId, de, ...inscrite } = await ctx.write((tx) => inscrire({ ...ctx, tx }, entree))
    if (!partParCourriel(entree)) return { ...inscrite, envoi: 'a-copier', raison: null }
    const { objet, texte, courriel } = inscrite.lien
    const a = { nom: entree.nom, courriel }
    const issue = await envoyerCourriel(d.courriel, { id: relanceId, de, a, objet, texte })
    await ctx.write((tx) => noterEnvoiDeRelance(tx, relanceId, issue.envoi))
    return { ...inscrite, ...issue }
  }

const partParCourriel = ({ parCourriel, courriel }: InputOf<Op>): boolean => parCourriel && courriel !== ''

async function inscrire(e: ContexteLibre & { readonly tx: Tx }, entree: InputOf<Op>) {
  const { id, version, niveau, nom, courriel } = entree
  await verrouillerDossier(e.tx, await obtenirDossierDeLaTache(e.tx, id), null)
  const tache = await verrouillerTache(e.tx, id, version)
  e.about({ dossierId: tache.dossierId, objectId: id, details: { niveau } })
  const faites = await listerRelances(e.tx, [id])
  refuserSi(
    refusDeRelancer(
      tache.etat,
      faites.map((r) => r.niveau),
      niveau,
    ),
  )
  const relanceId = uuidv7(e.now.getTime())
  const jour = aujourdHui(e)
  await insererRelance(e.tx, {
    id: relanceId,
    tacheId: id,
    niveau,
    faiteLe: jour,
    faiteA: e.now,
    par: agentDe(e).agentId,
    aNom: nom,
    aCourriel: courriel,
    // until the sending has answered: a machine that stops meanwhile leaves a doubt, and says so
    envoi: partParCourriel(entree) ? 'incertain' : 'a-copier',
  })
  const ouvert = await ouvrirLien(e, tache, jour)
  await oublierLEchec(e.tx, tache)
  await noterLeFait(e, tache, 'tache-relancee', { niveau })
  const composer = (m: MessageAComposer) => messageDeRelance(niveau, m)
  const lien = await lienAMontrer(e.tx, e.request, {
    ...{ tache, lien: ouvert, jour, composer },
    a: { nom, courriel },
  })
  const { courriel: de } = await obtenirEtablissement(e.tx)
  return { relanceId, de, version: await changerTache(e.tx, id, {}), lien }
}
