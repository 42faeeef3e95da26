import { describe, expect, it } from 'vitest'
import { METROPOLE } from '#core/echeances/domain/calendrier.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import {
  type DemandeARelancer,
  estHeureDEnvoi,
  etapeDuJour,
  jourDeDepart,
  type Moyens,
  suiteDe,
} from './relance-automatique.ts'

const CADENCE = { estActive: true, des: 8, jusquA: 18 }
const PARIS = { fuseau: 'Europe/Paris', calendrier: METROPOLE }
const LEA = {
  nom: 'Léa Fontaine',
  courriel: 'lea@ch.example',
  role: 'chef-de-service',
  services: ['cardio'],
  remplacant: null,
}
const MARC = { ...LEA, nom: 'Marc', courriel: 'marc@ch.example', services: ['pole'] }

const moyens = (aujourdHui: string, plus: Partial<Moyens> = {}): Moyens => ({
  cibles: { explications: 15, rappel: 8, relance: 1, hierarchie: 8, validiteDuLien: 30 },
  cadence: CADENCE,
  calendrier: METROPOLE,
  annuaire: {
    personnes: [LEA, MARC],
    parents: new Map([
      ['cardio', 'pole'],
      ['pole', null],
    ]),
  },
  manque: null,
  aujourdHui: jourCivil(aujourdHui),
  departLe: jourCivil(aujourdHui),
  ...plus,
})
/** Asked on Monday 5 January, wanted for Tuesday 20. */
const demande = (plus: Partial<DemandeARelancer> = {}): DemandeARelancer => ({
  nature: 'explications',
  structureId: 'cardio',
  destinataireNom: '',
  destinataireCourriel: '',
  demandeeLe: jourCivil('2026-01-05'),
  pourLe: jourCivil('2026-01-20'),
  relances: [],
  estSuspendue: false,
  dossierEstClos: false,
  ...plus,
})
const faite = (niveau: 'rappel' | 'relance' | 'hierarchie', faiteLe: string) => ({ niveau, faiteLe })

describe('l’heure des relances', () => {
  it.each([
    ['un lundi à 8 h à Paris', '2026-01-05T07:00:00Z', true],
    ['un lundi à 7 h 59', '2026-01-05T06:59:00Z', false],
    ['un lundi à 17 h 59', '2026-01-05T16:59:00Z', true],
    ['un lundi à 18 h', '2026-01-05T17:00:00Z', false],
    ['un samedi', '2026-01-03T10:00:00Z', false],
    ['un dimanche', '2026-01-04T10:00:00Z', false],
    ['le jour de l’an', '2026-01-01T10:00:00Z', false],
    ['le 14 juillet', '2026-07-14T10:00:00Z', false],
  ])('est juste %s', (_quand, instant, attendu) =>
    expect(estHeureDEnvoi(new Date(instant), CADENCE, PARIS)).toBe(attendu),
  )

  it('est celle du fuseau et du calendrier de l’établissement', () => {
    const cayenne = { fuseau: 'America/Cayenne', calendrier: METROPOLE }
    // ten in Paris, six in Cayenne
    expect(estHeureDEnvoi(new Date('2026-01-05T09:00:00Z'), CADENCE, cayenne)).toBe(false)
    expect(estHeureDEnvoi(new Date('2026-01-05T11:00:00Z'), CADENCE, cayenne)).toBe(true)
  })

  it('n’est jamais venue quand le service les a arrêtées', () =>
    expect(estHeureDEnvoi(new Date('2026-01-05T10:00:00Z'), { ...CADENCE, estActive: false }, PARIS)).toBe(
      false,
    ))

  it('est passée le soir : le premier départ est le lendemain', () => {
    expect(jourDeDepart(new Date('2026-01-05T16:59:00Z'), CADENCE, 'Europe/Paris')).toBe('2026-01-05')
    expect(jourDeDepart(new Date('2026-01-05T17:00:00Z'), CADENCE, 'Europe/Paris')).toBe('2026-01-06')
  })
})

