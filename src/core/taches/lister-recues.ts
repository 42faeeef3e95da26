import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import { listerSujets, listerTachesDesStructures } from './store.ts'

type Op = typeof contract.listerRecues

const MONTREES = 100

/** What is asked of the services of whoever is signed in. Two statements. */
export async function listerRecues(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const taches = await listerTachesDesStructures(ctx.tx, agentDe(ctx).services, MONTREES)
  const sujets = await listerSujets(
    ctx.tx,
    taches.map(({ id }) => id),
  )
  return {
    demandes: taches.map((tache) => ({
      id: tache.id,
      nature: tache.nature,
      objet: tache.objet,
      structure: nomDuDestinataire(tache),
      demandeeLe: tache.demandeeLe,
      pourLe: tache.pourLe,
      etat: tache.etat,
      sujets: sujets.filter(({ tacheId }) => tacheId === tache.id).map(({ titre }) => titre),
      repondueA: tache.repondueA?.toISOString() ?? null,
    })),
  }
}
