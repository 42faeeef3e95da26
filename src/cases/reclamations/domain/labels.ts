import type { FamilleDeCause, NatureDeMesure } from './analyse.ts'
import type { Constat, Gravite, Manques } from './griefs.ts'
import type { Etat, MotifDeClassement, NatureDeProvenance, Procedure, Qualite } from './model.ts'
import type { Permission } from './permissions.ts'
import type { CodeDeRefusDeProvenance } from './provenance.ts'

export const LIBELLES_DES_ETATS = {
  recu: 'Reçue',
  accuse: 'Accusée',
  repondu: 'Répondue',
  clos: 'Close',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_QUALITES = {
  patient: 'Le patient lui-même',
  proche: 'Un proche',
  'ayant-droit': 'Un ayant droit',
  'representant-legal': 'Le représentant légal',
  'personne-de-confiance': 'La personne de confiance',
  avocat: 'Un avocat',
  association: 'Une association',
  autre: 'Une autre personne',
} as const satisfies Record<Qualite, string>

export const LIBELLES_DES_MOTIFS = {
  anonyme: 'Elle est anonyme : il n’y a personne à qui répondre',
  retiree: 'Son auteur l’a retirée',
  abusive: 'Elle est abusive, par son nombre ou sa répétition',
  'en-double': 'Elle est déjà enregistrée dans un autre dossier',
} as const satisfies Record<MotifDeClassement, string>

/** What each level means, so that two agents choose the same. @source HCAT (London School of Economics), niveaux de gravité */
export const LIBELLES_DES_GRAVITES = {
  1: { libelle: 'mineure', aide: 'une gêne, sans suite pour la personne' },
  2: { libelle: 'modérée', aide: 'une peine ou un désagrément réel, vite réparable' },
  3: { libelle: 'grave', aide: 'une atteinte à la santé, à la dignité ou aux biens' },
  4: { libelle: 'très grave', aide: 'une atteinte durable, un décès, un fait pénal possible' },
} as const satisfies Record<Gravite, { libelle: string; aide: string }>

export const LIBELLES_DES_CONSTATS = {
  fonde: 'fondé',
  'partiellement-fonde': 'partiellement fondé',
  'non-fonde': 'non fondé',
  indeterminable: 'indéterminable',
} as const satisfies Record<Constat, string>

/** The same finding, as the person reads it in the answer. */
export const CONSTATS_POUR_LA_PERSONNE = {
  fonde: 'Sur ce point, votre réclamation est fondée.',
  'partiellement-fonde': 'Sur ce point, votre réclamation est fondée en partie.',
  'non-fonde': 'Ce que nous avons pu établir ne confirme pas ce point de votre réclamation.',
  indeterminable: 'Nous n’avons pas pu établir ce qui s’est passé sur ce point.',
} as const satisfies Record<Constat, string>

const enPhrase = (phrase: string): string => `${phrase.charAt(0).toLocaleUpperCase('fr')}${phrase.slice(1)}`

const desGriefs = (rangs: readonly number[], verbe: { un: string; plusieurs: string }): string =>
  rangs.length === 1
    ? `le grief ${rangs[0]} ${verbe.un}`
    : `les griefs ${enumerer(rangs.map(String))} ${verbe.plusieurs}`

const enumerer = (mots: readonly string[]): string =>
  mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1) ?? ''}`

/** « Le grief 2 n’a pas de constat ; les griefs 1 et 3 n’ont pas de réponse. » */
export function phraseDesManques({ sansConstat, sansReponse }: Manques): string {
  const parties = [
    { rangs: sansConstat, quoi: 'de constat' },
    { rangs: sansReponse, quoi: 'de réponse à la personne' },
  ]
    .filter(({ rangs }) => rangs.length > 0)
    .map(({ rangs, quoi }) => desGriefs(rangs, { un: `n’a pas ${quoi}`, plusieurs: `n’ont pas ${quoi}` }))
  return `${enPhrase(parties.join(' ; '))} : complétez l’analyse.`
}

/** « Le grief 2 a changé depuis que cette lettre est écrite. » Without a number: one was withdrawn. */
export const phraseDesGriefsChanges = (rangs: readonly number[]): string =>
  `${rangs.length === 0 ? 'Un grief a été retiré' : enPhrase(desGriefs(rangs, { un: 'a changé', plusieurs: 'ont changé' }))} depuis que cette lettre est écrite : préparez-la de nouveau.`

/** What the person was not told of, or was told otherwise. */
export const phraseDesNonDits = (rangs: readonly number[]): string =>
  `${enPhrase(desGriefs(rangs, { un: 'a été relevé ou a changé', plusieurs: 'ont été relevés ou ont changé' }))} depuis la réponse partie : adressez-en une nouvelle à la personne, ou rétablissez ce qui lui a été dit.`

/** Whose written consent is missing, when health data of several people would leave. */
export const phraseDesConsentements = (noms: readonly string[]): string =>
  `Des données de santé de plusieurs personnes sont dans ce dossier : il manque le consentement écrit de ${enumerer(noms)}. Enregistrez-le sur chaque fiche (« L’accès à ses données de santé »), ou n’envoyez que ce que la personne a écrit.`

/** What a service reads of one of its griefs. */
export function conclusionEnMots(c: {
  readonly constat: Constat | null
  readonly reponse: string
  readonly mesures: string
}): string {
  const constat =
    c.constat === null ? 'Aucun constat.' : `Constat : grief ${LIBELLES_DES_CONSTATS[c.constat]}.`
  const reponse = c.reponse.trim() === '' ? [] : [`Ce qui a été répondu à la personne :\n${c.reponse.trim()}`]
  const mesures = c.mesures === '' ? [] : [`Ce qui change :\n${c.mesures}`]
  return [constat, ...reponse, ...mesures].join('\n\n')
}

/** What a request to read says when nobody wrote better. */
export const MESSAGE_DE_RESTITUTION = `Bonjour,

