import { CRPA_CONSOLIDE } from './lectures.ts'
import type { Regle } from './regle.ts'

/** What is owed when a complaint goes to another administration, or comes from one that asks for explanations. */
export const REGLES_DES_TRANSMISSIONS = [
  {
    ...CRPA_CONSOLIDE,
    code: 'D55',
    libelle: 'Transmission à l’administration compétente',
    action: 'à envoyer',
    article: 'CRPA, art. L. 114-2',
    autresArticles: ['CRPA, art. L. 114-3'],
    texte:
      'Lorsqu’une demande est adressée à une administration incompétente, celle-ci la transmet à l’administration compétente et en avise l’intéressé ; aucun délai n’est fixé.',
    valideDu: '2016-01-01',
    valideAu: null,
    aConfirmer: false,
    reserve: null,
    convention: 'ASAP',
    duree: null,
    declencheurs: ['transmission-preparee'],
    tenuePar: ['transmission-envoyee'],
    sansObjetPar: [
      { fait: 'transmission-abandonnee', motif: 'la transmission préparée a été abandonnée avant son envoi' },
    ],
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet:
      'Le délai au terme duquel le silence vaut rejet court déjà, depuis la réception par l’administration saisie en premier (art. L. 114-3).',
    lectures: [
      {
        libelle: 'Défenseur des droits, lecture stricte',
        texte:
          'Il est saisi par la personne elle-même : la réclamation ne lui est adressée qu’à sa demande, et non en application de cet article.',
      },
      {
        libelle: 'Défenseur des droits, lecture retenue',
        texte:
          'La réclamation lui est adressée si la personne en est d’accord, et elle en est avisée de la même façon.',
      },
    ],
    cibleInterne: 'echeances.cible-transmission',
  },
  {
    code: 'D56',
    libelle: 'Explications à l’ARS',
    action: 'demandées par elle',
    article: 'CSP, art. L. 1431-2',
    autresArticles: [],
    texte:
      'L’agence régionale de santé, chargée de veiller à la qualité des soins et aux droits des usagers, demande des explications à l’établissement pour la date qu’elle fixe.',
    valideDu: '2010-04-01',
    valideAu: null,
    source: 'https://www.auvergne-rhone-alpes.ars.sante.fr/comment-deposer-une-reclamation-0?parent=5135',
    dateLecture: '2026-11-25',
    versionLue: 'présentation par une agence de son rôle dans les réclamations',
    aConfirmer: true,
    reserve:
      'Le texte de l’article reste à relever ; le jour ne vient pas de lui, mais de la lettre de l’agence.',
    convention: 'JOUR_FIXE',
    duree: null,
    declencheurs: ['explications-demandees-par-l-ars'],
    tenuePar: ['explications-envoyees'],
    sansObjetPar: [],
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet:
      'L’agence peut relancer l’établissement ou le contrôler ; prévenez-la si ce jour ne peut être tenu.',
    lectures: [],
    cibleInterne: null,
  },
  {
    code: 'D57',
    libelle: 'Explications au Défenseur des droits',
    action: 'demandées par lui',
    article: 'loi organique n° 2011-333, art. 18',
    autresArticles: [],
    texte:
      'Le Défenseur des droits peut demander des explications à toute personne mise en cause devant lui, qui doit faciliter l’accomplissement de sa mission.',
    valideDu: '2011-03-31',
    valideAu: null,
    source:
      'https://www.legifrance.gouv.fr/affichTexteArticle.do?idArticle=LEGIARTI000023782412&cidTexte=LEGITEXT000023782359&dateTexte=20190819',
    dateLecture: '2026-11-25',
    versionLue: 'version en vigueur au 19 août 2019',
    aConfirmer: true,
    reserve:
      'Version de 2019 lue ; la mise en demeure que peut adresser le Défenseur des droits reste à relever. Le jour vient de sa lettre.',
    convention: 'JOUR_FIXE',
    duree: null,
    declencheurs: ['explications-demandees-par-le-defenseur'],
    tenuePar: ['explications-envoyees'],
    sansObjetPar: [],
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet:
      'Le Défenseur des droits peut mettre l’établissement en demeure de lui répondre ; prévenez-le si ce jour ne peut être tenu.',
    lectures: [],
    cibleInterne: null,
  },
] as const satisfies readonly Regle[]
