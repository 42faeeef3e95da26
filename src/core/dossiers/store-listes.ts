import type { TablesAgents, TablesDossiers, TablesStructures } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import type { Criteres, Tri } from './contract-criteres.ts'
import { type AttenteVue, CODES_D_AGENDA, type CodeDAttente } from './domain/attente.ts'

type Tables = TablesAgents & TablesDossiers & TablesStructures

export interface DossierListe {
  readonly id: string
  readonly type: string
  readonly numero: string
  readonly objet: string
  readonly auteur: string
  readonly etat: string
  readonly estClos: boolean
  readonly classe: string
  readonly recuLe: string
  readonly closLe: string | null
  readonly version: number
  readonly priorite: string
  readonly prochaineEcheanceLe: string | null
  readonly prochaineEcheanceCode: string | null
  readonly assigneA: string | null
  readonly assigneNom: string | null
  readonly services: string[]
  readonly attentes: AttenteVue[]
  readonly etiquettes: { id: string; libelle: string }[]
  readonly deCoteJusquAu: string | null
}

/** Position in a list sorted by day then id: where the next page starts. */
export interface Repere {
  readonly le: string
  readonly id: string
}

/** Dossiers without a deadline come after all others. */
const SANS_ECHEANCE = 'infinity'

/** The order of a list. Urgency only orders what is open: a closed dossier has no deadline left. */
export const triDe = ({ tri, vue }: Pick<Criteres, 'tri' | 'vue'>): Tri =>
  tri === 'echeance' && (vue === 'tous' || vue === 'clos') ? 'recents' : tri

/** Where a dossier stands in that order. */
export const repereDe = (d: DossierListe, c: Criteres): Repere => ({
  le: triDe(c) === 'echeance' ? (d.prochaineEcheanceLe ?? SANS_ECHEANCE) : d.recuLe,
  id: d.id,
})

const lignes = (tx: Tx) =>
  tables<Tables>(tx)
    .selectFrom('dossiers.dossier as d')
    .leftJoin('agents.agent as a', 'a.id', 'd.assigneA')
    .select([
      'd.id',
      'd.type',
      'd.numero',
      'd.objet',
      'd.auteur',
      'd.etat',
      'd.estClos',
      'd.classe',
      'd.recuLe',
      'd.closLe',
      'd.version',
      'd.priorite',
      'd.prochaineEcheanceLe',
      'd.prochaineEcheanceCode',
      'd.assigneA',
      sql<string | null>`a.prenom || ' ' || a.nom`.as('assigneNom'),
      sql<
        string[]
      >`array(select s.nom from structures.structure s where s.id = any(d.services) order by s.cle_tri)`.as(
        'services',
      ),
      sql<
        AttenteVue[]
      >`(select coalesce(json_agg(json_build_object('code', w.code, 'de', w.de, 'pourLe', w.pour_le)
          order by w.pour_le nulls last, w.objet_id), '[]') from dossiers.attente w where w.dossier_id = d.id)`.as(
        'attentes',
      ),
      sql<
        DossierListe['etiquettes']
      >`(select coalesce(json_agg(json_build_object('id', t.id, 'libelle', t.libelle) order by t.cle), '[]')
          from dossiers.etiquetage g join dossiers.etiquette t on t.id = g.etiquette_id where g.dossier_id = d.id)`.as(
        'etiquettes',
      ),
      sql<
        string | null
      >`(select m.jusqu_au from dossiers.mise_de_cote m where m.dossier_id = d.id and m.agent_id = acces.agent())`.as(
        'deCoteJusquAu',
      ),
    ])

export interface Lecteur {
  readonly agentId: string
  readonly etablissementId: string
  readonly aujourdHui: string
}

