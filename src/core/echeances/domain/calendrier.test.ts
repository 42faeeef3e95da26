import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ajouterJoursOuvres,
  CALENDRIERS,
  estFerie,
  estOuvrable,
  estOuvre,
  ferieDe,
  feriesDeLAnnee,
  jourOuvrePrecedent,
  METROPOLE,
  obtenirCalendrier,
  prochainJourOuvre,
} from './calendrier.ts'
import { ajouterJours, jourCivil, jourDeLaSemaine } from './jour-civil.ts'
import { dimancheDePaques } from './jours-feries.ts'

const unCalendrier = fc.constantFrom(...CALENDRIERS)
const unJour = fc.integer({ min: 0, max: 6200 }).map((n) => ajouterJours(jourCivil('2024-01-01'), n))

describe('les jours fériés de métropole', () => {
  it.each([
    [2024, '04-01', '05-09', '05-20'],
    [2025, '04-21', '05-29', '06-09'],
    [2026, '04-06', '05-14', '05-25'],
    [2027, '03-29', '05-06', '05-17'],
    [2028, '04-17', '05-25', '06-05'],
    [2029, '04-02', '05-10', '05-21'],
    [2030, '04-22', '05-30', '06-10'],
  ])(
    'en %i : lundi de Pâques le %s, Ascension le %s, lundi de Pentecôte le %s',
    (annee, paques, ascension, pentecote) => {
      const attendus = [
        '01-01',
        paques,
        '05-01',
        '05-08',
        ascension,
        pentecote,
        '07-14',
        '08-15',
        '11-01',
        '11-11',
        '12-25',
      ].toSorted()
      expect(feriesDeLAnnee(METROPOLE, annee).map(({ jour }) => jour)).toEqual(
        attendus.map((j) => `${annee}-${j}`),
      )
    },
  )

  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('Pâques %i tombe le %s', (annee, jour) => {
    expect(dimancheDePaques(annee)).toBe(jour)
  })

  it('Pâques est toujours un dimanche, du 22 mars au 25 avril', () => {
    for (let annee = 1900; annee <= 2200; annee += 1) {
      const paques = dimancheDePaques(annee)
      expect(jourDeLaSemaine(paques)).toBe(7)
      expect(paques >= `${annee}-03-22` && paques <= `${annee}-04-25`).toBe(true)
    }
  })

  it('quand deux fêtes tombent le même jour, il n’y en a qu’une', () => {
    expect(ferieDe(METROPOLE, jourCivil('2008-05-01'))).toBe('fete-du-travail')
  })
})

describe('les calendriers locaux', () => {
  it.each([
    ['alsace-moselle', '2026-04-03', 'vendredi-saint'],
    ['alsace-moselle', '2026-12-26', 'saint-etienne'],
    ['alsace-moselle-sans-vendredi-saint', '2026-12-26', 'saint-etienne'],
    ['mayotte', '2026-04-27', 'abolition-mayotte'],
    ['martinique', '2026-05-22', 'abolition-martinique'],
    ['guadeloupe', '2026-05-27', 'abolition-guadeloupe'],
    ['saint-martin', '2026-05-28', 'abolition-saint-martin'],
    ['guyane', '2026-06-10', 'abolition-guyane'],
    ['saint-barthelemy', '2026-10-09', 'abolition-saint-barthelemy'],
    ['la-reunion', '2026-12-20', 'abolition-la-reunion'],
  ])('%s chôme le %s, que la métropole travaille', (code, jour, ferie) => {
    expect(ferieDe(obtenirCalendrier(code), jourCivil(jour))).toBe(ferie)
    expect(estFerie(METROPOLE, jourCivil(jour))).toBe(false)
  })

  it('dans une commune d’Alsace-Moselle sans temple, le Vendredi saint est ouvré', () => {
    expect(estOuvre(obtenirCalendrier('alsace-moselle-sans-vendredi-saint'), jourCivil('2026-04-03'))).toBe(
      true,
    )
  })

  it('les fêtes d’outre-mer restent à confirmer, celles de métropole non', () => {
    expect(METROPOLE.aConfirmer).toBe(false)
    expect(obtenirCalendrier('guyane').aConfirmer).toBe(true)
  })

  it('un calendrier inconnu est une erreur', () => {
    expect(() => obtenirCalendrier('atlantide')).toThrow('atlantide')
  })
})

describe('jours ouvrés et ouvrables', () => {
  it.each([
    ['lundi 5 janvier 2026', '2026-01-05', true, true],
    ['samedi 10 janvier 2026', '2026-01-10', false, true],
    ['dimanche 11 janvier 2026', '2026-01-11', false, false],
    ['jeudi de l’Ascension 2026', '2026-05-14', false, false],
    ['samedi 15 août 2026, férié', '2026-08-15', false, false],
  ])('%s : ouvré %s, ouvrable %s', (_nom, jour, ouvre, ouvrable) => {
    expect(estOuvre(METROPOLE, jourCivil(jour))).toBe(ouvre)
    expect(estOuvrable(METROPOLE, jourCivil(jour))).toBe(ouvrable)
  })

  it.each([
    ['2026-02-28', '2026-02-27', '2026-03-02'],
    ['2026-05-09', '2026-05-07', '2026-05-11'],
    ['2026-12-25', '2026-12-24', '2026-12-28'],
    ['2026-01-05', '2026-01-05', '2026-01-05'],
  ])('autour du %s : avant, le %s ; après, le %s', (jour, avant, apres) => {
    expect(jourOuvrePrecedent(METROPOLE, jourCivil(jour))).toBe(avant)
    expect(prochainJourOuvre(METROPOLE, jourCivil(jour))).toBe(apres)
  })

  it('un jour ouvré est ouvrable, et ses voisins ouvrés l’encadrent, dans tous les calendriers', () => {
    fc.assert(
      fc.property(unCalendrier, unJour, (calendrier, jour) => {
        if (estOuvre(calendrier, jour)) expect(estOuvrable(calendrier, jour)).toBe(true)
        expect(jourOuvrePrecedent(calendrier, jour) <= jour).toBe(true)
        expect(prochainJourOuvre(calendrier, jour) >= jour).toBe(true)
        expect(estOuvre(calendrier, ajouterJoursOuvres(calendrier, jour, 3))).toBe(true)
      }),
    )
  })
})
