import { describe, expect, it } from 'vitest'
import type { Constat } from './griefs.ts'
import {
  aUnGriefFonde,
  type GriefConclu,
  griefsADire,
  griefsDeLaReponsePartie,
  griefsDitsPar,
  mesureEnMots,
  mesuresDitesPar,
  refusDEnvoyerLaReponse,
  refusDEnvoyerUneReponse,
  refusDeClore,
  refusDeMesureAbandonnee,
  refusDePreparerLaReponse,
  refusDeRestituer,
  voiesDeRecours,
} from './reponse.ts'
import type { Situation } from './rules.ts'

const situation = (s: Partial<Situation> = {}): Situation => ({
  etat: 'accuse',
  faits: ['accuse-reception-papier-envoye'],
  aUnAuteur: true,
  ...s,
})
const REPONDU = situation({ etat: 'repondu', faits: ['reponse-envoyee'] })

const grief = (rang: number, plus: Partial<GriefConclu> = {}): GriefConclu => ({
  id: `g${rang}`,
  rang,
  constat: 'fonde',
  reponse: 'Nous le regrettons.',
  empreinte: `e${rang}`,
  ...plus,
})
const GRIEFS = [grief(1), grief(2)]
const SANS_CONSTAT = grief(2, { constat: null })
const SANS_REPONSE = grief(3, { reponse: ' ' })

describe('préparer la réponse', () => {
  it.each([
    ['la réclamation est close', situation({ etat: 'clos' }), GRIEFS, 'dossier-clos', undefined],
    ['personne n’est à qui écrire', situation({ aUnAuteur: false }), GRIEFS, 'auteur-inconnu', undefined],
    ['la réponse est partie', REPONDU, GRIEFS, 'reponse-deja-envoyee', undefined],
    ['aucun grief n’est relevé', situation(), [], 'griefs-a-relever', undefined],
    [
      'un grief n’a pas de constat',
      situation(),
      [grief(1), SANS_CONSTAT],
      'griefs-incomplets',
      'Le grief 2 n’a pas de constat : complétez l’analyse.',
    ],
    [
      'un grief n’a pas de réponse',
      situation(),
      [grief(1), SANS_REPONSE],
      'griefs-incomplets',
      'Le grief 3 n’a pas de réponse à la personne : complétez l’analyse.',
    ],
    [
      'plusieurs manquent',
      situation(),
      [grief(1, { constat: null }), SANS_CONSTAT, SANS_REPONSE, grief(4, { constat: null, reponse: '' })],
      'griefs-incomplets',
      'Les griefs 1, 2 et 4 n’ont pas de constat ; les griefs 3 et 4 n’ont pas de réponse à la personne : complétez l’analyse.',
    ],
  ] as const)('est refusé quand %s, en disant lequel', (_cas, s, griefs, code, phrase) => {
    const refus = refusDePreparerLaReponse(s, griefs, null)
    expect([refus?.code, refus?.phrase]).toEqual([code, phrase])
  })
  it('est possible quand chaque grief a son constat et sa réponse', () =>
    expect(refusDePreparerLaReponse(situation(), GRIEFS, null)).toBeNull())
})

describe('la réponse partie', () => {
  const partie = griefsADire(GRIEFS)
  it.each([
    ['elle dit tout : il n’en faut pas d’autre', GRIEFS, partie, 'reponse-deja-envoyee'],
    ['un grief est relevé depuis : il en faut une autre', [...GRIEFS, grief(3)], partie, undefined],
    ['un constat a changé depuis', [grief(1), grief(2, { empreinte: 'autre' })], partie, undefined],
    ['un grief est retiré depuis : elle en disait plus', [grief(1)], partie, 'reponse-deja-envoyee'],
    ['elle est partie d’ailleurs : nul ne sait', [...GRIEFS, grief(3)], null, 'reponse-deja-envoyee'],
  ] as const)('quand %s', (_cas, griefs, dite, code) =>
    expect(refusDEnvoyerUneReponse(REPONDU, griefs, dite)?.code).toBe(code),
  )
})

