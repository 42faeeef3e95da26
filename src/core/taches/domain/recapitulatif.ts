import { formaterJour, type JourCivil, joursEntre, plusTot } from '#core/echeances/domain/jour-civil.ts'
import { typographier } from '#core/echeances/domain/typographie.ts'
import { NATURE_DE_TACHE } from './labels.ts'
import type { MessageCompose } from './messages.ts'
import type { NatureDeTache, NiveauDeRelance } from './tache.ts'

/** One request in the message of the day. */
export interface LigneDeRecapitulatif {
  /** the step taken today; null for what is only recalled beside */
  readonly niveau: NiveauDeRelance | null
  readonly nature: NatureDeTache
  readonly objet: string
  /** the service asked, as shown */
  readonly service: string
  readonly demandeur: string
  readonly demandeeLe: JourCivil
  readonly pourLe: JourCivil
  /** opens this request and nothing else */
  readonly lien: string
  /** last day of the link */
  readonly dernierLe: JourCivil
}

export interface RecapitulatifAComposer {
  readonly etablissement: string
  readonly serviceNom: string
  readonly telephone: string
  readonly destinataire: string
  /** who is away, when the addressee stands in */
  readonly aLaPlaceDe: readonly string[]
  readonly aujourdHui: JourCivil
  readonly lignes: readonly LigneDeRecapitulatif[]
}

const PARTIES = [
  {
    titre: 'Restées sans réponse malgré nos relances',
    contient: ({ niveau }: LigneDeRecapitulatif) => niveau === 'hierarchie',
  },
  {
    titre: 'Attendues depuis le jour souhaité',
    contient: ({ niveau }: LigneDeRecapitulatif) => niveau === 'relance',
  },
  { titre: 'Pour mémoire', contient: ({ niveau }: LigneDeRecapitulatif) => niveau === 'rappel' },
  { titre: 'Aussi en attente', contient: ({ niveau }: LigneDeRecapitulatif) => niveau === null },
] as const

const demandes = (nombre: number, suite: string): string =>
  nombre === 1 ? `une demande ${suite}` : `${nombre} demandes ${suite}`

const enTete = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

function objetDe(lignes: readonly LigneDeRecapitulatif[]): string {
  const dessus = lignes.filter(({ niveau }) => niveau === 'hierarchie').length
  if (dessus > 0) return enTete(demandes(dessus, `${dessus === 1 ? 'restée' : 'restées'} sans réponse`))
  const n = lignes.length
  const relance = lignes.some(({ niveau }) => niveau === 'relance')
  const attend = demandes(n, n === 1 ? 'attend votre réponse' : 'attendent votre réponse')
  return `${relance ? 'Relance' : 'Rappel'} : ${attend}`
}

function retard(pourLe: JourCivil, aujourdHui: JourCivil): string {
  const jours = joursEntre(pourLe, aujourdHui)
  if (jours <= 0) return ''
  return jours === 1 ? ', hier' : `, il y a ${jours} jours`
}

function ligneDe(ligne: LigneDeRecapitulatif, rang: number, aujourdHui: JourCivil): string {
  const { nature, objet, service, demandeur, demandeeLe, pourLe, lien } = ligne
  const jour = { semaine: false } as const
  const dit = typographier(
    `${rang}. ${NATURE_DE_TACHE[nature]}, ${objet} (${service}). Adressée le ${formaterJour(demandeeLe, jour)} par ${demandeur}, souhaitée pour le ${formaterJour(pourLe, jour)}${retard(pourLe, aujourdHui)}.`,
  )
  // the address itself is left as it is
  return `${dit}\n${lien}`
}

function introduction({ lignes, serviceNom, aLaPlaceDe }: RecapitulatifAComposer): string {
  const dessus = lignes.filter(({ niveau }) => niveau === 'hierarchie').length
  const siennes = lignes.length - dessus
  const phrases = [
    siennes === 0
      ? ''
      : enTete(
          demandes(siennes, `de « ${serviceNom} » ${siennes === 1 ? 'attend' : 'attendent'} votre réponse.`),
        ),
    dessus === 0
      ? ''
      : `${enTete(demandes(dessus, dessus === 1 ? 'adressée à l’un de vos services est restée' : 'adressées à vos services sont restées'))} sans réponse malgré nos relances : merci de votre appui pour qu’il nous soit répondu.`,
    aLaPlaceDe.length === 0 ? '' : `Vous recevez ce message à la place de ${aLaPlaceDe.join(' et de ')}.`,
  ]
  return phrases.filter((phrase) => phrase !== '').join(' ')
}

const dernierDe = (lignes: readonly LigneDeRecapitulatif[]): JourCivil =>
  lignes.map(({ dernierLe }) => dernierLe).reduce((a, b) => plusTot(a, b))

/**
 * The one message of a day to someone: every request waited for, the most pressing first, each with a link of its own. It says
 * nothing of what is asked: the page of the link does.
 */
export function composerRecapitulatif(r: RecapitulatifAComposer): MessageCompose {
  let rang = 0
  const parties = PARTIES.flatMap(({ titre, contient }) => {
    const siennes = r.lignes.filter(contient)
    if (siennes.length === 0) return []
    const lignes = siennes.map((ligne) => {
      rang += 1
      return ligneDe(ligne, rang, r.aujourdHui)
    })
    return [titre.toUpperCase(), ...lignes]
  })
  const liens = `Chaque adresse ouvre une seule demande, sans compte ni mot de passe, au moins jusqu’au ${formaterJour(dernierDe(r.lignes))} : ne la transmettez qu’à la personne qui répondra. Les liens reçus auparavant restent valables.`
  const cadence = 'Vous recevez un seul message de ce genre par jour ouvré, et aucun quand tout est répondu.'
  return {
    objet: typographier(objetDe(r.lignes)),
    texte: [
      r.destinataire === '' ? 'Bonjour,' : `Bonjour ${r.destinataire},`,
      typographier(introduction(r)),
      ...parties,
      typographier(liens),
      typographier(cadence),
      [r.serviceNom, r.etablissement, r.telephone].join('\n'),
    ].join('\n\n'),
  }
}
