import { ajouterJours, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { Appeler } from './appels.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { ilYA, instantDe } from './histoire.ts'
import { inventerPersonne } from './inventer-personne.ts'

const NOMBRE_DE_CONTACTS = 60

interface Modele {
  readonly motif: string
  readonly note: string
  readonly orientation: string | null
  readonly precision: string
}

const MODELES: readonly Modele[] = [
  ['renseignement', 'Demande les horaires de visite.', 'renseignement-donne', ''],
  ['renseignement', 'Veut savoir comment désigner une personne de confiance.', 'renseignement-donne', ''],
  ['renseignement', 'Cherche à joindre l’interprète en langue des signes.', 'service', 'accueil central'],
  ['orientation', 'Cherche la consultation de cardiologie.', 'service', 'hall B, deuxième étage'],
  ['suivi', 'Demande où en est sa réclamation.', 'renseignement-donne', ''],
  [
    'insatisfaction',
    'Trouve l’attente aux urgences trop longue, ne souhaite pas faire de réclamation.',
    'ecrire',
    '',
  ],
  [
    'insatisfaction',
    'Le repas du soir est arrivé froid trois jours de suite.',
    'representant-des-usagers',
    '',
  ],
  ['remerciement', 'Remercie l’aide-soignante de nuit pour sa patience.', null, ''],
  ['dossier-medical', 'Veut une copie de son dossier de 2024.', 'dossier-medical', 'formulaire remis'],
  ['facturation', 'Ne comprend pas sa facture de chambre seule.', 'facturation', ''],
  [
    'objet-perdu',
    'A perdu un appareil auditif pendant un transfert.',
    'service',
    'objets trouvés, poste de sécurité',
  ],
  ['besoin', 'Souhaiterait des bancs devant l’entrée des consultations.', null, ''],
  ['renseignement', 'Veut joindre une assistante sociale pour le retour à domicile.', 'service-social', ''],
].map(([motif, note, orientation, precision]) => ({
  motif: motif ?? 'autre',
  note: note ?? '',
  orientation: orientation ?? null,
  precision: precision ?? '',
}))

interface Promesse {
  readonly ilYA: number
  /** days from today, negative when it is late */
  readonly dans: number
  readonly nature: 'rappel' | 'rendez-vous'
  readonly heure: string
  readonly motif: string
  readonly note: string
}

/** What a morning finds: late, of today, to come. */
const PROMESSES: readonly Promesse[] = [
  {
    ilYA: 3,
    dans: -1,
    nature: 'rappel',
    heure: '',
    motif: 'suivi',
    note: 'Attend des nouvelles de l’enquête interne ; la rappeler dès que le service a répondu.',
  },
  {
    ilYA: 1,
    dans: 0,
    nature: 'rappel',
    heure: '10:30',
    motif: 'insatisfaction',
    note: 'Très en colère après l’annulation de son opération la veille au soir. Hésite à faire une réclamation.',
  },
  {
    ilYA: 0,
    dans: 0,
    nature: 'rappel',
    heure: '16:00',
    motif: 'dossier-medical',
    note: 'Demande quels papiers fournir pour le dossier de sa mère décédée.',
  },
  {
    ilYA: 2,
    dans: 1,
    nature: 'rendez-vous',
    heure: '14:00',
    motif: 'insatisfaction',
    note: 'Veut parler à quelqu’un de la chute de son père.',
  },
  {
    ilYA: 1,
    dans: 5,
    nature: 'rendez-vous',
    heure: '11:00',
    motif: 'besoin',
    note: 'Représente une association de patients dialysés, propose un atelier.',
  },
]

interface Monde {
  readonly appeler: Appeler
  readonly acteurs: ReadonlyMap<string, ActeurAgent>
  readonly structures: ReadonlyMap<string, string>
  readonly maintenant: Date
  readonly aujourdHui: JourCivil
}

/** What one says at a desk: a name, a number, a town. */
const personneAuGuichet = (h: Hasard) => ({
  ...inventerPersonne(h),
  courriel: '',
  voie: '',
  telephone: `06 99 00 ${h.entier(10, 99)} ${h.entier(10, 99)}`,
})

const VIDE = {
  heure: '',
  services: [],
  orientation: null,
  orientationPrecision: '',
  dureeMinutes: null,
  suite: null,
  clore: false,
  brouillonId: null,
}

const deux = (monde: Monde): readonly ActeurAgent[] =>
  ['camille', 'nadia'].flatMap((nom) => monde.acteurs.get(nom) ?? [])

async function noter(monde: Monde, h: Hasard, recuIlYA: number): Promise<void> {
  const { motif, note, orientation, precision } = h.parmi(MODELES)
  const recuLe = ilYA(monde.aujourdHui, recuIlYA)
  const services = [...monde.structures].filter(([code]) => /^S\d{3}$/.test(code)).map(([, id]) => id)
  const ouvert = recuIlYA < 4 && orientation === null
  await monde.appeler(h.parmi(deux(monde)), instantDe(h, recuLe, monde.maintenant), 'contacts.enregistrer', {
    ...VIDE,
    canal: h.parmi(['guichet', 'guichet', 'telephone', 'telephone', 'telephone', 'visite', 'courriel']),
    motif,
    recuLe,
    note,
    personne: h.chance(0.55) ? { choix: 'nouvelle', personne: personneAuGuichet(h) } : null,
    services: h.chance(0.4) ? [h.parmi(services)] : [],
    orientation,
    orientationPrecision: precision,
    dureeMinutes: h.chance(0.5) ? h.parmi([5, 10, 15, 20]) : null,
    clore: !ouvert,
  })
}

async function promettre(monde: Monde, h: Hasard, p: Promesse, rang: number): Promise<void> {
  const qui = deux(monde)[rang % 2]
  if (qui === undefined) return
  const recuLe = ilYA(monde.aujourdHui, p.ilYA)
  const rdv = p.nature === 'rendez-vous'
  await monde.appeler(qui, instantDe(h, recuLe, monde.maintenant), 'contacts.enregistrer', {
    ...VIDE,
    canal: rdv ? 'guichet' : 'telephone',
    motif: p.motif,
    recuLe,
    note: p.note,
    personne: { choix: 'nouvelle', personne: personneAuGuichet(h) },
    suite: {
      nature: p.nature,
      pourLe: ajouterJours(monde.aujourdHui, p.dans),
      heure: p.heure,
      dureeMinutes: 30,
      avec: '',
      lieu: rdv ? 'Bureau des relations avec les usagers' : '',
      telephone: '',
      agentId: null,
    },
  })
}

/** Sixty contacts over eighteen months, then a few promises late, of today and to come. */
export async function peuplerLesContacts(monde: Monde): Promise<void> {
  const h = creerHasard(20_260_911)
  const jours = Array.from({ length: NOMBRE_DE_CONTACTS - PROMESSES.length }, () => h.entier(0, 540))
  for (const recuIlYA of jours.toSorted((a, b) => b - a)) await noter(monde, h, recuIlYA)
  const promesses = PROMESSES.toSorted((a, b) => b.ilYA - a.ilYA)
  for (const [rang, promesse] of promesses.entries()) await promettre(monde, h, promesse, rang)
}
