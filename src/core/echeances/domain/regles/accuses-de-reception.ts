import { CRPA_CONSOLIDE } from './lectures.ts'
import type { Regle } from './regle.ts'

/** The full acknowledgement left by post although the person had written by e-mail (R. 112-11-3 asks for that address). */
const PARTI_PAR_COURRIER = {
  fait: 'accuse-reception-papier-envoye',
  motif: 'l’accusé de réception complet est parti par courrier : il n’y a plus rien à envoyer',
} as const

const ENVOI_ABUSIF = {
  fait: 'demande-abusive',
  motif: 'l’accusé n’est pas dû pour un envoi abusif, notamment par son nombre ou son caractère répétitif',
} as const

/** Nobody can be answered, until someone says who they are. */
const AUTEUR_INCONNU = {
  fait: 'auteur-inconnu',
  motif: 'l’auteur ne s’est pas fait connaître, il n’y a personne à qui l’envoyer',
  leveePar: { fait: 'auteur-connu', motif: 'l’auteur s’est fait connaître' },
} as const

/** Acknowledgements owed to anyone who writes to the hospital. They do not apply between the hospital and its agents. */
export const REGLES_DES_ACCUSES = [
  {
    ...CRPA_CONSOLIDE,
    code: 'D01',
    libelle: 'Accusé d’enregistrement électronique',
    action: 'à envoyer',
    article: 'CRPA, art. R. 112-11-2',
    autresArticles: ['CRPA, art. L. 112-11', 'CRPA, art. R. 112-11-3'],
    texte:
      'Quand l’accusé de réception électronique n’est pas instantané, un accusé d’enregistrement mentionnant la date de réception de l’envoi part instantanément ou, en cas d’impossibilité, dans un délai de {delai}.',
    valideDu: '2016-11-07',
    valideAu: null,
    aConfirmer: false,
    reserve: 'Entrée en vigueur retenue : celle du décret n° 2016-1411 du 20 octobre 2016.',
    convention: 'OUVRES',
    duree: { nombre: 1, unite: 'jour' },
    declencheurs: ['reception-electronique'],
    tenuePar: ['accuse-enregistrement-envoye'],
    sansObjetPar: [
      {
        fait: 'accuse-reception-electronique-envoye',
        motif: 'l’accusé de réception électronique est parti dans le même délai',
        dansLeDelai: true,
      },
      ENVOI_ABUSIF,
      AUTEUR_INCONNU,
    ],
    // Late, but there is nothing left to send: what remains is a delay to explain, not a task.
    neutraliseePar: [
      {
        fait: 'accuse-reception-electronique-envoye',
        motif:
          'l’accusé de réception électronique est parti depuis, hors de ce délai : il n’y a plus rien à envoyer',
      },
      PARTI_PAR_COURRIER,
    ],
    suspension: null,
    prolongation: null,
    effet:
      'Sans accusé de réception complet, les délais de recours ne sont pas opposables à l’auteur de la demande (CRPA, art. L. 112-12).',
    lectures: [
      {
        libelle: 'Lecture stricte',
        texte:
          'Seul un accusé de réception instantané dispense de l’accusé d’enregistrement : parti plus tard, même le lendemain, il ne le remplace pas.',
      },
      {
        libelle: 'Lecture retenue pour l’affichage',
        texte:
          'Un accusé de réception complet parti avant la fin du jour ouvré suivant donne à la personne la date de réception : l’accusé d’enregistrement n’a plus d’objet.',
      },
    ],
    cibleInterne: null,
  },
  {
    ...CRPA_CONSOLIDE,
    code: 'D02',
    libelle: 'Accusé de réception électronique',
    action: 'à envoyer',
    article: 'CRPA, art. R. 112-11-2',
    autresArticles: ['CRPA, art. L. 112-11', 'CRPA, art. R. 112-11-1', 'CRPA, art. L. 114-2'],
    texte:
      'L’accusé de réception électronique est envoyé au plus tard dans un délai de {delai} à compter de la réception de l’envoi par l’administration compétente.',
    valideDu: '2016-11-07',
    valideAu: null,
    aConfirmer: false,
    reserve: 'Entrée en vigueur retenue : celle du décret n° 2016-1411 du 20 octobre 2016.',
    convention: 'OUVRES',
    duree: { nombre: 10, unite: 'jour' },
    declencheurs: ['reception-electronique'],
    tenuePar: ['accuse-reception-electronique-envoye'],
    sansObjetPar: [
      ENVOI_ABUSIF,
      AUTEUR_INCONNU,
      {
        fait: 'demande-transmise',
        motif: 'le délai ne court qu’à compter de la saisine de l’administration compétente (art. L. 114-2)',
      },
    ],
    neutraliseePar: [PARTI_PAR_COURRIER],
    suspension: null,
    prolongation: null,
    effet:
      'Sans accusé de réception complet, les délais de recours ne sont pas opposables à l’auteur de la demande, sauf décision expresse régulièrement notifiée avant la naissance d’une décision implicite (CRPA, art. L. 112-12).',
    lectures: [],
    cibleInterne: null,
  },
  {
    ...CRPA_CONSOLIDE,
    code: 'D03',
    libelle: 'Accusé de réception sur papier',
    action: 'à envoyer',
    article: 'CRPA, art. L. 112-3',
    autresArticles: ['CRPA, art. R. 112-4', 'CRPA, art. R. 112-5'],
    texte:
      'Toute demande adressée à l’administration fait l’objet d’un accusé de réception ; aucun délai n’est fixé.',
    valideDu: '2016-01-01',
    valideAu: null,
    aConfirmer: false,
    reserve: null,
    convention: 'ASAP',
    duree: null,
    declencheurs: ['reception-papier'],
    tenuePar: ['accuse-reception-papier-envoye', 'accuse-reception-electronique-envoye'],
    sansObjetPar: [
      ENVOI_ABUSIF,
      AUTEUR_INCONNU,
      {
        fait: 'demande-transmise',
        motif:
          'la demande est transmise à l’administration compétente, la personne en est avisée (art. L. 114-2)',
      },
    ],
    neutraliseePar: [],
    suspension: null,
    prolongation: null,
    effet:
      'Sans accusé de réception complet, les délais de recours ne sont pas opposables à l’auteur de la demande, sauf décision expresse régulièrement notifiée avant la naissance d’une décision implicite (CRPA, art. L. 112-6).',
    lectures: [],
    cibleInterne: 'echeances.cible-accuse-papier',
  },
] as const satisfies readonly Regle[]
