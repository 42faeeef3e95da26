import { describe, expect, it } from 'vitest'
import type { TroncVu } from '../contract.ts'
import { entreesDeChronologie } from './entrees-de-chronologie.ts'

const fait = (f: Partial<TroncVu['faits'][number]>): TroncVu['faits'][number] => ({
  id: '1',
  code: 'reception-electronique',
  libelle: 'Réclamation reçue',
  survenuLe: '2026-11-05',
  survenuA: null,
  enregistreA: '2026-11-06T08:00:00.000Z',
  agent: 'Claire Vasseur',
  details: {},
  rectifie: null,
  motif: null,
  estRectifie: false,
  refusDeRectifier: null,
  ...f,
})

describe('la chronologie', () => {
  it('va du plus récent au plus ancien, par jour légal, puis par heure d’enregistrement', () => {
    const faits = [
      fait({ id: 'a', survenuLe: '2026-11-05', enregistreA: '2026-11-09T08:00:00.000Z' }),
      fait({ id: 'b', survenuLe: '2026-11-06', enregistreA: '2026-11-06T08:00:00.000Z' }),
      fait({ id: 'c', survenuLe: '2026-11-05', enregistreA: '2026-11-09T09:00:00.000Z' }),
    ]
    expect(entreesDeChronologie(faits, []).map(({ cle }) => cle)).toEqual(['b', 'c', 'a'])
  })

  it('mêle les courriers et les pièces aux faits', () => {
    const courrier = {
      cle: 'x',
      jour: '2026-11-07',
      enregistreA: '2026-11-07T08:00:00.000Z',
      titre: 'Accusé',
      agent: null,
    }
    expect(entreesDeChronologie([fait({})], [courrier]).map(({ titre }) => titre)).toEqual([
      'Accusé',
      'Réclamation reçue',
    ])
  })

  it('dit de quelle date une correction part', () => {
    const [corrige] = entreesDeChronologie(
      [
        fait({ id: 'a', estRectifie: true, refusDeRectifier: { code: 'fait-deja-rectifie' } }),
        fait({ id: 'b', survenuLe: '2026-11-06', rectifie: 'a', motif: 'Tampon du courrier' }),
      ],
      [],
    )
    expect(corrige?.precision).toBe('date corrigée, au lieu du jeudi 5\u00a0novembre 2026')
    expect(corrige?.motif).toBe('Tampon du courrier')
    expect(corrige?.rectifiable?.id).toBe('b')
  })

  it('montre ce que quelqu’un a écrit d’un fait, quel qu’il soit', () => {
    const [note] = entreesDeChronologie(
      [fait({ code: 'note-ajoutee', details: { texte: 'Rappelée à 15 h' } })],
      [],
    )
    expect(note?.texte).toBe('Rappelée à 15 h')
    const [appel] = entreesDeChronologie([fait({ code: 'rappel-fait', details: { texte: 'Rassurée' } })], [])
    expect(appel?.texte).toBe('Rassurée')
    const [sans] = entreesDeChronologie([fait({ details: { texte: '' } })], [])
    expect(sans?.texte).toBeNull()
  })
})
