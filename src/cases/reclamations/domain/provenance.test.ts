import { describe, expect, it } from 'vitest'
import { NATURES_DE_PROVENANCE } from './model.ts'
import {
  comptePourLeSilence,
  faitDeDemande,
  type Provenance,
  passageEnMots,
  refusDeProvenance,
  silenceDe,
} from './provenance.ts'

const provenance = (p: Partial<Provenance> = {}): Provenance => ({
  nature: 'ars',
  nom: 'ARS Île-de-Valmont',
  reference: '',
  premiereReceptionLe: '2026-03-02',
  explicationsPourLe: null,
  ...p,
})

describe('le silence sur une réclamation transmise', () => {
  it.each([
    ['reçue directement', [], '2026-03-10', '2026-05-10', null],
    ['par un autre hôpital', [provenance({ nature: 'etablissement' })], '2026-03-02', '2026-05-02', null],
    ['par l’ARS : deux lectures', [provenance()], '2026-03-02', '2026-05-02', '2026-05-10'],
    ['par un élu', [provenance({ nature: 'elu' })], '2026-03-10', '2026-05-10', null],
    [
      'sans que l’ARS dise quand',
      [provenance({ premiereReceptionLe: null })],
      '2026-03-10',
      '2026-05-10',
      null,
    ],
  ] as const)('%s', (_cas, provenances, departLe, rejetLe, autre) => {
    const silence = silenceDe('2026-03-10', provenances)
    expect(silence).toMatchObject({ departLe, rejetLe })
    expect(silence.autreLecture?.rejetLe ?? null).toBe(autre)
  })
})

describe('qui l’a transmise', () => {
  it.each([
    [provenance(), 'l’ARS Île-de-Valmont, qui l’avait reçue le lundi 2 mars 2026'],
    [provenance({ nom: '', premiereReceptionLe: null }), 'l’ARS'],
    [
      provenance({ nature: 'defenseur-des-droits', nom: '', premiereReceptionLe: null }),
      'le Défenseur des droits',
    ],
    [
      provenance({ nature: 'elu', nom: 'Mme la Maire de Valmont', premiereReceptionLe: null }),
      'Mme la Maire de Valmont',
    ],
  ])('se dit en toutes lettres', (p, attendu) => expect(passageEnMots(p)).toBe(attendu))
})

describe('une provenance', () => {
  it.each([
    ['son nom manque', { nature: 'elu', nom: ' ' }, 'nom', 'transmetteur-sans-nom'],
    [
      'l’autre l’aurait reçue après nous',
      { premiereReceptionLe: '2026-03-11' },
      'premiereReceptionLe',
      'premiere-reception-apres-la-notre',
    ],
    [
      'un élu demande un jour',
      { nature: 'elu', explicationsPourLe: '2026-04-01' },
      'explicationsPourLe',
      'explications-sans-autorite',
    ],
    [
      'le jour demandé précède la lettre',
      { explicationsPourLe: '2026-03-09' },
      'explicationsPourLe',
      'explications-avant-la-lettre',
    ],
  ] as const)('est refusée quand %s', (_cas, plus, champ, code) =>
    expect(refusDeProvenance(provenance(plus), '2026-03-10')).toEqual({ champ, code }),
  )

  it.each([
    ['l’ARS se nomme seule', { nom: '' }],
    ['tout est reçu le même jour', { premiereReceptionLe: '2026-03-10', explicationsPourLe: '2026-03-10' }],
  ])('est acceptée quand %s', (_cas, plus) =>
    expect(refusDeProvenance(provenance(plus), '2026-03-10')).toBeNull(),
  )

  it('ne demande la date de première réception qu’aux administrations, et un jour qu’aux autorités', () => {
    expect(NATURES_DE_PROVENANCE.filter(comptePourLeSilence)).toEqual([
      'ars',
      'defenseur-des-droits',
      'etablissement',
      'administration',
    ])
    expect(NATURES_DE_PROVENANCE.filter((n) => faitDeDemande(n) !== null)).toEqual([
      'ars',
      'defenseur-des-droits',
    ])
  })
})
