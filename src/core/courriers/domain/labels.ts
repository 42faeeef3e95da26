import type { EtatDEnvoi, EtatDeCourrier, ModeDEnvoi } from './etat.ts'
import type { MentionExigee } from './mention.ts'
import type { SuiteDuRecommande } from './rules.ts'

/** Refusals of this module, shown as they are. */
export const REFUS_DES_COURRIERS = {
  'modele-livre': 'Le modèle livré avec Porte-voix est déjà en usage : il n’y a rien à retirer.',
  'modele-inutilisable':
    'Le modèle en usage ne peut pas être rempli. Déposez-le de nouveau dans les réglages, ou revenez au modèle livré.',
  'dossier-clos': 'Ce dossier est clos : rouvrez-le d’abord.',
  'courrier-deja-envoye': 'Ce courrier est déjà parti.',
  'courrier-abandonne': 'Ce courrier ne partira pas : préparez-en un autre.',
  'courrier-signe': 'Ce courrier est signé : il ne change plus. Pour le corriger, préparez-le de nouveau.',
  'courrier-deja-signe': 'Ce courrier est déjà signé.',
  'envoi-en-cours': 'L’envoi de ce courrier est en cours. Attendez une minute.',
  'envoi-a-verifier': 'Ce courrier est peut-être déjà parti : dites d’abord ce qu’il en est.',
  'rien-a-verifier': 'Aucun envoi n’est à vérifier.',
  'visa-sans-objet': 'Ce courrier n’a pas besoin de visa.',
  'visa-deja-donne': 'Le visa est déjà donné sur cette version.',
  'visa-non-demande': 'Aucun visa n’est demandé sur cette version.',
  'visa-demande-a-un-autre': 'Ce visa est demandé à quelqu’un d’autre.',
  'visa-manquant': 'Faites d’abord viser la dernière version.',
  'visa-a-soi': 'Demandez le visa à quelqu’un d’autre que vous.',
  'visa-de-sa-lettre': 'Vous avez écrit la dernière version : demandez le visa à quelqu’un d’autre.',
  'viseur-auteur': 'Cette personne a écrit la dernière version : demandez le visa à quelqu’un d’autre.',
  'viseur-sans-acces': 'Cette personne ne peut pas voir ce dossier. Choisissez-en une autre.',
  'signature-sans-objet': 'Ce courrier ne se signe pas.',
  'signature-manquante': 'Faites d’abord signer ce courrier.',
  'sans-delegation':
    'Aucune délégation en vigueur ne vous permet de signer ce courrier. Le responsable ou la direction les tient dans les réglages, « Signataires ».',
  'signataire-inconnu': 'Ce signataire n’a pas de délégation en vigueur ce jour-là pour ce courrier.',
  'signataire-autre':
    'Cette lettre ne porte pas le nom et la qualité de ce signataire : préparez-la de nouveau à son nom.',
  'version-alteree':
    'Le fichier conservé n’est plus celui qui a été enregistré : ne le signez pas, et prévenez l’informatique.',
  'version-identique': 'Ce fichier est exactement la version déjà enregistrée : rien n’a changé.',
  'signe-sur-papier': 'Ce courrier est signé sur papier : c’est sa numérisation qui part.',
  'pdf-absent': 'Faites d’abord le PDF : un courriel ne porte jamais le fichier Word.',
  'numerisation-en-image':
    'Le courrier signé est numérisé en image : seul un PDF part par courriel. Numérisez-le en PDF, ou postez-le.',
  'courriel-trop-lourd':
    'La lettre et ses pièces dépassent 20\u00a0Mo une fois mises dans un courriel : beaucoup de serveurs le refuseraient. Déposez-les sur une messagerie sécurisée, ou préparez la lettre de nouveau pour la poste, puis notez l’envoi ici.',
  'piece-inaccessible':
    'Une pièce que cette lettre annonce ne vous est pas accessible : elle ne peut pas partir par courriel. Préparez la lettre de nouveau sans elle.',
  'courrier-postal':
    'Ce courrier porte une adresse postale. Préparez-le de nouveau pour l’envoyer par courriel.',
  'sans-adresse-electronique': 'Aucune adresse électronique n’est connue pour ce courrier.',
  'messagerie-absente':
    'Porte-voix n’est relié à aucun serveur de messagerie. Envoyez le PDF depuis votre messagerie, puis notez-le ici.',
  'mode-incompatible':
    'L’adresse de ce courrier ne permet pas cet envoi : préparez-le de nouveau pour l’autre canal.',
  'envoi-dans-l-avenir': 'Cette date est dans l’avenir.',
  'envoi-avant-preparation': 'Cette lettre n’était pas encore écrite ce jour-là.',
  'envoi-avant-signature': 'Cette lettre n’était pas encore signée ce jour-là.',
  'numero-de-recommande-mal-forme':
    'Un numéro de recommandé compte treize caractères : « 1A 123 456 7890 1 », ou « RK 123 456 785 FR ».',
  'numero-de-recommande-faux': 'Ce numéro de recommandé contient une erreur : vérifiez chaque chiffre.',
  'remise-sans-nom': 'Dites à qui la lettre a été remise.',
  'recommande-sans-envoi': 'Aucun recommandé n’est parti pour ce courrier.',
  'suite-avant-envoi': 'Ce jour précède l’envoi.',
  'suite-avant-la-precedente':
    'Ce jour précède une étape déjà notée qui vient avant : dépôt, avis de passage, puis distribution ou retour. Corrigez celle qui est fausse.',
  'suite-apres-la-suivante':
    'Ce jour vient après une étape déjà notée qui le suit : dépôt, avis de passage, puis distribution ou retour. Corrigez celle qui est fausse.',
  'envoi-apres-suite': 'Le suivi de ce recommandé est déjà noté avant ce jour : corrigez-le d’abord.',
  'recommande-deja-distribue': 'Ce recommandé est déjà distribué.',
  'recommande-deja-retourne': 'Ce recommandé est déjà revenu.',
  'aucun-envoi': 'Ce courrier n’est pas encore parti.',
  'conversion-impossible': 'Le PDF n’a pas pu être fait. Faites-le dans Word, puis déposez-le.',
} as const satisfies Record<string, string>
export type RefusDeCourrier = keyof typeof REFUS_DES_COURRIERS
/** For the contract: a refusal an action may answer. */
export const CODES_DE_REFUS = Object.keys(REFUS_DES_COURRIERS) as RefusDeCourrier[]

