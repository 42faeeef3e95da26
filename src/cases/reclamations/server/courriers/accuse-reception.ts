import {
  BALISES_DE_LETTRE,
  type ChampsDeLettre,
  condition,
  definirModele,
  EXEMPLE_DE_LETTRE,
  lettreType,
  texteDe,
} from '#core/courriers/index.ts'

import { CODE_DE_L_ACCUSE } from '../../domain/accuse.ts'

export type ChampsDAccuse = ChampsDeLettre & {
  readonly objet: string
  readonly recueLe: string
  readonly transmisePar: string
  readonly rejetImpliciteLe: string
  readonly rejetAVenir: boolean
  readonly rejetAcquis: boolean
  readonly delaiDeRecours: string
  readonly tribunal: string
  readonly reponsePrevueLe: string
  readonly piecesManquantes: string
}

/** The acknowledgement of a complaint. @source CRPA, art. R. 112-5 et R. 112-11-1 ; CSP, art. R. 1112-92 */
export const accuseReception = definirModele<ChampsDAccuse>({
  code: CODE_DE_L_ACCUSE,
  libelle: 'Accusé de réception',
  visa: 'facultatif',
  signature: 'facultative',
  description: 'Part dès que la réclamation est enregistrée, par courrier ou par courriel.',
  balises: {
    ...BALISES_DE_LETTRE,
    objet: texteDe('Objet de la réclamation'),
    recueLe: texteDe('Jour de la réception', { exigee: true }),
    transmisePar: texteDe('Qui l’a transmise, et quand elle l’avait reçue', { facultative: true }),
    rejetImpliciteLe: texteDe('Jour où le silence vaudra rejet', { exigee: true }),
    rejetAVenir: condition('Ce jour n’est pas encore passé'),
    rejetAcquis: condition('Ce jour est déjà passé'),
    delaiDeRecours: texteDe('Délai de recours', { exigee: true }),
    tribunal: texteDe('Tribunal administratif', { exigee: true }),
    reponsePrevueLe: texteDe('Jour prévisible de la réponse', { facultative: true }),
    piecesManquantes: texteDe('Pièces à produire, et avant quand', { facultative: true, exigee: true }),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    objet: 'Attente aux urgences sans information',
    recueLe: 'lundi 2 mars 2026',
    transmisePar: '',
    rejetImpliciteLe: 'samedi 2 mai 2026',
    rejetAVenir: true,
    rejetAcquis: false,
    delaiDeRecours: '2 mois',
    tribunal: 'Tribunal administratif de Villeneuve, 3 place du Palais, 99999 Villeneuve',
    reponsePrevueLe: 'mercredi 1er avril 2026',
    piecesManquantes: '',
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Accusé de réception d’une réclamation',
      objet: 'accusé de réception de votre réclamation – {objet}',
      corps: [
        'Madame, Monsieur,',
        'Nous avons bien reçu, le {recueLe}, votre réclamation{#transmisePar}, transmise par {transmisePar}{/transmisePar}. Elle est enregistrée sous le numéro {numero}, à rappeler dans toute correspondance.',
        'Le service chargé de votre dossier est\u00a0: {service}, {adresseDuService}. Vous pouvez le joindre au {telephoneDuService} ou à l’adresse {courrielDuService}.',
        'Nous recueillons les explications des services concernés, puis nous vous répondrons par écrit{#reponsePrevueLe}, en principe avant le {reponsePrevueLe}{/reponsePrevueLe}. Notre réponse vous indiquera comment rencontrer un médiateur, accompagné si vous le souhaitez d’un représentant des usagers.',
        '{#piecesManquantes}',
        'Pour instruire votre demande, il nous manque les pièces suivantes\u00a0: {piecesManquantes}. Le délai au terme duquel notre silence vaut rejet est suspendu jusqu’à leur réception, et au plus tard jusqu’à cette date\u00a0; le jour indiqué ci-dessous suppose que vous preniez tout ce temps.',
        '{/piecesManquantes}',
        '{#rejetAVenir}',
        'Sans réponse de notre part le {rejetImpliciteLe}, votre demande sera réputée rejetée. Vous disposerez alors d’un délai de {delaiDeRecours} pour saisir le {tribunal}, par courrier ou par l’application Télérecours citoyens.',
        '{/rejetAVenir}',
        '{#rejetAcquis}',
        'Faute de réponse, votre demande a été réputée rejetée le {rejetImpliciteLe}\u00a0; nous l’examinons néanmoins et notre réponse remplacera ce rejet. Vous disposez d’un délai de {delaiDeRecours} pour saisir le {tribunal}, par courrier ou par l’application Télérecours citoyens.',
        '{/rejetAcquis}',
        'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations respectueuses.',
      ],
    }),
})
