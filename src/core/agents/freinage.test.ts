import { describe, expect, it } from 'vitest'
import { cleDeLAdresse, cleDuCompte } from './freinage.ts'

describe('l’adresse comptée', () => {
  it.each([
    ['deux adresses d’un même abonné IPv6', '2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:9', true],
    ['deux écritures de la même adresse', '2001:0db8:0001:0002::1', '2001:db8:1:2::1', true],
    ['deux abonnés IPv6', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['une adresse IPv4 vue de l’IPv6', '::ffff:192.0.2.7', '192.0.2.7', true],
    ['deux adresses IPv4', '192.0.2.7', '192.0.2.8', false],
    ['la machine elle-même et une autre', '::1', '2001:db8::1', false],
  ])('%s', (_titre, a, b, identiques) => {
    expect(cleDeLAdresse(a).equals(cleDeLAdresse(b))).toBe(identiques)
  })

  it('ne se confond pas avec un identifiant', () => {
    expect(cleDuCompte('192.0.2.7').equals(cleDeLAdresse('192.0.2.7'))).toBe(false)
  })
})
