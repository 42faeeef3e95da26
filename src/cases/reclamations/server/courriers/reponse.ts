import {
  BALISES_DE_LETTRE,
  boucle,
  type ChampsDeLettre,
  condition,
  definirModele,
  EXEMPLE_DE_LETTRE,
  lettreType,
  texteDe,
  texteLegal,
} from '#core/courriers/index.ts'
import { MENTIONS_DE_REPONSE } from '#core/echeances/domain/regles/mediation.ts'
import { typographier } from '#core/echeances/domain/typographie.ts'
import { CONSTATS_POUR_LA_PERSONNE } from '../../domain/labels.ts'
import { CODE_DE_LA_REPONSE, voiesDeRecours } from '../../domain/reponse.ts'

export type ChampsDeReponse = ChampsDeLettre & {
  readonly appel: string
  readonly objet: string
  readonly recueLe: string
  readonly transmisePar: string
  readonly griefs: readonly {
    readonly rang: string
    readonly intitule: string
    readonly constat: string
    readonly reponse: string
  }[]
  readonly auMoinsUnFonde: boolean
  readonly changeQuelqueChose: boolean
  readonly aDesMesuresPrises: boolean
  readonly mesuresPrises: readonly { readonly mesure: string }[]
  readonly aDesMesuresPromises: boolean
  readonly mesuresPromises: readonly { readonly mesure: string }[]
  readonly mediation: string
  readonly accompagnement: string
  readonly voiesDeRecours: string
  readonly aDesPieces: boolean
  readonly pieces: readonly { readonly nom: string }[]
}

const { mediation, accompagnement } = MENTIONS_DE_REPONSE

/** The sentences of the law, the same in every answer. */
export const MENTIONS_LEGALES = {
  mediation: typographier(mediation.texte),
  accompagnement: typographier(accompagnement.texte),
} as const

/** The answer to a complaint, grief by grief. @source CSP, art. R. 1112-92 */
export const reponse = definirModele<ChampsDeReponse>({
  code: CODE_DE_LA_REPONSE,
  libelle: 'Réponse à la réclamation',
  visa: 'requis',
  signature: 'requise',
  description: 'Reprend chaque grief avec son constat et sa réponse, les mesures, et l’offre de médiation.',
  balises: {
    ...BALISES_DE_LETTRE,
    appel: texteDe('Formule d’appel'),
    objet: texteDe('Objet de la réclamation'),
    recueLe: texteDe('Jour de la réception', { exigee: true }),
    transmisePar: texteDe('Qui l’a transmise, et quand elle l’avait reçue', { facultative: true }),
    griefs: boucle('Griefs', {
      rang: texteDe('Numéro'),
      intitule: texteDe('Le grief en quelques mots'),
      constat: texteDe('Ce qui est constaté, dit à la personne'),
      reponse: texteDe('Ce que l’établissement répond'),
    }),
    auMoinsUnFonde: condition('Un grief au moins est fondé, en tout ou en partie'),
    changeQuelqueChose: condition('Une mesure au moins est prise ou promise'),
    aDesMesuresPrises: condition('Une mesure au moins est prise'),
    mesuresPrises: boucle(
      'Mesures prises',
      { mesure: texteDe('La mesure et son jour') },
      { facultative: true },
    ),
    aDesMesuresPromises: condition('Une mesure au moins est promise'),
    mesuresPromises: boucle(
      'Mesures promises',
      { mesure: texteDe('La mesure et son jour') },
      { facultative: true },
    ),
    mediation: texteLegal(mediation.libelle, mediation.article),
    accompagnement: texteLegal(accompagnement.libelle, accompagnement.article),
    voiesDeRecours: texteDe('Voies et délais de recours', { facultative: true, exigee: true }),
    aDesPieces: condition('Une pièce au moins est jointe'),
    pieces: boucle('Pièces jointes', { nom: texteDe('Nom de la pièce') }, { facultative: true }),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    appel: 'Madame',
    objet: 'Attente aux urgences sans information',
    recueLe: 'lundi 2 mars 2026',
    transmisePar: '',
    griefs: [
      {
        rang: '1',
        intitule: 'Attente de neuf heures sans information',
        constat: CONSTATS_POUR_LA_PERSONNE.fonde,
        reponse:
          'Trois médecins étaient absents ce soir-là. Personne ne vous a expliqué cette attente, et nous le regrettons.',
      },
      {
        rang: '2',
        intitule: 'Sonnette restée sans réponse',
        constat: CONSTATS_POUR_LA_PERSONNE.indeterminable,
        reponse:
          'Les appels ne sont pas enregistrés dans ce service : nous ne pouvons ni confirmer ni écarter ce fait.',
      },
    ],
    auMoinsUnFonde: true,
    changeQuelqueChose: true,
    aDesMesuresPrises: true,
    aDesMesuresPromises: true,
    aDesPieces: true,
    mesuresPrises: [{ mesure: 'Un agent informe les familles toutes les deux heures (le 12 mars 2026)' }],
    mesuresPromises: [{ mesure: 'L’enregistrement des appels des patients (d’ici au 30 juin 2026)' }],
    ...MENTIONS_LEGALES,
    voiesDeRecours: typographier(
      voiesDeRecours('Tribunal administratif de Villeneuve, 3 place du Palais, 99999 Villeneuve'),
    ),
    pieces: [{ nom: 'Charte de la personne hospitalisée.pdf' }],
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Réponse à une réclamation',
      objet: 'réponse à votre réclamation – {objet}',
      corps: [
        '{appel},',
        'Nous avons reçu le {recueLe} votre réclamation{#transmisePar}, transmise par {transmisePar}{/transmisePar}. Nous l’avons examinée avec les services concernés. Voici notre réponse, point par point.',
        '{#griefs}',
        { text: '{rang}. {intitule}', style: 'heading' },
        '{constat}',
        '{reponse}',
        '{/griefs}',
        '{#auMoinsUnFonde}',
        'Pour ce qui n’aurait pas dû se produire, l’établissement vous présente ses excuses.',
        '{/auMoinsUnFonde}',
        '{#changeQuelqueChose}',
        { text: 'Ce qui change', style: 'heading' },
        '{/changeQuelqueChose}',
        '{#aDesMesuresPrises}',
        'À la suite de votre réclamation, l’établissement a déjà pris les mesures suivantes\u00a0:',
        '{/aDesMesuresPrises}',
        '{#mesuresPrises}',
        { text: '–\t{mesure}', style: 'list' },
        '{/mesuresPrises}',
        '{#aDesMesuresPromises}',
        'L’établissement s’engage sur les mesures suivantes\u00a0:',
        '{/aDesMesuresPromises}',
        '{#mesuresPromises}',
        { text: '–\t{mesure}', style: 'list' },
        '{/mesuresPromises}',
        { text: 'Si cette réponse ne vous satisfait pas', style: 'heading' },
        '{mediation} {accompagnement}',
        '{#voiesDeRecours}',
        '{voiesDeRecours}',
        '{/voiesDeRecours}',
        '{#aDesPieces}',
        'Vous trouverez ci-joint\u00a0:',
        '{/aDesPieces}',
        '{#pieces}',
        { text: '–\t{nom}', style: 'list' },
        '{/pieces}',
        'Nous vous prions d’agréer, {appel}, l’expression de nos salutations respectueuses.',
      ],
    }),
})
