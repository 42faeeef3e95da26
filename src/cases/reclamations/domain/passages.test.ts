import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusDePassage } from './griefs.ts'
import {
  ajuster,
  blocsDe,
  chercherDans,
  deplacerDUnMot,
  type Etendue,
  phrasesDe,
  phrasesNonRetenues,
  replier,
  reporter,
  segmentsDe,
} from './passages.ts'

/** Text as letters bring it: any Unicode, emojis in several code points, combining marks, every line break, long runs. */
const morceau = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }).map((t) => t.replaceAll('\0', '').toWellFormed()),
  fc.constantFrom(
    '👩🏽‍⚕️',
    '🇫🇷🇧🇪',
    'e\u0301',
    'Z̸̛̞a̷l̴g̵o',
    '\r\n',
    '\r\n\r\n',
    '\n \n',
    '\r',
    '\ufeff',
    ' ',
    'M. Martin est venu. ',
    'Non ! Pourquoi ? ',
    'mot '.repeat(600),
  ),
)
const lettre = fc.array(morceau, { maxLength: 40 }).map((m) => m.join(''))
const deux = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
const dansLaLettre = fc.tuple(lettre, deux).map(([texte, [a, b]]) => ({
  texte,
  debut: Math.floor(a * texte.length),
  fin: Math.floor(b * texte.length),
}))
const toute = (texte: string): Etendue => ({ debut: 0, fin: texte.length })
const extrait = (texte: string, { debut, fin }: Etendue): string => texte.slice(debut, fin)

describe('un passage', () => {
  it('choisi dans n’importe quel texte est accepté tel que l’écran l’a ajusté', () => {
    fc.assert(
      fc.property(dansLaLettre, ({ texte, debut, fin }) => {
        const passage = ajuster(texte, { debut, fin })
        if (passage === null) return
        const citation = extrait(texte, passage)
        expect(refusDePassage(texte, { ...passage, citation })).toBeNull()
        expect(citation.isWellFormed()).toBe(true)
        expect(citation).toBe(citation.trim())
        // adjusting what is adjusted changes nothing: what the screen kept is what it sends
        expect(ajuster(texte, passage)).toEqual(passage)
      }),
      { numRuns: 400 },
    )
  })

  it('garde ses mots quand il passe par le réseau', () => {
    fc.assert(
      fc.property(dansLaLettre, ({ texte, debut, fin }) => {
        const passage = ajuster(texte, { debut, fin })
        if (passage === null) return
        const recu = JSON.parse(
          JSON.stringify({ texte, ...passage, citation: extrait(texte, passage) }),
        ) as Etendue & {
          texte: string
          citation: string
        }
        expect(refusDePassage(recu.texte, recu)).toBeNull()
      }),
    )
  })

  it.each([
    ['un émoji composé', 'ah 👩🏽‍⚕️ oui', 5, 6, '👩🏽‍⚕️'],
    ['un drapeau', 'ici 🇫🇷 là', 5, 6, '🇫🇷'],
    ['un accent qui suit sa lettre', 'un e\u0301te\u0301', 4, 5, 'e\u0301'],
    ['des blancs autour', 'a  mot \r\n b', 1, 9, 'mot'],
    ['une sélection faite à l’envers', 'un deux trois', 7, 3, 'deux'],
  ])('ne coupe pas %s', (_cas, texte, debut, fin, attendu) => {
    const passage = ajuster(texte, { debut, fin })
    expect(passage === null ? null : extrait(texte, passage)).toBe(attendu)
  })

  it('n’est rien quand il ne contient que des blancs', () => {
    expect(ajuster('a \r\n\t b', { debut: 1, fin: 6 })).toBeNull()
  })

  it('s’allonge et se raccourcit d’un mot, sans jamais disparaître', () => {
    const texte = 'Elle a attendu neuf heures, seule.'
    const passage = { debut: 7, fin: 14 }
    const extraits = (['debut', 'fin'] as const).flatMap((bord) =>
      ([1, -1] as const).map((sens) => extrait(texte, deplacerDUnMot(texte, passage, bord, sens))),
    )
    expect(extraits).toEqual(['attendu', 'a attendu', 'attendu neuf', 'attendu'])
  })
})

