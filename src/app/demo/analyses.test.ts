import { describe, expect, it } from 'vitest'
import { ANALYSES } from './analyses.ts'
import { RECLAMATIONS } from './recits.ts'

describe('les analyses de démonstration', () => {
  it.each(RECLAMATIONS.map(({ objet, recit }) => [objet, recit] as const))(
    'citent la lettre « %s » mot pour mot',
    (objet, recit) => {
      const griefs = ANALYSES[objet]?.griefs ?? []
      expect(griefs.length).toBeGreaterThan(0)
      for (const { citation } of griefs) expect(recit).toContain(citation)
    },
  )

  it('n’ont pas de lettre sans réclamation', () => {
    expect(Object.keys(ANALYSES).toSorted()).toEqual(RECLAMATIONS.map((r) => r.objet).toSorted())
  })
})
