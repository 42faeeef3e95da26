import { describe, expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { finDuLien, jourPropose, type RelanceFaite, relanceProposee } from './dates.ts'

const CIBLES = { explications: 15, rappel: 8, relance: 1, hierarchie: 8, validiteDuLien: 30 }
const LUNDI = jourCivil('2026-01-05')

describe('le jour proposé', () => {
  it('est quinze jours après la demande', () => expect(jourPropose(LUNDI, CIBLES)).toBe('2026-01-20'))
})

describe('un lien', () => {
  it.each([
    ['Europe/Paris', '2026-02-19', '2026-02-19T23:00:00.000Z'],
    ['Pacific/Noumea', '2026-02-19', '2026-02-19T13:00:00.000Z'],
    ['America/Cayenne', '2026-02-19', '2026-02-20T03:00:00.000Z'],
  ])('se ferme à la fin de son dernier jour (%s)', (fuseau, dernierLe, expireA) => {
    const fin = finDuLien(jourCivil('2026-01-20'), CIBLES, fuseau)
    expect([fin.dernierLe, fin.expireA.toISOString()]).toEqual([dernierLe, expireA])
  })

  it('passe le changement d’heure sans perdre une heure', () => {
    const fin = finDuLien(jourCivil('2026-02-27'), CIBLES, 'Europe/Paris')
    expect([fin.dernierLe, fin.expireA.toISOString()]).toEqual(['2026-03-29', '2026-03-29T22:00:00.000Z'])
  })
})

describe('la relance proposée', () => {
  const faite = (niveau: RelanceFaite['niveau'], faiteLe: string): RelanceFaite => ({ niveau, faiteLe })
  it.each<[string, RelanceFaite[], string, string | null]>([
    ['n’est pas due avant huit jours', [], '2026-01-12', null],
    ['est un rappel au huitième jour', [], '2026-01-13', 'rappel depuis 2026-01-13'],
    ['n’est plus due une fois le rappel fait', [faite('rappel', '2026-01-13')], '2026-01-20', null],
    [
      'est une relance le lendemain du jour souhaité',
      [faite('rappel', '2026-01-13')],
      '2026-01-21',
      'relance depuis 2026-01-21',
    ],
    [
      'va à la hiérarchie huit jours après la relance',
      [faite('rappel', '2026-01-13'), faite('relance', '2026-01-22')],
      '2026-01-30',
      'hierarchie depuis 2026-01-30',
    ],
    ['s’arrête là', [faite('hierarchie', '2026-01-30')], '2026-06-01', null],
  ])('%s', (_quoi, relances, aujourdHui, attendu) => {
    const tache = { demandeeLe: LUNDI, pourLe: jourCivil('2026-01-20'), relances }
    const proposee = relanceProposee(tache, CIBLES, jourCivil(aujourdHui))
    expect(proposee === null ? null : `${proposee.niveau} depuis ${proposee.depuisLe}`).toBe(attendu)
  })

  it('saute le rappel quand le jour souhaité vient avant', () => {
    const tache = { demandeeLe: LUNDI, pourLe: jourCivil('2026-01-08'), relances: [] }
    expect(relanceProposee(tache, CIBLES, jourCivil('2026-01-09'))?.niveau).toBe('relance')
  })
})
