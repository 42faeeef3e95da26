import { describe, expect, it } from 'vitest'
import type { CourrierVu, EnvoiVu } from '../contract.ts'
import { courrierVuDEssai } from '../testing-vue.ts'
import { passagesDe } from './ce-qui-a-change.tsx'
import { badgeDuCourrier, phraseDuCourrier } from './phrases.ts'

const JOUR = { today: '2026-11-10', timeZone: 'Europe/Paris' }
const STRICTE = { visa: 'requis', signature: 'requise' } as const
const visa = {
  rang: 1,
  agentId: 'a',
  agent: 'Nadia Benali',
  message: '',
  demandeA: '2026-11-07T08:00:00.000Z',
  decision: null,
  commentaire: '',
  decideA: null,
  estAnnule: false,
} as const
const envoi: EnvoiVu = {
  id: 'e',
  rang: 1,
  mode: 'recommande',
  etat: 'envoye',
  envoyeLe: '2026-11-09',
  tenteA: '2026-11-09T08:00:00.000Z',
  par: 'Camille Roux',
  estParLaMessagerie: false,
  destinataire: 'amelie@courriel.example',
  numero: '1A12345678901',
  remisA: null,
  raison: '',
  suivis: { depose: null, avise: null, distribue: null, retourne: null },
  preuvePieceId: null,
}

describe('la phrase d’un courrier', () => {
  it.each<[string, Partial<CourrierVu>, RegExp]>([
    ['prêt à partir', {}, /^À relire, puis à envoyer par courrier\.$/],
    ['à faire viser', { exigences: STRICTE }, /^À relire, puis à faire viser\.$/],
    ['au visa', { etat: 'visa-demande', visas: [visa] }, /^Visa demandé à Nadia Benali le 7.nov\.$/],
    [
      'rendu',
      { etat: 'visa-refuse', visas: [{ ...visa, decision: 'refuse', commentaire: 'Le ton' }] },
      /^Rendu par Nadia Benali.: «.Le ton.»$/,
    ],
    [
      'visé',
      {
        etat: 'vise',
        exigences: STRICTE,
        signataire: 'Paul GIRARD',
        visas: [{ ...visa, decision: 'donne' }],
      },
      /^Visé par Nadia Benali\. À faire signer par Paul GIRARD\.$/,
    ],
    [
      'parti',
      { etat: 'envoye', envoyeLe: '2026-11-09', envois: [envoi] },
      /^Parti le 9.nov\., en recommandé .* n°.1A12345678901\.$/,
    ],
    [
      'douteux',
      { etat: 'a-verifier', envois: [{ ...envoi, etat: 'a-verifier', envoyeLe: null }] },
      /peut-être parti\.$/,
    ],
    ['abandonné', { etat: 'abandonne', motifDAbandon: 'Doublon.' }, /^Ne partira pas\. Doublon\.$/],
  ])('%s', (_cas, c, phrase) => expect(phraseDuCourrier(courrierVuDEssai(c), JOUR)).toMatch(phrase))

  it('a un badge qui dit le jour du départ', () => {
    expect(badgeDuCourrier(courrierVuDEssai(), JOUR)).toBe('préparé')
    expect(badgeDuCourrier(courrierVuDEssai({ envoyeLe: '2026-11-09', etat: 'envoye' }), JOUR)).toMatch(
      /^parti le 9/,
    )
  })
})

describe('ce qui a changé', () => {
  it('rassemble les paragraphes qui ne changent pas', () => {
    const egal = (texte: string) => ({
      nature: 'egal' as const,
      morceaux: [{ nature: 'egal' as const, texte }],
    })
    const ajoute = { nature: 'ajoute' as const, morceaux: [{ nature: 'ajoute' as const, texte: 'neuf' }] }
    expect(passagesDe([egal('a'), egal('b'), ajoute, egal('c')])).toEqual([
      { nature: 'inchange', textes: ['a', 'b'] },
      ajoute,
      { nature: 'inchange', textes: ['c'] },
    ])
  })
})
