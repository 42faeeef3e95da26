import { typographier } from '#core/echeances/domain/typographie.ts'
import type { SituationDuLien } from '#core/journal/domain/acteur.ts'
import type { Cibles } from './dates.ts'
import type { Empechement, Prochaine } from './relance-automatique.ts'
import type { Repondant } from './repondants.ts'
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

/** Why the chase of a request does nothing by itself, and what to do. */
export const EMPECHEMENT = {
  arretees:
    'Les relances automatiques sont arrêtées pour tout l’établissement (Réglages, « Délais internes »).',
  messagerie: 'Porte-voix ne peut pas envoyer de courriel : relancez à la main.',
  adresse:
    'L’adresse de Porte-voix n’est pas réglée, les liens ne mèneraient nulle part : relancez à la main. L’informatique la règle par PORTE_VOIX_ADRESSE.',
  suspendues: 'Les relances de cette demande sont suspendues.',
  'dossier-clos': 'Le dossier est clos : ces explications ne sont plus relancées.',
  'toutes-faites': 'Les trois relances sont faites : appelez le service, ou annulez la demande.',
  lecture: 'Le service a été relancé : la hiérarchie n’est pas saisie pour une lecture.',
  'sans-adresse':
    'Personne n’est connu pour ce service : relancez à la main, ou demandez à l’administrateur de rattacher un agent au service, avec son adresse.',
  'sans-hierarchie':
    'Personne n’est connu au-dessus de ce service : écrivez à la hiérarchie à la main, ou demandez à l’administrateur de rattacher un agent au pôle, avec son adresse.',
} as const satisfies Record<Empechement, string>

/** Requests to people who belong to no structure. */
export const HORS_STRUCTURE = 'Personnes hors de toute structure'

const jours = (nombre: number): string => (nombre === 1 ? 'un jour' : `${nombre} jours`)

function tourDe({ niveau }: Prochaine, { rappel, relance, hierarchie }: Cibles): string {
  switch (niveau) {
    case 'rappel':
      return `${jours(rappel)} après la demande`
    case 'relance':
      return `${jours(relance)} après le jour souhaité`
    case 'hierarchie':
      return `${jours(hierarchie)} après la relance`
  }
}

const nomDe = ({ nom, courriel, aLaPlaceDe }: Repondant): string => {
  const qui = nom === '' ? courriel : nom
  return aLaPlaceDe === null ? qui : `${qui}, à la place de ${aLaPlaceDe}`
}

/** « 8 jours après la demande, à Léa Fontaine. » */
export function pourquoiDe(prochaine: Prochaine, cibles: Cibles): string {
  const tour = tourDe(prochaine, cibles)
  const report = prochaine.reportee ? ', reporté au jour ouvré qui suit' : ''
  const a = prochaine.a.map(nomDe).join(' ; ')
  return typographier(`${tour.charAt(0).toUpperCase()}${tour.slice(1)}${report}, à ${a}.`)
}

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
