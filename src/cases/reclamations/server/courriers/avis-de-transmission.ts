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

export type ChampsDAvis = ChampsDeLettre & {
  readonly objet: string
  readonly recueLe: string
  readonly organisme: string
  readonly coordonnees: readonly { readonly ligne: string }[]
  readonly objetTransmis: string
  readonly totale: boolean
  readonly partielle: boolean
  readonly article: string
  readonly silenceDepuis: string
}

/** Tells the person her complaint went to the administration that is competent. @source CRPA, art. L. 114-2 */
export const avisDeTransmission = definirModele<ChampsDAvis>({
  code: 'reclamations.avis-de-transmission',
  libelle: 'Avis de transmission à la personne',
  description: 'Part en même temps que la transmission : la personne sait à qui sa réclamation est adressée.',
  balises: {
    ...BALISES_DE_LETTRE,
    objet: texteDe('Objet de la réclamation'),
    recueLe: texteDe('Jour de la réception', { exigee: true }),
    organisme: texteDe('À qui elle est transmise', { exigee: true }),
    coordonnees: boucle('Comment le joindre', { ligne: texteDe('Une ligne') }, { facultative: true }),
    objetTransmis: texteDe('Ce qui est transmis, et pourquoi', { exigee: true }),
    totale: condition('Toute la réclamation est transmise'),
    partielle: condition('Une partie de la réclamation est transmise'),
    article: texteDe('Article de loi', { facultative: true }),
    silenceDepuis: texteDe('Jour depuis lequel court le délai du rejet implicite', { facultative: true }),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    objet: 'Attente aux urgences, transport en ambulance',
    recueLe: 'lundi 2 mars 2026',
    organisme: 'Agence régionale de santé',
    coordonnees: [{ ligne: '2 PLACE DU MARCHÉ' }, { ligne: '99000 VALMONT' }],
    objetTransmis: 'Le transport du 28 février, assuré par une société d’ambulances agréée par l’agence.',
    totale: false,
    partielle: true,
    article: 'l’article L. 114-2 du code des relations entre le public et l’administration',
    silenceDepuis: 'lundi 2 mars 2026',
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Transmission de votre réclamation',
      objet: 'transmission de votre réclamation – {objet}',
      corps: [
        'Madame, Monsieur,',
        'Nous avons reçu le {recueLe} votre réclamation, enregistrée sous le numéro {numero}.',
        '{#totale}Elle ne relève pas de notre établissement : nous la transmettons ce jour à l’organisme suivant, qui vous répondra : {organisme}.{/totale}{#partielle}Une partie ne relève pas de notre établissement : nous la transmettons ce jour à l’organisme suivant, qui vous répondra sur ce point : {organisme}. Nous poursuivons l’examen du reste et vous répondrons.{/partielle}',
        'Ce que nous lui transmettons : {objetTransmis}',
        '{#article}Cette transmission est faite en application de {article} : vous n’avez pas à le saisir de nouveau.{/article}{#silenceDepuis} Le délai au terme duquel son silence vaudrait rejet court depuis le {silenceDepuis}.{/silenceDepuis}',
        'Vous pouvez le joindre :',
        '{#coordonnees}',
        { text: '{ligne}', style: 'list' },
        '{/coordonnees}',
        'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations respectueuses.',
      ],
    }),
})
