import { describe, expect, it } from 'vitest'
import {
  calculerCle,
  divergencesDe,
  ecrireMatricule,
  grouperMatricule,
  lireMatricule,
  masquerMatricule,
} from './nir.ts'

const lu = (saisi: string) => {
  const lecture = lireMatricule(saisi)
  return 'refus' in lecture ? lecture.refus.code : ecrireMatricule(lecture.matricule)
}

describe('la clé d’un matricule', () => {
  it.each([
    ['2550814168025', '38', 'une métropolitaine'],
    ['1850578006084', '91', 'un métropolitain'],
    ['269054958815780'.slice(0, 13), '80', 'l’exemple de l’Insee'],
    ['2840199109001', calculerAlaMain('2840199109001'), 'née à l’étranger'],
    ['185022A004123', calculerAlaMain('1850219004123'), 'en Corse-du-Sud, 2A compte pour 19'],
    ['285112B033017', calculerAlaMain('2851118033017'), 'en Haute-Corse, 2B compte pour 18'],
    ['1510597411001', calculerAlaMain('1510597411001'), 'à La Réunion'],
  ])('%s a pour clé %s : %s', (numero, cle) => {
    expect(calculerCle(numero)).toBe(cle)
    expect(lu(`${numero}${cle}`)).toBe(`${numero}${cle}`)
  })

  it('a toujours deux chiffres', () => {
    const numeros = Array.from({ length: 400 }, (_, i) =>
      `18505780060${String(i).padStart(2, '0')}`.slice(0, 13),
    )
    for (const numero of numeros) expect(calculerCle(numero)).toMatch(/^(?:0[1-9]|[1-8]\d|9[0-7])$/)
  })

  /** A wrong digit is always caught: 97 is prime. */
  it('change dès qu’un chiffre change', () => {
    const bon = '255081416802538'
    for (let rang = 0; rang < 13; rang += 1) {
      for (const chiffre of '0123456789') {
        const autre = `${bon.slice(0, rang)}${chiffre}${bon.slice(rang + 1)}`
        if (autre !== bon) expect(lu(autre), autre).not.toBe(autre)
      }
    }
  })
})

/** Long division, digit after digit, as on paper. */
function calculerAlaMain(chiffres: string): string {
  let reste = 0
  for (const chiffre of chiffres) reste = (reste * 10 + Number(chiffre)) % 97
  return String(97 - reste).padStart(2, '0')
}

describe('un matricule saisi', () => {
  it.each([
    ['2 55 08 14 168 025 38', '255081416802538'],
    [' 255081416802538 ', '255081416802538'],
    ['2.55.08.14.168.025-38', '255081416802538'],
    ['2\u00a055\u00a008\u00a014\u00a0168\u00a0025\u00a038', '255081416802538'],
    [`185022a004123${calculerAlaMain('1850219004123')}`, `185022A004123${calculerAlaMain('1850219004123')}`],
    [
      `755081416802${'5'}${calculerAlaMain('7550814168025')}`,
      `7550814168025${calculerAlaMain('7550814168025')}`,
    ],
    [
      `25520141680${'25'}${calculerAlaMain('2552014168025')}`,
      `2552014168025${calculerAlaMain('2552014168025')}`,
    ],
  ])('%j se lit %s', (saisi, attendu) => {
    expect(lu(saisi)).toBe(attendu)
  })

  it.each([
    ['', 'longueur'],
    ['2550814168025', 'longueur'],
    ['2550814168025381', 'longueur'],
    ['255081416802539', 'cle'],
    ['255081416802500', 'cle'],
    ['055081416802538', 'forme'],
    ['955081416802538', 'forme'],
    ['25508141680253A', 'forme'],
    ['255082C16802538', 'forme'],
    ['255131416802538', 'mois'],
    ['255001416802538', 'mois'],
    ['255431416802538', 'mois'],
    ['255080016802538', 'departement'],
    ['２５５０８１４１６８０２５３８', 'forme'],
  ])('%j est refusé : %s', (saisi, code) => {
    expect(lu(saisi)).toBe(code)
  })
})

describe('à l’écran', () => {
  it('il se lit par groupes, comme sur une carte', () => {
    expect(grouperMatricule('255081416802538').replaceAll('\u00a0', ' ')).toBe('2 55 08 14 168 025 38')
  })

  it('masqué, il ne dit rien du sexe, de la naissance ni du lieu', () => {
    const masque = masquerMatricule('255081416802538').replaceAll('\u00a0', ' ')
    expect(masque).toBe('• •• •• •• ••• 025 38')
    expect(masque).not.toMatch(/2 55|08|14|168/)
  })
})

describe('ce qui ne dit pas la même chose que la fiche', () => {
  it.each([
    [{ civilite: 'mme', neeLe: '1955-08-20' }, []],
    [{ civilite: '', neeLe: null }, []],
    [{ civilite: 'm', neeLe: '1955-08-20' }, ['civilite']],
    [{ civilite: 'mme', neeLe: '1954-08-20' }, ['annee-de-naissance']],
    [{ civilite: 'mme', neeLe: '1955-09-20' }, ['mois-de-naissance']],
  ] as const)('%j : %j', (personne, attendu) => {
    expect(divergencesDe('255081416802538', personne)).toEqual(attendu)
  })

  it('un mois inconnu de l’état civil n’est pas une divergence', () => {
    expect(divergencesDe('255201416802500', { civilite: 'mme', neeLe: '1955-08-20' })).toEqual([])
  })

  it('un matricule provisoire ne dit rien de la civilité', () => {
    expect(divergencesDe('755081416802500', { civilite: 'm', neeLe: '1955-08-20' })).toEqual([])
  })
})
