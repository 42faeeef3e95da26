import { indexerParties } from '#core/dossiers/index.ts'
import type { TablesReclamations } from '#db/tables.generated.ts'
import { type Selectable, sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { CONSTATS, type Constat, GRAVITES, type Gravite, type Passage } from '../domain/griefs.ts'
import type { Nomme } from './store.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

export interface Qualification {
  readonly motif: string
  readonly typologie: string
  readonly serviceId: string | null
  readonly gravite: Gravite
  readonly intitule: string
  readonly passage: (Passage & { readonly citation: string }) | null
}

export interface Grief {
  readonly id: string
  readonly rang: number
  readonly motif: string
  readonly typologie: string
  readonly service: Nomme | null
  readonly gravite: Gravite
  readonly intitule: string
  readonly passage: Passage | null
  readonly citation: string
  readonly constat: Constat | null
  /** why, for the hospital only */
  readonly motivation: string
  /** the words for the person */
  readonly reponse: string
  readonly version: number
  readonly retrait: { readonly le: Date; readonly par: string | null; readonly motif: string } | null
}

const GRIEFS = `
select g.id, g.dossier_id as "dossierId", g.rang, g.motif, g.typologie, g.gravite, g.intitule, g.recit_id as "recitId", g.debut, g.fin,
  json_build_array(g.citation) as citations, g.constat, g.motivation, g.reponse, g.version,
  g.service_id as "serviceId", s.nom as "serviceNom",
  g.retire_a as "retireA", g.retrait_motif as "retraitMotif", a.prenom || ' ' || a.nom as "retirePar"
from reclamations.grief g
  left join structures.structure s on s.id = g.service_id
  left join agents.agent a on a.id = g.retire_par`
const DU_DOSSIER = `${GRIEFS} where g.dossier_id = $1`

interface Ligne {
  readonly id: string
  readonly dossierId: string
  readonly rang: number
  readonly motif: string
  readonly typologie: string
  readonly gravite: number
  readonly intitule: string
  readonly recitId: string | null
  readonly debut: number | null
  readonly fin: number | null
  readonly citations: readonly [string]
  readonly constat: string | null
  readonly motivation: string
  readonly reponse: string
  readonly version: number
  readonly serviceId: string | null
  readonly serviceNom: string | null
  readonly retireA: Date | null
  readonly retraitMotif: string | null
  readonly retirePar: string | null
}

const passageDe = ({ recitId, debut, fin }: Ligne): Passage | null =>
  recitId === null || debut === null || fin === null ? null : { recitId, debut, fin }

function versGrief(l: Ligne): Grief {
  const { id, rang, motif, typologie, intitule, motivation, reponse, version } = l
  return {
    id,
    rang,
    motif,
    typologie,
    intitule,
    motivation,
    reponse,
    version,
    gravite: GRAVITES.find((g) => g === l.gravite) ?? 1,
    constat: CONSTATS.find((c) => c === l.constat) ?? null,
    service: l.serviceId === null ? null : { id: l.serviceId, nom: l.serviceNom ?? '' },
    passage: passageDe(l),
    citation: l.citations[0],
    retrait: l.retireA === null ? null : { le: l.retireA, par: l.retirePar, motif: l.retraitMotif ?? '' },
  }
}

/** The griefs of a complaint that this acteur may read, by number; those withdrawn are apart, last withdrawn first. */
export async function listerGriefs(
  tx: Tx,
  dossierId: string,
): Promise<{ readonly griefs: readonly Grief[]; readonly retires: readonly Grief[] }> {
  const { rows } = await tx.query<Ligne>(`${DU_DOSSIER} order by g.rang, g.id`, [dossierId])
  const tous = rows.map(versGrief)
  return {
    griefs: tous.filter((g) => g.retrait === null),
    retires: tous
      .filter((g) => g.retrait !== null)
      .toSorted((a, b) => Number(b.retrait?.le ?? 0) - Number(a.retrait?.le ?? 0)),
  }
}

/** The griefs that stand of several complaints, by complaint then number, as far as this acteur may read them. */
export async function listerGriefsDe(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Grief[]>> {
  const { rows } = await tx.query<Ligne>(
    `${GRIEFS} where g.dossier_id = any($1) and g.retire_a is null order by g.dossier_id, g.rang, g.id`,
    [[...dossierIds]],
  )
  return new Map(
    [...Map.groupBy(rows, (l) => l.dossierId)].map(([id, lignes]) => [id, lignes.map(versGrief)]),
  )
}

/** What a conflict shows beside what was typed. */
const actuelDe = (g: Grief) => ({
  version: g.version,
  motif: g.motif,
  typologie: g.typologie,
  serviceId: g.service?.id ?? null,
  gravite: g.gravite,
  intitule: g.intitule,
  citation: g.citation,
  constat: g.constat,
  motivation: g.motivation,
  reponse: g.reponse,
})

/**
 * One grief, its row locked for a change. 404 outside the dossier or the perimeter; 409 `stale`, with what it is now, when
 * someone was faster.
 */
export async function verrouillerGrief(
  tx: Tx,
  { dossierId, id, version }: { readonly dossierId: string; readonly id: string; readonly version: number },
): Promise<Grief> {
  const { rows } = await tx.query<Ligne>(`${DU_DOSSIER} and g.id = $2 for update of g`, [dossierId, id])
  const [ligne] = rows
  if (ligne === undefined) throw new AppError('not-found')
  const grief = versGrief(ligne)
  if (grief.version !== version) throw new AppError('stale', { actuel: actuelDe(grief) })
  return grief
}

const colonnesDe = ({ passage, ...reste }: Qualification) => ({
  ...reste,
  recitId: passage?.recitId ?? null,
  debut: passage?.debut ?? null,
  fin: passage?.fin ?? null,
  citation: passage?.citation ?? '',
})

/** Adds a grief after those that stand; gives its number. The dossier must have been locked before. */
export async function insererGrief(
  tx: Tx,
  grief: Qualification & { id: string; dossierId: string; creeA: Date; creePar: string },
): Promise<number> {
  const { id, dossierId, creeA, creePar, ...qualification } = grief
  const { rang, ...insere } = await db(tx)
    .insertInto('reclamations.grief')
    .values({
      id,
      dossierId,
      creeA,
      creePar,
      ...colonnesDe(qualification),
      rang: sql<number>`(select count(*) + 1 from reclamations.grief g
        where g.dossier_id = ${dossierId} and g.retire_a is null)`,
    })
    .returning(['rang', ...CE_QUI_SE_CHERCHE])
    .executeTakeFirstOrThrow()
  await indexerGrief(tx, insere)
  return rang
}

type Changement =
  | { readonly qualification: Qualification }
  | { readonly constat: Constat | null; readonly motivation: string; readonly reponse: string }
  | { readonly retireA: Date | null; readonly retirePar: string | null; readonly retraitMotif: string | null }

/** Writes a change and gives the new version. The row must have been locked before. */
export async function changerGrief(tx: Tx, id: string, changement: Changement): Promise<number> {
  const colonnes = 'qualification' in changement ? colonnesDe(changement.qualification) : changement
  const { version, ...change } = await db(tx)
    .updateTable('reclamations.grief')
    .set((eb) => ({ ...colonnes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning(['version', ...CE_QUI_SE_CHERCHE])
    .executeTakeFirstOrThrow()
  await indexerGrief(tx, change)
  return version
}

const CE_QUI_SE_CHERCHE = [
  'id',
  'dossierId',
  'serviceId',
  'intitule',
  'motivation',
  'reponse',
  'retireA',
] as const
type GriefCherche = Pick<
  Selectable<TablesReclamations['reclamations.grief']>,
  (typeof CE_QUI_SE_CHERCHE)[number]
>

/** A grief is found by who reads it; what was found and will be said, by who works on every dossier. Withdrawn, it is not. */
async function indexerGrief(tx: Tx, g: GriefCherche): Promise<void> {
  const commun = { objetId: g.id }
  const si = (texte: string): string => (g.retireA === null ? texte : '')
  await indexerParties(tx, g.dossierId, [
    {
      ...commun,
      source: 'grief',
      audience: 'suivi',
      structureId: g.serviceId,
      lieu: '',
      texte: si(g.intitule),
    },
    {
      ...commun,
      source: 'constat',
      audience: 'departement',
      structureId: null,
      lieu: g.intitule,
      texte: si(`${g.motivation}\n${g.reponse}`),
    },
  ])
}

/** Numbers the griefs from 1 in the order given. A number is where a grief stands, not what it says: no new version. */
export async function numeroterGriefs(tx: Tx, dossierId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update reclamations.grief g set rang = o.rang
       from unnest($2::uuid[]) with ordinality as o (id, rang)
      where g.id = o.id and g.dossier_id = $1 and g.rang <> o.rang`,
    [dossierId, [...ids]],
  )
}