function filtrees(tx: Tx, c: Criteres, lecteur: Lecteur) {
  // The establishment is already in the policy; naming it lets the planner follow the indexes that start with it.
  let q = lignes(tx).where('d.etablissementId', '=', lecteur.etablissementId)
  if (c.type !== undefined) q = q.where('d.type', '=', c.type)
  if (c.etat !== undefined) q = q.where('d.etat', '=', c.etat)
  if (c.assigneA !== undefined) q = q.where('d.assigneA', '=', c.assigneA)
  if (c.priorite !== undefined) q = q.where('d.priorite', '=', c.priorite)
  if (c.affaireId !== undefined) q = q.where('d.affaireId', '=', c.affaireId)
  const { attente, personneId } = c
  if (personneId !== undefined) {
    const siens = sql`select x.dossier_id from dossiers.participation x where x.personne_id = ${personneId}`
    q = q.where(sql<boolean>`d.id in (${siens})`)
  }
  if (attente !== undefined) {
    const attendus = sql`select w.dossier_id from dossiers.attente w
      where w.etablissement_id = ${lecteur.etablissementId} and w.code = ${attente}`
    q = q.where(sql<boolean>`d.id in (${attendus})`)
  }
  const { etiquetteId } = c
  if (etiquetteId !== undefined)
    q = q.where(
      sql<boolean>`d.id in (select g.dossier_id from dossiers.etiquetage g where g.etiquette_id = ${etiquetteId})`,
    )
  switch (c.vue) {
    case 'tous':
      return q
    case 'ouverts':
      return q.where('d.estClos', '=', false)
    case 'a-moi':
      return q
        .where('d.estClos', '=', false)
        .where('d.assigneA', '=', lecteur.agentId)
        .where(estEnVue(lecteur))
    case 'non-assignes':
      return q.where('d.estClos', '=', false).where('d.assigneA', 'is', null)
    case 'en-retard':
      return q.where('d.estClos', '=', false).where('d.prochaineEcheanceLe', '<', lecteur.aujourdHui)
    case 'de-cote':
      return q.where('d.estClos', '=', false).where(sql<boolean>`d.id in (${misesDeCote(lecteur)})`)
    case 'clos':
      return q.where('d.estClos', '=', true)
  }
}

/** What the reader put aside for longer than today. */
const misesDeCote = ({ agentId, aujourdHui }: Lecteur) =>
  sql`select m.dossier_id from dossiers.mise_de_cote m where m.agent_id = ${agentId} and m.jusqu_au > ${aujourdHui}`

/** What is late is never out of sight. */
const estEnVue = (lecteur: Lecteur) =>
  sql<boolean>`(coalesce(d.prochaine_echeance_le < ${lecteur.aujourdHui}, false) or d.id not in (${misesDeCote(lecteur)}))`

/** One page in the order asked for, after `apres` (keyset). Asks for `limite` rows exactly. */
export function listerDossiers(
  tx: Tx,
  c: Criteres,
  lecteur: Lecteur,
  apres: Repere | null,
  limite: number,
): Promise<DossierListe[]> {
  const tri = triDe(c)
  const { serviceId } = c
  if (tri === 'echeance') return listerParUrgence(tx, c, lecteur, apres, limite)
  if (serviceId !== undefined) return listerDuService(tx, c, lecteur, { serviceId, apres, limite })
  const sens = tri === 'anciens' ? 'asc' : 'desc'
  let q = filtrees(tx, c, lecteur)
  if (apres !== null) q = q.where(apresLe(sql`(d.recu_le, d.id)`, apres, sens))
  return q.orderBy('d.recuLe', sens).orderBy('d.id', sens).limit(limite).execute()
}

const apresLe = (place: ReturnType<typeof sql>, { le, id }: Repere, sens: 'asc' | 'desc') =>
  sens === 'asc'
    ? sql<boolean>`${place} > (${le}::date, ${id}::uuid)`
    : sql<boolean>`${place} < (${le}::date, ${id}::uuid)`

