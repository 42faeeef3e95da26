import { describe, expect, it } from 'vitest'
import { delegationDe, peutSigner, type Signataire, signatairesDuJour } from './signataire.ts'

const signataire = (s: Partial<Signataire> = {}): Signataire => ({
  id: 's1',
  agentId: 'a1',
  nom: 'Paul GIRARD',
  qualite: 'Directeur',
  delegation: 'Décision n° 1',
  depuis: '2026-01-01',
  jusquAu: '2026-12-31',
  codes: null,
  closLe: null,
  ...s,
})

describe('une délégation', () => {
  it.each<[string, Partial<Signataire>, string, boolean]>([
    ['vaut son premier jour', {}, '2026-01-01', true],
    ['vaut son dernier jour', {}, '2026-12-31', true],
    ['ne vaut pas la veille', {}, '2025-12-31', false],
    ['ne vaut plus le lendemain', {}, '2027-01-01', false],
    ['vaut sans fin quand il n’y en a pas', { jusquAu: null }, '2099-01-01', true],
    ['ne vaut plus le jour où elle est close', { closLe: '2026-03-03' }, '2026-03-03', false],
    ['valait la veille de sa clôture', { closLe: '2026-03-03' }, '2026-03-02', true],
    ['vaut pour les courriers nommés', { codes: ['lettre'] }, '2026-03-03', true],
    ['ne vaut pas pour les autres', { codes: ['autre'] }, '2026-03-03', false],
  ])('%s', (_cas, s, jour, attendu) => expect(peutSigner(signataire(s), 'lettre', jour)).toBe(attendu))

  it.each<[string, string, readonly string[]]>([
    ['close depuis, se propose pour le jour où elle valait', '2026-03-02', ['close', 'autre']],
    ['donnée après, ne se propose pas', '2026-03-09', ['autre']],
    ['se propose du jour où elle est donnée', '2026-03-10', ['nouvelle', 'autre']],
  ])('%s', (_cas, jour, attendues) => {
    const toutes = [
      signataire({ id: 'close', closLe: '2026-03-05' }),
      signataire({ id: 'nouvelle', depuis: '2026-03-10' }),
      signataire({ id: 'autre', codes: ['lettre'] }),
      signataire({ id: 'ailleurs', codes: ['autre'] }),
    ]
    expect(signatairesDuJour(toutes, 'lettre', jour).map(({ id }) => id)).toEqual(attendues)
  })

  it('est celle de l’agent, la dernière donnée d’abord', () => {
    const deux = [
      signataire(),
      signataire({ id: 's2', qualite: 'Directeur adjoint' }),
      signataire({ id: 's3', agentId: 'a2' }),
    ]
    expect(delegationDe(deux, 'a1', 'lettre', '2026-03-03')?.id).toBe('s2')
    expect(delegationDe(deux, 'a3', 'lettre', '2026-03-03')).toBeNull()
  })
})
