import type { Canal } from '#core/dossiers/domain/canal.ts'
import type { CodeDeRefus } from './labels.ts'
import { CANAUX_ORAUX, type Etat, type MotifDeClassement } from './model.ts'

export interface RefusDeReclamation {
  readonly code: CodeDeRefus
  /** in place of the sentence of the code, when it says what exactly is lacking */
  readonly phrase?: string
}

const refuser = (code: CodeDeRefus): RefusDeReclamation => ({ code })

export const FAITS_D_ENVOI_D_ACCUSE = [
  'accuse-reception-electronique-envoye',
  'accuse-reception-papier-envoye',
] as const

/** True when the person spoke and the hospital wrote it down. @source CSP, art. R. 1112-91 */
export const estOrale = (canal: Canal): boolean => CANAUX_ORAUX.some((oral) => oral === canal)

/** The fact that starts the clocks, from how the complaint came. */
export function faitDeReception(
  canal: Canal,
): 'reception-electronique' | 'reception-papier' | 'consignation-orale' {
  if (estOrale(canal)) return 'consignation-orale'
  return canal === 'courrier' ? 'reception-papier' : 'reception-electronique'
}

/** The channel of the acknowledgement: the address the sender used. @source CRPA, art. R. 112-11-3 */
export const canalDAccuse = (canal: Canal): 'papier' | 'electronique' =>
  faitDeReception(canal) === 'reception-electronique' ? 'electronique' : 'papier'

/** An answer given before the complaint was re-opened does not answer what re-opened it. */
export const aRepondu = (faits: readonly string[]): boolean =>
  faits.slice(faits.lastIndexOf('reclamation-rouverte') + 1).includes('reponse-envoyee')

/** Where a complaint is once reopened: its acknowledgement is not owed twice. */
export const etatDeReouverture = (faits: readonly string[]): Etat => (accuseEnvoye(faits) ? 'accuse' : 'recu')

/** What left for the author: the file must still say to whom. */
const ENVOIS = [
  ...FAITS_D_ENVOI_D_ACCUSE,
  'accuse-enregistrement-envoye',
  'avis-de-transmission-envoye',
  'copie-remise',
  'reponse-envoyee',
] as const

/** The last author stays once something was sent or handed to them: a wrong identity is corrected, not removed. */
export function refusDeRetirerLAuteur(faits: readonly string[]): RefusDeReclamation | null {
  return ENVOIS.some((envoi) => faits.includes(envoi)) ? refuser('auteur-deja-destinataire') : null
}

/** Without answer, only for a reason the file keeps; a known author who still waits is no such reason. */
export function refusDeClasser(
  { etat, faits, aUnAuteur }: Situation,
  motif: MotifDeClassement,
): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  if (aRepondu(faits)) return refuser('reponse-deja-envoyee')
  return motif === 'anonyme' && aUnAuteur ? refuser('auteur-connu') : null
}

export interface Situation {
  readonly etat: Etat
  readonly faits: readonly string[]
  readonly aUnAuteur: boolean
}

const accuseEnvoye = (faits: readonly string[]): boolean =>
  FAITS_D_ENVOI_D_ACCUSE.some((f) => faits.includes(f))

export function refusDAccuser({ etat, faits, aUnAuteur }: Situation): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  if (!aUnAuteur) return refuser('auteur-inconnu')
  return accuseEnvoye(faits) ? refuser('accuse-deja-envoye') : null
}

/** The short receipt exists for electronic mail only, and once. @source CRPA, art. R. 112-11-2 */
export function refusDeNoterEnregistrement({ etat, faits }: Situation): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  if (!faits.includes('reception-electronique')) return refuser('reception-non-electronique')
  return faits.includes('accuse-enregistrement-envoye') ? refuser('enregistrement-deja-note') : null
}

/** A letter prepared before the receipt day was corrected would tell the person a wrong date. */
export function refusDeLettre(
  lettre: {
    readonly recuLe: string | null
    readonly silenceDepuis: string | null
  } | null,
  { recuLe, silenceDepuis }: { readonly recuLe: string; readonly silenceDepuis: string },
): RefusDeReclamation | null {
  if (lettre === null) return refuser('courrier-inconnu')
  if (lettre.recuLe !== null && lettre.recuLe !== recuLe) return refuser('courrier-perime')
  if (lettre.silenceDepuis !== null && lettre.silenceDepuis !== silenceDepuis)
    return refuser('courrier-perime')
  return null
}

/** The acknowledgement leaves once, while the complaint is open. The letter's own rules are those of every letter. */
export function refusDEnvoyerLAccuse({ etat, faits }: Situation): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  return accuseEnvoye(faits) ? refuser('accuse-deja-envoye') : null
}

/** An answer is owed once, to someone, while the complaint is open. */
export function refusDeRepondre({ etat, faits, aUnAuteur }: Situation): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  if (!aUnAuteur) return refuser('auteur-inconnu')
  return aRepondu(faits) ? refuser('reponse-deja-envoyee') : null
}

/** Why a day of sending cannot be recorded, or null. `aujourdHui`: absent where the future is refused already. */
export function refusDeDateDEnvoi(
  jour: string,
  recuLe: string,
  aujourdHui?: string,
): RefusDeReclamation | null {
  if (aujourdHui !== undefined && jour > aujourdHui) return refuser('envoi-dans-l-avenir')
  return jour < recuLe ? refuser('envoi-avant-reception') : null
}

/** Griefs and findings are those of the answer: once closed, the complaint is re-opened first. */
export const refusDInstruire = (estClos: boolean): RefusDeReclamation | null =>
  estClos ? refuser('dossier-clos') : null

export function refusDeRemettreCopie(canal: Canal, faits: readonly string[]): RefusDeReclamation | null {
  if (!estOrale(canal)) return refuser('non-orale')
  return faits.includes('copie-remise') ? refuser('copie-deja-remise') : null
}
