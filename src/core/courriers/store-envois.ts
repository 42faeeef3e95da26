import type { TablesCourriers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { EtatDEnvoi, ModeDEnvoi } from './domain/etat.ts'
import type { SuiteDuRecommande } from './domain/rules.ts'

const db = (tx: Tx) => tables<TablesCourriers>(tx)

export interface EnvoiAInserer {
  readonly id: string
  readonly courrierId: string
  readonly dossierId: string
  readonly versionId: string
  readonly mode: ModeDEnvoi
  readonly etat: EtatDEnvoi
  readonly envoyeLe: string | null
  readonly tenteA: Date
  readonly par: string
  readonly messageId: string | null
  readonly destinataire: string
  readonly numero: string | null
  readonly remisA: string | null
}

export async function insererEnvoi(tx: Tx, envoi: EnvoiAInserer): Promise<void> {
  await db(tx)
    .insertInto('courriers.envoi')
    .values({
      ...envoi,
      decideA: null,
      decidePar: null,
      faitId: null,
      deposeLe: null,
      aviseLe: null,
      distribueLe: null,
      retourneLe: null,
      preuvePieceId: null,
    })
    .execute()
}

/** What became of an attempt; the day is the letter's own when it left. */
export async function conclureEnvoi(
  tx: Tx,
  envoi: { readonly id: string; readonly courrierId: string },
  conclusion: {
    readonly etat: EtatDEnvoi
    readonly envoyeLe: string | null
    readonly raison: string
    readonly decideA: Date | null
    readonly decidePar: string | null
  },
): Promise<void> {
  await db(tx).updateTable('courriers.envoi').set(conclusion).where('id', '=', envoi.id).execute()
  if (conclusion.envoyeLe !== null) await daterCourrier(tx, envoi.courrierId, conclusion.envoyeLe)
}

export async function daterCourrier(tx: Tx, courrierId: string, envoyeLe: string): Promise<void> {
  await db(tx).updateTable('courriers.courrier').set({ envoyeLe }).where('id', '=', courrierId).execute()
}

export async function lierLeFait(tx: Tx, envoiId: string, faitId: string): Promise<void> {
  await db(tx).updateTable('courriers.envoi').set({ faitId }).where('id', '=', envoiId).execute()
}

/**
 * The sending a fact tells, with when its version was made, the day it was signed and the first day the post did something
 * of it; null when the fact tells none.
 */
export async function trouverEnvoiDuFait(
  tx: Tx,
  faitId: string,
): Promise<{
  id: string
  courrierId: string
  produitA: Date
  signeLe: string | null
  suiviLe: string | null
} | null> {
  const envoi = await db(tx)
    .selectFrom('courriers.envoi as e')
    .innerJoin('courriers.version as v', 'v.id', 'e.versionId')
    .leftJoin('courriers.signature as s', 's.courrierId', 'e.courrierId')
    .select(['e.id', 'e.courrierId', 'v.produitA', 's.signeLe'])
    .select(['e.deposeLe', 'e.aviseLe', 'e.distribueLe', 'e.retourneLe'])
    .where('e.faitId', '=', faitId)
    .executeTakeFirst()
  if (envoi === undefined) return null
  const { deposeLe, aviseLe, distribueLe, retourneLe, ...reste } = envoi
  const jours = [deposeLe, aviseLe, distribueLe, retourneLe].filter((jour) => jour !== null)
  return { ...reste, suiviLe: jours.toSorted()[0] ?? null }
}

export async function redaterEnvoi(
  tx: Tx,
  envoi: { readonly id: string; readonly courrierId: string },
  { envoyeLe, faitId }: { readonly envoyeLe: string; readonly faitId: string },
): Promise<void> {
  await db(tx).updateTable('courriers.envoi').set({ envoyeLe, faitId }).where('id', '=', envoi.id).execute()
  await daterCourrier(tx, envoi.courrierId, envoyeLe)
}

const COLONNE_DE_SUITE = {
  depose: 'deposeLe',
  avise: 'aviseLe',
  distribue: 'distribueLe',
  retourne: 'retourneLe',
} as const satisfies Record<SuiteDuRecommande, string>

export async function ecrireSuite(
  tx: Tx,
  envoiId: string,
  suite: SuiteDuRecommande,
  le: string,
): Promise<void> {
  await db(tx)
    .updateTable('courriers.envoi')
    .set({ [COLONNE_DE_SUITE[suite]]: le })
    .where('id', '=', envoiId)
    .execute()
}

export async function ecrirePreuve(tx: Tx, envoiId: string, pieceId: string): Promise<void> {
  await db(tx)
    .updateTable('courriers.envoi')
    .set({ preuvePieceId: pieceId })
    .where('id', '=', envoiId)
    .execute()
}