La réclamation qui concernait votre service a reçu sa réponse. Voici, grief par grief, ce que l’établissement en a conclu et ce qui change. Merci de le lire, de le partager avec votre équipe, et de confirmer votre lecture ; vous pouvez y ajouter un commentaire.`

export const MESURES_D_ENSEMBLE = 'Ce qui change pour l’ensemble'

export const LIBELLES_DES_CAUSES = {
  patient: { libelle: 'Le patient', aide: 'son état, sa langue, sa situation' },
  taches: { libelle: 'Les tâches', aide: 'protocole absent, inadapté, non suivi' },
  individuel: { libelle: 'Le professionnel', aide: 'connaissances, fatigue, stress' },
  equipe: { libelle: 'L’équipe', aide: 'transmissions, répartition, soutien' },
  environnement: { libelle: 'L’environnement de travail', aide: 'locaux, matériel, effectif, charge' },
  organisation: { libelle: 'L’organisation', aide: 'circuits, règles, gestion' },
  institution: { libelle: 'Le contexte institutionnel', aide: 'réglementation, moyens, territoire' },
} as const satisfies Record<FamilleDeCause, { libelle: string; aide: string }>

export const LIBELLES_DES_MESURES = {
  prise: 'Prise',
  promise: 'Promise',
} as const satisfies Record<NatureDeMesure, string>

export const LIBELLES_DES_PROVENANCES = {
  ars: 'L’agence régionale de santé (ARS)',
  'defenseur-des-droits': 'Le Défenseur des droits',
  etablissement: 'Un autre établissement',
  administration: 'Une autre administration',
  elu: 'Un élu',
  autre: 'Quelqu’un d’autre',
} as const satisfies Record<NatureDeProvenance, string>

export const LIBELLES_DES_PROCEDURES = {
  indemnisation: 'Demande d’indemnisation',
  'acces-dossier': 'Demande d’accès au dossier médical',
} as const satisfies Record<Procedure, string>

export const REFUS_DE_PROVENANCE = {
  'transmetteur-sans-nom': 'Indiquez qui l’a transmise.',
  'premiere-reception-apres-la-notre':
    'Elle ne peut pas l’avoir reçue après nous l’avoir transmise : vérifiez la date.',
  'explications-sans-autorite':
    'Seuls l’ARS et le Défenseur des droits fixent un jour pour des explications : notez-le plutôt en note.',
  'explications-avant-la-lettre': 'Ce jour précède l’arrivée de la lettre : vérifiez la date.',
} as const satisfies Record<CodeDeRefusDeProvenance, string>

/** Of other services too: whoever does not analyse reads those of his own where they are kept. */
const DE_L_ANALYSE = { detailsPour: 'reclamations.analyser' } as const satisfies { detailsPour: Permission }

export const LIBELLES_DES_FAITS = {
  'reception-electronique': { libelle: 'Réclamation reçue par voie électronique', rectifiable: true },
  'reception-papier': { libelle: 'Réclamation reçue par courrier', rectifiable: true },
  'consignation-orale': { libelle: 'Réclamation orale consignée par écrit', rectifiable: true },
  'accuse-reception-electronique-envoye': {
    libelle: 'Accusé de réception envoyé par courriel',
    rectifiable: true,
  },
  'accuse-reception-papier-envoye': { libelle: 'Accusé de réception posté', rectifiable: true },
  'accuse-enregistrement-envoye': { libelle: 'Accusé d’enregistrement envoyé', rectifiable: true },
  'reclamation-retiree': { libelle: 'Réclamation retirée par son auteur', rectifiable: false },
  'demande-abusive': { libelle: 'Réclamation abusive, par son nombre ou sa répétition', rectifiable: false },
  'transmission-recue': { libelle: 'Transmission reçue', rectifiable: true },
  'provenance-completee': { libelle: 'Provenance complétée', rectifiable: false },
  'explications-demandees-par-l-ars': {
    libelle: 'Explications demandées par l’ARS',
    rectifiable: false,
    libelleAnnule: 'Explications que l’ARS ne demande pas',
  },
  'explications-demandees-par-le-defenseur': {
    libelle: 'Explications demandées par le Défenseur des droits',
    rectifiable: false,
    libelleAnnule: 'Explications que le Défenseur des droits ne demande pas',
  },
  'explications-envoyees': {
    libelle: 'Explications envoyées à l’autorité qui les demandait',
    rectifiable: true,
  },
  'transmission-preparee': { libelle: 'Transmission préparée', rectifiable: false },
  'transmission-envoyee': { libelle: 'Transmission envoyée', rectifiable: true },
  'avis-de-transmission-envoye': { libelle: 'Personne avisée de la transmission', rectifiable: true },
  'transmission-abandonnee': { libelle: 'Transmission abandonnée', rectifiable: false },
  'orientation-preparee': { libelle: 'Orientation vers une autre procédure préparée', rectifiable: false },
  'orientation-annoncee': { libelle: 'Personne orientée vers une autre procédure', rectifiable: true },
  'orientation-abandonnee': { libelle: 'Orientation abandonnée', rectifiable: false },
  'demande-transmise': { libelle: 'Réclamation transmise en entier, et close ici', rectifiable: false },
  'reclamation-orientee': {
    libelle: 'Réclamation suivie en entier par une autre procédure, et close ici',
    rectifiable: false,
  },
  'courrier-complementaire-recu': { libelle: 'Courrier complémentaire reçu', rectifiable: true },
  'auteur-introuvable': { libelle: 'Réclamation anonyme : personne à qui répondre', rectifiable: false },
  'reclamation-en-double': {
    libelle: 'Réclamation déjà enregistrée dans un autre dossier',
    rectifiable: false,
  },
  'accuse-prepare': { libelle: 'Accusé de réception préparé', rectifiable: false },
  'copie-remise': { libelle: 'Copie de la réclamation remise à la personne', rectifiable: true },
  'reponse-preparee': { libelle: 'Réponse préparée', rectifiable: false },
  'reponse-envoyee': { libelle: 'Réponse envoyée', rectifiable: true },
  'griefs-qualifies': { libelle: 'Griefs relevés', rectifiable: false },
  'grief-retire': { libelle: 'Grief retiré', rectifiable: false, ...DE_L_ANALYSE },
  'grief-retabli': { libelle: 'Grief rétabli', rectifiable: false, ...DE_L_ANALYSE },
  'constats-poses': { libelle: 'Constat posé sur chaque grief', rectifiable: false },
  'mesure-faite': {
    libelle: 'Mesure réalisée',
    rectifiable: true,
    libelleAnnule: 'Mesure à réaliser, notée réalisée par erreur',
    ...DE_L_ANALYSE,
  },
  'mesure-abandonnee': { libelle: 'Mesure abandonnée', rectifiable: false, ...DE_L_ANALYSE },
  'reclamation-close': { libelle: 'Réclamation close', rectifiable: false },
  'reclamation-rouverte': { libelle: 'Réclamation rouverte', rectifiable: false },
} as const

/** Sentence of each refusal. A new code without a wording does not compile. */
export const REFUS = {
  'reponse-non-envoyee': 'La réponse n’est pas partie : envoyez-la d’abord à la personne.',
  'griefs-a-relever': 'La réponse se fait grief par grief : relevez-les d’abord dans la lettre.',
  'griefs-incomplets': 'Un grief n’a pas de constat ou de réponse : complétez l’analyse.',
  'reponse-perimee':
    'Un constat ou un grief a changé depuis que cette lettre est écrite : préparez-la de nouveau.',
  'pieces-en-papier':
    'Par courriel, la lettre part seule : les pièces accompagnent une lettre postée ou remise en main propre.',
  'signataire-a-choisir':
    'Choisissez qui signera la réponse. S’il manque à la liste, le responsable l’ajoute dans les réglages, à Signataires.',
  'reponse-a-completer':
    'Un grief a été relevé ou a changé depuis la réponse partie : adressez-en une nouvelle à la personne.',
  'mesure-dite-abandonnee': 'Une mesure que cette lettre annonce est abandonnée : préparez-la de nouveau.',
  'tribunal-manquant':
    'Le tribunal administratif manque à la fiche de l’établissement : indiquez-le, ou répondez sans voies de recours.',
  'mesure-indisponible':
    'Une mesure choisie est abandonnée ou n’est plus au dossier : choisissez de nouveau.',
  'restitution-avant-reponse':
    'Répondez d’abord à la personne : les services lisent ensuite ce qui a été conclu.',
  'service-sans-grief':
    'Aucun des griefs cochés ne concerne ce service : retirez-le, ou indiquez ce service sur un grief.',
  'dossier-clos': 'Cette réclamation est close : rouvrez-la d’abord.',
  'auteur-inconnu':
    'La réclamation est anonyme : il n’y a personne à qui écrire. Ajoutez l’auteur s’il se fait connaître.',
  'auteur-deja-destinataire':
    'Un envoi lui a été adressé : le dossier doit dire à qui. Corrigez ses coordonnées, ou ajoutez d’abord le véritable auteur.',
  'adresse-manquante':
    'L’auteur n’a pas d’adresse pour cet envoi : complétez sa fiche, ou choisissez l’autre canal.',
  'accuse-deja-envoye': 'L’accusé de réception est déjà parti.',
  'reception-non-electronique':
    'L’accusé d’enregistrement ne concerne que les réclamations reçues par voie électronique.',
  'enregistrement-deja-note': 'L’envoi de l’accusé d’enregistrement est déjà noté.',
  'auteur-connu': 'L’auteur est connu : répondez-lui, ou choisissez un autre motif.',
  'courrier-perime': 'Une date que dit cette lettre a été corrigée depuis : préparez-la de nouveau.',
  'courrier-inconnu': 'Ce courrier n’appartient pas à cette réclamation.',
  'mentions-manquantes': 'L’accusé de réception serait incomplet : les délais de recours ne courraient pas.',
  'envoi-dans-l-avenir': 'Cette date est dans l’avenir.',
  'envoi-avant-reception': 'L’envoi ne peut pas précéder la réception de la réclamation.',
  'reponse-deja-envoyee': 'La réponse est déjà partie.',
  'deja-ouverte': 'Cette réclamation n’est pas close : il n’y a rien à rouvrir.',
  'rouvrir-reserve':
    'Seuls le responsable et la direction rouvrent une réclamation : joignez le courrier sans rouvrir, ou ouvrez une réclamation qui fait suite.',
  'suite-avant-la-reception':
    'Ce courrier serait arrivé avant la réclamation. Si c’est le cas, corrigez d’abord la date de réception de celle-ci.',
  'courrier-vide': 'Déposez le courrier, ou écrivez ce qu’il dit.',
  'transmission-en-cours':
    'Cette réclamation est déjà transmise en entier : envoyez ses lettres, ou abandonnez cette transmission.',
  'transmissions-en-cours':
    'Une partie est déjà en cours de transmission : envoyez ses lettres, ou abandonnez-la, avant de transmettre le tout.',
  'lettre-de-transmission':
    'Cette lettre va avec une transmission : déposez une version corrigée, ou abandonnez la transmission.',
  'transmission-partie':
    'Les lettres de cette transmission sont parties : elle ne peut plus être abandonnée.',
  'transmission-abandonnee': 'Cette transmission est abandonnée : préparez-en une autre.',
  'consentement-requis':
    'Des données de santé ne sortent de l’établissement qu’avec le consentement écrit de la personne soignée : enregistrez-le sur sa fiche (« L’accès à ses données de santé »), ou n’envoyez que ce que la personne a écrit.',
  'accord-requis':
    'Le Défenseur des droits est saisi par la personne elle-même : recueillez d’abord son accord.',
  'accuse-d-abord':
    'La demande reste adressée à l’établissement : envoyez d’abord l’accusé de réception, qui en fixe les délais.',
  'correspondant-sans-adresse':
    'Ce correspondant n’a pas d’adresse pour cet envoi : complétez-la, ou choisissez l’autre canal.',
  'pas-d-explications-demandees': 'Aucune explication n’est demandée pour un jour précis.',
  'explications-deja-envoyees': 'L’envoi de ces explications est déjà noté.',
  'non-orale': 'Cette réclamation est écrite : il n’y a pas de copie à remettre.',
  'copie-deja-remise': 'La copie est déjà remise.',
  'recit-inconnu': 'Cette version du récit n’appartient pas à cette réclamation.',
  'passage-hors-du-texte': 'Ce passage dépasse la lettre : sélectionnez-le de nouveau.',
  'passage-vide': 'Ce passage ne contient que des blancs : sélectionnez des mots.',
  'citation-differente':
    'Le texte cité n’est pas celui de la lettre à cet endroit : sélectionnez le passage de nouveau.',
  'motif-inconnu': 'Ce motif n’est pas dans la liste en vigueur : choisissez-en un autre.',
  'grief-retire': 'Ce grief est retiré : rétablissez-le d’abord.',
  'grief-non-retire': 'Ce grief n’est pas retiré.',
  'griefs-changes':
    'Un collègue a ajouté ou retiré un grief entre-temps : la liste est à jour, recommencez le déplacement.',
  'constat-a-motiver': 'Dites pourquoi : la personne ou son avocat peut le demander.',
  'sans-grief': 'Choisissez au moins un grief de cette réclamation, non retiré.',
  'version-sans-service': 'Indiquez le service dont c’est la version.',
  'fait-dans-l-avenir': 'Ce jour est dans l’avenir.',
  'faits-changes':
    'Un collègue a ajouté ou retiré un fait entre-temps : la liste est à jour, recommencez le déplacement.',
  'mesure-sans-date': 'Indiquez la date : une mesure sans date ne revient pas.',
  'mesure-sans-responsable': 'Indiquez qui s’en charge : un service, un agent ou quelques mots.',
  'mesure-dans-l-avenir': 'Cette date est dans l’avenir : une mesure prise est déjà réalisée.',
  'mesure-avant-la-reception':
    'Ce jour précède la réception de la réclamation : la mesure promise se réalise après.',
  'mesure-deja-faite': 'Cette mesure est déjà réalisée.',
  'mesure-deja-abandonnee': 'Cette mesure est abandonnée.',
  'mesure-non-faite': 'Cette mesure n’est pas notée réalisée.',
  'mesure-prise': 'Cette mesure est notée prise : modifiez-la.',
  'explications-deja-parties':
    'Les explications demandées par cette lettre étaient déjà parties ce jour-là : corrigez d’abord leur date.',
} as const satisfies Record<string, string>
export type CodeDeRefus = keyof typeof REFUS

/** A refusal as shown: what exactly is lacking, else the sentence of its code. */
export function phraseDuRefus(
  refus: { readonly code: string; readonly phrase?: string | undefined } | null,
): string | null {
  const phrases: Readonly<Record<string, string>> = REFUS
  return refus === null ? null : (refus.phrase ?? phrases[refus.code] ?? refus.code)
}
