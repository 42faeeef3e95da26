import { describe, expect, it } from 'vitest'
import { ProblemError } from '#platform/web/problem-error.ts'
import type { LigneDeDossier } from '../contract.ts'
import { executerEnLot, patienter } from './executer-en-lot.ts'

const dossiers = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as LigneDeDossier)
const probleme = (code: 'stale' | 'too-many', message: string) =>
  new ProblemError({ code, status: 409, message })

describe('une action sur plusieurs dossiers', () => {
  it('se fait pour chacun, et dit dans l’ordre ce qui a été refusé ou reste à reprendre', async () => {
    const vus: number[] = []
    const issues = await executerEnLot(
      dossiers,
      async ({ id }) => {
        if (id === 'b') throw probleme('stale', 'Modifié entre-temps.')
        if (id === 'd') return { etat: 'refuse', raisons: ['Rien à relancer.'] }
        return id === 'e' ? { etat: 'a-reprendre', raisons: ['Le courriel n’est pas parti.'] } : null
      },
      (faits) => vus.push(faits),
    )
    expect(issues.map((i) => [i.dossier.id, i.echec])).toEqual([
      ['a', null],
      ['b', { etat: 'refuse', raisons: ['Modifié entre-temps.'] }],
      ['c', null],
      ['d', { etat: 'refuse', raisons: ['Rien à relancer.'] }],
      ['e', { etat: 'a-reprendre', raisons: ['Le courriel n’est pas parti.'] }],
    ])
    expect(vus).toEqual([1, 2, 3, 4, 5])
  })

  it('n’est pas reprise du début quand le serveur demande de ralentir', async () => {
    let fois = 0
    const [issue] = await executerEnLot(dossiers.slice(0, 1), async () => {
      fois += 1
      throw probleme('too-many', 'Trop vite.')
    })
    expect(issue?.echec).toEqual({ etat: 'refuse', raisons: ['Trop vite.'] })
    expect(fois).toBe(1)
  })
})

describe('un appel', () => {
  it('se refait seul quand le serveur demande de ralentir', async () => {
    let essais = 0
    const appel = async () => {
      essais += 1
      if (essais < 3) throw probleme('too-many', 'Trop vite.')
      return 'fait'
    }
    expect(await patienter(appel, 1)).toBe('fait')
    expect(essais).toBe(3)
  })

  it('ne se refait pas pour une autre raison, ni sans fin', async () => {
    let essais = 0
    const refuser = (code: 'stale' | 'too-many') => async () => {
      essais += 1
      throw probleme(code, 'Non.')
    }
    await expect(patienter(refuser('stale'), 1)).rejects.toThrow('Non.')
    expect(essais).toBe(1)
    await expect(patienter(refuser('too-many'), 1)).rejects.toThrow('Non.')
    expect(essais).toBe(7)
  })
})
