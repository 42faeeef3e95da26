import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALENDRIERS, estOuvre, METROPOLE, obtenirCalendrier } from './calendrier.ts'
import { compterDelai } from './conventions.ts'
import type { Delai, Prolongation, Suspension } from './delai.ts'
import { ajouterJours, ajouterMois, jourCivil, joursEntre } from './jour-civil.ts'

const ouvres = (nombre: number): Delai => ({ convention: 'OUVRES', duree: { nombre, unite: 'jour' } })
const jours = (nombre: number): Delai => ({ convention: 'CAL_D', duree: { nombre, unite: 'jour' } })
const mois = (nombre: number, convention: 'CAL_M' | 'FRANC_M' | 'EU_1182' = 'CAL_M'): Delai => ({
  convention,
  duree: { nombre, unite: 'mois' },
})
const heures = (nombre: number): Delai => ({ convention: 'H', duree: { nombre, unite: 'heure' } })

function compter(delai: Delai, depart: string, options: Options = {}) {
  const { calendrier = 'metropole', ...reste } = options
  return compterDelai({
    delai,
    depart: jourCivil(depart),
    calendrier: obtenirCalendrier(calendrier),
    fuseau: 'Europe/Paris',
    ...reste,
  })
}

interface Options {
  calendrier?: string
  departA?: string
  suspensions?: readonly Suspension[]
  prolongations?: readonly Prolongation[]
}

function suspension(du: string, au: string | null): Suspension {
  return {
    du: jourCivil(du),
    au: au === null ? null : jourCivil(au),
    motif: 'pièces manquantes demandées',
    article: 'CRPA, art. L. 114-5',
  }
}

const unJour = fc.integer({ min: 0, max: 5000 }).map((n) => ajouterJours(jourCivil('2024-01-01'), n))

describe('les exemples de calcul de l’étude juridique', () => {
  it.each([
    [
      '1. accusé d’enregistrement d’un formulaire du lundi 5 janvier 2026',
      ouvres(1),
      '2026-01-05',
      '2026-01-06',
    ],
    ['1. accusé de réception électronique du même formulaire', ouvres(10), '2026-01-05', '2026-01-19'],
    ['3. compte rendu de la médiation du vendredi 20 février 2026', jours(8), '2026-02-20', '2026-02-28'],
    ['5. dossier de moins de cinq ans demandé le lundi 2 mars 2026', jours(8), '2026-03-02', '2026-03-10'],
    [
      '7. dossier de 2018 demandé le 31 décembre 2025 : il n’y a pas de 31 février',
      mois(2),
      '2025-12-31',
      '2026-02-28',
    ],
    ['9. pièce d’identité manquante, lecture stricte', jours(8), '2026-02-03', '2026-02-11'],
    [
      '9. pièce d’identité manquante, lecture depuis le dossier complet',
      jours(8),
      '2026-02-16',
      '2026-02-24',
    ],
    ['9. refus implicite, lecture stricte', mois(1), '2026-02-03', '2026-03-03'],
    ['11. demande d’un ayant droit du lundi 9 mars 2026', jours(8), '2026-03-09', '2026-03-17'],
    ['13. vingt ans après le dernier séjour du 3 février 2010', mois(240), '2010-02-03', '2030-02-03'],
    ['13. vingt-huitième anniversaire', mois(336), '2004-10-10', '2032-10-10'],
    ['15. silence sur une demande indemnitaire reçue le 8 janvier 2026', mois(2), '2026-01-08', '2026-03-08'],
    ['15. recours, le 8 mai férié puis samedi 9', mois(2, 'FRANC_M'), '2026-03-08', '2026-05-11'],
    ['17. décision notifiée le jeudi 30 avril 2026', mois(2, 'FRANC_M'), '2026-04-30', '2026-07-01'],
    ['19b. avis de la CCI, dossier complet le 10 novembre 2025', mois(6), '2025-11-10', '2026-05-10'],
    ['19c. offre de l’assureur, avis reçu le 18 mai 2026', mois(4), '2026-05-18', '2026-09-18'],
    ['19c. paiement, acceptation du 30 septembre 2026', mois(1), '2026-09-30', '2026-10-30'],
    ['19c. offre de l’ONIAM, demande reçue le 21 septembre 2026', mois(4), '2026-09-21', '2027-01-21'],
    ['21. entretien sur un dommage découvert le 16 mars 2026', jours(15), '2026-03-16', '2026-03-31'],
    ['23. silence sur une demande de dossier du 14 janvier 2026', mois(1), '2026-01-14', '2026-02-14'],
    ['23. saisine de la CADA', mois(2), '2026-02-14', '2026-04-14'],
    ['23. avis de la CADA enregistré le 20 mars 2026', mois(1), '2026-03-20', '2026-04-20'],
    ['23. confirmation du refus', mois(2), '2026-03-20', '2026-05-20'],
    ['23. recours', mois(2, 'FRANC_M'), '2026-05-20', '2026-07-21'],
    ['25. second volet d’un EIGS déclaré le 10 février 2026', mois(3), '2026-02-10', '2026-05-10'],
    [
      '27. rejet notifié le 2 février 2026, calendrier national',
      mois(2, 'FRANC_M'),
      '2026-02-02',
      '2026-04-03',
    ],
    ['29. dossier psychiatrique demandé le 30 juin 2026', mois(2), '2026-06-30', '2026-08-30'],
  ])('%s', (_titre, delai, depart, attendu) => {
    expect(compter(delai, depart).limiteLe).toBe(attendu)
  })

  it('27. à Strasbourg, le Vendredi saint puis le lundi de Pâques reportent au mardi 7 avril 2026', () => {
    const resultat = compter(mois(2, 'FRANC_M'), '2026-02-02', { calendrier: 'alsace-moselle' })
    expect(resultat.limiteLe).toBe('2026-04-07')
  })

  it('9. refus implicite suspendu du 5 au 16 février : onze jours de plus, le samedi 14 mars', () => {
    const resultat = compter(mois(1), '2026-02-03', { suspensions: [suspension('2026-02-05', '2026-02-16')] })
    expect(resultat.limiteLe).toBe('2026-03-14')
  })

  it('5. la fenêtre des 48 heures ouvre le mercredi 4 mars 2026 à 10 heures', () => {
    const resultat = compter(heures(48), '2026-03-02', { departA: '2026-03-02T09:00:00Z' })
    expect(resultat).toMatchObject({ limiteLe: '2026-03-04', limiteA: '2026-03-04T09:00:00.000Z' })
  })
})

