import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculerEcheances } from './calculer.ts'
import { METROPOLE, obtenirCalendrier } from './calendrier.ts'
import type { Echeance } from './echeance.ts'
import type { CodeDeFait, Fait } from './faits.ts'
import { ajouterJours, jourCivil } from './jour-civil.ts'
import { reglagesEnVigueur, type ValeursDeReglages } from './reglages.ts'
import { REGLES_DES_ACCUSES } from './regles/accuses-de-reception.ts'
import { REGLES } from './regles/registre.ts'
import type { CodeDeRegle, Regle } from './regles/regle.ts'

let rang = 0
function fait(code: CodeDeFait, survenuLe: string, reste: Partial<Fait> = {}): Fait {
  rang += 1
  return { id: `fait-${rang}`, code, survenuLe: jourCivil(survenuLe), ...reste }
}

function calculer(
  faits: readonly Fait[],
  regles: readonly Regle[] = REGLES,
  choix: Partial<ValeursDeReglages> = {},
) {
  return calculerEcheances({
    faits,
    regles,
    calendrier: METROPOLE,
    fuseau: 'Europe/Paris',
    reglages: reglagesEnVigueur(choix),
  })
}

function obtenir(echeances: readonly Echeance[], code: CodeDeRegle): Echeance {
  const trouvee = echeances.find((e) => e.code === code)
  if (trouvee === undefined) throw new Error(`no ${code}`)
  return trouvee
}

/** A rule of the tests only: eight days from receipt, that may stop, be lengthened or be neutralised. */
const REGLE_D_ESSAI: Regle = {
  ...REGLES_DES_ACCUSES[1],
  code: 'D99',
  convention: 'CAL_D',
  duree: { nombre: 8, unite: 'jour' },
  sansObjetPar: [],
  neutraliseePar: [{ fait: 'demande-transmise', motif: 'la personne a refusé' }],
  suspension: {
    debut: 'accuse-enregistrement-envoye',
    fin: 'copie-remise',
    motif: 'pièces manquantes demandées',
    article: 'CRPA, art. L. 114-5',
  },
  prolongation: {
    fait: 'saisine-mediateur-notifiee',
    duree: { nombre: 7, unite: 'jour' },
    motif: 'demande complexe',
    article: 'CRPA, art. L. 114-5',
  },
}

