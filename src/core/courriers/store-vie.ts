import type { TablesCourriers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Signataire } from './domain/signataire.ts'

const db = (tx: Tx) => tables<TablesCourriers>(tx)

type Ligne<T extends keyof TablesCourriers> = TablesCourriers[T]

export async function insererCourrier(
  tx: Tx,
  courrier: Omit<
    Ligne<'courriers.courrier'>,
    | 'version'
    | 'envoyeLe'
    | 'abandonneA'
    | 'abandonnePar'
    | 'abandonMotif'
    | 'destinataireNom'
    | 'destinataireCourriel'
    | 'mentionsExigees'
  > & {
    readonly mentionsExigees: unknown
    readonly destinataireNom: string
    readonly destinataireCourriel: string
  },
): Promise<void> {
  const { mentions, mentionsExigees } = courrier
  await db(tx)
    .insertInto('courriers.courrier')
    .values({
      ...courrier,
      mentions: JSON.stringify(mentions),
      mentionsExigees: JSON.stringify(mentionsExigees),
      envoyeLe: null,
    })
    .execute()
}

export interface VersionAInserer {
  readonly id: string
  readonly courrierId: string
  readonly dossierId: string
  readonly rang: number
  readonly origine: 'fusion' | 'reimport'
  readonly pieceId: string
  readonly sha256: string
  readonly estSansIdentite: boolean
  readonly produitA: Date
  readonly produitPar: string | null
}

export async function insererVersion(tx: Tx, version: VersionAInserer): Promise<void> {
  await db(tx)
    .insertInto('courriers.version')
    .values({ ...version, pdfPieceId: null, pdfOrigine: null })
    .execute()
}

/** Keeps the letter from another write until the transaction ends. */
export async function bloquerCourrier(tx: Tx, id: string): Promise<void> {
  await db(tx).selectFrom('courriers.courrier').select('id').where('id', '=', id).forUpdate().execute()
}

/** A new version number of the letter, which who had read the previous one must see; and the file it now is. */
export async function avancerCourrier(tx: Tx, id: string, pieceId?: string): Promise<number> {
  const { version } = await db(tx)
    .updateTable('courriers.courrier')
    .set((eb) => ({ version: eb('version', '+', 1), ...(pieceId === undefined ? {} : { pieceId }) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function ecrirePdf(
  tx: Tx,
  versionId: string,
  pdf: { readonly pieceId: string; readonly origine: 'conversion' | 'depot' },
): Promise<void> {
  await db(tx)
    .updateTable('courriers.version')
    .set({ pdfPieceId: pdf.pieceId, pdfOrigine: pdf.origine })
    .where('id', '=', versionId)
    .execute()
}

/** Visas that wait on a letter wait no more: asked of someone else, or of a version that is no longer the last one. */
export async function annulerVisasEnAttente(tx: Tx, courrierId: string, maintenant: Date): Promise<void> {
  await db(tx)
    .updateTable('courriers.visa')
    .set({ annuleA: maintenant })
    .where('courrierId', '=', courrierId)
    .where('decision', 'is', null)
    .where('annuleA', 'is', null)
    .execute()
}

export async function insererVisa(
  tx: Tx,
  visa: Pick<
    Ligne<'courriers.visa'>,
    'id' | 'courrierId' | 'dossierId' | 'versionId' | 'agentId' | 'message' | 'demandeA' | 'demandePar'
  >,
): Promise<void> {
  await db(tx)
    .insertInto('courriers.visa')
    .values({ ...visa, decision: null, decideA: null, annuleA: null })
    .execute()
}

export async function ecrireDecision(
  tx: Tx,
  visaId: string,
  decision: Pick<Ligne<'courriers.visa'>, 'decision' | 'decideA'> & { readonly commentaire: string },
): Promise<void> {
  await db(tx).updateTable('courriers.visa').set(decision).where('id', '=', visaId).execute()
}

export async function insererSignature(tx: Tx, signature: Ligne<'courriers.signature'>): Promise<void> {
  await db(tx).insertInto('courriers.signature').values(signature).execute()
}

export async function abandonnerCourriers(
  tx: Tx,
  ids: readonly string[],
  abandon: { readonly a: Date; readonly par: string | null; readonly motif: string },
): Promise<void> {
  if (ids.length === 0) return
  await db(tx)
    .updateTable('courriers.courrier')
    .set({ abandonneA: abandon.a, abandonnePar: abandon.par, abandonMotif: abandon.motif })
    .where('id', 'in', [...ids])
    .execute()
}

/** Delegations of the establishment, oldest first, closed ones included. One statement. */
export async function listerSignatairesEnBase(tx: Tx): Promise<Signataire[]> {
  return db(tx)
    .selectFrom('courriers.signataire')
    .select(['id', 'agentId', 'nom', 'qualite', 'delegation', 'depuis', 'jusquAu', 'codes', 'closLe'])
    .orderBy('creeA')
    .orderBy('id')
    .execute()
}

export async function insererSignataire(
  tx: Tx,
  s: Omit<Signataire, 'closLe' | 'codes'> & {
    readonly codes: string[] | null
    readonly etablissementId: string
    readonly creeA: Date
    readonly creePar: string
  },
): Promise<void> {
  await db(tx)
    .insertInto('courriers.signataire')
    .values({ ...s, closLe: null, closPar: null })
    .execute()
}

/** False when there is no such delegation, or it is closed already. */
export async function cloreSignataireEnBase(
  tx: Tx,
  id: string,
  { closLe, closPar }: { readonly closLe: string; readonly closPar: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('courriers.signataire')
    .set({ closLe, closPar })
    .where('id', '=', id)
    .where('closLe', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
