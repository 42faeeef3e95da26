import { describe, expect, it } from 'vitest'
import { groupeDAvant, refusDeJoindre, vientDeQuitter } from './affaire.ts'

describe('un dossier rejoint une affaire', () => {
  it.each([
    ['quand il n’est dans aucune', null, 'a', null],
    ['sauf s’il y est déjà', 'a', 'a', 'deja-dans-celle-ci'],
    ['sauf s’il est dans une autre, à quitter d’abord', 'b', 'a', 'deja-dans-une-affaire'],
  ])('%s', (_titre, actuelle, voulue, code) => {
    expect(refusDeJoindre(actuelle, voulue)?.code ?? null).toBe(code)
  })
})

const jointe = (affaireId: string, avant: string) => ({
  code: 'affaire-jointe',
  details: { affaireId, avant },
})
const quittee = (affaireId: string) => ({ code: 'affaire-quittee', details: { affaireId } })
const note = { code: 'note-ajoutee', details: { texte: 'x' } }

describe('un dossier quitte une affaire', () => {
  it('revient au groupe où il était, le dernier s’il l’a rejointe deux fois', () => {
    expect(groupeDAvant([jointe('a', 'g1'), quittee('a'), jointe('a', 'g2'), note], 'a')).toBe('g2')
    expect(groupeDAvant([jointe('b', 'g1')], 'a')).toBeNull()
    expect(groupeDAvant([{ code: 'affaire-jointe', details: null }], 'a')).toBeNull()
  })

  it.each([
    ['s’il vient de la quitter', [jointe('a', 'g'), quittee('a'), note], true],
    ['pas s’il y est revenu', [quittee('a'), jointe('a', 'g')], false],
    ['pas s’il en a quitté une autre depuis', [quittee('a'), jointe('b', 'g'), quittee('b')], false],
    ['pas s’il n’y a jamais été', [note], false],
  ])('peut y revenir %s', (_titre, faits, attendu) => {
    expect(vientDeQuitter(faits, 'a')).toBe(attendu)
  })
})