describe('une réclamation reçue par formulaire le lundi 5 janvier 2026', () => {
  const recue = fait('reception-electronique', '2026-01-05')

  it('appelle l’accusé d’enregistrement pour le 6, l’accusé de réception pour le 19 et une réponse', () => {
    const echeances = calculer([recue])
    expect(
      echeances.map(({ code, limiteLe, cibleLe, cibleEstInterne, etat }) => [
        code,
        limiteLe,
        cibleLe,
        cibleEstInterne,
        etat,
      ]),
    ).toEqual([
      ['D01', '2026-01-06', '2026-01-06', false, 'ouverte'],
      ['D02', '2026-01-19', '2026-01-19', false, 'ouverte'],
      ['D05', null, '2026-02-04', true, 'ouverte'],
    ])
    expect(echeances[0]?.declencheur).toEqual({
      faitId: recue.id,
      code: 'reception-electronique',
      survenuLe: '2026-01-05',
    })
  })

  it('est tenue quand l’accusé part, le jour où il part', () => {
    const envoi = fait('accuse-reception-electronique-envoye', '2026-01-12')
    const d02 = obtenir(calculer([recue, envoi]), 'D02')
    expect(d02).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-12', limiteLe: '2026-01-19' })
    expect(d02.regleePar?.faitId).toBe(envoi.id)
  })

  it('est tenue quand l’accusé part le jour même de la réception', () => {
    const d02 = obtenir(calculer([recue, fait('accuse-reception-electronique-envoye', '2026-01-05')]), 'D02')
    expect(d02).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-05' })
  })

  it('est tenue aussi hors délai : ce qui est fait est fait', () => {
    const d02 = obtenir(calculer([recue, fait('accuse-reception-electronique-envoye', '2026-02-02')]), 'D02')
    expect(d02).toMatchObject({ etat: 'tenue', tenueLe: '2026-02-02', limiteLe: '2026-01-19' })
  })

  it('l’accusé d’enregistrement est sans objet quand l’accusé de réception part dans le même délai', () => {
    const d01 = obtenir(calculer([recue, fait('accuse-reception-electronique-envoye', '2026-01-06')]), 'D01')
    expect(d01.etat).toBe('sans-objet')
    expect(d01.explication.motifDeSortie).toContain('dans le même délai')
  })

  it('l’accusé d’enregistrement n’est plus à envoyer quand l’accusé de réception est parti trop tard, sans être tenu', () => {
    const d01 = obtenir(calculer([recue, fait('accuse-reception-electronique-envoye', '2026-01-07')]), 'D01')
    expect(d01).toMatchObject({ etat: 'neutralisee', tenueLe: null, limiteLe: '2026-01-06' })
    expect(d01.explication.motifDeSortie).toContain('hors de ce délai')
  })

  it('aucun accusé n’est dû pour un envoi abusif ; la réponse, si', () => {
    const echeances = calculer([recue, fait('demande-abusive', '2026-01-06')])
    expect(echeances.map(({ code, etat }) => [code, etat])).toEqual([
      ['D01', 'sans-objet'],
      ['D02', 'sans-objet'],
      ['D05', 'ouverte'],
    ])
  })

  it('informer la personne de la saisine du médiateur tient lieu de réponse', () => {
    const d05 = obtenir(calculer([recue, fait('saisine-mediateur-notifiee', '2026-01-20')]), 'D05')
    expect(d05).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-20' })
  })

  it('un accusé antérieur à la réception ne règle rien', () => {
    const d02 = obtenir(calculer([recue, fait('accuse-reception-electronique-envoye', '2026-01-04')]), 'D02')
    expect(d02.etat).toBe('ouverte')
  })
})

describe('les autres canaux', () => {
  it('un courrier papier appelle un accusé sans date légale, et un objectif du service', () => {
    const echeances = calculer([fait('reception-papier', '2026-01-09')])
    expect(
      echeances.map(({ code, limiteLe, cibleLe, cibleEstInterne }) => [
        code,
        limiteLe,
        cibleLe,
        cibleEstInterne,
      ]),
    ).toEqual([
      ['D03', null, '2026-01-13', true],
      ['D05', null, '2026-02-06', true],
    ])
  })

  it('une réclamation orale consignée un dimanche appelle la remise de la copie le jour même', () => {
    const d04 = obtenir(calculer([fait('consignation-orale', '2026-01-11')]), 'D04')
    expect(d04).toMatchObject({ limiteLe: null, cibleLe: '2026-01-11', cibleEstInterne: true })
  })

  it('l’établissement choisit son objectif de réponse', () => {
    const faits = [fait('reception-papier', '2026-01-05')]
    const d05 = obtenir(calculer(faits, REGLES, { 'echeances.cible-reponse-reclamation': 45 }), 'D05')
    expect(d05.cibleLe).toBe('2026-02-19')
  })

  it('un fait sans conséquence juridique n’appelle rien', () => {
    expect(calculer([{ id: 'x', code: 'note-ajoutee', survenuLe: jourCivil('2026-01-05') }])).toEqual([])
  })
})

describe('plusieurs envois', () => {
  const premier = fait('reception-electronique', '2026-01-05')
  const second = fait('reception-electronique', '2026-01-07')

  it('chacun appelle son accusé', () => {
    expect(
      calculer([premier, second])
        .filter(({ code }) => code === 'D02')
        .map((e) => e.limiteLe),
    ).toEqual(['2026-01-19', '2026-01-21'])
  })

  it('un accusé postérieur aux deux règle les deux', () => {
    const echeances = calculer([premier, second, fait('accuse-reception-electronique-envoye', '2026-01-08')])
    expect(echeances.filter(({ code, etat }) => code === 'D02' && etat === 'tenue')).toHaveLength(2)
  })

  it('un accusé qui ne concerne que le premier laisse le second ouvert', () => {
    const envoi = fait('accuse-reception-electronique-envoye', '2026-01-08', { concerne: premier.id })
    const echeances = calculer([premier, second, envoi]).filter(({ code }) => code === 'D02')
    expect(echeances.map(({ etat }) => etat)).toEqual(['tenue', 'ouverte'])
  })
})