describe('la lettre prête', () => {
  const dits = griefsADire(GRIEFS)
  const envoyer = (griefs: readonly GriefConclu[], lus: typeof dits | null, s = situation()) =>
    refusDEnvoyerLaReponse(s, griefs, { dits: lus, partie: null })
  it.each([
    ['un constat ou des mots ont changé', [grief(1), grief(2, { empreinte: 'x' })], /^Le grief 2 a changé/],
    ['un grief est relevé depuis', [...GRIEFS, grief(3)], /^Le grief 3 a changé/],
    [
      'deux ont changé',
      [grief(1, { empreinte: 'x' }), grief(2, { empreinte: 'y' })],
      /^Les griefs 1 et 2 ont/,
    ],
    ['un grief est retiré depuis', [grief(1)], /^Un grief a été retiré/],
  ] as const)('est périmée quand %s', (_cas, griefs, phrase) => {
    const refus = envoyer(griefs, dits)
    expect([refus?.code, refus?.phrase]).toEqual(['reponse-perimee', expect.stringMatching(phrase)])
  })
  it('part quand elle dit ce qui est', () => expect(envoyer(GRIEFS, dits)).toBeNull())
  it('reste bonne quand les griefs sont seulement renumérotés', () =>
    expect(envoyer([grief(2), grief(1)], dits)).toBeNull())
  it('d’un autre dossier n’est pas reconnue', () =>
    expect(envoyer(GRIEFS, null)?.code).toBe('courrier-inconnu'))
  it('n’est plus à envoyer une fois la réponse partie d’ailleurs', () =>
    expect(envoyer(GRIEFS, dits, REPONDU)?.code).toBe('reponse-deja-envoyee'))
})

describe('clore', () => {
  const partie = griefsADire(GRIEFS)
  it.each([
    ['la réclamation est close', situation({ etat: 'clos' }), GRIEFS, null, 'dossier-clos', undefined],
    ['la réponse n’est pas partie', situation(), GRIEFS, null, 'reponse-non-envoyee', undefined],
    [
      'un grief n’a pas de constat',
      REPONDU,
      [SANS_CONSTAT],
      null,
      'griefs-incomplets',
      /^Le grief 2 n’a pas de constat/,
    ],
    ['un grief n’a pas de réponse', REPONDU, [SANS_REPONSE], null, 'griefs-incomplets', /^Le grief 3/],
    [
      'un grief n’est pas dans la réponse partie',
      REPONDU,
      [...GRIEFS, grief(3)],
      partie,
      'reponse-a-completer',
      /^Le grief 3 a été relevé ou a changé/,
    ],
    [
      'elle est rouverte : une nouvelle réponse est due',
      situation({ faits: ['reponse-envoyee', 'reclamation-close', 'reclamation-rouverte'] }),
      GRIEFS,
      partie,
      'reponse-non-envoyee',
      undefined,
    ],
  ] as const)('est refusé quand %s', (_cas, s, griefs, dite, code, phrase) => {
    const refus = refusDeClore(s, griefs, dite)
    expect(refus?.code).toBe(code)
    if (phrase !== undefined) expect(refus?.phrase).toMatch(phrase)
  })
  it.each([
    ['chaque grief est dit dans la réponse partie', GRIEFS, partie],
    ['la réponse est partie d’ailleurs, sans grief relevé', [], null],
  ] as const)('est possible quand %s', (_cas, griefs, dite) =>
    expect(refusDeClore(REPONDU, griefs, dite)).toBeNull(),
  )
})

