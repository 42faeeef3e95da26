import { describe, expect, it } from 'vitest'
import {
  attentesDesMesures,
  mesureGardee,
  rangDuFait,
  refusDeMesure,
  refusDeRelater,
  refusDeTerminer,
  responsableDe,
} from './analyse.ts'

describe('un fait relaté', () => {
  it.each([
    ['hier, sans service', { survenuLe: '2026-01-04', serviceId: null, versionDuService: '' }, null],
    ['sans date', { survenuLe: null, serviceId: null, versionDuService: '' }, null],
    ['demain', { survenuLe: '2026-01-06', serviceId: null, versionDuService: '' }, 'fait-dans-l-avenir'],
    [
      'avec une version de personne',
      { survenuLe: null, serviceId: null, versionDuService: 'Non' },
      'version-sans-service',
    ],
  ])('%s', (_cas, fait, code) => expect(refusDeRelater(fait, '2026-01-05')?.code ?? null).toBe(code))

  it.each([
    ['2026-01-01', 1],
    ['2026-01-02', 2],
    ['2026-01-03', 2],
    ['2026-01-09', 5],
    [null, 5],
  ])('du %s se range au rang %i', (survenuLe, rang) => {
    const faits = [
      { rang: 1, survenuLe: '2026-01-02' },
      { rang: 2, survenuLe: '2026-01-05' },
      { rang: 3, survenuLe: null },
      { rang: 4, survenuLe: '2026-01-08' },
    ]
    expect(rangDuFait(faits, survenuLe)).toBe(rang)
  })
})

const mesure = {
  nature: 'promise',
  responsable: 'Cadre',
  structureId: null,
  agentId: null,
  pourLe: '2026-02-01',
  faiteLe: null,
} as const

describe('une mesure', () => {
  it.each([
    ['promise, datée, portée par quelqu’un', {}, null],
    ['sans date', { pourLe: null }, 'mesure-sans-date'],
    ['sans responsable', { responsable: ' ' }, 'mesure-sans-responsable'],
    ['portée par un service', { responsable: '', structureId: 's' }, null],
    ['prise hier', { nature: 'prise', faiteLe: '2026-01-04' }, null],
    ['prise demain', { nature: 'prise', faiteLe: '2026-01-06' }, 'mesure-dans-l-avenir'],
    ['prise un jour inconnu', { nature: 'prise' }, 'mesure-sans-date'],
  ] as const)('%s', (_cas, plus, code) => {
    expect(refusDeMesure({ ...mesure, ...plus }, '2026-01-05')?.code ?? null).toBe(code)
  })

  it('ne garde que le jour de sa nature', () => {
    const deux = { ...mesure, faiteLe: '2026-01-04' }
    expect(mesureGardee(deux)).toMatchObject({ pourLe: '2026-02-01', faiteLe: null })
    expect(mesureGardee({ ...deux, nature: 'prise' })).toMatchObject({ pourLe: null, faiteLe: '2026-01-04' })
  })

  it.each([
    ['une fois', { faiteLe: null, abandonneeLe: null }, '2026-01-05', null],
    ['pas demain', { faiteLe: null, abandonneeLe: null }, '2026-01-06', 'mesure-dans-l-avenir'],
    ['le jour de la réception', { faiteLe: null, abandonneeLe: null }, '2025-12-20', null],
    ['pas avant', { faiteLe: null, abandonneeLe: null }, '2025-12-19', 'mesure-avant-la-reception'],
    ['pas deux', { faiteLe: '2026-01-01', abandonneeLe: null }, '2026-01-05', 'mesure-deja-faite'],
    ['pas abandonnée', { faiteLe: null, abandonneeLe: '2026-01-01' }, '2026-01-05', 'mesure-deja-abandonnee'],
  ])('se termine %s', (_cas, avancement, jour, code) => {
    expect(
      refusDeTerminer(avancement, jour, { recuLe: '2025-12-20', aujourdHui: '2026-01-05' })?.code ?? null,
    ).toBe(code)
  })

  it.each([
    [{ agent: 'Léa Fontaine', responsable: 'Cadre', structure: 'Pneumologie' }, 'Léa Fontaine, Pneumologie'],
    [{ agent: null, responsable: 'Cadre', structure: null }, 'Cadre'],
    [{ agent: null, responsable: '', structure: 'Pneumologie' }, 'Pneumologie'],
  ])('est due par %j', (qui, attendu) => expect(responsableDe(qui)).toBe(attendu))

  it('fait attendre le dossier tant qu’elle est promise, ni faite ni abandonnée', () => {
    const suivie = { ...mesure, structure: null, agent: null, abandonneeLe: null }
    const mesures = [
      { ...suivie, id: 'a' },
      { ...suivie, id: 'b', faiteLe: '2026-01-05' },
      { ...suivie, id: 'c', abandonneeLe: '2026-01-05' },
      { ...suivie, id: 'd', nature: 'prise' as const, faiteLe: '2026-01-05' },
    ]
    expect(attentesDesMesures(mesures)).toEqual([
      { objetId: 'a', code: 'mesure', de: 'Cadre', agentId: null, pourLe: '2026-02-01' },
    ])
  })
})