describe('une rectification', () => {
  const recue = fait('reception-electronique', '2026-01-05')

  it('remplace le fait : les dates repartent du bon jour', () => {
    const rectifiee = fait('reception-electronique', '2026-01-02', { rectifie: recue.id })
    const d02 = calculer([recue, rectifiee]).filter(({ code }) => code === 'D02')
    expect(d02.map((e) => [e.declencheur.faitId, e.limiteLe])).toEqual([[rectifiee.id, '2026-01-16']])
  })

  it('une rectification de la rectification l’emporte', () => {
    const a = fait('reception-electronique', '2026-01-02', { rectifie: recue.id })
    const b = fait('reception-electronique', '2026-01-06', { rectifie: a.id })
    expect(calculer([recue, a, b]).map((e) => e.declencheur.faitId)).toEqual([b.id, b.id, b.id])
  })

  it('deux rectifications du même fait : la dernière enregistrée l’emporte', () => {
    const a = fait('reception-electronique', '2026-01-02', { rectifie: recue.id })
    const b = fait('reception-electronique', '2026-01-06', { rectifie: recue.id })
    expect(new Set(calculer([recue, a, b]).map((e) => e.declencheur.faitId))).toEqual(new Set([b.id]))
  })

  it('un fait annulé n’a jamais eu lieu', () => {
    expect(
      calculer([recue, fait('reception-electronique', '2026-01-05', { rectifie: recue.id, annule: true })]),
    ).toEqual([])
  })

  it('un envoi annulé rouvre l’échéance', () => {
    const envoi = fait('accuse-reception-electronique-envoye', '2026-01-08')
    const annulation = fait('accuse-reception-electronique-envoye', '2026-01-08', {
      rectifie: envoi.id,
      annule: true,
    })
    expect(obtenir(calculer([recue, envoi, annulation]), 'D02').etat).toBe('ouverte')
  })

  it('ce qui concernait le fait rectifié concerne sa rectification', () => {
    const rectifiee = fait('reception-electronique', '2026-01-06', { rectifie: recue.id })
    const envoi = fait('accuse-reception-electronique-envoye', '2026-01-08', { concerne: recue.id })
    expect(obtenir(calculer([recue, rectifiee, envoi]), 'D02').etat).toBe('tenue')
  })

  it('deux faits qui se rectifient l’un l’autre sont une erreur', () => {
    const a = fait('reception-electronique', '2026-01-02', { id: 'a', rectifie: 'b' })
    const b = fait('reception-electronique', '2026-01-02', { id: 'b', rectifie: 'a' })
    expect(() => calculer([a, b])).toThrow('rectify each other')
  })
})

