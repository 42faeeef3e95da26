import { describe, expect, it } from 'vitest'
import { DECISION, OFFRE_DE_MEDIATION } from '../testing-modele.ts'
import type { Champs } from './balise.ts'
import { phraseDeMentionAbsente } from './labels.ts'
import { autreReference, mentionsAbsentes, mentionsExigees, normaliserTexte } from './mention.ts'

describe('comparer deux textes', () => {
  it.each([
    ['la casse', 'Madame PETIT', 'madame petit'],
    ['les espaces insécables', 'Objet\u00a0: x', 'objet : x'],
    ['l’espace avant les deux-points', 'Objet : x', 'objet: x'],
    ['les apostrophes', 'l’accueil', "l'accueil"],
    ['les tirets', 'REC–2026', 'rec-2026'],
    ['les guillemets', '« oui »', '"oui"'],
    ['les sauts de ligne', 'a\nb', 'a b'],
    ['les césures invisibles', 'média\u00adteur', 'médiateur'],
  ])('ignore %s', (_cas, a, b) => expect(normaliserTexte(a)).toBe(normaliserTexte(b)))
  it('garde les accents et les mots', () => {
    expect(normaliserTexte('réclamé')).not.toBe(normaliserTexte('reclame'))
    expect(normaliserTexte('au médiateur')).not.toBe(normaliserTexte('un médiateur'))
  })
})

describe('les mentions d’une lettre', () => {
  const mentions = mentionsExigees(DECISION.balises, { ...DECISION.exemple } as Champs)

  it('sont ce qui a été fusionné dans les champs exigés', () =>
    expect(mentions.map(({ nom }) => nom)).toEqual([
      'service',
      'adresseDuService',
      'courrielDuService',
      'telephoneDuService',
      'offreDeMediation',
    ]))
  it('oublient un champ exigé mais vide', () =>
    expect(
      mentionsExigees(DECISION.balises, { ...DECISION.exemple, service: ' ' } as Champs).map(
        ({ nom }) => nom,
      ),
    ).not.toContain('service'))
  it('se retrouvent sur plusieurs paragraphes, quelle que soit la frappe', () => {
    const paragraphes = [
      'RELATIONS AVEC LES USAGERS – 1 rue des Tilleuls, 99999 VILLENEUVE',
      '01\u00a099\u00a000\u00a000\u00a000, usagers@ch-trois-rivieres.example',
      'Vous pouvez saisir le médiateur médecin ou non médecin,',
      'et vous faire accompagner par un représentant des usagers.',
    ]
    expect(mentionsAbsentes(mentions, paragraphes)).toEqual([])
  })
  it('disent ce qui a disparu, mot pour mot pour la loi', () => {
    const [absente] = mentionsAbsentes(mentions, [
      'Relations avec les usagers 1 rue des Tilleuls, 99999 VILLENEUVE 01 99 00 00 00',
      'usagers@ch-trois-rivieres.example Vous pouvez saisir le médiateur.',
    ])
    expect(absente).toMatchObject({ nom: 'offreDeMediation', texteLegal: 'CSP, art. R. 1112-92' })
    if (absente !== undefined) expect(phraseDeMentionAbsente(absente)).toContain(OFFRE_DE_MEDIATION)
  })
})

describe('la référence d’une lettre', () => {
  it.each([
    ['celle d’un autre dossier', ['Objet : x\nNos références : REC-2026-00043'], 'REC-2026-00043'],
    ['la sienne', ['Nos références : REC-2026-00042'], null],
    ['la sienne à côté d’une autre', ['Nos références : REC-2026-00042 (suite de REC-2026-00001)'], null],
    ['une autre, dans le texte seulement', ['Comme dans le dossier REC-2026-00043'], null],
    ['aucune', ['Nos références :'], null],
  ])('est %s', (_cas, paragraphes, attendue) =>
    expect(autreReference(paragraphes, 'REC-2026-00042')).toBe(attendue),
  )
})
