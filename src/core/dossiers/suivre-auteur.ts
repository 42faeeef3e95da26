import type { Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { attendUnAuteur, faitSurLAuteur } from './domain/auteur.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import { aUnAuteur } from './store.ts'
import { insererFait, listerFaits } from './store-faits.ts'

export interface SuiviDeLAuteur {
  readonly dossierId: string
  readonly type: TypeDeDossier
  /** the day it became known or unknown */
  readonly survenuLe: string
  readonly maintenant: Date
  /** null for a job */
  readonly agentId: string | null
}

/**
 * Records that the author became known, or unknown, when the people of the dossier say otherwise than its facts. True when
 * they did: the deadlines are then to be computed again.
 */
export async function suivreLAuteur(tx: Tx, s: SuiviDeLAuteur): Promise<boolean> {
  const { dossierId, type, survenuLe, maintenant, agentId } = s
  if (!attendUnAuteur(type)) return false
  const connu = await aUnAuteur(tx, dossierId)
  const code = faitSurLAuteur(type, await listerFaits(tx, dossierId), connu)
  if (code === null) return false
  await insererFait(tx, {
    id: uuidv7(maintenant.getTime()),
    dossierId,
    code,
    survenuLe,
    survenuA: null,
    enregistreA: maintenant,
    agentId,
    details: {},
    rectifie: null,
    motif: null,
  })
  return true
}
