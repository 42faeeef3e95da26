import { aujourdHui } from '#core/dossiers/index.ts'
import { type Acteur, agentDe } from '#core/journal/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import {
  CANAUX_DE_COURRIER,
  type CanalDeCourrier,
  ETATS_D_ENVOI,
  type EtatDEnvoi,
  type EtatDeCourrier,
  etatDuCourrier,
  MODES_D_ENVOI,
  type ModeDEnvoi,
  type SituationDuCourrier,
} from './domain/etat.ts'
import { delegationDe, type Signataire } from './domain/signataire.ts'
import type { CourrierEnBase, EnvoiLu, VersionLue, VisaLu } from './store-courriers.ts'

/** Who looks at a letter, and when. */
export interface Lecteur {
  readonly principal: Acteur
  readonly now: Date
  readonly estClos: boolean
  readonly signataires: readonly Signataire[]
}

const connu = <T extends string>(valeurs: readonly T[], valeur: string): T => {
  const trouve = valeurs.find((v) => v === valeur)
  if (trouve === undefined) throw new Error(`Unknown code in courriers: ${valeur}`)
  return trouve
}

/** Throws on a channel the contract does not know. */
export const canalDe = (canal: string): CanalDeCourrier => connu(CANAUX_DE_COURRIER, canal)
export const modeDe = (mode: string): ModeDEnvoi => connu(MODES_D_ENVOI, mode)
export const etatDEnvoiDe = (etat: string): EtatDEnvoi => connu(ETATS_D_ENVOI, etat)

/** The last version. Throws for a letter without any, which the database does not hold. */
export function derniereVersion(c: CourrierEnBase): VersionLue {
  const [version] = c.versions
  if (version === undefined) throw new Error(`Letter ${c.id} has no version`)
  return version
}

/** The visa asked or decided on the last version, if it still counts. */
export function visaCourant(c: CourrierEnBase): VisaLu | null {
  const { id } = derniereVersion(c)
  return c.visas.find((visa) => visa.versionId === id && !visa.estAnnule) ?? null
}

/** The attempt that stands: gone, being sent, or doubtful. */
export const envoiDebout = (c: CourrierEnBase): EnvoiLu | null =>
  c.envois.find(({ etat }) => etat !== 'non-parti') ?? null

/** The file an e-mail would carry: the scan of what was signed by hand, or the PDF of the last version. */
export function pdfAEnvoyer(c: CourrierEnBase): string | null {
  const { signature } = c
  if (signature?.nature === 'papier') {
    return signature.scanType === 'application/pdf' ? signature.scanPieceId : null
  }
  return derniereVersion(c).pdfPieceId
}

export function etatDe(c: CourrierEnBase, maintenant: Date): EtatDeCourrier {
  const envoi = envoiDebout(c)
  const lu = {
    estAbandonne: c.estAbandonne,
    visa: visaCourant(c),
    estSigne: c.signature !== null,
    envoi: envoi === null ? null : { etat: etatDEnvoiDe(envoi.etat), tenteA: new Date(envoi.tenteA) },
  }
  return etatDuCourrier(lu, maintenant)
}

/** What the letter's template asks for; a template no longer shipped asks for nothing. */
export const exigencesDe = (
  { modeles }: Pick<DependancesDesCourriers, 'modeles'>,
  code: string,
): SituationDuCourrier['exigences'] => {
  const { visa = 'aucun', signature = 'facultative' } = modeles.trouver(code) ?? {}
  return { visa, signature }
}

/** What the rules look at. */
export function situationDe(
  d: Pick<DependancesDesCourriers, 'modeles' | 'messagerie'>,
  c: CourrierEnBase,
  lecteur: Lecteur,
): SituationDuCourrier {
  const visa = visaCourant(c)
  const { agentId } = agentDe(lecteur)
  return {
    etat: etatDe(c, lecteur.now),
    estClos: lecteur.estClos,
    exigences: exigencesDe(d, c.code),
    canal: canalDe(c.canal),
    estSigne: c.signature !== null,
    estVise: visa?.decision === 'donne',
    estDemandeAMoi: visa?.decision === null && visa.agentId === agentId,
    estDeMoi: derniereVersion(c).produitPar === agentId,
    peutSigner: delegationDe(lecteur.signataires, agentId, c.code, aujourdHui(lecteur)) !== null,
    signatureSurPapier: c.signature?.nature === 'papier',
    aUnPdf: pdfAEnvoyer(c) !== null,
    aUneAdresse: c.destinataireCourriel !== '',
    messagerieOuverte: d.messagerie.unavailable === null,
  }
}
