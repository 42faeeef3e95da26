import type { Regle } from './regle.ts'

/** Facts after which nobody waits for an answer here. An abusive complaint is still owed one: no text says otherwise. */
const SANS_REPONSE = [
  { fait: 'reclamation-retiree', motif: 'la réclamation a été retirée par son auteur' },
  {
    fait: 'demande-transmise',
    motif: 'la réclamation est transmise à l’administration compétente, qui répondra',
  },
  { fait: 'reclamation-orientee', motif: 'la demande suit une autre procédure de l’établissement' },
  { fait: 'reclamation-en-double', motif: 'la réponse se fait dans un autre dossier' },
  { fait: 'auteur-introuvable', motif: 'la réclamation est anonyme : il n’y a personne à qui répondre' },
] as const

/** What the hospital owes to the author of a complaint before any mediation. */
export const REGLES_DES_RECLAMATIONS = [
  {
    code: 'D04',
    libelle: 'Copie de la réclamation orale consignée',
    action: 'à remettre',
    article: 'CSP, art. R. 1112-91',
    autresArticles: [],
    texte:
      'Quand une réclamation exprimée oralement est consignée par écrit, une copie du document est remise sans délai à la personne.',
    valideDu: '2005-03-04',
    valideAu: null,
    source: 'https://www.doctrine.fr/l/texts/codes/LEGITEXT000006072665/articles/LEGIARTI000006908284',
    dateLecture: '2026-11-22',
    versionLue: 'texte en vigueur depuis le 4 mars 2005',
    aConfirmer: false,
    reserve: null,
    convention: 'ASAP',
    duree: null,
    declencheurs: ['consignation-orale'],
    tenuePar: ['copie-remise'],
    sansObjetPar: [],
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet: 'Aucune sanction n’est prévue par le texte ; le défaut de remise est un écart à signaler.',
    lectures: [],
    cibleInterne: 'echeances.cible-copie-consignation',
  },
  {
    code: 'D05',
    libelle: 'Réponse à la réclamation',
    action: 'à envoyer',
    article: 'CSP, art. R. 1112-92',
    autresArticles: [],
    texte:
      'Le représentant légal répond dans les meilleurs délais, en avisant la personne qu’elle peut saisir un médiateur, ou bien l’informe qu’il procède lui-même à cette saisine.',
    valideDu: '2016-06-01',
    valideAu: null,
    source:
      'https://french-business-law.com/french-legislation-art/article-r1112-92-of-the-french-public-health-code',
    dateLecture: '2026-11-22',
    versionLue: 'texte mentionnant la commission des usagers',
    aConfirmer: false,
    reserve:
      'Début de validité retenu : date du décret n° 2016-726 du 1er juin 2016 ; jour exact d’entrée en vigueur à relever sur Légifrance.',
    convention: 'ASAP',
    duree: null,
    declencheurs: [
      'reception-electronique',
      'reception-papier',
      'consignation-orale',
      'reclamation-rouverte',
    ],
    tenuePar: ['reponse-envoyee', 'saisine-mediateur-notifiee'],
    sansObjetPar: SANS_REPONSE,
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet:
      'Le texte ne sanctionne pas le dépassement de l’objectif interne ; le silence gardé vaut rejet de la réclamation à la date que donne l’accusé de réception (CRPA, art. L. 231-4, 2°).',
    lectures: [],
    cibleInterne: 'echeances.cible-reponse-reclamation',
  },
] as const satisfies readonly Regle[]
