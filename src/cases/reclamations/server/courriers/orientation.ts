import {
  BALISES_DE_LETTRE,
  type ChampsDeLettre,
  condition,
  definirModele,
  EXEMPLE_DE_LETTRE,
  lettreType,
  texteDe,
} from '#core/courriers/index.ts'

export type ChampsDOrientation = ChampsDeLettre & {
  readonly objet: string
  readonly recueLe: string
  readonly indemnisation: boolean
  readonly accesDossier: boolean
  readonly objetOriente: string
  readonly serviceCompetent: string
  readonly coordonnees: string
  readonly totale: boolean
  readonly partielle: boolean
}

/** Tells the person which procedure of the hospital her request follows, and who handles it. */
export const orientation = definirModele<ChampsDOrientation>({
  code: 'reclamations.orientation',
  libelle: 'Orientation vers une autre procédure',
  description:
    'Part quand une réclamation contient une demande d’indemnisation ou d’accès au dossier médical, suivie par un autre service.',
  balises: {
    ...BALISES_DE_LETTRE,
    objet: texteDe('Objet de la réclamation'),
    recueLe: texteDe('Jour de la réception', { exigee: true }),
    indemnisation: condition('Il s’agit d’une demande d’indemnisation'),
    accesDossier: condition('Il s’agit d’une demande d’accès au dossier médical'),
    objetOriente: texteDe('Ce qui relève de cette procédure', { exigee: true }),
    serviceCompetent: texteDe('Service qui s’en occupe', { exigee: true }),
    coordonnees: texteDe('Comment joindre ce service', { exigee: true }),
    totale: condition('Toute la réclamation suit cette procédure'),
    partielle: condition('Une partie de la réclamation suit cette procédure'),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    objet: 'Chute dans le couloir, lunettes cassées',
    recueLe: 'lundi 2 mars 2026',
    indemnisation: true,
    accesDossier: false,
    objetOriente: 'Le remboursement des lunettes cassées le 28 février.',
    serviceCompetent: 'Direction des affaires juridiques',
    coordonnees: '01 99 00 00 01, juridique@ch-trois-rivieres.example',
    totale: false,
    partielle: true,
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Suite donnée à votre réclamation',
      objet: 'suite donnée à votre réclamation – {objet}',
      corps: [
        'Madame, Monsieur,',
        'Nous avons reçu le {recueLe} votre réclamation, enregistrée sous le numéro {numero}.',
        '{#indemnisation}Vous y demandez réparation d’un dommage. Cette demande suit une procédure distincte.{/indemnisation}{#accesDossier}Vous y demandez l’accès à un dossier médical. Cette demande suit une procédure distincte.{/accesDossier}',
        'Ce qui relève de cette procédure : {objetOriente}',
        'Le service qui s’en occupe est le suivant : {serviceCompetent} ({coordonnees}). Nous lui remettons votre demande ; vous n’avez pas à la refaire, et elle garde la date de sa réception par l’établissement, le {recueLe}.',
        '{#partielle}Nous poursuivons l’examen du reste de votre réclamation et vous répondrons.{/partielle}{#totale}Votre réclamation est désormais suivie dans ce seul cadre.{/totale}',
        'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations respectueuses.',
      ],
    }),
})
