import type { CodeDeRefusDAffaire } from './affaire.ts'
import type { AttenteVue, CodeDAttente } from './attente.ts'
import type { Canal } from './canal.ts'
import type { Lieu } from './partie.ts'

export const LIBELLES_DES_CANAUX = {
  courriel: 'Courriel',
  courrier: 'Courrier',
  guichet: 'Accueil, au guichet',
  telephone: 'Téléphone',
  formulaire: 'Formulaire en ligne',
} as const satisfies Record<Canal, string>

/** What is awaited, as a filter and as the start of a sentence. */
export const LIBELLES_DES_ATTENTES = {
  explications: 'Explications',
  restitution: 'Lecture des conclusions',
  visa: 'Visa',
  signature: 'Signature',
  envoi: 'Envoi',
  'envoi-a-verifier': 'Envoi à vérifier',
  mesure: 'Mesure à réaliser',
  rappel: 'Rappel',
  'rendez-vous': 'Rendez-vous',
  'relance-a-reprendre': 'Relance à reprendre',
} as const satisfies Record<CodeDAttente, string>

/** « Explications : Cardiologie » */
export const phraseDAttente = ({ code, de }: Pick<AttenteVue, 'code' | 'de'>): string =>
  de === '' ? LIBELLES_DES_ATTENTES[code] : `${LIBELLES_DES_ATTENTES[code]}\u00a0: ${de}`

/** Why a dossier may not join or leave an affaire, and what to do next. */
export const REFUS_D_AFFAIRE = {
  'deja-dans-une-affaire':
    'Ce dossier est déjà dans une autre affaire : retirez-le d’abord de celle-ci, depuis sa page.',
  'deja-dans-celle-ci': 'Ce dossier est déjà dans cette affaire.',
  'dans-aucune-affaire': 'Ce dossier n’est dans aucune affaire.',
} as const satisfies Record<CodeDeRefusDAffaire, string>

const LIBELLES_DES_LIEUX = {
  recit: 'Dans le récit',
  personne: 'Parmi les personnes',
  grief: 'Dans un grief',
  constat: 'Dans l’analyse du grief',
  note: 'Dans une note',
  orientation: 'Dans l’orientation donnée',
  courrier: 'Dans la lettre',
  demande: 'Dans la demande à',
  explications: 'Dans la réponse de',
  piece: 'Dans la pièce',
} as const satisfies Record<Lieu, string>

/** « Dans la pièce compte-rendu.pdf » */
export const phraseDuLieu = ({ lieu, precision }: { lieu: Lieu; precision: string }): string =>
  precision === ''
    ? LIBELLES_DES_LIEUX[lieu]
    : `${LIBELLES_DES_LIEUX[lieu]} ${lieu === 'constat' ? `«\u00a0${precision}\u00a0»` : precision}`

