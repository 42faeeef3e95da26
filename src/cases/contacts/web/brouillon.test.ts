import { describe, expect, it } from 'vitest'
import { PERSONNE_VIDE } from '#core/personnes/web/index.ts'
import { contract } from '../contract.ts'
import {
  apresDe,
  dater,
  ecrireBrouillon,
  enSaisie,
  estVide,
  formulaireVide,
  lireBrouillon,
} from './brouillon.tsx'

const ID = '01900000-0000-7000-8000-000000000001'
const VIERGE = formulaireVide('telephone')
const VIDE = dater(VIERGE, { jour: '2026-01-05', heure: '10:30' })
const solange = {
  choix: 'nouvelle',
  personne: { ...PERSONNE_VIDE, nom: 'Perdrizet', telephone: '06 99 00 45 67' },
} as const

describe('la saisie d’un contact', () => {
  it('est vide tant que rien n’a été écrit, quel que soit le canal', () => {
    expect(estVide(VIDE)).toBe(true)
    expect(estVide({ ...VIDE, note: 'Appel' })).toBe(false)
    expect(estVide({ ...VIDE, personne: solange })).toBe(false)
  })

  it('est du moment du premier mot, pas de celui où la page s’est ouverte', () => {
    expect([VIERGE.recuLe, VIDE.recuLe, VIDE.heure]).toEqual([null, '2026-01-05', '10:30'])
    expect(dater({ ...VIDE, heure: '' }, { jour: '2026-01-06', heure: '08:00' })).toMatchObject({
      recuLe: '2026-01-05',
      heure: '',
    })
  })

  it('ne demande que le motif', () => {
    const lu = contract.enregistrer.input.safeParse(enSaisie(VIDE, ID, false))
    expect(lu.error?.issues.map(({ path }) => path.join('.'))).toEqual(['motif'])
    expect(
      contract.enregistrer.input.safeParse(enSaisie({ ...VIDE, motif: 'autre' }, ID, false)).success,
    ).toBe(true)
  })

  it('se clôt d’elle-même quand tout est dit, sauf pour devenir un autre dossier', () => {
    const f = { ...VIDE, motif: 'renseignement' } as const
    expect([apresDe(f), enSaisie(f, ID, false).clore, enSaisie(f, ID, true).clore]).toEqual([
      'clore',
      true,
      false,
    ])
  })

  it('suit le choix de l’agent avant tout', () => {
    expect(apresDe({ ...VIDE, motif: 'renseignement', apres: 'suivre' })).toBe('suivre')
  })

  it('rappelle au numéro de la personne, ou à celui qu’on a écrit', () => {
    const f = { ...VIDE, motif: 'suivi', personne: solange, apres: 'rappel' } as const
    expect(enSaisie(f, ID, false)).toMatchObject({ clore: false, suite: { telephone: '06 99 00 45 67' } })
    const ailleurs = { ...f, suite: { ...f.suite, telephone: '01 99' } }
    expect(enSaisie(ailleurs, ID, false).suite?.telephone).toBe('01 99')
  })

  it('revient telle quelle d’un brouillon, et ce qu’une autre version a écrit est laissé de côté', () => {
    const f = { ...VIDE, motif: 'suivi', personne: solange, note: 'Appel' } as const
    const ecrit = ecrireBrouillon(f)
    expect(lireBrouillon(JSON.parse(JSON.stringify(ecrit)), VIDE)).toEqual(f)
    expect(lireBrouillon({ formulaire: { ...f, motif: 'inconnu' } }, VIDE).motif).toBeNull()
    expect(lireBrouillon({}, VIDE)).toBe(VIDE)
  })

  it('se nomme par la personne et la note', () => {
    expect(ecrireBrouillon({ ...VIDE, personne: solange, note: 'Appel' })['texte']).toBe('Perdrizet · Appel')
  })
})
