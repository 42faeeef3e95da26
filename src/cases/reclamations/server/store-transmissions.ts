import type { TablesReclamations } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Provenance } from '../domain/provenance.ts'
import type { NatureDeTransmission, TransmissionSuivie } from '../domain/transmission.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

export interface ProvenanceEnBase extends Provenance {
  readonly id: string
  readonly recueLe: string
}

/** In the order they arrived. */
export async function listerProvenances(tx: Tx, dossierId: string): Promise<ProvenanceEnBase[]> {
  return (await lirePassages(tx, dossierId)).provenances
}

export async function insererProvenance(
  tx: Tx,
  p: ProvenanceEnBase & { dossierId: string; enregistreeA: Date; enregistreePar: string },
): Promise<void> {
  await db(tx).insertInto('reclamations.provenance').values(p).execute()
}

export async function changerProvenance(tx: Tx, { id, ...p }: ProvenanceEnBase): Promise<void> {
  await db(tx).updateTable('reclamations.provenance').set(p).where('id', '=', id).execute()
}

export interface TransmissionEnBase extends TransmissionSuivie {
  readonly id: string
  readonly nature: NatureDeTransmission
  readonly destinataire: string
  readonly objet: string
  readonly avecDonneesDeSante: boolean
  readonly faitId: string
  /** those its letter says go with it */
  readonly pieces: readonly string[]
}

/** Last prepared first. */
export async function listerTransmissions(tx: Tx, dossierId: string): Promise<TransmissionEnBase[]> {
  return (await lirePassages(tx, dossierId)).transmissions
}

/** Throws `not-found` when the dossier has no such transmission. */
export async function obtenirTransmission(
  tx: Tx,
  dossierId: string,
  id: string,
): Promise<TransmissionEnBase> {
  const trouvee = (await listerTransmissions(tx, dossierId)).find((t) => t.id === id)
  if (trouvee === undefined) throw new AppError('not-found')
  return trouvee
}

export interface NouvelleTransmission {
  readonly id: string
  readonly dossierId: string
  readonly nature: NatureDeTransmission
  readonly correspondantId: string | null
  readonly destinataire: string
  readonly coordonnees: readonly string[]
  readonly estTotale: boolean
  readonly objet: string
  readonly avecDonneesDeSante: boolean
  readonly pieces: readonly string[]
  readonly faitId: string
  readonly courrierId: string | null
  readonly avisId: string | null
  readonly prepareeA: Date
  readonly prepareePar: string
}

export async function insererTransmission(tx: Tx, t: NouvelleTransmission): Promise<void> {
  await db(tx)
    .insertInto('reclamations.transmission')
    .values({ ...t, coordonnees: [...t.coordonnees], pieces: [...t.pieces] })
    .execute()
}

export async function changerTransmission(
  tx: Tx,
  id: string,
  changement: { envoyeeLe?: string; aviseeLe?: string; abandonneeA?: Date },
): Promise<void> {
  await db(tx).updateTable('reclamations.transmission').set(changement).where('id', '=', id).execute()
}

const PASSAGES = `
select coalesce((select json_agg(json_build_object('id', p.id, 'nature', p.nature, 'nom', p.nom, 'reference', p.reference,
         'recueLe', p.recue_le, 'premiereReceptionLe', p.premiere_reception_le,
         'explicationsPourLe', p.explications_pour_le) order by p.recue_le, p.id)
       from reclamations.provenance p where p.dossier_id = $1), '[]') as provenances,
     coalesce((select json_agg(json_build_object('id', t.id, 'nature', t.nature, 'destinataire', t.destinataire,
         'estTotale', t.est_totale, 'objet', t.objet, 'avecDonneesDeSante', t.avec_donnees_de_sante, 'pieces', t.pieces,
         'faitId', t.fait_id, 'courrierId', t.courrier_id, 'avisId', t.avis_id,
         'envoyeeLe', t.envoyee_le, 'aviseeLe', t.avisee_le, 'estAbandonnee', t.abandonnee_a is not null) order by t.preparee_a desc, t.id desc)
       from reclamations.transmission t where t.dossier_id = $1), '[]') as transmissions`

/** Both for the page of a dossier, in one statement. */
export async function lirePassages(
  tx: Tx,
  dossierId: string,
): Promise<{ provenances: ProvenanceEnBase[]; transmissions: TransmissionEnBase[] }> {
  const { rows } = await tx.query<{ provenances: ProvenanceEnBase[]; transmissions: TransmissionEnBase[] }>(
    PASSAGES,
    [dossierId],
  )
  return rows[0] ?? { provenances: [], transmissions: [] }
}
