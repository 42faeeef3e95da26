import type { CourrierVu, EnvoiVu, VersionVue } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { etatDeLEnvoi } from './domain/etat.ts'
import { ACTIONS_DE_COURRIER, prochaineAction, refusDAction } from './domain/rules.ts'
import { canalDe, etatDEnvoiDe, type Lecteur, modeDe, situationDe } from './situation.ts'
import type { CourrierEnBase, EnvoiLu, SignatureLue, VersionLue, VisaLu } from './store-courriers.ts'

const instant = (texte: string): string => new Date(texte).toISOString()

const versionVue = (v: VersionLue): VersionVue => ({
  id: v.id,
  rang: v.rang,
  origine: v.origine,
  pieceId: v.pieceId,
  nom: v.nom,
  sha256: v.sha256,
  produitA: instant(v.produitA),
  agent: v.agent,
  estSansIdentite: v.estSansIdentite,
  pdf:
    v.pdfPieceId === null || v.pdfOrigine === null ? null : { pieceId: v.pdfPieceId, origine: v.pdfOrigine },
})

const visaVu = (v: VisaLu): CourrierVu['visas'][number] => ({
  rang: v.rang,
  agentId: v.agentId,
  agent: v.agent,
  message: v.message,
  demandeA: instant(v.demandeA),
  decision: v.decision,
  commentaire: v.commentaire,
  decideA: v.decideA === null ? null : instant(v.decideA),
  estAnnule: v.estAnnule,
})

const signatureVue = (s: SignatureLue): NonNullable<CourrierVu['signature']> => ({
  rang: s.rang,
  nature: s.nature,
  nom: s.nom,
  qualite: s.qualite,
  delegation: s.delegation,
  signeLe: s.signeLe,
  sha256: s.sha256,
  scan: s.scanPieceId === null ? null : { pieceId: s.scanPieceId, estPdf: s.scanType === 'application/pdf' },
})

function envoiVu(e: EnvoiLu, maintenant: Date): EnvoiVu {
  const tenteA = new Date(e.tenteA)
  return {
    id: e.id,
    rang: e.rang,
    mode: modeDe(e.mode),
    etat: etatDeLEnvoi({ etat: etatDEnvoiDe(e.etat), tenteA }, maintenant),
    envoyeLe: e.envoyeLe,
    tenteA: tenteA.toISOString(),
    par: e.par,
    estParLaMessagerie: e.messageId !== null,
    destinataire: e.destinataire,
    numero: e.numero,
    remisA: e.remisA,
    raison: e.raison,
    suivis: { depose: e.deposeLe, avise: e.aviseLe, distribue: e.distribueLe, retourne: e.retourneLe },
    preuvePieceId: e.preuvePieceId,
  }
}

/** A letter as its card shows it, with what may be done by who asks and why not. */
export function vueDuCourrier(
  d: Pick<DependancesDesCourriers, 'modeles' | 'messagerie' | 'convertisseur'>,
  c: CourrierEnBase,
  lecteur: Lecteur,
): CourrierVu {
  const situation = situationDe(d, c, lecteur)
  const actions = ACTIONS_DE_COURRIER.map((action) => [action, refusDAction(action, situation)] as const)
  return {
    id: c.id,
    dossierId: c.dossierId,
    version: c.version,
    code: c.code,
    libelle: d.modeles.trouver(c.code)?.libelle ?? c.nom,
    pieceId: c.pieceId,
    nom: c.nom,
    canal: canalDe(c.canal),
    produitA: c.produitA.toISOString(),
    agent: c.agent,
    envoyeLe: c.envoyeLe,
    etat: situation.etat,
    exigences: situation.exigences,
    destinataire: { nom: c.destinataireNom, courriel: c.destinataireCourriel },
    signataire: c.signataire,
    motifDAbandon: c.motifDAbandon,
    versions: c.versions.map(versionVue),
    visas: c.visas.map(visaVu),
    signature: c.signature === null ? null : signatureVue(c.signature),
    envois: c.envois.map((e) => envoiVu(e, lecteur.now)),
    actions: Object.fromEntries(actions) as CourrierVu['actions'],
    prochaine: prochaineAction(situation),
    messagerie: d.messagerie.unavailable,
    convertisseur: d.convertisseur.unavailable,
  }
}
