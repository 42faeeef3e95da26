import { describe, expect, it } from 'vitest'
import { precisionEstRequise, protectionDe, RAISONS_DE_PROTECTION, suiviDesLeDepart } from './protection.ts'

const classe = (details: object, survenuLe = '2026-01-05') => ({
  code: 'classe-changee',
  survenuLe,
  agentId: 'a',
  details,
  motif: 'Infirmière du service',
})

describe('pourquoi un dossier est sensible', () => {
  it('est ce que dit le dernier changement de protection', () => {
    const faits = [
      classe({ classe: 'sensible', raison: 'violences' }),
      classe({ classe: 'sensible', raison: 'agent-soigne' }),
    ]
    expect(protectionDe(faits)).toEqual({
      raison: 'agent-soigne',
      motif: 'Infirmière du service',
      depuisLe: '2026-01-05',
      agentId: 'a',
    })
  })

  it.each([
    ['rien n’a été changé', []],
    ['la protection a été levée depuis', [classe({ classe: 'sensible' }), classe({ classe: 'ordinaire' })]],
    ['le fait est illisible', [{ ...classe({}), details: null }]],
  ])('ne se dit pas quand %s', (_titre, faits) => {
    expect(protectionDe(faits)).toBeNull()
  })

  it('protégé avant que la raison ne se note, il le reste, pour une autre raison', () => {
    expect(protectionDe([classe({ classe: 'sensible' })])?.raison).toBe('autre')
  })

  it('demande une précision quand aucune des raisons ne convient', () => {
    expect(RAISONS_DE_PROTECTION.filter(precisionEstRequise)).toEqual(['autre'])
  })
})

it.each([
  ['qui ne voit pas les dossiers sensibles le suit, sinon il le perdrait', false, null, 'moi'],
  ['même quand il le donnait à un autre', false, 'autre', 'moi'],
  ['qui les voit le laisse à qui il veut', true, 'autre', 'autre'],
  ['ou à personne', true, null, null],
])('protégé à l’enregistrement : %s', (_titre, voitLeSensible, voulu, attendu) => {
  expect(suiviDesLeDepart({ voulu, moi: 'moi', voitLeSensible })).toBe(attendu)
})