/** By service, the order comes from the attachment rows: their index serves filter and order at once. */
function listerDuService(
  tx: Tx,
  c: Criteres,
  lecteur: Lecteur,
  { serviceId, apres, limite }: { serviceId: string; apres: Repere | null; limite: number },
): Promise<DossierListe[]> {
  const sens = triDe(c) === 'anciens' ? 'asc' : 'desc'
  let q = filtrees(tx, c, lecteur)
    .innerJoin('dossiers.rattachement as r', 'r.dossierId', 'd.id')
    .where('r.structureId', '=', serviceId)
  if (apres !== null) q = q.where(apresLe(sql`(r.recu_le, r.dossier_id)`, apres, sens))
  return q.orderBy('r.recuLe', sens).orderBy('r.dossierId', sens).limit(limite).execute()
}

/** Open dossiers by their next deadline: `dossier_urgence_idx`, whose expression this repeats. */
function listerParUrgence(
  tx: Tx,
  c: Criteres,
  lecteur: Lecteur,
  apres: Repere | null,
  limite: number,
): Promise<DossierListe[]> {
  const { serviceId } = c
  const urgence = sql`coalesce(d.prochaine_echeance_le, 'infinity'::date)`
  let q = filtrees(tx, c, lecteur)
  if (serviceId !== undefined) q = q.where(sql<boolean>`${serviceId}::uuid = any(d.services)`)
  if (apres !== null) q = q.where(apresLe(sql`(${urgence}, d.id)`, apres, 'asc'))
  return q.orderBy(urgence).orderBy('d.id').limit(limite).execute()
}

/** Part of the rows of some ids, within the perimeter and the filters, in the order of the ids. */
export function listerDossiersParIds(
  tx: Tx,
  ids: readonly string[],
  c: Criteres,
  lecteur: Lecteur,
  { depart, limite }: { depart: number; limite: number },
): Promise<DossierListe[]> {
  if (ids.length === 0) return Promise.resolve([])
  let q = filtrees(tx, c, lecteur).where(sql<boolean>`d.id = any(${ids}::uuid[])`)
  const { serviceId } = c
  if (serviceId !== undefined) q = q.where(sql<boolean>`${serviceId}::uuid = any(d.services)`)
  return q.orderBy(sql`array_position(${ids}::uuid[], d.id)`).limit(limite).offset(depart).execute()
}

/** Open dossiers whose next deadline is on or before a day, most urgent first. */
export function listerEcheancesJusquAu(
  tx: Tx,
  lecteur: Lecteur,
  jour: string,
  limite: number,
): Promise<DossierListe[]> {
  return lignes(tx)
    .where('d.etablissementId', '=', lecteur.etablissementId)
    .where('d.estClos', '=', false)
    .where('d.prochaineEcheanceLe', 'is not', null)
    .where('d.prochaineEcheanceLe', '<=', jour)
    .where(estEnVue(lecteur))
    .orderBy('d.prochaineEcheanceLe')
    .orderBy('d.id')
    .limit(limite)
    .execute()
}

/** Open dossiers of these agents, the most urgent of each first: so many for each at most. */
export function listerDossiersConfies(
  tx: Tx,
  lecteur: Lecteur,
  agentIds: readonly string[],
  limite: number,
): Promise<DossierListe[]> {
  const choisis = sql`select x.id from unnest(${agentIds}::uuid[]) as a (id) cross join lateral (
      select e.id from dossiers.dossier e
       where e.assigne_a = a.id and not e.est_clos order by e.prochaine_echeance_le, e.id limit ${limite}) x`
  return lignes(tx)
    .where('d.etablissementId', '=', lecteur.etablissementId)
    .where(sql<boolean>`d.id in (${choisis})`)
    .orderBy('d.prochaineEcheanceLe')
    .orderBy('d.id')
    .execute()
}

/** A wait with the dossier it is about. */
export interface AttenteListee {
  readonly dossierId: string
  readonly type: string
  readonly numero: string
  readonly objet: string
  readonly code: CodeDAttente
  readonly de: string
  readonly pourLe: string | null
}

/** Waits of the establishment, with the dossier they are about. */
const attentesDe = (tx: Tx, { etablissementId }: Lecteur) =>
  tables<Tables>(tx)
    .selectFrom('dossiers.attente as w')
    .innerJoin('dossiers.dossier as d', 'd.id', 'w.dossierId')
    .select(['w.dossierId', 'd.type', 'd.numero', 'd.objet', 'w.de', 'w.pourLe'])
    .select(sql<CodeDAttente>`w.code`.as('code'))
    .where('w.etablissementId', '=', etablissementId)

