import { formaterJour, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { typographier } from '#core/echeances/domain/typographie.ts'
import type { NatureDeTache, NiveauDeRelance } from './tache.ts'

/** What a message to a service is made of. */
export interface MessageAComposer {
  readonly nature: NatureDeTache
  readonly etablissement: string
  readonly serviceNom: string
  readonly telephone: string
  readonly demandeur: string
  readonly destinataire: string
  readonly objet: string
  readonly lien: string
  readonly pourLe: JourCivil
  /** last day of the link */
  readonly dernierLe: JourCivil
  readonly demandeeLe: JourCivil
}

export interface MessageCompose {
  readonly objet: string
  readonly texte: string
}

const bonjour = (destinataire: string): string =>
  destinataire === '' ? 'Bonjour,' : `Bonjour ${destinataire},`

const signature = ({ demandeur, serviceNom, etablissement, telephone }: MessageAComposer): string =>
  [demandeur, serviceNom, etablissement, telephone].join('\n')

const explicationDuLien = (dernierLe: JourCivil): string =>
  `Il suffit d’ouvrir cette adresse : ni compte, ni mot de passe. Elle donne accès à cette seule demande, jusqu’au ${formaterJour(dernierLe)} : ne la transmettez qu’à la personne qui répondra.`

const leLien = ({ lien, dernierLe }: MessageAComposer): string =>
  `${lien}\n\n${typographier(explicationDuLien(dernierLe))}`

const DEMANDE = {
  explications: {
    objet: 'Demande d’explications',
    corps: (m: MessageAComposer) =>
      `Nous avons besoin de vos explications sur un dossier qui concerne votre service. Elles nous aideraient beaucoup avant le ${formaterJour(m.pourLe)}.`,
  },
  restitution: {
    objet: 'Conclusions à lire',
    corps: (m: MessageAComposer) =>
      `Un dossier qui concernait votre service est terminé. Voici ce qui en a été conclu et ce qui change : merci de le lire avant le ${formaterJour(m.pourLe)}.`,
  },
} as const satisfies Record<NatureDeTache, { objet: string; corps: (m: MessageAComposer) => string }>

const composer = (m: MessageAComposer, objet: string, corps: string): MessageCompose => ({
  objet: typographier(`${objet} : ${m.objet}`),
  // the address itself is left as it is
  texte: [bonjour(m.destinataire), typographier(corps), leLien(m), signature(m)].join('\n\n'),
})

/** The message that carries a link: it says nothing of what is asked, the page does. */
export function messageDeDemande(m: MessageAComposer): MessageCompose {
  const { objet, corps } = DEMANDE[m.nature]
  return composer(m, objet, corps(m))
}

const RELANCE = {
  rappel: {
    objet: 'Rappel',
    corps: (m: MessageAComposer) =>
      `Le ${formaterJour(m.demandeeLe)}, nous vous avons adressé une demande à laquelle nous souhaitons une réponse pour le ${formaterJour(m.pourLe)}. Nous nous permettons de vous la rappeler.`,
  },
  relance: {
    objet: 'Relance',
    corps: (m: MessageAComposer) =>
      `Notre demande du ${formaterJour(m.demandeeLe)} est restée sans réponse ; nous la souhaitions pour le ${formaterJour(m.pourLe)}. Sans vos explications, l’établissement devra répondre sans elles. Merci de nous les adresser dès que possible.`,
  },
  hierarchie: {
    objet: 'Demande restée sans réponse',
    corps: (m: MessageAComposer) =>
      `Une demande adressée le ${formaterJour(m.demandeeLe)} à l’un de vos services est restée sans réponse malgré nos relances ; elle était souhaitée pour le ${formaterJour(m.pourLe)}. Merci de votre appui pour qu’il nous soit répondu.`,
  },
} as const satisfies Record<NiveauDeRelance, { objet: string; corps: (m: MessageAComposer) => string }>

/** The message of a reminder, with a link of its own: the first one stays valid, someone may be writing there. */
export function messageDeRelance(niveau: NiveauDeRelance, m: MessageAComposer): MessageCompose {
  const { objet, corps } = RELANCE[niveau]
  return composer(m, objet, corps(m))
}

/** Address of the page a link opens. `origine`: where the application is reached. */
export const adresseDuLien = (origine: string, jeton: string): string => `${origine}/repondre/${jeton}`

/** What a request says when nobody wrote better. */
export const MESSAGE_PAR_DEFAUT = typographier(`Bonjour,

Un usager, ou l’un de ses proches, nous a fait part des difficultés rapportées ci-dessous. Avant de lui répondre, nous avons besoin de savoir ce qui s’est passé du point de vue de votre service :

– le déroulement des faits, avec leurs dates et leurs heures ;
– ce qui était prévu, et ce qui a pu empêcher de le faire ;
– ce que vous avez déjà mis en place ou proposez de changer.

Écrivez pour la direction, qui répondra elle-même à la personne : votre texte ne lui sera pas transmis tel quel. N’y recopiez pas d’élément du dossier médical qui ne serait pas nécessaire.

Merci de votre aide.`)
