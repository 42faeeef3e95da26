import { type DemandeARelancer, etapeDuJour, type Moyens } from './relance-automatique.ts'
import { cleDuCourriel, type Repondant, repondantsDe } from './repondants.ts'
import { NIVEAUX_DE_RELANCE, type NiveauDeRelance } from './tache.ts'

export interface LigneDuPlan {
  readonly tacheId: string
  /** the step taken; null for what is only recalled beside */
  readonly niveau: NiveauDeRelance | null
}

/** The one message of the day to an address. */
export interface MessageDuPlan {
  readonly cle: string
  readonly nom: string
  readonly courriel: string
  /** who is away, when the addressee stands in */
  readonly aLaPlaceDe: readonly string[]
  readonly lignes: readonly LigneDuPlan[]
}

type Demande = DemandeARelancer & { readonly id: string }

interface EnCours {
  readonly repondant: Repondant
  readonly absents: Set<string>
  readonly lignes: Map<string, NiveauDeRelance | null>
}

function ajouter(
  plan: Map<string, EnCours>,
  repondant: Repondant,
  tacheId: string,
  niveau: NiveauDeRelance | null,
): void {
  const cle = cleDuCourriel(repondant.courriel)
  const message = plan.get(cle) ?? { repondant, absents: new Set<string>(), lignes: new Map() }
  plan.set(cle, message)
  if (repondant.aLaPlaceDe !== null) message.absents.add(repondant.aLaPlaceDe)
  if (!message.lignes.has(tacheId)) message.lignes.set(tacheId, niveau)
}

/** Recalled beside a step: what still waits and nobody held back. */
const estARappeler = ({ nature, estSuspendue, dossierEstClos }: Demande): boolean =>
  !estSuspendue && !(nature === 'explications' && dossierEstClos)

const rang = (niveau: NiveauDeRelance | null): number =>
  niveau === null ? -1 : NIVEAUX_DE_RELANCE.indexOf(niveau)

/**
 * Who is written to today, and about what: whoever has a step to receive receives with it everything they owe, in one message.
 * Demands come by wanted day; within a message the most pressing step comes first.
 */
export function planDuJour(demandes: readonly Demande[], moyens: Moyens): readonly MessageDuPlan[] {
  const plan = new Map<string, EnCours>()
  for (const demande of demandes) {
    const etape = etapeDuJour(demande, moyens)
    for (const repondant of etape?.a ?? []) ajouter(plan, repondant, demande.id, etape?.niveau ?? null)
  }
  for (const demande of demandes.filter(estARappeler)) {
    for (const repondant of repondantsDe(demande, moyens.annuaire)) {
      if (plan.has(cleDuCourriel(repondant.courriel))) ajouter(plan, repondant, demande.id, null)
    }
  }
  return [...plan].map(([cle, { repondant, absents, lignes }]) => ({
    cle,
    nom: repondant.nom,
    courriel: repondant.courriel,
    aLaPlaceDe: [...absents],
    lignes: [...lignes]
      .map(([tacheId, niveau]) => ({ tacheId, niveau }))
      .toSorted((a, b) => rang(b.niveau) - rang(a.niveau)),
  }))
}

/** Whether the step still stands: nothing as pressing was made meanwhile, but by this same day's chase. */
export const tientEncore = (
  niveau: NiveauDeRelance,
  relances: readonly { readonly niveau: NiveauDeRelance; readonly faiteLe: string }[],
  jour: string,
): boolean =>
  !relances.some((r) => rang(r.niveau) >= rang(niveau) && !(r.niveau === niveau && r.faiteLe === jour))