describe('les heures se comptent écoulées', () => {
  it.each([
    [
      'au passage à l’heure d’été, 48 heures finissent une heure plus tard à l’horloge',
      '2026-03-28',
      '2026-03-28T10:00:00+01:00',
      '2026-03-30T11:00:00+02:00',
    ],
    [
      'au passage à l’heure d’hiver, une heure plus tôt',
      '2026-10-24',
      '2026-10-24T10:00:00+02:00',
      '2026-10-26T09:00:00+01:00',
    ],
  ])('%s', (_titre, depart, departA, terme) => {
    const resultat = compter(heures(48), depart, { departA })
    expect(resultat.limiteA).toBe(new Date(terme).toISOString())
  })

  it('sans heure connue, le délai part du début du jour et l’explication le dit', () => {
    const resultat = compter(heures(72), '2026-03-28')
    expect(resultat.limiteA).toBe('2026-03-30T23:00:00.000Z')
    expect(resultat.limiteLe).toBe('2026-03-31')
    expect(resultat.comptage).toMatchObject({
      etapes: [{ motif: 'declencheur', heureInconnue: true }, { motif: 'duree' }, { motif: 'terme' }],
    })
  })
})

describe('l’explication jour par jour', () => {
  it('nomme chaque jour de l’exemple 1', () => {
    const { comptage } = compter(ouvres(10), '2026-01-05')
    expect(comptage.nature === 'jours' && comptage.jours.map((j) => [j.jour, j.rang ?? j.motif])).toEqual([
      ['2026-01-05', 'declencheur'],
      ['2026-01-06', 1],
      ['2026-01-07', 2],
      ['2026-01-08', 3],
      ['2026-01-09', 4],
      ['2026-01-10', 'samedi'],
      ['2026-01-11', 'dimanche'],
      ['2026-01-12', 5],
      ['2026-01-13', 6],
      ['2026-01-14', 7],
      ['2026-01-15', 8],
      ['2026-01-16', 9],
      ['2026-01-17', 'samedi'],
      ['2026-01-18', 'dimanche'],
      ['2026-01-19', 10],
    ])
  })

  it('nomme le jour férié qui ne compte pas', () => {
    const { comptage } = compter(ouvres(1), '2026-05-13')
    expect(comptage).toEqual({
      nature: 'jours',
      jours: [
        { jour: '2026-05-13', compte: false, motif: 'declencheur' },
        { jour: '2026-05-14', compte: false, motif: 'ferie', ferie: 'ascension' },
        { jour: '2026-05-15', compte: true, rang: 1, motif: 'terme' },
      ],
    })
  })

  it('compte le samedi en jours ouvrables', () => {
    const delai: Delai = { convention: 'OUVRABLES', duree: { nombre: 5, unite: 'jour' } }
    expect(compter(delai, '2026-01-05').limiteLe).toBe('2026-01-10')
    expect(compter(delai, '2026-08-10').limiteLe).toBe('2026-08-17')
  })

  it('donne les étapes d’un délai en mois : le mois sans quantième, le franc, le report', () => {
    const { comptage } = compter(mois(2, 'FRANC_M'), '2025-12-31')
    expect(comptage.nature === 'etapes' && comptage.etapes).toEqual([
      { motif: 'declencheur', jour: '2025-12-31' },
      { motif: 'duree', jour: '2026-02-28', nombre: 2, unite: 'mois', dernierJourDuMois: true },
      { motif: 'franc', jour: '2026-03-01' },
      { motif: 'report', jour: '2026-03-02', cause: 'dimanche' },
      { motif: 'terme', jour: '2026-03-02' },
    ])
  })

  it('donne les étapes d’un long délai en jours plutôt que chaque jour', () => {
    const { comptage, limiteLe } = compter(jours(90), '2026-01-01')
    expect(limiteLe).toBe('2026-04-01')
    expect(comptage.nature === 'etapes' && comptage.etapes.map((e) => e.motif)).toEqual([
      'declencheur',
      'duree',
      'terme',
    ])
  })

  it('ne donne pas de date quand le texte n’en fixe pas', () => {
    expect(compter({ convention: 'ASAP', duree: null }, '2026-01-05')).toEqual({
      limiteLe: null,
      limiteA: null,
      suspenduDepuis: null,
      comptage: { nature: 'sans-date-legale' },
    })
  })
})

