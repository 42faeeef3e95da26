import type { DossierId, EtablissementId, SituationDuLien, TacheId } from '#core/journal/domain/acteur.ts'
import type { TablesTaches } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Contact } from './domain/labels.ts'
import type { Envoi, NiveauDeRelance } from './domain/tache.ts'

const db = (tx: Tx) => tables<TablesTaches>(tx)

export interface LienTrouve {
  readonly tacheId: TacheId
  readonly dossierId: DossierId
  readonly etablissementId: EtablissementId
  readonly fuseau: string
  readonly calendrier: string
  readonly situation: SituationDuLien
}

/** What the digest of a token opens, before any perimeter exists; null when it is none of ours. */
export async function trouverLien(tx: Tx, empreinte: Buffer, maintenant: Date): Promise<LienTrouve | null> {
  const { rows } = await tx.query<LienTrouve>(
    `select tache_id as "tacheId", dossier_id as "dossierId", etablissement_id as "etablissementId", fuseau, calendrier,
            situation
       from taches.trouver_lien($1, $2)`,
    [empreinte, maintenant],
  )
  return rows[0] ?? null
}

/** Whom to call when a link says nothing of where it comes from; null when it could be several establishments. */
export async function trouverContactUnique(tx: Tx): Promise<(Contact & { readonly nom: string }) | null> {
  const { rows } = await tx.query<Contact & { readonly nom: string }>(
    'select nom, service_nom as "serviceNom", telephone from structures.trouver_contact_unique()',
  )
  return rows[0] ?? null
}

export async function insererLien(
  tx: Tx,
  lien: {
    readonly empreinte: Buffer
    readonly tacheId: string
    readonly creeA: Date
    readonly expireA: Date
  },
): Promise<void> {
  await db(tx).insertInto('taches.lien').values(lien).execute()
}

/** Closes every link of a request. */
export async function revoquerLiens(tx: Tx, tacheId: string, maintenant: Date): Promise<void> {
  await db(tx)
    .updateTable('taches.lien')
    .set({ revoqueA: maintenant })
    .where('tacheId', '=', tacheId)
    .where('revoqueA', 'is', null)
    .execute()
}

/** A wanted day put off keeps the links open as long: never a shorter time than was announced. */
export async function prolongerLiens(tx: Tx, tacheId: string, expireA: Date): Promise<void> {
  await db(tx)
    .updateTable('taches.lien')
    .set({ expireA })
    .where('tacheId', '=', tacheId)
    .where('revoqueA', 'is', null)
    .where('expireA', '<', expireA)
    .execute()
}

/** A link of this request that still opens it, by the digest of its token: when it closes. */
export async function trouverLienOuvert(
  tx: Tx,
  lien: { readonly tacheId: string; readonly empreinte: Buffer; readonly maintenant: Date },
): Promise<Date | null> {
  const ligne = await db(tx)
    .selectFrom('taches.lien')
    .select('expireA')
    .where('empreinte', '=', lien.empreinte)
    .where('tacheId', '=', lien.tacheId)
    .where('revoqueA', 'is', null)
    .where('expireA', '>', lien.maintenant)
    .executeTakeFirst()
  return ligne?.expireA ?? null
}

/** What became of one essai to send a link, and where it went. */
export async function noterEnvoiDuLien(
  tx: Tx,
  essai: {
    readonly id: string
    readonly tacheId: string
    readonly empreinte: Buffer
    readonly courriel: string
    readonly tenteA: Date
    readonly envoi: Exclude<Envoi, 'a-copier'>
  },
): Promise<void> {
  await db(tx).insertInto('taches.envoiDeLien').values(essai).execute()
  const { empreinte, envoi } = essai
  await db(tx).updateTable('taches.lien').set({ envoi }).where('empreinte', '=', empreinte).execute()
}

export interface LiensDeTache {
  /** until when one that is not revoked opens, in the past included; null when none does */
  readonly expireA: Date | null
  /** oldest first */
  readonly envois: readonly { readonly a: string; readonly tenteA: string; readonly envoi: Envoi }[]
  /** the last step of the chase that did not leave, when nothing was done since */
  readonly echec: EchecDeRelance | null
}

export interface EchecDeRelance {
  readonly niveau: NiveauDeRelance
  readonly jour: string
  readonly a: string
  readonly raison: string
}

const LIENS = `
select l.tache_id as "tacheId", max(l.expire_a) filter (where l.revoque_a is null) as "expireA",
  coalesce((select json_agg(json_build_object('a', e.courriel, 'tenteA', e.tente_a, 'envoi', e.envoi)
       order by e.tente_a, e.id) from taches.envoi_de_lien e where e.tache_id = l.tache_id), '[]') as envois,
  (select json_build_object('niveau', x.niveau, 'jour', r.jour, 'a', r.a_courriel, 'raison', r.raison)
     from taches.ligne_de_recapitulatif x join taches.recapitulatif r on r.id = x.recapitulatif_id
    where x.tache_id = l.tache_id and x.niveau is not null and r.envoi = 'echec' and r.conclu_a is not null
      and not exists (select 1 from taches.relance f where f.tache_id = l.tache_id and f.faite_a > r.tente_a)
    order by r.tente_a desc limit 1) as echec
from taches.lien l where l.tache_id = any($1) group by l.tache_id`

/** The links of each of these requests, and where they went. One statement. */
export async function listerLiens(
  tx: Tx,
  tacheIds: readonly string[],
): Promise<ReadonlyMap<string, LiensDeTache>> {
  if (tacheIds.length === 0) return new Map()
  const { rows } = await tx.query<LiensDeTache & { readonly tacheId: string }>(LIENS, [[...tacheIds]])
  return new Map(rows.map((l) => [l.tacheId, l]))
}
