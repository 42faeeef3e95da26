import { describe, expect, it } from 'vitest'
import type { EtatDeSuite, Issue, Motif, NatureDeSuite, Orientation } from './model.ts'
import {
  apresParDefaut,
  refusDeClore,
  refusDeJour,
  refusDePrevoir,
  refusDeTerminer,
  refusDeTransformer,
  suitesPrevues,
} from './rules.ts'

const faits = (...codes: string[]) => codes.map((code) => ({ code }))

describe('un contact', () => {
  it.each([
    ['rien de promis', [], 0],
    ['un rappel prévu', ['contact-recu', 'rappel-prevu'], 1],
    [
      'un rappel sans réponse, puis un autre prévu',
      ['rappel-prevu', 'rappel-sans-reponse', 'rappel-prevu'],
      1,
    ],
    ['un rappel fait, un rendez-vous prévu', ['rappel-prevu', 'rappel-fait', 'rendez-vous-prevu'], 1],
    ['tout est fait', ['rappel-prevu', 'rendez-vous-prevu', 'rappel-annule', 'rendez-vous-manque'], 0],
  ] as const)('compte ce qui reste à tenir : %s', (_cas, codes, attendu) => {
    expect(suitesPrevues(faits(...codes))).toBe(attendu)
    expect(refusDeClore(faits(...codes))).toEqual(attendu > 0 ? { code: 'suite-prevue' } : null)
  })

  it('clos, ne reçoit plus de rappel avant d’être rouvert', () => {
    expect(refusDePrevoir(true)).toEqual({ code: 'contact-clos' })
    expect(refusDePrevoir(false)).toBeNull()
  })

  it('ne devient un autre dossier qu’une fois', () => {
    expect(refusDeTransformer('autre')).toEqual({ code: 'deja-transforme' })
    expect(refusDeTransformer(null)).toBeNull()
  })

  it('ne promet rien pour un jour passé', () => {
    expect(refusDeJour('2026-01-04', '2026-01-05')).toEqual({ code: 'jour-passe' })
    expect(refusDeJour('2026-01-05', '2026-01-05')).toBeNull()
  })

  it.each<[NatureDeSuite, EtatDeSuite, Issue, boolean, string | null]>([
    ['rappel', 'prevu', 'fait', false, null],
    ['rappel', 'prevu', 'sans-reponse', true, null],
    ['rappel', 'prevu', 'fait', true, 'nouvelle-date-inutile'],
    ['rappel', 'prevu', 'manque', false, 'issue-impossible'],
    ['rendez-vous', 'prevu', 'manque', true, null],
    ['rendez-vous', 'prevu', 'sans-reponse', false, 'issue-impossible'],
    ['rendez-vous', 'annule', 'fait', false, 'suite-terminee'],
  ])('%s « %s », noté « %s » (nouvelle date : %s) : %s', (nature, etat, issue, avecNouvelle, refus) => {
    expect(refusDeTerminer({ nature, etat }, issue, avecNouvelle)?.code ?? null).toBe(refus)
  })

  it.each<[Motif | null, Orientation | null, string]>([
    [null, null, 'clore'],
    ['renseignement', null, 'clore'],
    ['renseignement', 'renseignement-donne', 'clore'],
    ['insatisfaction', null, 'suivre'],
    ['insatisfaction', 'ecrire', 'clore'],
    ['besoin', null, 'suivre'],
  ])('sans autre choix, motif %s, orientation %s : %s', (motif, orientation, apres) => {
    expect(apresParDefaut(motif, orientation)).toBe(apres)
  })
})
