import { describe, expect, it } from 'vitest'
import { type AbsencePrevue, type CodeDeRefusDAbsence, refusDAbsence } from './absence.ts'

const absence = (plus: Partial<AbsencePrevue> = {}): AbsencePrevue => ({
  agentId: 'lea',
  remplacantId: 'hugo',
  du: '2026-01-12',
  au: '2026-01-16',
  ...plus,
})
const situation = (autres: readonly AbsencePrevue[] = []) => ({
  aujourdHui: '2026-01-05',
  dansUnAn: '2027-01-05',
  agent: { role: 'chef-de-service' } as const,
  remplacant: { role: 'chef-de-service' } as const,
  autres,
})

describe('une absence', () => {
  it('se saisit, même commencée, même d’un jour', () => {
    expect(refusDAbsence(absence(), situation())).toBeNull()
    expect(refusDAbsence(absence({ du: '2026-01-02', au: '2026-01-05' }), situation())).toBeNull()
    expect(refusDAbsence(absence({ du: '2026-01-05', au: '2026-01-05' }), situation())).toBeNull()
  })

  it.each<[string, Partial<AbsencePrevue>, readonly AbsencePrevue[], CodeDeRefusDAbsence]>([
    ['finit avant de commencer', { au: '2026-01-11' }, [], 'dates-inversees'],
    ['est déjà finie', { du: '2026-01-02', au: '2026-01-04' }, [], 'deja-finie'],
    ['dure plus d’un an', { au: '2027-01-06' }, [], 'trop-longue'],
    ['a pour remplaçant l’absent', { remplacantId: 'lea' }, [], 'remplacant-soi-meme'],
    ['en chevauche une autre', {}, [absence({ du: '2026-01-16', au: '2026-01-20' })], 'deja-absent'],
    [
      'a un remplaçant lui-même absent',
      {},
      [absence({ agentId: 'hugo', remplacantId: 'ines', du: '2026-01-15', au: '2026-01-30' })],
      'remplacant-absent',
    ],
    [
      'laisse seul quelqu’un que l’absent remplace',
      {},
      [absence({ agentId: 'ines', remplacantId: 'lea', du: '2026-01-10', au: '2026-01-12' })],
      'remplace-deja',
    ],
  ])('est refusée quand elle %s', (_quoi, plus, autres, attendu) =>
    expect(refusDAbsence(absence(plus), situation(autres))?.code).toBe(attendu),
  )

  it('peut suivre une autre de la veille', () =>
    expect(refusDAbsence(absence(), situation([absence({ du: '2026-01-08', au: '2026-01-11' })]))).toBeNull())

  it('n’est tenue ni par un inconnu, ni par quelqu’un d’un autre métier', () => {
    for (const remplacant of [null, { role: 'charge' } as const])
      expect(refusDAbsence(absence(), { ...situation(), remplacant })?.code).toBe('remplacant-inconnu')
    const charges = { agent: { role: 'charge' }, remplacant: { role: 'responsable' } } as const
    expect(refusDAbsence(absence(), { ...situation(), ...charges })).toBeNull()
  })
})
