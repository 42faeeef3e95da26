import { typographier } from '#core/echeances/domain/typographie.ts'
import type { Accord, FormeDAccord } from './accord.ts'
import type { Etat } from './model.ts'
import type { Envoi } from './transmission.ts'

export const LIBELLES_DES_ETATS = {
  recu: 'Reçu',
  transmis: 'Transmis à l’équipe',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_FAITS = {
  'eloge-recu': { libelle: 'Éloge reçu', rectifiable: true },
  'eloge-transmis': { libelle: 'Éloge transmis à l’équipe', rectifiable: false },
  'eloge-transmission-annulee': { libelle: 'Transmission annulée', rectifiable: false },
  'eloge-remis': { libelle: 'Éloge remis à l’équipe par son chef de service', rectifiable: false },
  'eloge-accord-note': {
    libelle: 'Accord pour être nommé auprès de l’équipe',
    rectifiable: false,
    detailsPour: 'eloges.transmettre',
  },
} as const

export const REFUS = {
  'deja-transmis':
    'Ce message est déjà parti à cette adresse pour cette équipe. Choisissez une autre adresse, ou réimprimez la fiche.',
  'deja-partie':
    'Le courriel est parti : il ne se rattrape pas. Si l’adresse était fausse, transmettez de nouveau à la bonne.',
  'deja-annulee': 'Cette transmission est déjà annulée.',
  'deja-remise': 'Le service l’a déjà remis à son équipe.',
} as const satisfies Record<string, string>

export const LIBELLES_DES_ACCORDS = {
  inconnu: 'On ne sait pas si la personne accepte d’être nommée : l’équipe lira son message sans son nom.',
  donne: 'La personne accepte que son nom soit donné à l’équipe.',
  refuse: 'La personne ne veut pas que son nom soit donné : l’équipe lira son message sans son nom.',
} as const satisfies Record<Accord, string>

/** In the timeline, after the fact. */
export const ACCORD_NOTE = {
  inconnu: 'on ne sait pas',
  donne: 'donné',
  refuse: 'refusé',
} as const satisfies Record<Accord, string>

export const FORMES_DE_L_ACCORD = {
  ecrit: 'par écrit',
  'oral-consigne': 'de vive voix',
} as const satisfies Record<FormeDAccord, string>

/** What is said of a transmission, after the name of the service. */
export const ENVOI_A_L_EQUIPE = {
  'a-copier': 'remis sans courriel, fiche à imprimer',
  parti: 'par courriel',
  incertain: 'courriel à vérifier',
  echec: 'courriel non parti',
} as const satisfies Record<Envoi, string>

/** Who thanks, when the author is not named. */
export const SANS_NOM = 'Une personne accueillie à l’hôpital, ou l’un de ses proches'

export interface MessageAComposer {
  readonly etablissement: string
  readonly serviceNom: string
  readonly telephone: string
  /** the team thanked */
  readonly equipe: string
  /** who runs it, as greeted; empty when unknown */
  readonly destinataire: string
  readonly texte: string
  /** empty: the author is not named */
  readonly signature: string
}

/** The message that carries a praise to a team: its words, and the sheet to put on the wall. */
export function messageALEquipe(m: MessageAComposer): { readonly objet: string; readonly texte: string } {
  const qui = m.signature === '' ? SANS_NOM : m.signature
  return {
    objet: typographier(`Un remerciement pour l’équipe : ${m.equipe}`),
    texte: [
      m.destinataire === '' ? 'Bonjour,' : `Bonjour ${m.destinataire},`,
      typographier(`${qui} a tenu à remercier l’équipe « ${m.equipe} ». Voici ses mots.`),
      `«\u00a0${m.texte.trim()}\u00a0»`,
      typographier(
        'Merci de les faire lire à toute l’équipe : la fiche jointe, au format A4, est faite pour être affichée.',
      ),
      [m.serviceNom, m.etablissement, m.telephone].join('\n'),
    ].join('\n\n'),
  }
}
