import type { TablesStructures, TablesTaches } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Envoi, EtatDeTache, NatureDeTache, NiveauDeRelance } from './domain/tache.ts'

// Of structures, only how one is shown.
const db = (tx: Tx) => tables<TablesTaches & Pick<TablesStructures, 'structures.structure'>>(tx)

const COLONNES = [
  't.id',
  't.dossierId',
  't.etablissementId',
  't.nature',
  't.structureId',
  't.destinataireNom',
  't.destinataireFonction',
  't.destinataireCourriel',
  't.demandeur',
  't.objet',
  't.message',
  't.demandeeLe',
  't.pourLe',
  't.etat',
  't.repondueA',
  't.reponduePar',
  't.repondantNom',
  't.repondantFonction',
  't.reponse',
  't.annuleeA',
  't.annulationMotif',
  't.relancesSuspenduesA',
  't.relancesSuspenduesMotif',
  't.version',
] as const

export interface TacheEnBase {
  readonly id: string
  readonly dossierId: string
  readonly etablissementId: string
  readonly nature: NatureDeTache
  readonly structureId: string | null
  readonly structureNom: string | null
  readonly structureFermeLe: string | null
  readonly destinataireNom: string
  readonly destinataireFonction: string
  readonly destinataireCourriel: string
  readonly demandeur: string
  readonly objet: string
  readonly message: string
  readonly demandeeLe: string
  readonly pourLe: string
  readonly etat: EtatDeTache
  readonly repondueA: Date | null
  readonly reponduePar: string | null
  readonly repondantNom: string
  readonly repondantFonction: string
  readonly reponse: string
  readonly annuleeA: Date | null
  readonly annulationMotif: string
  readonly relancesSuspenduesA: Date | null
  readonly relancesSuspenduesMotif: string
  readonly version: number
}

type Ligne = Omit<TacheEnBase, 'nature' | 'etat'> & { readonly nature: string; readonly etat: string }
const versTache = (ligne: Ligne): TacheEnBase => ({
  ...ligne,
  nature: ligne.nature as NatureDeTache,
  etat: ligne.etat as EtatDeTache,
})

const selectionner = (tx: Tx) =>
  db(tx)
    .selectFrom('taches.tache as t')
    .leftJoin('structures.structure as s', 's.id', 't.structureId')
    .select([...COLONNES, 's.nom as structureNom', 's.fermeLe as structureFermeLe'])

export async function trouverTache(tx: Tx, id: string): Promise<TacheEnBase | null> {
  const ligne = await selectionner(tx).where('t.id', '=', id).executeTakeFirst()
  return ligne === undefined ? null : versTache(ligne)
}

/** Throws `not-found` outside the perimeter. */
export async function obtenirTache(tx: Tx, id: string): Promise<TacheEnBase> {
  const tache = await trouverTache(tx, id)
  if (tache === null) throw new AppError('not-found')
  return tache
}

/** The dossier of a request, to be locked before it: always in that order. Throws `not-found`. */
export async function obtenirDossierDeLaTache(tx: Tx, id: string): Promise<string> {
  return (await obtenirTache(tx, id)).dossierId
}

/** Locks a request for a change. 409 `stale` when someone was faster; no version: whatever it is now. */
export async function verrouillerTache(tx: Tx, id: string, version: number | null): Promise<TacheEnBase> {
  await db(tx).selectFrom('taches.tache').select('id').where('id', '=', id).forUpdate().execute()
  const tache = await obtenirTache(tx, id)
  if (version === null || version === tache.version) return tache
  throw new AppError('stale', {
    message: 'Quelqu’un a modifié cette demande entre-temps. Rechargez la page.',
    actuel: { version: tache.version, etat: tache.etat, pourLe: tache.pourLe },
  })
}

/** Oldest first. */
export async function listerTachesDuDossier(tx: Tx, dossierId: string): Promise<TacheEnBase[]> {
  const lignes = await selectionner(tx)
    .where('t.dossierId', '=', dossierId)
    .orderBy('t.demandeeA')
    .orderBy('t.id')
    .execute()
  return lignes.map(versTache)
}

/**
 * Asked of these structures, and these requests of others: waiting ones by wanted day, then the last answered. Cancelled ones
 * concern nobody any more.
 */
