import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#platform/db/index.ts'
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { enTransaction } from './index.ts'

const ANONYME = { type: 'anonyme' } as const

describe('une transaction', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase()
  })
  afterAll(() => test.close())

  const echouer = (tx: Tx, code: string) =>
    tx.query(`do $$ begin raise exception 'essai' using errcode = '${code}'; end $$`)

  it.each(['read', 'write'] as const)(
    'borne l’attente d’un verrou et la durée d’une requête (%s)',
    async (mode) => {
      const { rows } = await enTransaction(test.database, ANONYME, mode, (tx) =>
        tx.query(
          `select current_setting('lock_timeout') as verrou, current_setting('statement_timeout') as requete`,
        ),
      )
      expect(rows).toEqual([{ verrou: '5s', requete: '30s' }])
    },
  )

  it('est refusée avec une phrase quand quelqu’un garde le dossier verrouillé', async () => {
    const essai = enTransaction(test.database, ANONYME, 'write', (tx) => echouer(tx, '55P03'))
    await expect(essai).rejects.toMatchObject({
      code: 'refused',
      details: { message: 'Quelqu’un travaille sur ce dossier. Réessayez dans un instant.' },
    })
  })

  it.each(['40P01', '40001'])('qui écrit recommence après un conflit (%s)', async (code) => {
    let essais = 0
    const resultat = await enTransaction(test.database, ANONYME, 'write', async (tx) => {
      essais += 1
      if (essais < 3) await echouer(tx, code)
      return 'fait'
    })
    expect([resultat, essais]).toEqual(['fait', 3])
  })

  it('ne recommence pas pour une autre erreur', async () => {
    let essais = 0
    const essai = enTransaction(test.database, ANONYME, 'write', async (tx) => {
      essais += 1
      await echouer(tx, '22023')
    })
    await expect(essai).rejects.toMatchObject({ code: '22023' })
    expect(essais).toBe(1)
  })
})
