import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import { absentDe } from './obtenir-recue.ts'
import { listerSujets, listerTachesDuRepondant, type SujetEnBase, type TacheEnBase } from './store.ts'

type Op = typeof contract.listerRecues
type Recue = OutputOf<Op>['demandes'][number]

const MONTREES = 100

interface Lues {
  readonly taches: readonly TacheEnBase[]
  readonly sujets: readonly SujetEnBase[]
}

/** What is asked of the reader's services, and of those stood in for. Two statements. */
async function lire(ctx: Contexte, limite: number): Promise<Lues> {
  const { services, remplacements = [] } = agentDe(ctx)
  const remplacees = remplacements.map(({ tacheId }) => tacheId)
  const taches = await listerTachesDuRepondant(ctx.tx, { structures: services, remplacees, limite })
  const ids = taches.map(({ id }) => id)
  return { taches, sujets: await listerSujets(ctx.tx, ids) }
}

/** Waiting ones by wanted day, then the last answered. Two statements. */
export async function listerRecues(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { taches, sujets } = await lire(ctx, MONTREES)
  const versRecue = (tache: TacheEnBase): Recue => ({
    id: tache.id,
    nature: tache.nature,
    objet: tache.objet,
    structure: nomDuDestinataire(tache),
    demandeeLe: tache.demandeeLe,
    pourLe: tache.pourLe,
    etat: tache.etat,
    sujets: sujets.filter(({ tacheId }) => tacheId === tache.id).map(({ titre }) => titre),
    repondueA: tache.repondueA?.toISOString() ?? null,
    aLaPlaceDe: absentDe(ctx, tache.id),
  })
  return { demandes: taches.map(versRecue) }
}

/** A request to one's services as the home shows it. */
export type DemandeDuRepondant = Omit<Recue, 'sujets' | 'etat'> & {
  readonly demandeur: string
  readonly points: number
}

/** The same for the home: fewer, and in fewer words. Two statements. */
export async function listerDemandesDuRepondant(
  ctx: Contexte,
  limite: number,
): Promise<DemandeDuRepondant[]> {
  const { taches, sujets } = await lire(ctx, limite)
  return taches.map((tache) => ({
    id: tache.id,
    nature: tache.nature,
    objet: tache.objet,
    structure: nomDuDestinataire(tache),
    demandeur: tache.demandeur,
    demandeeLe: tache.demandeeLe,
    pourLe: tache.pourLe,
    points: sujets.filter(({ tacheId }) => tacheId === tache.id).length,
    repondueA: tache.repondueA?.toISOString() ?? null,
    aLaPlaceDe: absentDe(ctx, tache.id),
  }))
}