describe('restituer aux services', () => {
  it.each([
    ['avant la réponse', situation(), GRIEFS, 'restitution-avant-reponse'],
    ['sans grief', REPONDU, [], 'griefs-a-relever'],
    ['sans un constat', REPONDU, [SANS_CONSTAT], 'griefs-incomplets'],
  ] as const)('est refusé %s', (_cas, s, griefs, code) =>
    expect(refusDeRestituer(s, griefs, null)?.code).toBe(code),
  )
  it('est refusé quand la personne a lu autre chose', () =>
    expect(refusDeRestituer(REPONDU, GRIEFS, {})?.code).toBe('reponse-a-completer'))
  it('reste possible une fois la réclamation close', () =>
    expect(refusDeRestituer({ ...REPONDU, etat: 'clos' } as Situation, GRIEFS, null)).toBeNull())
})

describe('ce qu’une lettre dit', () => {
  const faits = [
    { code: 'reponse-preparee', details: { courrierId: 'a', griefs: { g1: 'vieux' }, mesures: ['m1'] } },
    { code: 'reponse-preparee', details: { courrierId: 'b', griefs: { g1: 'e1' }, mesures: [] } },
  ]
  it('se lit dans le fait de sa préparation', () => {
    expect(griefsDitsPar(faits, 'a')).toEqual({ g1: 'vieux' })
    expect(griefsDitsPar(faits, 'c')).toBeNull()
    expect([mesuresDitesPar(faits, 'a'), mesuresDitesPar(faits, 'b'), mesuresDitesPar(faits, 'c')]).toEqual([
      ['m1'],
      [],
      [],
    ])
  })
  it('est celle qui est partie, la dernière', () => {
    expect(griefsDeLaReponsePartie(faits)).toBeNull()
    const parties = [
      ...faits,
      { code: 'reponse-envoyee', details: { courrierId: 'a' } },
      { code: 'reponse-envoyee', details: { courrierId: 'b' } },
    ]
    expect(griefsDeLaReponsePartie(parties)).toEqual({ g1: 'e1' })
  })
  it('est inconnue quand la réponse est partie hors de l’application', () =>
    expect(griefsDeLaReponsePartie([...faits, { code: 'reponse-envoyee', details: {} }])).toBeNull())
})

describe('les mesures', () => {
  const mesure = {
    nature: 'promise' as const,
    intitule: 'Sonnettes portatives',
    pourLe: '2026-06-01',
    faiteLe: null,
    abandonneeLe: null,
  }
  it.each([
    ['promise : pour quand', mesure, 'Sonnettes portatives (d’ici au 1er juin 2026)'],
    [
      'promise et faite depuis',
      { ...mesure, faiteLe: '2026-03-12' },
      'Sonnettes portatives (le 12 mars 2026)',
    ],
    [
      'prise',
      { ...mesure, nature: 'prise' as const, pourLe: null, faiteLe: '2026-03-12' },
      'Sonnettes portatives (le 12 mars 2026)',
    ],
  ])('se disent en mots : %s', (_cas, m, mots) => expect(mesureEnMots(m)).toBe(mots))
  it.each([
    ['dite puis abandonnée : la lettre ne la promet plus', ['m1'], 'mesure-dite-abandonnee'],
    ['abandonnée sans que la lettre la dise', [], undefined],
  ])('%s', (_cas, dites, code) => {
    const abandonnee = { id: 'm1', abandonneeLe: '2026-03-12' }
    expect(refusDeMesureAbandonnee([abandonnee], dites)?.code).toBe(code)
  })
})

describe('les excuses', () => {
  it.each([
    ['fonde', true],
    ['partiellement-fonde', true],
    ['non-fonde', false],
    ['indeterminable', false],
  ] as const)('vont à qui a raison, même en partie (%s)', (constat: Constat, attendu) =>
    expect(aUnGriefFonde([{ constat: 'non-fonde' }, { constat }])).toBe(attendu),
  )
})

it('les voies de recours nomment le tribunal au milieu d’une phrase', () =>
  expect(voiesDeRecours('Tribunal administratif de Valmont')).toContain(
    'délai de 2 mois à compter de sa notification pour saisir le tribunal administratif de Valmont',
  ))