/** How « qui l’a vu » words an event of the journal. */
const LECTURES: Readonly<Record<string, string>> = {
  'dossier-consulte': 'A ouvert le dossier',
  'dossier-assigne': 'A attribué le dossier',
  'dossier-priorise': 'A changé la priorité',
  'dossier-etiquete': 'A changé les étiquettes',
  'dossier-modifie': 'A modifié l’objet ou les services',
  'dossier-classe-change': 'A changé le niveau de protection',
  'recit-complete': 'A complété le récit',
  'personne-ajoutee': 'A ajouté une personne',
  'personne-retiree': 'A retiré une personne',
  'dossier-lie': 'A lié un dossier',
  'dossier-delie': 'A retiré un lien',
  'affaire-jointe': 'A rattaché le dossier à une affaire',
  'affaire-quittee': 'A retiré le dossier d’une affaire',
  'note-ajoutee': 'A ajouté une note',
  'fait-rectifie': 'A corrigé une date',
  'etat-change': 'A fait avancer le dossier',
  'conflit-declare': 'A déclaré un conflit d’intérêts',
  'conflit-leve': 'A levé un conflit d’intérêts',
  'piece-deposee': 'A déposé une pièce',
  'piece-consultee': 'A regardé une pièce',
  'piece-telechargee': 'A téléchargé une pièce',
  'piece-relue': 'A fait relire le texte d’une pièce',
  'pieces-listees': 'A consulté la liste des pièces',
  'reclamation-enregistree': 'A enregistré la réclamation',
  'accuse-de-reception-produit': 'A préparé l’accusé de réception',
  'accuse-de-reception-envoye': 'A noté l’envoi de l’accusé de réception',
  'accuse-enregistrement-envoye': 'A noté l’envoi de l’accusé d’enregistrement',
  'reclamation-classee': 'A clos sans réponse, avec un motif',
  'reponse-preparee': 'A préparé la réponse',
  'reponse-notee': 'A noté une réponse partie hors de Porte-voix',
  'reclamation-close': 'A clos la réclamation',
  'conclusions-transmises': 'A transmis les conclusions à un service',
  'grief-qualifie': 'A relevé un grief',
  'grief-modifie': 'A modifié un grief',
  'griefs-ordonnes': 'A changé l’ordre des griefs',
  'grief-retire': 'A retiré un grief',
  'grief-retabli': 'A rétabli un grief',
  'constat-pose': 'A posé un constat sur un grief',
  'fait-relate-ajoute': 'A ajouté un fait au récit des faits',
  'fait-relate-modifie': 'A modifié un fait du récit des faits',
  'fait-relate-retire': 'A retiré un fait du récit des faits',
  'faits-relates-ordonnes': 'A changé l’ordre du récit des faits',
  'cause-ajoutee': 'A noté une cause',
  'cause-retiree': 'A retiré une cause',
  'mesure-ajoutee': 'A noté une mesure',
  'mesure-modifiee': 'A modifié une mesure',
  'mesure-faite': 'A noté une mesure réalisée',
  'mesure-reprise': 'A rouvert une mesure notée réalisée',
  'mesure-abandonnee': 'A noté une mesure abandonnée',
  'courrier-joint': 'A joint un courrier complémentaire',
  'provenance-notee': 'A noté qui l’a transmise',
  'explications-envoyees': 'A noté l’envoi des explications demandées',
  'transmission-preparee': 'A préparé une transmission',
  'orientation-preparee': 'A préparé une orientation vers une autre procédure',
  'transmission-envoyee': 'A noté le départ d’une transmission',
  'transmission-abandonnee': 'A abandonné une transmission',
  'copie-imprimee': 'A imprimé la copie',
  'copie-remise': 'A noté la remise de la copie',
  'courrier-corrige': 'A déposé une lettre corrigée',
  'courrier-compare': 'A comparé deux versions d’une lettre',
  'visa-demande': 'A demandé un visa',
  'visa-rendu': 'A rendu un visa',
  'fichiers-du-courrier-listes': 'A consulté ce qui part avec une lettre',
  'courrier-signe': 'A signé une lettre',
  'courrier-signe-sur-papier': 'A déposé une lettre signée sur papier',
  'courrier-converti': 'A fait le PDF d’une lettre',
  'pdf-de-courrier-depose': 'A déposé le PDF d’une lettre',
  'courrier-envoye': 'A noté l’envoi d’une lettre',
  'courrier-remis-a-la-messagerie': 'A envoyé une lettre par courriel',
  'envoi-constate': 'A dit ce qu’il est advenu d’un envoi',
  'recommande-suivi': 'A noté le suivi d’un recommandé',
  'preuve-d-envoi-jointe': 'A joint une preuve d’envoi',
  'courrier-abandonne': 'A abandonné une lettre',
  'eloge-enregistre': 'A enregistré l’éloge',
  'accord-d-eloge-note': 'A noté si la personne accepte d’être nommée',
  'eloge-transmis': 'A transmis l’éloge à l’équipe',
  'transmission-d-eloge-annulee': 'A annulé une transmission',
  'eloge-remis': 'A dit avoir remis l’éloge à l’équipe',
  'fiche-d-eloge-imprimee': 'A imprimé la fiche de l’éloge',
  'contact-enregistre': 'A noté le contact',
  'contact-modifie': 'A modifié le motif ou l’orientation',
  'suite-prevue': 'A prévu un rappel ou un rendez-vous',
  'suite-terminee': 'A noté ce qu’il est advenu d’un rappel ou d’un rendez-vous',
  'rendez-vous-telecharge': 'A téléchargé un rendez-vous',
  'origine-consultee': 'A ouvert une saisie à partir de ce dossier',
  'service-interroge': 'A demandé des explications à un service',
  'demandes-listees': 'A consulté les demandes aux services',
  'demande-relancee': 'A relancé un service',
  'relance-automatique': 'A relancé un service',
  'relance-automatique-non-partie': 'N’a pas pu relancer un service',
  'relances-suspendues': 'A suspendu les relances d’une demande',
  'relances-reprises': 'A laissé reprendre les relances d’une demande',
  'demande-annulee': 'A annulé une demande à un service',
  'demande-reportee': 'A changé le jour souhaité d’une demande',
  'lien-renouvele': 'A remplacé le lien d’une demande',
  'lien-envoye': 'A envoyé le lien d’une demande par courriel',
  'brouillon-de-reponse-enregistre': 'A enregistré un brouillon de réponse',
  'demande-consultee': 'A ouvert une demande adressée à son service',
  'piece-jointe-a-la-reponse': 'A joint une pièce à sa réponse',
  'demande-repondue': 'A répondu à une demande',
  'demande-ouverte-par-lien': 'A ouvert la demande',
  'demande-relue-par-lien': 'A relu sa réponse avant de l’envoyer',
  'demande-repondue-par-lien': 'A envoyé sa réponse',
}

/** Who an entry is shown under, when it is no agent's. */
export const LECTEURS: Readonly<Record<string, string>> = { 'lien-de-tache': 'Le service, par son lien' }

/** Sentence of a journal event; a refusal says so; an unknown code is shown as it is. */
export function libelleDeLecture(evenement: string): string {
  const [code = evenement, suite] = evenement.split(':')
  const libelle = LECTURES[code] ?? code
  return suite === 'refus' ? `${libelle} — refusé` : libelle
}
