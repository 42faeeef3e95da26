import type { Tx } from '#platform/db/index.ts'
import type { MentionExigee } from './domain/mention.ts'

// Read as JSON: a letter with all that happened to it is one row, so that a dossier's letters are one statement.

export interface VersionLue {
  readonly id: string
  readonly rang: number
  readonly origine: 'fusion' | 'reimport'
  readonly pieceId: string
  readonly nom: string
  readonly sha256: string
  readonly produitA: string
  readonly produitPar: string | null
  readonly agent: string | null
  readonly estSansIdentite: boolean
  readonly pdfPieceId: string | null
  readonly pdfOrigine: 'conversion' | 'depot' | null
}

export interface VisaLu {
  readonly id: string
  readonly versionId: string
  readonly rang: number
  readonly agentId: string
  readonly agent: string
  readonly message: string
  readonly demandeA: string
  readonly decision: 'donne' | 'refuse' | null
  readonly commentaire: string
  readonly decideA: string | null
  readonly estAnnule: boolean
}

export interface SignatureLue {
  readonly versionId: string
  readonly rang: number
  readonly nature: 'application' | 'papier'
  readonly nom: string
  readonly qualite: string
  readonly delegation: string
  readonly signeLe: string
  readonly sha256: string
  readonly scanPieceId: string | null
  readonly scanType: string | null
}

export interface EnvoiLu {
  readonly id: string
  readonly versionId: string
  readonly rang: number
  readonly mode: string
  readonly etat: string
  readonly envoyeLe: string | null
  readonly tenteA: string
  readonly par: string | null
  readonly parId: string | null
  readonly messageId: string | null
  readonly destinataire: string
  readonly numero: string | null
  readonly remisA: string | null
  readonly raison: string
  readonly faitId: string | null
  readonly deposeLe: string | null
  readonly aviseLe: string | null
  readonly distribueLe: string | null
  readonly retourneLe: string | null
  readonly preuvePieceId: string | null
}

export interface CourrierEnBase {
  readonly id: string
  readonly dossierId: string
  readonly code: string
  readonly version: number
  readonly pieceId: string
  readonly nom: string
  readonly canal: string
  readonly produitA: Date
  readonly produitPar: string | null
  readonly agent: string | null
  readonly envoyeLe: string | null
  readonly signataireId: string | null
  readonly signataireAgentId: string | null
  readonly signataire: string | null
  readonly destinataireNom: string
  readonly destinataireCourriel: string
  readonly mentionsExigees: readonly MentionExigee[]
  readonly estAbandonne: boolean
  readonly motifDAbandon: string | null
  /** newest first, as the others */
  readonly versions: readonly VersionLue[]
  readonly visas: readonly VisaLu[]
  readonly signature: SignatureLue | null
  readonly envois: readonly EnvoiLu[]
}

const NOM_DE = (colonne: string): string =>
  `(select a.prenom || ' ' || a.nom from agents.agent a where a.id = ${colonne})`

const COURRIERS = `
select c.id, c.dossier_id as "dossierId", c.code, c.version, c.piece_id as "pieceId", p.nom, c.canal,
  c.produit_a as "produitA", c.produit_par as "produitPar", ${NOM_DE('c.produit_par')} as agent, c.envoye_le as "envoyeLe",
  c.signataire_id as "signataireId", s.agent_id as "signataireAgentId", s.nom as signataire,
  c.destinataire_nom as "destinataireNom", c.destinataire_courriel as "destinataireCourriel",
  c.mentions_exigees as "mentionsExigees", c.abandonne_a is not null as "estAbandonne", c.abandon_motif as "motifDAbandon",
  (select coalesce(json_agg(json_build_object('id', v.id, 'rang', v.rang, 'origine', v.origine, 'pieceId', v.piece_id,
       'nom', vp.nom, 'sha256', v.sha256, 'produitA', v.produit_a, 'produitPar', v.produit_par,
       'agent', ${NOM_DE('v.produit_par')}, 'estSansIdentite', v.est_sans_identite, 'pdfPieceId', v.pdf_piece_id, 'pdfOrigine', v.pdf_origine)
       order by v.rang desc), '[]')
     from courriers.version v join pieces.piece vp on vp.id = v.piece_id where v.courrier_id = c.id) as versions,
  (select coalesce(json_agg(json_build_object('id', x.id, 'versionId', x.version_id, 'rang', xv.rang,
       'agentId', x.agent_id, 'agent', ${NOM_DE('x.agent_id')}, 'message', x.message, 'demandeA', x.demande_a,
       'decision', x.decision, 'commentaire', x.commentaire, 'decideA', x.decide_a,
       'estAnnule', x.annule_a is not null) order by x.demande_a desc, x.id desc), '[]')
     from courriers.visa x join courriers.version xv on xv.id = x.version_id where x.courrier_id = c.id) as visas,
  (select json_build_object('versionId', g.version_id, 'rang', gv.rang, 'nature', g.nature, 'nom', g.nom,
       'qualite', g.qualite, 'delegation', g.delegation, 'signeLe', g.signe_le, 'sha256', g.sha256,
       'scanPieceId', g.scan_piece_id, 'scanType', (select gp.type from pieces.piece gp where gp.id = g.scan_piece_id))
     from courriers.signature g join courriers.version gv on gv.id = g.version_id where g.courrier_id = c.id) as signature,
  (select coalesce(json_agg(json_build_object('id', e.id, 'versionId', e.version_id, 'rang', ev.rang, 'mode', e.mode,
       'etat', e.etat, 'envoyeLe', e.envoye_le, 'tenteA', e.tente_a, 'par', ${NOM_DE('e.par')}, 'parId', e.par,
       'messageId', e.message_id, 'destinataire', e.destinataire, 'numero', e.numero, 'remisA', e.remis_a,
       'raison', e.raison, 'faitId', e.fait_id, 'deposeLe', e.depose_le, 'aviseLe', e.avise_le,
       'distribueLe', e.distribue_le, 'retourneLe', e.retourne_le, 'preuvePieceId', e.preuve_piece_id)
       order by e.tente_a desc, e.id desc), '[]')
     from courriers.envoi e join courriers.version ev on ev.id = e.version_id where e.courrier_id = c.id) as envois
from courriers.courrier c
join pieces.piece p on p.id = c.piece_id
left join courriers.signataire s on s.id = c.signataire_id`

/** The letters of a dossier with all that happened to them, newest first. One statement; empty outside the perimeter. */
export async function listerCourriersEnBase(tx: Tx, dossierId: string): Promise<CourrierEnBase[]> {
  const { rows } = await tx.query<CourrierEnBase>(
    `${COURRIERS} where c.dossier_id = $1 order by c.produit_a desc, c.id desc`,
    [dossierId],
  )
  return rows
}

export async function trouverCourrierEnBase(tx: Tx, id: string): Promise<CourrierEnBase | null> {
  const { rows } = await tx.query<CourrierEnBase>(`${COURRIERS} where c.id = $1`, [id])
  return rows[0] ?? null
}

/** The dossier of a letter; null outside the perimeter. */
export async function trouverDossierDuCourrier(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ dossierId: string }>(
    'select dossier_id as "dossierId" from courriers.courrier where id = $1',
    [id],
  )
  return rows[0]?.dossierId ?? null
}