/** What is awaited, the most urgent first: from the reader (`de` 'moi'), or from everyone else. The agenda is apart. */
export async function listerAttentes(
  tx: Tx,
  lecteur: Lecteur,
  de: 'moi' | 'les-autres',
  limite: number,
): Promise<AttenteListee[]> {
  const attentes = attentesDe(tx, lecteur).where('w.code', 'not in', [...CODES_D_AGENDA])
  const choisies =
    de === 'moi'
      ? attentes.where('w.agentId', '=', lecteur.agentId)
      : attentes.where(sql<boolean>`w.agent_id is distinct from ${lecteur.agentId}::uuid`)
  return choisies.orderBy('w.pourLe').orderBy('w.dossierId').limit(limite).execute()
}

/** A call back or an appointment, with whom it is for. */
export interface LigneDAgenda extends AttenteListee {
  readonly auteur: string
  readonly heure: string | null
  readonly agentId: string | null
}

/** What was promised to someone up to a day: the reader's own first, then the most urgent, hour by hour. */
export async function listerAgenda(
  tx: Tx,
  lecteur: Lecteur,
  jusquAu: string,
  limite: number,
): Promise<LigneDAgenda[]> {
  return attentesDe(tx, lecteur)
    .select(['d.auteur', 'w.heure', 'w.agentId'])
    .where('w.code', 'in', [...CODES_D_AGENDA])
    .where('w.pourLe', '<=', jusquAu)
    .orderBy(sql`w.agent_id is distinct from ${lecteur.agentId}::uuid`)
    .orderBy('w.pourLe')
    .orderBy(sql`w.heure nulls last`)
    .orderBy('w.objetId')
    .limit(limite)
    .execute()
}

/** Open dossiers nobody has taken, newest first. */
export function listerNonAssignes(tx: Tx, lecteur: Lecteur, limite: number): Promise<DossierListe[]> {
  return lignes(tx)
    .where('d.etablissementId', '=', lecteur.etablissementId)
    .where('d.estClos', '=', false)
    .where('d.assigneA', 'is', null)
    .orderBy('d.recuLe', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limite)
    .execute()
}

export interface Compteurs {
  readonly enRetard: number
  readonly aujourdHui: number
  readonly ouverts: number
  readonly nonAssignes: number
}

/** The four figures of the home, each counted up to `plafond` only: past it, « plus de » is enough and stays cheap. */
export async function compterOuverts(tx: Tx, lecteur: Lecteur, plafond: number): Promise<Compteurs> {
  const { etablissementId: e, aujourdHui: j } = lecteur
  const { rows } = await tx.query<{
    en_retard: number
    aujourd_hui: number
    ouverts: number
    non_assignes: number
  }>(
    `select
       (select count(*) from (select 1 from dossiers.dossier where etablissement_id = $1 and not est_clos
          and prochaine_echeance_le is not null and prochaine_echeance_le < $2 limit $3) x) as en_retard,
       (select count(*) from (select 1 from dossiers.dossier where etablissement_id = $1 and not est_clos
          and prochaine_echeance_le is not null and prochaine_echeance_le = $2 limit $3) x) as aujourd_hui,
       (select count(*) from (select 1 from dossiers.dossier where etablissement_id = $1 and not est_clos limit $3) x) as ouverts,
       (select count(*) from (select 1 from dossiers.dossier where etablissement_id = $1 and not est_clos
          and assigne_a is null limit $3) x) as non_assignes`,
    [e, j, plafond],
  )
  const r = rows[0]
  return {
    enRetard: r?.en_retard ?? 0,
    aujourdHui: r?.aujourd_hui ?? 0,
    ouverts: r?.ouverts ?? 0,
    nonAssignes: r?.non_assignes ?? 0,
  }
}