describe('le RGPD reporte au jour ouvré suivant', () => {
  it.each([
    ['2026-01-15', '2026-02-16'],
    ['2026-04-08', '2026-05-11'],
    ['2026-01-31', '2026-03-02'],
  ])('demande du %s : au plus tard le %s', (depart, attendu) => {
    expect(compter(mois(1, 'EU_1182'), depart).limiteLe).toBe(attendu)
  })

  it('deux mois de plus se comptent depuis la demande', () => {
    const prolongations: readonly Prolongation[] = [
      { duree: { nombre: 2, unite: 'mois' }, motif: 'demande complexe', article: 'RGPD, art. 12, § 3' },
    ]
    expect(compter(mois(1, 'EU_1182'), '2026-01-31', { prolongations }).limiteLe).toBe('2026-04-30')
  })
})

describe('un délai suspendu', () => {
  it('n’a pas de date limite tant que la suspension dure', () => {
    for (const delai of [ouvres(10), jours(8), mois(2)]) {
      const resultat = compter(delai, '2026-02-03', { suspensions: [suspension('2026-02-05', null)] })
      expect(resultat).toMatchObject({ limiteLe: null, suspenduDepuis: '2026-02-05' })
    }
  })

  it('ne compte pas les jours suspendus, et le dit', () => {
    const { limiteLe, comptage } = compter(jours(8), '2026-02-03', {
      suspensions: [suspension('2026-02-05', '2026-02-16')],
    })
    expect(limiteLe).toBe('2026-02-22')
    expect(
      comptage.nature === 'jours' && comptage.jours.filter((j) => j.motif === 'suspension'),
    ).toHaveLength(11)
  })

  it('une suspension ouverte après le terme est sans effet', () => {
    const resultat = compter(jours(8), '2026-02-03', { suspensions: [suspension('2026-02-12', null)] })
    expect(resultat.limiteLe).toBe('2026-02-11')
  })

  it.each([
    ['le jour même du terme repousse encore', '2026-03-03', '2026-03-10', '2026-03-10'],
    ['le lendemain du terme n’y change rien', '2026-03-04', '2026-03-10', '2026-03-03'],
    ['le jour du déclenchement ne retire que les jours suivants', '2026-02-03', '2026-02-16', '2026-03-15'],
    ['avant le déclenchement, de même', '2026-01-20', '2026-02-16', '2026-03-15'],
  ])('une suspension ouverte %s', (_titre, du, au, attendu) => {
    expect(compter(mois(1), '2026-02-03', { suspensions: [suspension(du, au)] }).limiteLe).toBe(attendu)
  })

  it('une suspension comprise dans une autre ne la raccourcit pas', () => {
    const suspensions = [suspension('2026-02-05', '2026-02-16'), suspension('2026-02-07', '2026-02-09')]
    expect(compter(mois(1), '2026-02-03', { suspensions }).limiteLe).toBe('2026-03-14')
  })

  it('deux suspensions qui se recouvrent n’en font qu’une', () => {
    const suspensions = [suspension('2026-02-05', '2026-02-12'), suspension('2026-02-10', '2026-02-16')]
    expect(compter(mois(1), '2026-02-03', { suspensions }).limiteLe).toBe('2026-03-14')
  })

  it('repousse le terme d’autant de jours qu’elle en retire, en jours comme en mois', () => {
    fc.assert(
      fc.property(
        unJour,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 90 }),
        (depart, debut, duree) => {
          const du = ajouterJours(depart, debut)
          const suspensions = [suspension(du, ajouterJours(du, duree))]
          for (const delai of [jours(8), mois(1)]) {
            const avant = compter(delai, depart).limiteLe
            const apres = compter(delai, depart, { suspensions }).limiteLe
            expect(avant !== null && apres !== null && joursEntre(avant, apres)).toBe(duree)
          }
        },
      ),
    )
  })
})