describe('une réclamation rouverte', () => {
  const recue = fait('reception-papier', '2026-01-05')
  const repondue = fait('reponse-envoyee', '2026-01-20')
  const reponses = (faits: readonly Fait[]) =>
    calculer(faits)
      .filter(({ code }) => code === 'D05')
      .map(({ declencheur, etat, tenueLe, cibleLe }) => [declencheur.survenuLe, etat, tenueLe ?? cibleLe])

  it.each([
    [
      'après une réponse',
      [repondue, fait('reclamation-rouverte', '2026-03-02')],
      'tenue',
      '2026-01-20',
      '2026-03-02',
    ],
    [
      'le jour même de la réponse',
      [repondue, fait('reclamation-rouverte', '2026-01-20')],
      'tenue',
      '2026-01-20',
      '2026-01-20',
    ],
    [
      'après un retrait',
      [fait('reclamation-retiree', '2026-01-20'), fait('reclamation-rouverte', '2026-01-20')],
      'sans-objet',
      '2026-02-04',
      '2026-01-20',
    ],
  ] as const)(
    '%s attend une nouvelle réponse, la première gardant sa date',
    (_cas, suite, etat, jour, rouverteLe) => {
      const [premiere, seconde] = reponses([recue, ...suite])
      expect(premiere).toEqual(['2026-01-05', etat, jour])
      expect(seconde?.slice(0, 2)).toEqual([rouverteLe, 'ouverte'])
    },
  )

  it('est tenue par la réponse qui suit, même le jour de la réouverture', () => {
    const faits = [
      recue,
      repondue,
      fait('reclamation-rouverte', '2026-03-02'),
      fait('reponse-envoyee', '2026-03-02'),
    ]
    expect(reponses(faits)).toEqual([
      ['2026-01-05', 'tenue', '2026-01-20'],
      ['2026-03-02', 'tenue', '2026-03-02'],
    ])
  })

  it('garde à l’accusé sa date quand la réception est corrigée au même jour que lui', () => {
    const envoi = fait('accuse-reception-papier-envoye', '2026-01-06')
    const corrigee = fait('reception-papier', '2026-01-06', { rectifie: recue.id })
    expect(obtenir(calculer([recue, envoi, corrigee]), 'D03')).toMatchObject({
      etat: 'tenue',
      tenueLe: '2026-01-06',
    })
  })
})

describe('une réclamation transmise', () => {
  const recue = fait('reception-electronique', '2026-01-05')

  it('n’attend plus rien d’ici : ni accusé, ni réponse', () => {
    const echeances = calculer([recue, fait('demande-transmise', '2026-01-08')])
    for (const code of ['D02', 'D05'] as const) expect(obtenir(echeances, code).etat).toBe('sans-objet')
  })

  it('part sans attendre, et chaque transmission se compte à part', () => {
    const a = fait('transmission-preparee', '2026-01-06')
    const b = fait('transmission-preparee', '2026-01-07')
    const echeances = calculer([recue, a, b, fait('transmission-envoyee', '2026-01-08', { concerne: b.id })])
    expect(
      echeances
        .filter(({ code }) => code === 'D55')
        .map(({ declencheur, etat }) => [declencheur.faitId, etat]),
    ).toEqual([
      [a.id, 'ouverte'],
      [b.id, 'tenue'],
    ])
  })

  it('par l’ARS se règle pour le jour que l’ARS a écrit, tel quel', () => {
    const demande = fait('explications-demandees-par-l-ars', '2026-01-08', {
      jusquAu: jourCivil('2026-02-08'),
    })
    const d56 = obtenir(calculer([recue, demande]), 'D56')
    expect(d56).toMatchObject({ limiteLe: '2026-02-08', cibleLe: '2026-02-06', etat: 'ouverte' })
    const tenue = obtenir(calculer([recue, demande, fait('explications-envoyees', '2026-02-03')]), 'D56')
    expect(tenue).toMatchObject({ etat: 'tenue', tenueLe: '2026-02-03' })
  })
})

