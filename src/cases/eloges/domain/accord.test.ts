import { describe, expect, it } from 'vitest'
import { type Accord, masquerLesNoms, signatureDe } from './accord.ts'

const AURELE = { nom: 'Aurèle Ñandú', aConsenti: true }
const LINE = { nom: 'Line Petit', aConsenti: false }

describe('le nom que l’équipe lit', () => {
  it.each<[string, Accord, string, (typeof AURELE)[], string]>([
    ['est tu tant qu’on ne sait pas', 'inconnu', 'Aurèle', [], ''],
    ['est tu quand la personne refuse, même si sa fiche accepte', 'refuse', 'Aurèle', [AURELE], ''],
    ['est celui de l’éloge quand elle accepte', 'donne', 'Aurèle', [], 'Aurèle'],
    ['est celui de sa fiche quand l’éloge n’en porte pas', 'donne', '', [LINE], 'Line Petit'],
    [
      'est celui des seuls auteurs dont la fiche accepte',
      'inconnu',
      'A. et L.',
      [AURELE, LINE],
      'Aurèle Ñandú',
    ],
  ])('%s', (_quoi, accord, auteurAffiche, auteurs, attendu) =>
    expect(signatureDe({ accord, auteurAffiche, auteurs })).toBe(attendu),
  )
})

describe('le texte sans nom', () => {
  it.each([
    ['perd la ligne de la signature', 'Merci à tous.\n\nMme Aurèle ÑANDÚ,', 'Merci à tous.'],
    ['perd le nom sans ses accents, ou en capitales', 'Merci. AURELE NANDU', 'Merci. …'],
    ['garde les lignes vides', 'Merci.\n\nVraiment.', 'Merci.\n\nVraiment.'],
    ['garde un mot de la langue', 'Un merci aurèle', 'Un merci aurèle'],
    ['garde le reste', 'Merci à Léa, Aurélie et toute l’équipe', 'Merci à Léa, Aurélie et toute l’équipe'],
  ])('%s', (_quoi, texte, attendu) => expect(masquerLesNoms(texte, ['Aurèle Ñandú', 'M. X'])).toBe(attendu))

  it('est le même quand personne n’est nommé', () => expect(masquerLesNoms('Merci', [''])).toBe('Merci'))
})
