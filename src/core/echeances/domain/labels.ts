import type { Convention } from './delai.ts'
import type { CodeDeFait } from './faits.ts'
import type { CodeFerie } from './jours-feries.ts'

export const FERIE = {
  'jour-de-l-an': 'jour de l’an',
  'vendredi-saint': 'Vendredi saint',
  'lundi-de-paques': 'lundi de Pâques',
  'abolition-mayotte': 'abolition de l’esclavage à Mayotte',
  'fete-du-travail': 'fête du Travail',
  'victoire-1945': 'victoire de 1945',
  ascension: 'Ascension',
  'abolition-martinique': 'abolition de l’esclavage en Martinique',
  'lundi-de-pentecote': 'lundi de Pentecôte',
  'abolition-guadeloupe': 'abolition de l’esclavage en Guadeloupe',
  'abolition-saint-martin': 'abolition de l’esclavage à Saint-Martin',
  'abolition-guyane': 'abolition de l’esclavage en Guyane',
  'fete-nationale': 'fête nationale',
  assomption: 'Assomption',
  'abolition-saint-barthelemy': 'abolition de l’esclavage à Saint-Barthélemy',
  toussaint: 'Toussaint',
  'armistice-1918': 'armistice de 1918',
  'abolition-la-reunion': 'abolition de l’esclavage à La Réunion',
  noel: 'Noël',
  'saint-etienne': 'lendemain de Noël',
} as const satisfies Record<CodeFerie, string>

export const CONVENTION = {
  OUVRES: 'jours ouvrés : du lundi au vendredi, hors jours fériés ; le jour du déclenchement ne compte pas',
  OUVRABLES:
    'jours ouvrables : du lundi au samedi, hors jours fériés ; le jour du déclenchement ne compte pas',
  CAL_D:
    'jours calendaires, délai non franc : samedis, dimanches et jours fériés comptent et ne reportent pas le terme',
  CAL_M:
    'mois de quantième à quantième, délai non franc : à défaut de quantième, dernier jour du mois ; pas de report',
  FRANC_M:
    'mois, délai franc : le dernier jour est le lendemain de l’échéance, reporté au premier jour ouvré suivant',
  EU_1182: 'mois, règlement (CEE, Euratom) n° 1182/71 : terme reporté au premier jour ouvré suivant',
  H: 'heures écoulées, y compris lors d’un changement d’heure',
  ASAP: '« sans délai », « dans les meilleurs délais », ou sans précision : le texte ne fixe pas de date',
  JOUR_FIXE: 'jour écrit par une autre autorité dans sa demande : il est repris tel quel',
} as const satisfies Record<Convention, string>

/** What a fact is called, and how a sentence refers to it. */
export const FAIT = {
  'reception-electronique': {
    libelle: 'Demande reçue par voie électronique',
    complement: 'la réception',
  },
  'reception-papier': { libelle: 'Demande reçue sur papier', complement: 'la réception' },
  'consignation-orale': {
    libelle: 'Réclamation orale consignée par écrit',
    complement: 'la consignation par écrit',
  },
  'accuse-enregistrement-envoye': {
    libelle: 'Accusé d’enregistrement électronique envoyé',
    complement: 'l’envoi de l’accusé d’enregistrement',
  },
  'accuse-reception-electronique-envoye': {
    libelle: 'Accusé de réception électronique envoyé',
    complement: 'l’envoi de l’accusé de réception',
  },
  'accuse-reception-papier-envoye': {
    libelle: 'Accusé de réception envoyé ou remis sur papier',
    complement: 'l’envoi de l’accusé de réception',
  },
  'copie-remise': { libelle: 'Copie de la réclamation remise', complement: 'la remise de la copie' },
  'reponse-envoyee': { libelle: 'Réponse envoyée', complement: 'l’envoi de la réponse' },
  'saisine-mediateur-notifiee': {
    libelle: 'Personne informée de la saisine du médiateur par l’établissement',
    complement: 'l’information sur la saisine du médiateur',
  },
  'demande-abusive': {
    libelle: 'Envoi reconnu abusif',
    complement: 'le constat du caractère abusif de l’envoi',
  },
  'demande-transmise': {
    libelle: 'Demande transmise à l’administration compétente',
    complement: 'la transmission à l’administration compétente',
  },
  'reclamation-retiree': {
    libelle: 'Réclamation retirée par son auteur',
    complement: 'le retrait de la réclamation',
  },
  'reclamation-rouverte': { libelle: 'Réclamation rouverte', complement: 'la réouverture' },
  'reclamation-orientee': {
    libelle: 'Réclamation orientée vers une autre procédure de l’établissement',
    complement: 'l’orientation vers une autre procédure',
  },
  'reclamation-en-double': {
    libelle: 'Réclamation déjà enregistrée dans un autre dossier',
    complement: 'le classement en double',
  },
  'auteur-introuvable': {
    libelle: 'Réclamation anonyme classée',
    complement: 'le classement d’une réclamation anonyme',
  },
  'transmission-preparee': {
    libelle: 'Transmission à l’administration compétente préparée',
    complement: 'la préparation de la transmission',
  },
  'transmission-envoyee': {
    libelle: 'Transmission à l’administration compétente envoyée',
    complement: 'l’envoi de la transmission',
  },
  'transmission-abandonnee': {
    libelle: 'Transmission abandonnée avant son envoi',
    complement: 'l’abandon de la transmission',
  },
  'explications-demandees-par-l-ars': {
    libelle: 'Explications demandées par l’ARS',
    complement: 'la demande de l’ARS',
  },
  'explications-demandees-par-le-defenseur': {
    libelle: 'Explications demandées par le Défenseur des droits',
    complement: 'la demande du Défenseur des droits',
  },
  'explications-envoyees': {
    libelle: 'Explications envoyées à l’autorité qui les demandait',
    complement: 'l’envoi des explications',
  },
  'auteur-inconnu': { libelle: 'Auteur inconnu', complement: 'le constat que l’auteur est inconnu' },
  'auteur-connu': { libelle: 'Auteur connu', complement: 'le jour où l’auteur s’est fait connaître' },
} as const satisfies Record<CodeDeFait, { readonly libelle: string; readonly complement: string }>
