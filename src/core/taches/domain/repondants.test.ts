import { describe, expect, it } from 'vitest'
import { type Annuaire, hierarchieDe, repondantsDe } from './repondants.ts'

const personne = (
  nom: string,
  services: readonly string[],
  plus: Partial<Annuaire['personnes'][number]> = {},
): Annuaire['personnes'][number] => ({
  nom,
  courriel: `${nom.toLowerCase()}@ch.example`,
  role: 'chef-de-service',
  services,
  remplacant: null,
  ...plus,
})

const annuaire = (...personnes: Annuaire['personnes']): Annuaire => ({
  personnes,
  parents: new Map([
    ['pole', null],
    ['cardio', 'pole'],
    ['pneumo', 'pole'],
    ['uf', 'cardio'],
  ]),
})

const a = (structureId: string | null, courriel = '', nom = '') => ({
  structureId,
  destinataireNom: nom,
  destinataireCourriel: courriel,
})
const noms = (repondants: readonly { nom: string }[]) => repondants.map(({ nom }) => nom)

const LEA = personne('Lea', ['cardio'])
const MARC = personne('Marc', ['pole'])
const HUGO = { nom: 'Hugo', courriel: 'hugo@ch.example' }

describe('qui répond d’une demande', () => {
  it('est l’adresse écrite sur la demande, quand il y en a une', () => {
    expect(repondantsDe(a('cardio', 'cadre@ch.example', 'Une cadre'), annuaire(LEA, MARC))).toEqual([
      { nom: 'Une cadre', courriel: 'cadre@ch.example', aLaPlaceDe: null },
    ])
  })

  it('est le chef du service, et tous quand ils sont plusieurs', () => {
    const paul = personne('Paul', ['cardio'])
    expect(noms(repondantsDe(a('cardio'), annuaire(LEA, paul, MARC)))).toEqual(['Lea', 'Paul'])
  })

  it('est celui du dessus quand personne n’est connu pour l’unité', () => {
    expect(noms(repondantsDe(a('uf'), annuaire(LEA, MARC)))).toEqual(['Lea'])
    expect(noms(repondantsDe(a('pneumo'), annuaire(LEA, MARC)))).toEqual(['Marc'])
  })

  it('n’est personne hors de toute structure, ni un agent du service des usagers', () => {
    expect(repondantsDe(a(null), annuaire(LEA))).toEqual([])
    expect(repondantsDe(a('cardio'), annuaire(personne('Camille', ['cardio'], { role: 'charge' })))).toEqual(
      [],
    )
  })

  it('est son remplaçant quand il est absent, même désigné par son adresse', () => {
    const absente = { ...LEA, remplacant: HUGO }
    const attendu = [{ ...HUGO, aLaPlaceDe: 'Lea' }]
    expect(repondantsDe(a('cardio'), annuaire(absente))).toEqual(attendu)
    expect(repondantsDe(a('cardio', ' LEA@ch.example ', 'Léa'), annuaire(absente))).toEqual(attendu)
  })

  it('n’est cité qu’une fois, même quand deux absents ont le même remplaçant', () => {
    const deux = [LEA, personne('Paul', ['cardio'])].map((p) => ({ ...p, remplacant: HUGO }))
    expect(noms(repondantsDe(a('cardio'), annuaire(...deux)))).toEqual(['Hugo'])
  })
})

describe('la hiérarchie d’un service', () => {
  it('est le chef du pôle', () =>
    expect(noms(hierarchieDe(a('cardio'), annuaire(LEA, MARC)))).toEqual(['Marc']))

  it('est plus haut quand le chef du pôle est celui à qui l’on a déjà écrit', () => {
    expect(hierarchieDe(a('pneumo'), annuaire(MARC))).toEqual([])
    expect(noms(hierarchieDe(a('uf', 'lea@ch.example'), annuaire(LEA, MARC)))).toEqual(['Marc'])
  })

  it('est inconnue hors de toute structure, et sous un pôle sans chef', () => {
    expect(hierarchieDe(a(null, 'x@y.example'), annuaire(LEA, MARC))).toEqual([])
    expect(hierarchieDe(a('cardio'), annuaire(LEA))).toEqual([])
  })

  it('ne tourne pas en rond quand les structures se contiennent l’une l’autre', () => {
    const boucle = {
      ...annuaire(LEA),
      parents: new Map([
        ['cardio', 'pole'],
        ['pole', 'cardio'],
      ]),
    }
    expect(hierarchieDe(a('cardio'), boucle)).toEqual([])
  })
})