export async function listerTachesDuRepondant(
  tx: Tx,
  {
    structures,
    remplacees,
    limite,
  }: {
    readonly structures: readonly string[]
    readonly remplacees: readonly string[]
    readonly limite: number
  },
): Promise<TacheEnBase[]> {
  if (structures.length + remplacees.length === 0) return []
  const lignes = await selectionner(tx)
    .where(sql<boolean>`(t.structure_id = any(${structures}::uuid[]) or t.id = any(${remplacees}::uuid[]))`)
    .where('t.etat', 'in', ['demandee', 'repondue'])
    .orderBy('t.etat')
    .orderBy('t.repondueA', (ordre) => ordre.desc().nullsFirst())
    .orderBy('t.pourLe')
    .orderBy('t.id')
    .limit(limite)
    .execute()
  return lignes.map(versTache)
}

export interface TacheAInscrire {
  readonly id: string
  readonly dossierId: string
  readonly etablissementId: string
  readonly nature: NatureDeTache
  readonly structureId: string | null
  readonly destinataireNom: string
  readonly destinataireFonction: string
  readonly destinataireCourriel: string
  readonly demandeur: string
  readonly objet: string
  readonly message: string
  readonly demandeeA: Date
  readonly demandeeLe: string
  readonly demandeePar: string | null
  readonly pourLe: string
}

export async function insererTache(tx: Tx, tache: TacheAInscrire): Promise<void> {
  await db(tx).insertInto('taches.tache').values(tache).execute()
}

/** What may change of a request; gives its new version. The row must have been locked. */
export async function changerTache(
  tx: Tx,
  id: string,
  changement: Partial<{
    readonly pourLe: string
    readonly etat: EtatDeTache
    readonly repondueA: Date
    readonly reponduePar: string | null
    readonly repondantNom: string
    readonly repondantFonction: string
    readonly reponse: string
    readonly annuleeA: Date
    readonly annuleePar: string | null
    readonly annulationMotif: string
  }>,
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('taches.tache')
    .set((eb) => ({ ...changement, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface SujetEnBase {
  readonly tacheId: string
  readonly sujetId: string
  readonly rang: number
  readonly titre: string
  readonly citation: string
  readonly reponse: string | null
}

export async function insererSujets(tx: Tx, sujets: readonly Omit<SujetEnBase, 'reponse'>[]): Promise<void> {
  if (sujets.length === 0) return
  await db(tx)
    .insertInto('taches.sujet')
    .values([...sujets])
    .execute()
}

export async function listerSujets(tx: Tx, tacheIds: readonly string[]): Promise<SujetEnBase[]> {
  if (tacheIds.length === 0) return []
  return db(tx)
    .selectFrom('taches.sujet')
    .select(['tacheId', 'sujetId', 'rang', 'titre', 'citation', 'reponse'])
    .where('tacheId', 'in', tacheIds)
    .orderBy('tacheId')
    .orderBy('rang')
    .execute()
}

/** The answers sent, subject by subject; one without an answer stays so. */
export async function inscrireReponses(
  tx: Tx,
  tacheId: string,
  reponses: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [sujetId, reponse] of Object.entries(reponses)) {
    if (reponse.trim() === '') continue
    await db(tx)
      .updateTable('taches.sujet')
      .set({ reponse })
      .where('tacheId', '=', tacheId)
      .where('sujetId', '=', sujetId)
      .execute()
  }
}

export interface RelanceEnBase {
  readonly id: string
  readonly tacheId: string
  readonly niveau: NiveauDeRelance
  readonly faiteLe: string
  readonly aNom: string
  readonly envoi: Envoi
  /** the chase made it, nobody did */
  readonly estAutomatique: boolean
}

export async function insererRelance(
  tx: Tx,
  relance: Omit<RelanceEnBase, 'estAutomatique'> & {
    readonly faiteA: Date
    readonly par: string | null
    readonly aCourriel: string
    /** the message of the day it left in; absent when made by hand */
    readonly recapitulatifId?: string
  },
): Promise<void> {
  await db(tx).insertInto('taches.relance').values(relance).execute()
}

export async function noterEnvoiDeRelance(tx: Tx, id: string, envoi: Envoi): Promise<void> {
  await db(tx).updateTable('taches.relance').set({ envoi }).where('id', '=', id).execute()
}

export async function listerRelances(tx: Tx, tacheIds: readonly string[]): Promise<RelanceEnBase[]> {
  if (tacheIds.length === 0) return []
  const lignes = await db(tx)
    .selectFrom('taches.relance')
    .select(['id', 'tacheId', 'niveau', 'faiteLe', 'aNom', 'envoi'])
    .select((eb) => eb('recapitulatifId', 'is not', null).as('estAutomatique'))
    .where('tacheId', 'in', tacheIds)
    .orderBy('faiteA')
    .orderBy('id')
    .execute()
  return lignes.map((l) => ({
    ...l,
    niveau: l.niveau as NiveauDeRelance,
    envoi: l.envoi as Envoi,
    estAutomatique: Boolean(l.estAutomatique),
  }))
}
