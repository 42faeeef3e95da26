import {
  BALISES_DE_LETTRE,
  boucle,
  type ChampsDeLettre,
  condition,
  definirModele,
  EXEMPLE_DE_LETTRE,
  lettreType,
  texteDe,
} from '#core/courriers/index.ts'

export type ChampsDeTransmission = ChampsDeLettre & {
  readonly auteur: string
  readonly objet: string
  readonly recueLe: string
  readonly objetTransmis: string
  readonly totale: boolean
  readonly partielle: boolean
  readonly article: string
  readonly accordDeLaPersonne: boolean
  readonly silenceDepuis: string
  readonly donneesDeSante: boolean
  readonly aDesPieces: boolean
  readonly pieces: readonly { readonly nom: string }[]
}

/** The complaint sent on to the administration that is competent for it. @source CRPA, art. L. 114-2 et L. 114-3 */
export const transmission = definirModele<ChampsDeTransmission>({
  code: 'reclamations.transmission',
  libelle: 'Transmission à l’administration compétente',
  description:
    'Part vers l’ARS, un autre établissement ou une autre autorité, quand la réclamation, ou une partie, relève d’eux.',
  balises: {
    ...BALISES_DE_LETTRE,
    auteur: texteDe('Auteur de la réclamation'),
    objet: texteDe('Objet de la réclamation'),
    recueLe: texteDe('Jour de la réception', { exigee: true }),
    objetTransmis: texteDe('Ce qui est transmis, et pourquoi', { exigee: true }),
    totale: condition('Toute la réclamation est transmise'),
    partielle: condition('Une partie de la réclamation est transmise'),
    article: texteDe('Article de loi', { facultative: true, exigee: true }),
    accordDeLaPersonne: condition('La personne a donné son accord'),
    silenceDepuis: texteDe('Jour depuis lequel court le délai du rejet implicite', {
      facultative: true,
      exigee: true,
    }),
    donneesDeSante: condition('Les pièces comportent des données de santé'),
    aDesPieces: condition('Des pièces sont jointes'),
    pieces: boucle('Pièces jointes', { nom: texteDe('Nom de la pièce') }, { facultative: true }),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    destinataire: [
      { ligne: 'AGENCE RÉGIONALE DE SANTÉ' },
      { ligne: '2 PLACE DU MARCHÉ' },
      { ligne: '99000 VALMONT' },
    ],
    auteur: 'Madame Amélie PETIT',
    objet: 'Attente aux urgences, transport en ambulance',
    recueLe: 'lundi 2 mars 2026',
    objetTransmis: 'Le transport du 28 février, assuré par une société d’ambulances agréée par l’agence.',
    totale: false,
    partielle: true,
    article: 'l’article L. 114-2 du code des relations entre le public et l’administration',
    accordDeLaPersonne: false,
    silenceDepuis: 'lundi 2 mars 2026',
    donneesDeSante: false,
    aDesPieces: true,
    pieces: [{ nom: 'Courriel du 2 mars 2026.eml' }],
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Transmission d’une réclamation',
      objet: 'transmission d’une réclamation',
      corps: [
        'Madame, Monsieur,',
        'Nous avons reçu le {recueLe} la réclamation de {auteur}, enregistrée ici sous le numéro {numero} : {objet}.',
        '{#totale}Elle relève de votre compétence. {/totale}{#partielle}Une partie relève de votre compétence ; nous instruisons le reste. {/partielle}Ce que nous vous transmettons : {objetTransmis}',
        '{#article}Cette transmission est faite en application de {article} ; la personne en est avisée.{/article}{#accordDeLaPersonne}Cette réclamation vous est adressée avec l’accord de la personne, qui en est avisée.{/accordDeLaPersonne}',
        '{#silenceDepuis}Le délai au terme duquel le silence vaut rejet court depuis le {silenceDepuis}, jour de la réception par l’administration saisie en premier.{/silenceDepuis}',
        '{#donneesDeSante}Les pièces jointes comportent des données de santé, couvertes par le secret. La personne concernée a consenti par écrit à leur communication.{/donneesDeSante}',
        '{#aDesPieces}',
        'Pièces jointes\u00a0:',
        '{/aDesPieces}',
        '{#pieces}',
        { text: '–\t{nom}', style: 'list' },
        '{/pieces}',
        'Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.',
      ],
    }),
})
