import { ajouterJours, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { Appeler } from './appels.ts'

interface Monde {
  readonly appeler: Appeler
  readonly acteurs: ReadonlyMap<string, ActeurAgent>
  readonly maintenant: Date
}

/** One away today, one in a few days: by whom, in place of whom, from when to when in days from today. */
const ABSENCES = [
  { absent: 'nadia', remplacant: 'camille', du: -1, au: 6 },
  { absent: 'lea', remplacant: 'marc', du: 12, au: 19 },
] as const

/** Absences of the fictional hospital, around today. */
export async function peuplerLesAbsences({ appeler, acteurs, maintenant }: Monde): Promise<void> {
  const jour = jourDe(maintenant, 'Europe/Paris')
  for (const { absent, remplacant, du, au } of ABSENCES) {
    const agent = acteurs.get(absent)
    const autre = acteurs.get(remplacant)
    if (agent === undefined || autre === undefined) throw new Error('The demonstration has nobody to replace')
    await appeler(agent, maintenant, 'agents.declarerAbsence', {
      agentId: agent.agentId,
      remplacantId: autre.agentId,
      du: ajouterJours(jour, du),
      au: ajouterJours(jour, au),
    })
  }
}