describe('les blocs d’une lettre', () => {
  it('ne perdent pas un caractère qui se lit, dans l’ordre', () => {
    fc.assert(
      fc.property(lettre, (texte) => {
        const blocs = blocsDe(texte)
        let fin = 0
        for (const bloc of blocs) {
          expect(texte.slice(fin, bloc.debut).trim()).toBe('')
          expect(bloc.fin).toBeGreaterThan(bloc.debut)
          expect(extrait(texte, bloc).isWellFormed()).toBe(true)
          fin = bloc.fin
        }
        expect(texte.slice(fin).trim()).toBe('')
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['sans un seul retour à la ligne', 'Elle a attendu. '.repeat(12_500)],
    ['d’un seul mot', 'a'.repeat(200_000)],
    ['d’une ligne par mot', 'mot\n'.repeat(50_000)],
    ['d’un paragraphe par mot', 'a\n\n'.repeat(66_000)],
    ['de lignes vides', '\n'.repeat(200_000)],
    ['d’émojis', '👩🏽‍⚕️'.repeat(28_000)],
  ])('restent peu nombreux et vite faits pour une lettre de 200 000 caractères %s', (_cas, texte) => {
    const depart = performance.now()
    const blocs = blocsDe(texte)
    const phrases = phrasesDe(texte, toute(texte))
    phrasesNonRetenues(texte, phrases, [{ debut: 0, fin: 10 }])
    chercherDans(replier(texte), 'attendu')
    // a wide margin for a busy machine: minutes would mean a quadratic step
    expect(performance.now() - depart).toBeLessThan(4000)
    expect(blocs.length).toBeLessThanOrEqual(1600)
    expect(Math.max(0, ...blocs.map((b) => b.fin - b.debut))).toBeLessThanOrEqual(3000)
  })
})

describe('les phrases', () => {
  it.each([
    ['Elle a sonné. Personne n’est venu !', ['Elle a sonné.', 'Personne n’est venu !']],
    [
      'M. Martin et le Dr. Petit sont passés. Puis rien.',
      ['M. Martin et le Dr. Petit sont passés.', 'Puis rien.'],
    ],
    ['Lettre\r\n\r\nBonjour,\nmerci', ['Lettre', 'Bonjour,', 'merci']],
    [
      'Personne n’est venu.Mais j’ai sonné !Trois fois',
      ['Personne n’est venu.', 'Mais j’ai sonné !', 'Trois fois'],
    ],
    [
      'Écrit à www.Hopital.Example, à J.Petit et à Anne.Petit@courriel.example.',
      ['Écrit à www.Hopital.Example, à J.Petit et à Anne.Petit@courriel.example.'],
    ],
  ])('de « %s »', (texte, attendues) => {
    expect(phrasesDe(texte, toute(texte)).map((p) => extrait(texte, p))).toEqual(attendues)
  })

  it('non retenues laissent de côté formules, signatures et ce qui est déjà relevé', () => {
    const texte = 'Madame,\n\nMon père a attendu neuf heures. Personne ne lui a parlé.\n\nA. Blin'
    const phrases = phrasesDe(texte, toute(texte))
    const releve = { debut: texte.indexOf('attendu'), fin: texte.indexOf('heures') }
    const restent = phrasesNonRetenues(texte, phrases, [releve])
    expect(restent.map((p) => extrait(texte, p))).toEqual(['Personne ne lui a parlé.'])
  })
})

describe('les passages qui se chevauchent', () => {
  it('partagent les morceaux d’un bloc, chacun avec ses numéros', () => {
    const bloc = { debut: 10, fin: 40 }
    const segments = segmentsDe(bloc, [
      { numero: 1, debut: 0, fin: 20 },
      { numero: 2, debut: 15, fin: 30 },
      { numero: 3, debut: 50, fin: 60 },
    ])
    expect(segments.map((s) => [s.debut, s.fin, s.numeros.join(), s.ouvre.join()])).toEqual([
      [10, 15, '1', ''],
      [15, 20, '1,2', '2'],
      [20, 30, '2', ''],
      [30, 40, '', ''],
    ])
  })

  it('redonnent toujours le bloc entier', () => {
    const etendue = fc
      .tuple(fc.nat(100), fc.nat(100))
      .map(([a, b]) => ({ debut: Math.min(a, b), fin: Math.max(a, b) + 1, numero: a }))
    fc.assert(
      fc.property(fc.array(etendue, { maxLength: 30 }), (passages) => {
        const segments = segmentsDe({ debut: 20, fin: 80 }, passages)
        expect(segments[0]?.debut).toBe(20)
        expect(segments.at(-1)?.fin).toBe(80)
        for (const [rang, s] of segments.entries()) expect(segments[rang + 1]?.debut ?? 80).toBe(s.fin)
      }),
    )
  })
})

describe('un passage d’une version antérieure', () => {
  it.each([
    ['au même endroit quand la suite seule a changé', 'abc def', 'abc def ghi', 4],
    ['là où les mêmes mots se trouvent', 'abc def', 'Ajout. abc def', 11],
    ['nulle part quand ils ont disparu', 'abc def', 'abc', null],
    ['nulle part quand ils y sont deux fois', 'abc def', 'x def y def', null],
  ])('se retrouve %s', (_cas, ancien, nouveau, attendu) => {
    expect(reporter(ancien, nouveau, { debut: 4, fin: 7 })?.debut ?? null).toBe(attendu)
  })
})

describe('chercher dans la lettre', () => {
  it.each([
    ['urgences', 'Aux URGENCES, puis aux urgences.', ['URGENCES', 'urgences']],
    ['prevenu', 'Personne n’a pre\u0301venu, ni prévenu.', ['pre\u0301venu', 'prévenu']],
    ['neuf heures', 'neuf\r\n heures', ['neuf\r\n heures']],
    ['cœur', 'Le coeur, le cœur', ['coeur', 'cœur']],
    ['', 'rien', []],
  ])('« %s » se trouve sans accent ni majuscule', (mots, texte, attendus) => {
    expect(chercherDans(replier(texte), mots).map((t) => extrait(texte, t))).toEqual(attendus)
  })
})