describe('suspension, prolongation et neutralisation', () => {
  const recue = fait('reception-electronique', '2026-02-03')
  const demande = fait('accuse-enregistrement-envoye', '2026-02-05')

  it('sans date limite tant que les pièces manquent', () => {
    const echeance = obtenir(calculer([recue, demande], [REGLE_D_ESSAI]), 'D99')
    expect(echeance).toMatchObject({ etat: 'suspendue', limiteLe: null, cibleLe: null })
    expect(echeance.explication.suspenduDepuis).toBe('2026-02-05')
  })

  it('reprend quand les pièces arrivent', () => {
    const recues = fait('copie-remise', '2026-02-16')
    const echeance = obtenir(calculer([recue, demande, recues], [REGLE_D_ESSAI]), 'D99')
    expect(echeance).toMatchObject({ etat: 'ouverte', limiteLe: '2026-02-22', cibleLe: '2026-02-20' })
  })

  it('reprend au plus tard au terme du délai imparti, même sans les pièces', () => {
    const avecTerme = { ...demande, jusquAu: jourCivil('2026-02-10') }
    expect(obtenir(calculer([recue, avecTerme], [REGLE_D_ESSAI]), 'D99').limiteLe).toBe('2026-02-17')
    const tard = fait('copie-remise', '2026-02-16')
    expect(obtenir(calculer([recue, avecTerme, tard], [REGLE_D_ESSAI]), 'D99').limiteLe).toBe('2026-02-17')
  })

  it('est prolongée une seule fois', () => {
    const faits = [
      recue,
      fait('saisine-mediateur-notifiee', '2026-02-06'),
      fait('saisine-mediateur-notifiee', '2026-02-07'),
    ]
    expect(obtenir(calculer(faits, [REGLE_D_ESSAI]), 'D99').limiteLe).toBe('2026-02-18')
  })

  it('est neutralisée par le refus de la personne, pas en retard', () => {
    const echeance = obtenir(
      calculer([recue, fait('demande-transmise', '2026-03-01')], [REGLE_D_ESSAI]),
      'D99',
    )
    expect(echeance).toMatchObject({ etat: 'neutralisee', limiteLe: '2026-02-11' })
  })
})

describe('la version de la règle', () => {
  const ancienne: Regle = { ...REGLE_D_ESSAI, valideDu: '2016-11-07', valideAu: '2026-06-30' }
  const nouvelle: Regle = {
    ...REGLE_D_ESSAI,
    valideDu: '2026-07-01',
    convention: 'CAL_D',
    duree: { nombre: 15, unite: 'jour' },
  }

  it.each([
    ['2026-06-30', '2026-07-08'],
    ['2026-07-01', '2026-07-16'],
    ['2016-11-06', undefined],
  ])('est celle du jour du déclenchement : %s donne %s', (jour, limite) => {
    const echeances = calculer([fait('reception-electronique', jour)], [ancienne, nouvelle])
    expect(echeances.map((e) => e.limiteLe)).toEqual(limite === undefined ? [] : [limite])
  })
})

describe('la date cible', () => {
  it('3. compte rendu attendu le samedi 28 février 2026 : visez le vendredi 27', () => {
    const echeance = obtenir(calculer([fait('reception-electronique', '2026-02-20')], [REGLE_D_ESSAI]), 'D99')
    expect(echeance).toMatchObject({ limiteLe: '2026-02-28', cibleLe: '2026-02-27', cibleEstInterne: false })
  })

  it('reste la date légale quand le dernier jour ouvré précède le déclenchement', () => {
    const unJour: Regle = { ...REGLE_D_ESSAI, convention: 'CAL_D', duree: { nombre: 1, unite: 'jour' } }
    const echeance = obtenir(calculer([fait('reception-electronique', '2026-01-10')], [unJour]), 'D99')
    expect(echeance).toMatchObject({ limiteLe: '2026-01-11', cibleLe: '2026-01-11' })
  })

  it('n’est jamais avant le déclenchement ni après la date légale', () => {
    const unJour = fc.integer({ min: 0, max: 3000 }).map((n) => ajouterJours(jourCivil('2024-01-01'), n))
    const calendriers = fc.constantFrom('metropole', 'alsace-moselle', 'guyane')
    const canaux = fc.constantFrom<CodeDeFait>(
      'reception-electronique',
      'reception-papier',
      'consignation-orale',
    )
    fc.assert(
      fc.property(
        unJour,
        calendriers,
        canaux,
        fc.integer({ min: 1, max: 9 }),
        (jour, calendrier, canal, nombre) => {
          const courte: Regle = { ...REGLE_D_ESSAI, convention: 'CAL_D', duree: { nombre, unite: 'jour' } }
          const echeances = calculerEcheances({
            faits: [fait(canal, jour)],
            regles: [...REGLES, courte],
            calendrier: obtenirCalendrier(calendrier),
            fuseau: 'America/Cayenne',
            reglages: reglagesEnVigueur(),
          })
          expect(echeances.length).toBeGreaterThan(1)
          for (const { cibleLe, limiteLe } of echeances) {
            expect(cibleLe !== null && cibleLe >= jour).toBe(true)
            expect(limiteLe === null || (cibleLe !== null && cibleLe <= limiteLe)).toBe(true)
          }
        },
      ),
    )
  })

  it('un objectif interne plus tôt que la loi l’emporte, un objectif égal ou plus tard ne compte pas', () => {
    const avecObjectif: Regle = { ...REGLES_DES_ACCUSES[1], cibleInterne: 'echeances.cible-accuse-papier' }
    const recue = [fait('reception-electronique', '2026-01-05')]
    expect(obtenir(calculer(recue, [avecObjectif]), 'D02')).toMatchObject({
      cibleLe: '2026-01-07',
      cibleEstInterne: true,
    })
    for (const valeur of [8, 10, 12]) {
      const choix = { 'echeances.cible-accuse-papier': valeur }
      expect(obtenir(calculer(recue, [avecObjectif], choix), 'D02').cibleEstInterne).toBe(valeur < 10)
    }
  })
})