export const LIBELLES_DES_ETATS = {
  prepare: 'préparé',
  'visa-demande': 'au visa',
  'visa-refuse': 'visa refusé',
  vise: 'visé',
  signe: 'signé',
  'en-envoi': 'envoi en cours',
  'a-verifier': 'envoi à vérifier',
  envoye: 'parti',
  abandonne: 'ne partira pas',
} as const satisfies Record<EtatDeCourrier, string>

export const LIBELLES_DES_MODES = {
  poste: 'par la poste',
  recommande: 'en recommandé avec avis de réception',
  'main-propre': 'en main propre',
  courriel: 'par courriel',
} as const satisfies Record<ModeDEnvoi, string>

export const LIBELLES_DES_ENVOIS = {
  'en-cours': 'envoi en cours',
  'a-verifier': 'à vérifier',
  envoye: 'parti',
  'non-parti': 'n’est pas parti',
} as const satisfies Record<EtatDEnvoi, string>

export const LIBELLES_DES_SUITES = {
  depose: 'Déposé au bureau de poste',
  avise: 'Avis de passage laissé',
  distribue: 'Distribué',
  retourne: 'Revenu à l’expéditeur',
} as const satisfies Record<SuiteDuRecommande, string>

/** Says which fields a letter lacks. */
export const phraseDesValeursManquantes = (libelles: readonly string[]): string =>
  `Le courrier n’a pas été produit. Il manque\u00a0: ${libelles.join('\u00a0; ')}. Complétez ces informations, puis recommencez.`

/** Says that a template lacks a field the law asks for. */
export const phraseDeBaliseAbsente = (nom: string, libelle: string): string =>
  `Ce modèle ne contient pas le champ {${nom}} (${libelle}), qui doit figurer dans ce courrier. Ajoutez-le.`

/** Says that a template holds the field, but that nobody would read it. */
export const phraseDeBaliseInvisible = (nom: string, libelle: string): string =>
  `Le champ {${nom}} (${libelle}) est dans ce modèle, mais ne se lit pas une fois la lettre faite : il est masqué, ou dans une partie qui disparaît. Placez-le dans le texte.`

/** Says which mentions of the law the letter would no longer say. */
export const phraseDesMentionsPerdues = (libelles: readonly string[]): string =>
  `Le modèle en usage ne laisse pas lire\u00a0: ${libelles.join('\u00a0; ')}. Le courrier n’a pas été produit. Corrigez le modèle dans les réglages, ou revenez au modèle livré.`

const citer = (texte: string): string => {
  const net = texte.trim().replace(/\s+/gu, ' ')
  return `«\u00a0${net.slice(0, 160).toWellFormed()}${net.length > 160 ? '…' : ''}\u00a0»`
}

/** Says that a re-imported letter lost something it must say. */
export const phraseDeMentionAbsente = ({ libelle, valeur, texteLegal }: MentionExigee): string =>
  texteLegal === null
    ? `La mention «\u00a0${libelle}\u00a0» a disparu ou a changé. Elle disait ${citer(valeur)}. Remettez-la.`
    : `Le texte exigé par la loi «\u00a0${libelle}\u00a0» (${texteLegal}) a disparu ou a changé. Remettez-le mot pour mot\u00a0: ${citer(valeur)}`

/** Says that the file is the letter of another dossier. */
export const phraseDAutreDossier = (numero: string): string =>
  `Ce fichier est une lettre du dossier ${numero}, pas de celui-ci. Vérifiez que vous avez pris le bon fichier.`

export const AUTRE_COURRIER =
  'Ce fichier est une autre lettre de ce dossier. Téléchargez celle-ci, corrigez-la dans Word, puis déposez-la.'

export const SANS_IDENTITE =
  'Ce fichier n’a pas été téléchargé d’ici, ou a perdu sa marque : Porte-voix ne peut pas vérifier que c’est bien cette lettre. Relisez-le avant de confirmer.'

/** Says that a PDF is not that of this dossier. */
export const phraseDePdfEtranger = (numero: string, autre: string | null): string =>
  autre === null
    ? `Ce PDF ne porte nulle part le numéro ${numero}. Vérifiez que vous avez pris le bon fichier.`
    : `Ce PDF porte le numéro ${autre}, pas ${numero}. Vérifiez que vous avez pris le bon fichier.`

/** Says what a PDF no longer says of the letter. */
export const phraseDePdfIncomplet = (absentes: readonly MentionExigee[]): string =>
  `Ce PDF ne dit pas tout ce que la lettre doit dire. ${absentes.map(phraseDeMentionAbsente).join(' ')} Refaites le PDF depuis la dernière version Word, puis déposez-le de nouveau.`

/** « Accusé de réception REC-2026-00042 » */
export const nomDuCourrier = (libelle: string, numero: string): string => `${libelle} ${numero}`
