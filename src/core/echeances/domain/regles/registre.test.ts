import { describe, expect, it } from 'vitest'
import { estJourCivil, jourCivil } from '../jour-civil.ts'
import { REGLAGES, refusDeReglage } from '../reglages.ts'
import { REGLES_DES_ACCUSES } from './accuses-de-reception.ts'
import { FAMILLES_DE_REGLES, obtenirRegle, REGLES, trouverRegle } from './registre.ts'
import type { Regle } from './regle.ts'
import { decisionImpliciteLe, departDuSilence, SILENCE_VAUT_REJET } from './silence.ts'

const { source, dateLecture, ...sansLecture } = REGLES_DES_ACCUSES[1]

describe('le registre juridique', () => {
  it('applique D01 à D05, et D55 à D57', () => {
    expect(REGLES.map(({ code }) => code)).toEqual(['D01', 'D02', 'D03', 'D04', 'D05', 'D55', 'D56', 'D57'])
  })

  it('une règle sans source ou sans date de lecture ne compile pas', () => {
    // @ts-expect-error the source is missing
    const sansSource: Regle = { ...sansLecture, dateLecture }
    // @ts-expect-error the date of reading is missing
    const sansDate: Regle = { ...sansLecture, source }
    // @ts-expect-error a source is an address
    const sourceVague: Regle = { ...sansLecture, dateLecture, source: 'Légifrance' }
    // @ts-expect-error a date of reading is a day
    const dateVague: Regle = { ...sansLecture, source, dateLecture: 'avril 2026' }
    // @ts-expect-error months are not counted as jours ouvrés
    const malComptee: Regle = { ...REGLES_DES_ACCUSES[1], duree: { nombre: 2, unite: 'mois' } }
    // @ts-expect-error a text that gives no date needs an internal target
    const sansCible: Regle = { ...REGLES_DES_ACCUSES[2], cibleInterne: null }
    expect([sansSource, sansDate, sourceVague, dateVague, malComptee, sansCible]).toHaveLength(6)
  })

  it.each(REGLES.map((regle) => [regle.code, regle] as const))(
    '%s : ses dates existent et se suivent',
    (_code, regle) => {
      expect(estJourCivil(regle.dateLecture)).toBe(true)
      expect(estJourCivil(regle.valideDu)).toBe(true)
      expect(regle.valideAu === null || regle.valideDu <= regle.valideAu).toBe(true)
      expect(regle.valideDu <= regle.dateLecture).toBe(true)
    },
  )

  it('deux versions d’une même règle ne valent pas le même jour', () => {
    for (const regle of REGLES) {
      const autres = REGLES.filter((r) => r !== regle && r.code === regle.code)
      for (const autre of autres) {
        expect(
          autre.valideDu > (regle.valideAu ?? '9999') || (autre.valideAu ?? '9999') < regle.valideDu,
        ).toBe(true)
      }
    }
  })

  it('ne répète pas en lettres le nombre que porte la durée', () => {
    const nombres = /\b(un|deux|trois|huit|dix|quinze|trente|\d+) (jours?|mois|heures?)\b/i
    for (const { texte, effet } of FAMILLES_DE_REGLES.flatMap(({ regles }) => regles)) {
      expect(texte).not.toMatch(nombres)
      expect(effet).not.toMatch(nombres)
    }
  })

  it('une règle se trouve par son code et le jour du déclenchement', () => {
    expect(obtenirRegle('D02', jourCivil('2026-01-05')).article).toBe('CRPA, art. R. 112-11-2')
    expect(trouverRegle('D02', jourCivil('2016-11-06'))).toBeNull()
    expect(() => obtenirRegle('D98', jourCivil('2026-01-05'))).toThrow('D98')
  })
})

describe('le silence sur une réclamation', () => {
  it.each([
    ['2026-01-05', '2026-03-05'],
    ['2026-01-08', '2026-03-08'],
    ['2025-12-31', '2026-02-28'],
  ])('reçue le %s, elle est réputée rejetée le %s', (recueLe, attendu) => {
    expect(decisionImpliciteLe(jourCivil(recueLe))).toBe(attendu)
    expect(estJourCivil(SILENCE_VAUT_REJET.dateLecture)).toBe(true)
  })

  const recue = jourCivil('2026-01-20')
  const passage = (le: string | null, effet: 'certain' | 'discutable' | 'aucun') => ({
    le: le === null ? null : jourCivil(le),
    effet,
  })
  it.each([
    ['reçue directement', [], '2026-01-20', null],
    ['adressée d’abord à un autre hôpital', [passage('2026-01-05', 'certain')], '2026-01-05', null],
    ['transmise par l’ARS', [passage('2026-01-08', 'discutable')], '2026-01-08', '2026-01-20'],
    ['transmise par un élu', [passage('2026-01-02', 'aucun')], '2026-01-20', null],
    [
      'transmise par l’ARS, qui ne dit pas quand elle l’a reçue',
      [passage(null, 'discutable')],
      '2026-01-20',
      null,
    ],
    [
      'transmise ensuite par l’ARS, qui l’a reçue après',
      [passage('2026-02-02', 'discutable')],
      '2026-01-20',
      null,
    ],
    [
      'passée par un autre hôpital, puis par l’ARS avant lui',
      [passage('2026-01-12', 'certain'), passage('2026-01-05', 'discutable')],
      '2026-01-05',
      '2026-01-12',
    ],
  ] as const)(
    'se compte, pour une réclamation %s, depuis la première administration',
    (_cas, passages, le, autreLectureLe) => {
      expect(departDuSilence(recue, passages)).toEqual({ le, autreLectureLe })
    },
  )
})

describe('les réglages', () => {
  it.each(Object.values(REGLAGES))(
    '$code : sa valeur par défaut est dans ses bornes',
    ({ code, valeurParDefaut }) => {
      expect(refusDeReglage(code, valeurParDefaut)).toBeNull()
    },
  )

  it.each([-1, 0, 91, 30.5])('une cible de réponse de %d jour est refusée', (valeur) => {
    expect(refusDeReglage('echeances.cible-reponse-reclamation', valeur)).toEqual({
      code: 'valeur-hors-bornes',
      min: 1,
      max: 90,
    })
  })
})