describe('ce qui vaut pour toute date', () => {
  it('dix jours ouvrés comptent dix jours ouvrés, terme compris, dans tous les calendriers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALENDRIERS), unJour, (calendrier, depart) => {
        const { limiteLe } = compter(ouvres(10), depart, { calendrier: calendrier.code })
        if (limiteLe === null) throw new Error('no limit date')
        const tous = Array.from({ length: joursEntre(depart, limiteLe) }, (_, i) =>
          ajouterJours(depart, i + 1),
        )
        expect(tous.filter((jour) => estOuvre(calendrier, jour))).toHaveLength(10)
        expect(estOuvre(calendrier, limiteLe)).toBe(true)
      }),
    )
  })

  it('le délai franc finit un jour ouvré, au plus tôt le lendemain du quantième', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 1, max: 12 }), (depart, n) => {
        const { limiteLe } = compter(mois(n, 'FRANC_M'), depart)
        expect(limiteLe !== null && limiteLe > ajouterMois(depart, n) && estOuvre(METROPOLE, limiteLe)).toBe(
          true,
        )
      }),
    )
  })

  it('huit jours finissent toujours après quarante-huit heures', () => {
    fc.assert(
      fc.property(unJour, (depart) => {
        const latest = compter(jours(8), depart).limiteLe
        const earliest = compter(heures(48), depart, { departA: `${depart}T23:30:00+01:00` }).limiteLe
        expect(latest !== null && earliest !== null && latest > earliest).toBe(true)
      }),
    )
  })

  it('refuse une durée nulle, une fraction, et ce que la convention ne connaît pas', () => {
    expect(() => compter(jours(0), '2026-01-05')).toThrow(RangeError)
    expect(() => compter(mois(1.5), '2026-01-05')).toThrow(RangeError)
    const enMois: readonly Prolongation[] = [
      { duree: { nombre: 1, unite: 'mois' }, motif: 'm', article: 'a' },
    ]
    expect(() => compter(jours(8), '2026-01-05', { prolongations: enMois })).toThrow(RangeError)
    expect(() =>
      compter(heures(48), '2026-01-05', { suspensions: [suspension('2026-01-05', null)] }),
    ).toThrow(RangeError)
  })
})
