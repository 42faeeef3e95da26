import type { TablesPersonnes } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesPersonnes>(tx)

export type NouveauConsentement = Omit<
  TablesPersonnes['personnes.consentement'],
  'donneLe' | 'retireLe' | 'pieceId'
> & { readonly donneLe: string }

export async function insererConsentement(tx: Tx, consentement: NouveauConsentement): Promise<void> {
  await db(tx).insertInto('personnes.consentement').values(consentement).execute()
}

export function listerConsentementsEnBase(tx: Tx, personneId: string) {
  return db(tx)
    .selectFrom('personnes.consentement')
    .select(['id', 'objet', 'forme', 'donneLe', 'retireLe', 'dossierId'])
    .where('personneId', '=', personneId)
    .orderBy('donneLe', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/** Written consents for an object, given for this dossier or for all, in force on a day. */
export async function compterConsentements(
  tx: Tx,
  a: { readonly personneId: string; readonly dossierId: string; readonly objet: string; readonly le: string },
): Promise<number> {
  const { n } = await db(tx)
    .selectFrom('personnes.consentement')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('personneId', '=', a.personneId)
    .where('objet', '=', a.objet)
    .where('forme', '=', 'ecrit')
    .where('donneLe', '<=', a.le)
    .where((eb) => eb.or([eb('retireLe', 'is', null), eb('retireLe', '>', a.le)]))
    .where((eb) => eb.or([eb('dossierId', 'is', null), eb('dossierId', '=', a.dossierId)]))
    .executeTakeFirstOrThrow()
  return n
}

/** Those of these people with a consent for an object, whatever its form, in force on a day. */
export async function listerConsentantes(
  tx: Tx,
  a: {
    readonly personneIds: readonly string[]
    readonly dossierId: string
    readonly objet: string
    readonly le: string
  },
): Promise<string[]> {
  const lignes = await db(tx)
    .selectFrom('personnes.consentement')
    .select('personneId')
    .distinct()
    .where('personneId', 'in', [...a.personneIds])
    .where('objet', '=', a.objet)
    .where('donneLe', '<=', a.le)
    .where((eb) => eb.or([eb('retireLe', 'is', null), eb('retireLe', '>', a.le)]))
    .where((eb) => eb.or([eb('dossierId', 'is', null), eb('dossierId', '=', a.dossierId)]))
    .execute()
  return lignes.map(({ personneId }) => personneId)
}

export interface ConsentementEnBase {
  readonly donneLe: string
  readonly retireLe: string | null
  readonly dossierId: string | null
}

export async function verrouillerConsentement(tx: Tx, id: string): Promise<ConsentementEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('personnes.consentement')
    .select(['donneLe', 'retireLe', 'dossierId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return ligne ?? null
}

export async function inscrireRetrait(tx: Tx, id: string, retireLe: string): Promise<void> {
  await db(tx).updateTable('personnes.consentement').set({ retireLe }).where('id', '=', id).execute()
}

export interface SituationDePersonne {
  readonly estConnue: boolean
  /** true when no dossier is given */
  readonly estDansLeDossier: boolean
}

/** What must hold before a consent is recorded: the person is seen, and is in that dossier. One statement. */
export async function situerPersonne(
  tx: Tx,
  id: string,
  dossierId: string | null,
): Promise<SituationDePersonne> {
  const { rows } = await tx.query<SituationDePersonne>(
    `select exists (select 1 from personnes.personne p where p.id = $1) as "estConnue",
            $2::uuid is null or exists (select 1 from dossiers.participation x
                                         where x.personne_id = $1 and x.dossier_id = $2) as "estDansLeDossier"`,
    [id, dossierId],
  )
  return rows[0] ?? { estConnue: false, estDansLeDossier: false }
}

/** The legal day of an instant in a zone, 'YYYY-MM-DD'. */
export async function calculerJour(tx: Tx, instant: Date, fuseau: string): Promise<string> {
  const { rows } = await tx.query<{ jour: string }>(
    'select ($1::timestamptz at time zone $2::text)::date as jour',
    [instant, fuseau],
  )
  return rows[0]?.jour ?? ''
}
