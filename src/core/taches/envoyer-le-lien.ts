import { empreinteDe, estUnJeton } from '#core/agents/index.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { refusSiFinie } from './domain/rules.ts'
import { envoyerCourriel } from './envoyer-courriel.ts'
import { lienAMontrer } from './lien-fait.ts'
import { refuserSi } from './refuser.ts'
import { obtenirTache } from './store.ts'
import { noterEnvoiDuLien, trouverLienOuvert } from './store-liens.ts'

type Op = typeof contract.envoyerLeLien

const LIEN_FERME = 'Ce lien n’est plus valable : remplacez-le, puis envoyez le nouveau.'

async function composer(ctx: ContexteLibre, tx: Tx, { id, jeton, courriel }: InputOf<Op>) {
  const tache = await obtenirTache(tx, id)
  ctx.about({ dossierId: tache.dossierId, objectId: id })
  refuserSi(refusSiFinie(tache.etat))
  const ouvert = estUnJeton(jeton)
    ? await trouverLienOuvert(tx, { tacheId: id, empreinte: empreinteDe(jeton), maintenant: ctx.now })
    : null
  if (ouvert === null) throw new AppError('refused', { refus: 'lien-ferme', message: LIEN_FERME })
  // The link closes when its last day ends: a second before is still that day.
  const dernierLe = jourDe(new Date(ouvert.getTime() - 1000), agentDe(ctx).fuseau)
  const a = { nom: tache.destinataireNom, courriel }
  const lien = await lienAMontrer(tx, ctx.request, {
    ...{ tache, lien: { jeton, dernierLe }, a },
    jour: jourDe(ctx.now, agentDe(ctx).fuseau),
  })
  return { ...lien, de: (await obtenirEtablissement(tx)).courriel }
}

/** Sends the link an agent has just been shown. The token comes back from the screen: nothing else knows it. */
export const envoyerLeLien =
  (d: DependancesDesTaches) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { objet, texte, courriel, de } = await ctx.read((tx) => composer(ctx, tx, entree))
    if (d.courriel.unavailable !== null)
      throw new AppError('refused', { refus: 'courriel-indisponible', message: d.courriel.unavailable })
    const id = uuidv7(ctx.now.getTime())
    const issue = await envoyerCourriel(d.courriel, {
      id,
      de,
      a: { nom: '', courriel },
      objet,
      texte,
    })
    const empreinte = empreinteDe(entree.jeton)
    const { envoi } = issue
    await ctx.write((tx) =>
      noterEnvoiDuLien(tx, { id, tacheId: entree.id, empreinte, courriel, tenteA: ctx.now, envoi }),
    )
    return issue
  }