describe('la suite d’une demande', () => {
  const suite = (d: DemandeARelancer, m: Moyens): string => {
    const lue = suiteDe(d, m)
    if ('empechement' in lue) return lue.empechement
    const { niveau, le, reportee, a } = lue.prochaine
    return `${niveau} le ${le}${reportee ? ' (reportée)' : ''} à ${a.map(({ nom }) => nom).join(', ')}`
  }

  it.each<[string, Partial<DemandeARelancer>, string, string]>([
    ['est annoncée d’avance', {}, '2026-01-06', 'rappel le 2026-01-13 à Léa Fontaine'],
    [
      'attend le jour ouvré qui suit',
      { demandeeLe: jourCivil('2026-01-02') },
      '2026-01-05',
      'rappel le 2026-01-12 (reportée) à Léa Fontaine',
    ],
    [
      'est une relance après le jour souhaité',
      { relances: [faite('rappel', '2026-01-13')] },
      '2026-01-14',
      'relance le 2026-01-21 à Léa Fontaine',
    ],
    [
      'monte à la hiérarchie huit jours après la relance',
      { relances: [faite('rappel', '2026-01-13'), faite('relance', '2026-01-21')] },
      '2026-01-22',
      'hierarchie le 2026-01-29 à Marc',
    ],
    [
      'saute un rappel que le jour souhaité a dépassé',
      {},
      '2026-02-02',
      'relance le 2026-02-02 à Léa Fontaine',
    ],
    [
      's’arrête après la hiérarchie',
      { relances: [faite('hierarchie', '2026-01-29')] },
      '2026-02-02',
      'toutes-faites',
    ],
    ['se suspend', { estSuspendue: true }, '2026-01-13', 'suspendues'],
    ['s’arrête quand le dossier est clos', { dossierEstClos: true }, '2026-01-13', 'dossier-clos'],
    [
      'continue pour des conclusions, toujours lues après la clôture',
      { dossierEstClos: true, nature: 'restitution' },
      '2026-01-06',
      'rappel le 2026-01-13 à Léa Fontaine',
    ],
    [
      'ne monte pas à la hiérarchie pour une lecture',
      { nature: 'restitution', relances: [faite('relance', '2026-01-21')] },
      '2026-01-29',
      'lecture',
    ],
    ['ne part pas sans adresse', { structureId: null }, '2026-01-06', 'sans-adresse'],
  ])('%s', (_quoi, plus, jour, attendu) => expect(suite(demande(plus), moyens(jour))).toBe(attendu))

  it('dit qu’aucune hiérarchie n’est connue', () => {
    const annuaire = { personnes: [LEA], parents: new Map([['cardio', 'pole']]) }
    const relancee = demande({ relances: [faite('relance', '2026-01-21')] })
    expect(suite(relancee, moyens('2026-01-29', { annuaire }))).toBe('sans-hierarchie')
  })

  it.each([
    ['les relances sont arrêtées', { cadence: { ...CADENCE, estActive: false } }, 'arretees'],
    ['il n’y a pas de messagerie', { manque: 'messagerie' }, 'messagerie'],
    ['l’adresse de l’application est inconnue', { manque: 'adresse' }, 'adresse'],
  ] as const)('dit que %s', (_quoi, plus, attendu) =>
    expect(suite(demande(), moyens('2026-01-06', plus))).toBe(attendu),
  )
})

describe('l’étape du jour', () => {
  it('ne se prend pas avant son tour, ni un jour fermé', () => {
    expect(etapeDuJour(demande(), moyens('2026-01-12'))).toBeNull()
    expect(etapeDuJour(demande(), moyens('2026-01-13'))?.niveau).toBe('rappel')
    const samedi = demande({ demandeeLe: jourCivil('2026-01-02') })
    expect(etapeDuJour(samedi, moyens('2026-01-10'))).toBeNull()
    expect(etapeDuJour(samedi, moyens('2026-01-12'))?.niveau).toBe('rappel')
  })
})
