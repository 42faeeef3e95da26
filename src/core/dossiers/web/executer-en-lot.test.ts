import { describe, expect, it } from 'vitest'
import { ProblemError } from '#platform/web/problem-error.ts'
import type { LigneDeDossier } from '../contract.ts'
import { executerEnLot } from './executer-en-lot.ts'

const dossiers = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as LigneDeDossier)
const probleme = (code: 'stale' | 'too-many', message: string) =>
  new ProblemError({ code, status: 409, message })

describe('une action sur plusieurs dossiers', () => {
  it('se fait pour chacun, et dit dans l’ordre ce qui a été refusé', async () => {
    const vus: number[] = []
    const issues = await executerEnLot(
      dossiers,
      async ({ id }) => {
        if (id === 'b') throw probleme('stale', 'Modifié entre-temps.')
        return id === 'd' ? 'Rien à relancer.' : null
      },
      (faits) => vus.push(faits),
    )
    expect(issues.map((i) => [i.dossier.id, i.refus])).toEqual([
      ['a', null],
      ['b', 'Modifié entre-temps.'],
      ['c', null],
      ['d', 'Rien à relancer.'],
      ['e', null],
    ])
    expect(vus).toEqual([1, 2, 3, 4, 5])
  })

  it('ralentit quand le serveur le demande, sans rien perdre', async () => {
    const essais = new Map<string, number>()
    const issues = await executerEnLot(dossiers.slice(0, 2), async ({ id }) => {
      essais.set(id, (essais.get(id) ?? 0) + 1)
      if (essais.get(id) === 1) throw probleme('too-many', 'Trop vite.')
      return null
    })
    expect(issues.every((i) => i.refus === null)).toBe(true)
    expect([...essais.values()]).toEqual([2, 2])
  })
})
