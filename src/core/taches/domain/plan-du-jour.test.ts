import { describe, expect, it } from 'vitest'
import { METROPOLE } from '#core/echeances/domain/calendrier.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { planDuJour, tientEncore } from './plan-du-jour.ts'
import type { DemandeARelancer, Moyens } from './relance-automatique.ts'

const chef = (nom: string, services: readonly string[]) => ({
  nom,
  courriel: `${nom}@ch.example`,
  role: 'chef-de-service',
  services,
  remplacant: null as { nom: string; courriel: string } | null,
})

const moyens = (personnes: readonly ReturnType<typeof chef>[]): Moyens => ({
  cibles: { explications: 15, rappel: 8, relance: 1, hierarchie: 8, validiteDuLien: 30 },
  cadence: { estActive: true, des: 8, jusquA: 18 },
  calendrier: METROPOLE,
  annuaire: {
    personnes,
    parents: new Map([
      ['cardio', 'pole'],
      ['pneumo', 'pole'],
      ['pole', null],
    ]),
  },
  manque: null,
  aujourdHui: jourCivil('2026-01-21'),
  departLe: jourCivil('2026-01-21'),
})

const demande = (id: string, plus: Partial<DemandeARelancer> = {}): DemandeARelancer & { id: string } => ({
  id,
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
const recente = { demandeeLe: jourCivil('2026-01-20'), pourLe: jourCivil('2026-02-04') }

describe('le plan d’un jour', () => {
  it('réunit en un message tout ce qu’une personne doit, le plus pressant d’abord', () => {
    const [message, ...autres] = planDuJour(
      [demande('recente', recente), demande('relance'), demande('pneumo', { structureId: 'pneumo' })],
      moyens([chef('lea', ['cardio', 'pneumo'])]),
    )
    expect(autres).toEqual([])
    expect(message).toMatchObject({ cle: 'lea@ch.example', nom: 'lea' })
    expect(message?.lignes).toEqual([
      { tacheId: 'relance', niveau: 'relance' },
      { tacheId: 'pneumo', niveau: 'relance' },
      { tacheId: 'recente', niveau: null },
    ])
  })

  it('n’écrit à personne dont le tour n’est pas venu', () =>
    expect(planDuJour([demande('recente', recente)], moyens([chef('lea', ['cardio'])]))).toEqual([]))

  it('ne rappelle ni ce qui est suspendu, ni les explications d’un dossier clos', () => {
    const [message] = planDuJour(
      [
        demande('relance'),
        demande('suspendue', { ...recente, estSuspendue: true }),
        demande('close', { ...recente, dossierEstClos: true }),
      ],
      moyens([chef('lea', ['cardio'])]),
    )
    expect(message?.lignes.map(({ tacheId }) => tacheId)).toEqual(['relance'])
  })

  it('réunit sous une adresse ce qui l’écrit autrement', () => {
    const ecrite = { destinataireCourriel: 'Lea@CH.example', destinataireNom: 'Léa' }
    const plan = planDuJour([demande('une', ecrite), demande('deux')], moyens([chef('lea', ['cardio'])]))
    expect(plan.map(({ lignes }) => lignes.length)).toEqual([2])
  })

  it('écrit au chef de pôle, avec ce que lui-même doit', () => {
    const relancee = { relances: [{ niveau: 'relance', faiteLe: '2026-01-12' } as const] }
    const plan = planDuJour(
      [demande('montee', relancee), demande('sienne', { structureId: 'pole' })],
      moyens([chef('lea', ['cardio']), chef('marc', ['pole'])]),
    )
    expect(plan.map(({ nom }) => nom)).toEqual(['marc'])
    expect(plan[0]?.lignes).toEqual([
      { tacheId: 'montee', niveau: 'hierarchie' },
      { tacheId: 'sienne', niveau: 'relance' },
    ])
  })

  it('écrit au remplaçant, et dit de qui il tient la place', () => {
    const lea = { ...chef('lea', ['cardio']), remplacant: { nom: 'Hugo', courriel: 'hugo@ch.example' } }
    const [message] = planDuJour([demande('une'), demande('deux', recente)], moyens([lea]))
    expect(message).toMatchObject({ nom: 'Hugo', aLaPlaceDe: ['lea'] })
    expect(message?.lignes).toHaveLength(2)
  })
})

describe('une étape prévue', () => {
  it.each([
    ['tient tant que rien n’a été fait', [], true],
    [
      'tient quand un autre destinataire l’a reçue ce jour',
      [{ niveau: 'relance', faiteLe: '2026-01-21' }],
      true,
    ],
    ['tombe quand elle a été faite la veille', [{ niveau: 'relance', faiteLe: '2026-01-20' }], false],
    ['tombe quand on a écrit plus haut', [{ niveau: 'hierarchie', faiteLe: '2026-01-21' }], false],
    ['tient après une plus légère', [{ niveau: 'rappel', faiteLe: '2026-01-13' }], true],
  ] as const)('%s', (_quoi, relances, attendu) =>
    expect(tientEncore('relance', relances, '2026-01-21')).toBe(attendu),
  )
})
