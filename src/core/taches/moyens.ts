import { obtenirCalendrier } from '#core/echeances/domain/calendrier.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ValeursDeReglages } from '#core/echeances/domain/reglages.ts'
import { lireReglages } from '#core/echeances/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { ciblesDe } from './cibles.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { type Cadence, jourDeDepart, type Moyens } from './domain/relance-automatique.ts'
import { lireAnnuaire } from './store-annuaire.ts'

/** Where and when one chases. */
export interface Lieu {
  readonly etablissementId: string
  readonly fuseau: string
  readonly calendrier: string
  readonly maintenant: Date
}

/** What keeps messages from leaving. */
export const manqueDe = ({
  courriel,
  adresse,
}: Pick<DependancesDesTaches, 'courriel' | 'adresse'>): Moyens['manque'] => {
  if (courriel.unavailable !== null) return 'messagerie'
  return adresse() === null ? 'adresse' : null
}

/** Whether reminders leave by themselves, and between which hours. */
export const cadenceDe = (reglages: ValeursDeReglages): Cadence => ({
  estActive: reglages['echeances.relance-automatique'] === 1,
  des: reglages['echeances.relance-des'],
  jusquA: reglages['echeances.relance-jusqu-a'],
})

/** All the chase looks at beside the requests. Two statements. */
export async function lireMoyens(
  tx: Tx,
  { etablissementId, fuseau, calendrier, maintenant }: Lieu,
  manque: Moyens['manque'],
): Promise<Moyens> {
  const reglages = await lireReglages(tx, etablissementId)
  const cadence = cadenceDe(reglages)
  const aujourdHui = jourDe(maintenant, fuseau)
  return {
    cibles: ciblesDe(reglages),
    cadence,
    calendrier: obtenirCalendrier(calendrier),
    annuaire: await lireAnnuaire(tx, aujourdHui),
    manque,
    aujourdHui,
    departLe: jourDeDepart(maintenant, cadence, fuseau),
  }
}
