import { describe, expect, it } from 'vitest'
import { hacherMotDePasse, verifierMotDePasse } from './mot-de-passe.ts'

describe('le mot de passe', () => {
  it('est reconnu, et lui seul', async () => {
    const empreinte = await hacherMotDePasse('quatre saisons en forêt')
    expect(empreinte).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(await verifierMotDePasse(empreinte, 'quatre saisons en forêt')).toBe(true)
    expect(await verifierMotDePasse(empreinte, 'quatre saisons en foret')).toBe(false)
    expect(await verifierMotDePasse(empreinte, '')).toBe(false)
  })

  it('a une empreinte différente à chaque fois', async () => {
    const [a, b] = [
      await hacherMotDePasse('le même mot de passe'),
      await hacherMotDePasse('le même mot de passe'),
    ]
    expect(a).not.toBe(b)
  })

  it('est le même quel que soit le clavier qui compose les accents', async () => {
    const empreinte = await hacherMotDePasse('été à la mer'.normalize('NFD'))
    expect(await verifierMotDePasse(empreinte, 'été à la mer'.normalize('NFC'))).toBe(true)
  })

  it('suit l’algorithme publié (vecteur calculé par l’implémentation de référence d’argon2)', async () => {
    // argon2 -id -t 2 -k 65536 -p 1 -l 32, "password", salt "somesalt"
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifierMotDePasse(reference, 'password')).toBe(true)
    expect(await verifierMotDePasse(reference, 'Password')).toBe(false)
  })

  it.each([
    ['aucun compte', null],
    ['une empreinte vide', ''],
    ['une empreinte d’un autre algorithme', '$2b$10$abcdefghijklmnopqrstuv'],
    [
      'une empreinte qui demanderait un gigaoctet',
      '$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q',
    ],
  ])('n’ouvre rien avec %s', async (_titre, empreinte) => {
    expect(await verifierMotDePasse(empreinte, 'peu importe')).toBe(false)
  })

  it('refuse ce qui attendrait trop, comptes inconnus compris, puis reprend', async () => {
    const issues = await Promise.allSettled(
      Array.from({ length: 24 }, () => verifierMotDePasse(null, 'essai')),
    )
    const refus = issues.filter((issue) => issue.status === 'rejected')
    expect(refus).toHaveLength(24 - 2 - 16)
    expect(refus[0]?.reason).toMatchObject({ code: 'too-many' })
    expect(await verifierMotDePasse(null, 'essai')).toBe(false)
  })
})
