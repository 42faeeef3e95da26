import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Banc, ouvrirBanc } from '#core/agents/testing.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { SentInputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { contract } from './contract.ts'
import { routesDesStructures } from './index.ts'

const module = {
  contract,
  liaisons: routesDesStructures({ calendriers: [], reglageChange: async () => undefined }),
}
type Saisi = SentInputOf<typeof contract.creerCorrespondant>

describe('les correspondants', () => {
  let banc: Banc
  let charge: ActeurAgent
  beforeAll(async () => {
    banc = await ouvrirBanc()
    charge = await banc.agent('charge')
  })
  afterAll(() => banc.fermer())
  beforeEach(() => banc.test.admin.query('delete from structures.correspondant'))

  const ars: Saisi = {
    nature: 'ars',
    nom: 'ARS Île-de-Valmont',
    adresse: ['2 PLACE DU MARCHÉ', '99000 VALMONT'],
    courriel: '',
  }
  const creer = async (plus: Partial<Saisi> = {}) =>
    (await banc.appeler(module, 'creerCorrespondant', { ...ars, ...plus }, { acteur: charge })).reponse.id
  const modifier = (entree: SentInputOf<typeof contract.modifierCorrespondant>) =>
    banc.appeler(module, 'modifierCorrespondant', entree, { acteur: charge })
  const lister = async () =>
    (await banc.appeler(module, 'listerCorrespondants', {}, { acteur: charge })).reponse.correspondants

  it('s’écrivent une fois, puis se listent par nom', async () => {
    await creer()
    await creer({ nom: 'Centre hospitalier de Bellerive', nature: 'etablissement' })
    expect((await lister()).map((c) => [c.nom, c.nature, c.estRetire])).toEqual([
      ['ARS Île-de-Valmont', 'ars', false],
      ['Centre hospitalier de Bellerive', 'etablissement', false],
    ])
  })

  it('ne portent pas deux fois le même nom, à un accent ou une majuscule près', async () => {
    await creer()
    await expect(creer({ nom: 'ars ile-de-valmont' })).rejects.toMatchObject({
      code: 'invalid',
      details: { champs: { nom: expect.stringContaining('déjà ce nom') } },
    })
  })

  it('retirés ne sont plus proposés, et laissent leur nom à un autre', async () => {
    const id = await creer()
    await modifier({ ...ars, id, version: 1, estRetire: true })
    const autre = await creer()
    const parId = new Map((await lister()).map((c) => [c.id, c.estRetire]))
    expect([parId.get(id), parId.get(autre)]).toEqual([true, false])
    await expect(modifier({ ...ars, id, version: 2, estRetire: false })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('modifiés par deux personnes disent à la seconde ce que la première a écrit', async () => {
    const id = await creer()
    await modifier({ ...ars, id, version: 1, courriel: 'usagers@ars.example', estRetire: false })
    await expect(modifier({ ...ars, id, version: 1, estRetire: false })).rejects.toMatchObject({
      code: 'stale',
      details: { actuel: { courriel: 'usagers@ars.example', version: 2 } },
    })
  })

  it.each([
    ['une adresse au moins', { adresse: [] }, 'adresse'],
    ['une adresse électronique valable', { courriel: 'usagers' }, 'courriel'],
    ['un nom', { nom: ' ' }, 'nom'],
  ])('demandent %s', (_cas, plus, champ) => {
    const lu = contract.creerCorrespondant.input.safeParse({ ...ars, ...plus })
    expect(lu.error?.issues[0]?.path[0]).toBe(champ)
  })

  it('ne se voient ni d’un autre établissement, ni par un lien envoyé à un service', async () => {
    await creer()
    const compter = async (settings: Readonly<Record<string, string>>) =>
      banc.test.database.transaction({ mode: 'read', role: APPLICATION_ROLE, settings }, async (tx) => {
        const { rows } = await tx.query<{ n: number }>(
          'select count(*)::int as n from structures.correspondant',
        )
        return rows[0]?.n
      })
    const settings = parametresDe(charge)
    expect(await compter(settings)).toBe(1)
    expect(await compter({ ...settings, 'app.acteur': 'lien-de-tache' })).toBe(0)
    expect(await compter({ ...settings, 'app.etablissement': '019b8d62-0000-7000-8000-000000000001' })).toBe(
      0,
    )
  })
})
