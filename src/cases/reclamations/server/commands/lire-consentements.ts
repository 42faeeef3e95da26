import { aConsentiParEcrit, type Participant } from '#core/personnes/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Consentements, soignesDe } from '../../domain/transmission.ts'

/** Who agreed in writing that health data leave, that day, among the people cared for. One statement a person. */
export async function lireConsentements(
  tx: Tx,
  dossierId: string,
  personnes: readonly Participant[],
  le: string,
): Promise<Consentements> {
  const soignes = soignesDe(personnes)
  const manquants: string[] = []
  for (const { id: personneId, prenom, nom } of soignes) {
    const objet = 'acces-aux-donnees-de-sante'
    if (!(await aConsentiParEcrit(tx, { personneId, dossierId, objet, le })))
      manquants.push(`${prenom} ${nom}`.trim())
  }
  return { attendus: soignes.length, manquants }
}
