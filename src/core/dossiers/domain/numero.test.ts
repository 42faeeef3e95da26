import { describe, expect, it } from 'vitest'
import { lireNumero, numeroDe, numerosCites } from './numero.ts'

describe('le numéro de chrono', () => {
  it.each([
    ['le premier de l’année', 'REC', 2026, 1, 'REC-2026-00001'],
    ['au-delà de cinq chiffres', 'REC', 2026, 123456, 'REC-2026-123456'],
  ] as const)('s’écrit %s', (_cas, prefixe, annee, rang, attendu) =>
    expect(numeroDe(prefixe, annee, rang)).toBe(attendu),
  )

  it.each([
    ['tel quel', 'REC-2026-00042', 'REC-2026-00042'],
    ['en minuscules, sans zéros', 'rec 2026 42', 'REC-2026-00042'],
    ['collé', 'ELO202600007', 'ELO-2026-00007'],
    ['autre chose', 'madame Rec', null],
    ['une année seule', '2026', null],
  ] as const)('se lit %s', (_cas, saisi, attendu) => expect(lireNumero(saisi)).toBe(attendu))

  it.each([
    ['dans un objet', 'Re: réclamation REC-2026-00042', ['REC-2026-00042']],
    ['sans zéros, en minuscules', 'mon dossier rec-2026-42.', ['REC-2026-00042']],
    [
      'deux fois',
      'REC-2026-00042 et REC-2026-00042, puis ELO-2026-00007',
      ['REC-2026-00042', 'ELO-2026-00007'],
    ],
    ['jamais par hasard', 'les 2026 12 jours, tel 01-2026-5', []],
  ])('se retrouve %s', (_cas, texte, attendu) => expect(numerosCites(texte)).toEqual(attendu))
})
