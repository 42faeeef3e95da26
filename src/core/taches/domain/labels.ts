import { typographier } from '#core/echeances/domain/typographie.ts'
import type { SituationDuLien } from '#core/journal/domain/acteur.ts'
import type { Envoi, EtatDeTache, NatureDeTache, NiveauDeRelance } from './tache.ts'

export const NATURE_DE_TACHE = {
  explications: 'Demande d’explications',
  restitution: 'Conclusions à lire',
} as const satisfies Record<NatureDeTache, string>

export const ETAT_DE_TACHE = {
  demandee: 'en attente',
  repondue: 'répondue',
  annulee: 'annulée',
} as const satisfies Record<EtatDeTache, string>

export const NIVEAU_DE_RELANCE = {
  rappel: { libelle: 'Rappel', verbe: 'Adresser un rappel', a: 'Un rappel', quand: 'un rappel' },
  relance: { libelle: 'Relance', verbe: 'Relancer', a: 'Une relance', quand: 'une relance' },
  hierarchie: {
    libelle: 'Relance à la hiérarchie',
    verbe: 'Écrire à la hiérarchie',
    a: 'Une relance à la hiérarchie',
    quand: 'une relance à la hiérarchie',
  },
} as const satisfies Record<NiveauDeRelance, { libelle: string; verbe: string; a: string; quand: string }>

/** What is said of a reminder. Nobody knows whether a message shown to be copied was. */
export const ENVOI = {
  'a-copier': 'sans courriel, message à transmettre',
  parti: 'par courriel',
  incertain: 'courriel à vérifier',
  echec: 'courriel non parti',
} as const satisfies Record<Envoi, string>

/** What is said of a link sent by e-mail, before its address. */
export const LIEN_ENVOYE = {
  'a-copier': 'Lien à transmettre à',
  parti: 'Lien envoyé à',
  incertain: 'Lien peut-être envoyé (à vérifier) à',
  echec: 'Lien non parti, adressé à',
} as const satisfies Record<Envoi, string>

/** What a link that opens nothing says: the title of its page. */
export const TITRE_DU_LIEN = {
  ouvert: '',
  repondu: '',
  expire: 'Ce lien a expiré',
  revoque: 'Ce lien a été remplacé',
  annule: 'Cette demande n’attend plus de réponse',
} as const satisfies Record<SituationDuLien, string>

export const LIEN_INCONNU = 'Ce lien ne mène nulle part'

export interface Contact {
  readonly serviceNom: string
  readonly telephone: string
}

const appelez = ({ serviceNom, telephone }: Contact): string =>
  `Appelez « ${serviceNom} » au ${telephone.replaceAll(' ', '\u00a0')}.`

/** What a link that opens nothing says: why, and whom to call. */
export const phraseDuLien = (situation: SituationDuLien, contact: Contact): string =>
  typographier(pourquoi(situation, contact))

function pourquoi(situation: SituationDuLien, contact: Contact): string {
  switch (situation) {
    case 'expire':
      return `Le temps prévu pour répondre par ce lien est passé. Si votre réponse est encore attendue, un nouveau lien peut vous être adressé. ${appelez(contact)}`
    case 'revoque':
      return `Un lien plus récent a été adressé : utilisez celui-là. Si vous ne le retrouvez pas, demandez-le. ${appelez(contact)}`
    case 'annule':
      return `Le service qui vous avait interrogé n’a plus besoin de cette réponse. Une question ? ${appelez(contact)}`
    case 'ouvert':
    case 'repondu':
      return ''
  }
}

/** What an unknown address says. `contact`: null when it could be any of several establishments. */
export const phraseDuLienInconnu = (contact: Contact | null): string =>
  typographier(
    `L’adresse est peut-être incomplète : reprenez-la en entier dans le message que vous avez reçu. ${
      contact === null
        ? 'Si rien ne s’affiche, appelez le service qui vous l’a adressée.'
        : `Si rien ne s’affiche, ${appelez(contact).replace('Appelez', 'appelez')}`
    }`,
  )