describe('un accusé dont l’auteur est inconnu', () => {
  const recue = fait('reception-papier', '2026-01-05')
  const electronique = fait('reception-electronique', '2026-01-05')
  const inconnu = fait('auteur-inconnu', '2026-01-05')
  const connu = fait('auteur-connu', '2026-02-12')
  const etats = (faits: readonly Fait[]) => calculer(faits).map(({ code, etat }) => `${code} ${etat}`)

  it('est sans objet, et lui seul : la réponse reste à décider', () => {
    expect(etats([recue, inconnu]).toSorted()).toEqual(['D03 sans-objet', 'D05 ouverte'])
    expect(etats([electronique, inconnu]).toSorted()).toEqual([
      'D01 sans-objet',
      'D02 sans-objet',
      'D05 ouverte',
    ])
  })

  it('est de nouveau dû quand l’auteur se fait connaître, compté depuis la réception', () => {
    const d02 = obtenir(calculer([electronique, inconnu, connu]), 'D02')
    expect(d02).toMatchObject({ etat: 'ouverte', limiteLe: '2026-01-19' })
    expect(d02.explication.levee).toEqual({ le: '2026-02-12', motif: 'l’auteur s’est fait connaître' })
    expect(obtenir(calculer([recue, inconnu, connu]), 'D03').etat).toBe('ouverte')
  })

  it('ne l’est plus si l’auteur est retiré, et le redevient : le dernier fait décide', () => {
    const retire = fait('auteur-inconnu', '2026-02-12')
    const revenu = fait('auteur-connu', '2026-03-01')
    expect(obtenir(calculer([recue, inconnu, connu, retire]), 'D03').etat).toBe('sans-objet')
    expect(obtenir(calculer([recue, inconnu, connu, retire, revenu]), 'D03').etat).toBe('ouverte')
  })

  it.each([
    ['plus tard', '2026-01-08'],
    ['plus tôt', '2026-01-02'],
  ])('le reste quand la réception est corrigée : elle était en fait %s', (_cas, jour) => {
    const corrigee = fait('reception-papier', jour, { rectifie: recue.id })
    expect(obtenir(calculer([recue, inconnu, corrigee]), 'D03').etat).toBe('sans-objet')
    expect(obtenir(calculer([recue, inconnu, connu, corrigee]), 'D03').etat).toBe('ouverte')
  })

  it('reste tenu s’il était déjà parti', () => {
    const envoi = fait('accuse-reception-papier-envoye', '2026-01-07')
    const retire = fait('auteur-inconnu', '2026-02-12')
    const d03 = obtenir(calculer([recue, envoi, retire]), 'D03')
    expect([d03.etat, d03.explication.levee]).toEqual(['tenue', null])
  })
})
