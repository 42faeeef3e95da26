import { aujourdHui, verrouillerDossier } from '#core/dossiers/index.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { suivreLAttente } from './attente.ts'
import { lireCibles } from './cibles.ts'
import type { contract } from './contract.ts'
import { dernierJour, finDuLien } from './domain/dates.ts'
import { refusDuJour, refusSiFinie } from './domain/rules.ts'
import { refuserLeChamp, refuserSi } from './refuser.ts'
import { changerTache, obtenirDossierDeLaTache, obtenirTache, verrouillerTache } from './store.ts'
import { prolongerLiens } from './store-liens.ts'

type Op = typeof contract.changerLeJour

/** Puts the wanted day off, or forward. It is the department's own: no legal time limit moves with it. */
export async function changerLeJour(
  ctx: Contexte,
  { id, version, pourLe }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, await obtenirDossierDeLaTache(ctx.tx, id), null)
  const tache = await verrouillerTache(ctx.tx, id, version)
  ctx.about({ dossierId: tache.dossierId, objectId: id, details: { pourLe } })
  refuserSi(refusSiFinie(tache.etat))
  const jour = aujourdHui(ctx)
  refuserLeChamp('pourLe', refusDuJour(pourLe, jour, dernierJour(jour)))
  const { etablissementId, fuseau } = agentDe(ctx)
  const { expireA } = finDuLien(jourCivil(pourLe), await lireCibles(ctx.tx, etablissementId), fuseau)
  await prolongerLiens(ctx.tx, id, expireA)
  const nouvelle = await changerTache(ctx.tx, id, { pourLe })
  await suivreLAttente(ctx.tx, await obtenirTache(ctx.tx, id))
  return { version: nouvelle }
}
