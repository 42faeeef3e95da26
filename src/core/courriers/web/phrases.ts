import { dayOf, formatShortDate } from '#platform/web/formats.ts'
import type { CourrierVu, EnvoiVu } from '../contract.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_MODES } from '../domain/labels.ts'
import type { ProchaineAction } from '../domain/rules.ts'

/** The day a screen is read, and the zone of its establishment. */
export interface Aujourdhui {
  readonly today: string
  readonly timeZone: string
}

const jourDe = (instant: string, { today, timeZone }: Aujourdhui): string =>
  formatShortDate(dayOf(instant, timeZone), today)

/** An abbreviated month ends with a stop already. */
const finir = (phrase: string): string => (phrase.endsWith('.') ? phrase : `${phrase}.`)

const auNomDe = ({ signataire }: CourrierVu): string =>
  signataire === null ? 'À faire signer.' : `À faire signer par ${signataire}.`

const VOIE = { papier: 'par courrier', electronique: 'par courriel' } as const

const citation = (texte: string): string => (texte === '' ? '.' : `\u00a0: «\u00a0${texte}\u00a0»`)

function phraseAvantEnvoi(c: CourrierVu): string {
  const { visa, signature } = c.exigences
  if (visa === 'requis' && c.etat === 'prepare') return 'À relire, puis à faire viser.'
  if (signature === 'requise') return auNomDe(c)
  return `À relire, puis à envoyer ${VOIE[c.canal]}.`
}

function phraseDEnvoi(envoi: EnvoiVu | undefined, { today }: Aujourdhui): string {
  if (envoi === undefined || envoi.envoyeLe === null) return 'Parti.'
  const precisions = [
    envoi.numero === null ? '' : ` n°\u00a0${envoi.numero}`,
    envoi.remisA === null ? '' : ` à ${envoi.remisA}`,
  ].join('')
  return `Parti le ${formatShortDate(envoi.envoyeLe, today)}, ${LIBELLES_DES_MODES[envoi.mode]}${precisions}.`
}

/** Where a letter is, in a sentence. */
export function phraseDuCourrier(c: CourrierVu, jour: Aujourdhui): string {
  const visa = c.visas.find(({ estAnnule }) => !estAnnule)
  const envoi = c.envois.find(({ etat }) => etat !== 'non-parti')
  switch (c.etat) {
    case 'prepare':
      return phraseAvantEnvoi(c)
    case 'visa-demande':
      return visa === undefined
        ? 'Visa demandé.'
        : finir(`Visa demandé à ${visa.agent} le ${jourDe(visa.demandeA, jour)}`)
    case 'visa-refuse':
      return `Rendu par ${visa?.agent ?? 'le viseur'}${citation(visa?.commentaire ?? '')}`
    case 'vise':
      return `Visé par ${visa?.agent ?? ''}. ${phraseAvantEnvoi(c)}`
    case 'signe': {
      const { nom = '', qualite = '', signeLe = '', nature = 'application' } = c.signature ?? {}
      const papier = nature === 'papier' ? ', sur papier' : ''
      const signe = `Signé par ${nom}, ${qualite}, le ${formatShortDate(signeLe, jour.today)}${papier}`
      return `${finir(signe)} À envoyer.`
    }
    case 'en-envoi':
      return `Envoi en cours à ${envoi?.destinataire ?? ''}.`
    case 'a-verifier':
      return `L’envoi à ${envoi?.destinataire ?? ''} a été interrompu : il est peut-être parti.`
    case 'envoye':
      return phraseDEnvoi(envoi, jour)
    case 'abandonne':
      return `Ne partira pas. ${c.motifDAbandon ?? ''}`
  }
}

/** The badge of a letter: its state, with the day it left. */
export const badgeDuCourrier = (c: CourrierVu, { today }: Aujourdhui): string =>
  c.envoyeLe === null ? LIBELLES_DES_ETATS[c.etat] : `parti le ${formatShortDate(c.envoyeLe, today)}`

export const TON_DU_BADGE = {
  prepare: 'soon',
  'visa-demande': 'soon',
  'visa-refuse': 'late',
  vise: 'soon',
  signe: 'soon',
  'en-envoi': 'neutral',
  'a-verifier': 'late',
  envoye: 'ok',
  abandonne: 'quiet',
} as const satisfies Record<CourrierVu['etat'], string>

export const VERBES = {
  constater: 'Dire s’il est parti',
  rendreVisa: 'Viser',
  demanderVisa: 'Demander le visa',
  reimporter: 'Déposer la lettre corrigée',
  signer: 'Signer',
  signerSurPapier: 'Déposer la lettre signée',
  envoyer: 'Envoyer',
} as const satisfies Record<ProchaineAction, string>
