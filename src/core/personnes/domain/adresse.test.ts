import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Destinataire, LARGEUR_POSTALE, lignesPostales } from './adresse.ts'

const SANS_RIEN: Destinataire = {
  civilite: '',
  nom: 'Lefèvre',
  prenom: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
}

const tours = { voie: '12 rue de Nantes', codePostal: '37000', commune: 'Tours' }

describe('l’adresse d’une enveloppe', () => {
  it.each<[string, Partial<Destinataire>, string[]]>([
    [
      'complète',
      {
        civilite: 'mme',
        prenom: 'Zoé',
        complement: 'Appartement 12, escalier C',
        voie: '12 bis, rue de l’Église',
        lieuDit: 'Les Trois-Épis',
        codePostal: '61600',
        commune: 'La Ferté-Macé',
        pays: 'France',
      },
      [
        'Madame Zoé LEFÈVRE',
        'Appartement 12, escalier C',
        '12 BIS RUE DE L EGLISE',
        'LES TROIS EPIS',
        '61600 LA FERTE MACE',
      ],
    ],
    [
      'sans complément ni lieu-dit',
      { ...tours, prenom: 'Noël' },
      ['Noël LEFÈVRE', '12 RUE DE NANTES', '37000 TOURS'],
    ],
    [
      'avec un CEDEX',
      { lieuDit: 'BP 12', codePostal: '37044', commune: 'Tours cedex 9' },
      ['LEFÈVRE', 'BP 12', '37044 TOURS CEDEX 9'],
    ],
    ['en Corse', { codePostal: '20000', commune: 'Ajaccio' }, ['LEFÈVRE', '20000 AJACCIO']],
    [
      'avec une ligature',
      { codePostal: '91100', commune: 'Corbeil-Essœnnes' },
      ['LEFÈVRE', '91100 CORBEIL ESSOENNES'],
    ],
    [
      'à l’étranger : le pays en dernier, les marques du pays gardées',
      {
        civilite: 'm',
        prenom: 'Rui',
        voie: 'Rua Augusta, 24 – 3.º',
        codePostal: '1100-053',
        commune: 'Lisboa',
        pays: 'Portugal',
      },
      ['Monsieur Rui LEFÈVRE', 'Rua Augusta, 24 – 3.º', '1100-053 LISBOA', 'PORTUGAL'],
    ],
    [
      'dans un pays accentué',
      { commune: 'Genève', codePostal: '1204', pays: 'Suisse, Confédération' },
      ['LEFÈVRE', '1204 GENÈVE', 'SUISSE CONFEDERATION'],
    ],
    ['inconnue : le nom seul', { civilite: 'm' }, ['Monsieur LEFÈVRE']],
    ['saisie sur plusieurs lignes', { voie: '12 rue\nde  Nantes ' }, ['LEFÈVRE', '12 RUE DE NANTES']],
    [
      'au nom trop long pour la civilité en toutes lettres',
      { civilite: 'm', prenom: 'Jean-Baptiste', nom: 'de La Rochefoucault' },
      ['M. Jean-Baptiste DE LA ROCHEFOUCAULT'],
    ],
    [
      'au nom trop long pour le prénom',
      { civilite: 'mme', prenom: 'Marie-Christine Bernadette', nom: 'Castelnau-Montmirail' },
      ['Mme M.-C.-B. CASTELNAU-MONTMIRAIL'],
    ],
    [
      'au nom plus long que la ligne',
      { civilite: 'mme', prenom: 'Ève', nom: 'Wolfeschlegelsteinhausenbergerdorffhausen' },
      ['WOLFESCHLEGELSTEINHAUSENBERGERDORFFHAU'],
    ],
    [
      'de la commune au plus long nom de France',
      { codePostal: '51800', commune: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson' },
      ['LEFÈVRE', '51800 SAINT REMY EN BOUZEMONT SAINT GE'],
    ],
  ])('%s', (_titre, plus, attendu) => {
    expect(lignesPostales({ ...SANS_RIEN, ...plus })).toEqual(attendu)
  })

  it('tient toujours en six lignes de 38 caractères, sans ligne vide ni retour à la ligne', () => {
    const texte = fc.string({ unit: 'grapheme', maxLength: 60 })
    const destinataire = fc.record({
      civilite: fc.constantFrom('', 'mme', 'm'),
      nom: texte,
      prenom: texte,
      complement: texte,
      voie: texte,
      lieuDit: texte,
      codePostal: texte,
      commune: texte,
      pays: texte,
    } as const)
    fc.assert(
      fc.property(destinataire, (d) => {
        const lignes = lignesPostales(d)
        expect(lignes.length).toBeLessThanOrEqual(6)
        for (const ligne of lignes) {
          expect(Array.from(ligne).length).toBeLessThanOrEqual(LARGEUR_POSTALE)
          expect(ligne.trim()).not.toBe('')
          expect(ligne).not.toMatch(/[\r\n]/)
          expect(ligne.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
