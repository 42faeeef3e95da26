import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SentInputOf } from '#platform/contract.ts'
import { contract } from './contract.ts'
import { routesDesAgents } from './routes.ts'
import { type Banc, MIDI, ouvrirBanc } from './testing.ts'

const CODE = 'ABCD-2345'

const saisie = (code: string): SentInputOf<typeof contract.installer> => ({
  code,
  etablissement: {
    nom: 'Centre hospitalier des Tilleuls',
    finess: '',
    serviceNom: 'Relations avec les usagers',
    adresse: ['1 allée des Tilleuls', '99000 TILLEULS'],
    courriel: 'usagers@tilleuls.example',
    telephone: '01 99 00 00 00',
    tribunal: '',
  },
  administrateur: {
    nom: 'Lefèvre',
    prenom: 'Zoé',
    identifiant: 'Zoe.Lefevre',
    motDePasse: 'douze lapins sautent',
  },
})

describe('la première installation', () => {
  let banc: Banc
  let consommations = 0
  let module: { contract: typeof contract; liaisons: ReturnType<typeof routesDesAgents> }
  beforeAll(async () => {
    banc = await ouvrirBanc()
    const liaisons = routesDesAgents({
      database: banc.test.database,
      permissionsDe: () => [],
      demonstration: false,
      codeInstallation: {
        verifier: (code) => code === CODE,
        consommer: () => {
          consommations += 1
        },
      },
      creerEtablissement: async (tx, id, { nom, serviceNom, adresse, courriel, telephone }, maintenant) => {
        await tx.query(
          `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, nom, serviceNom, adresse, courriel, telephone, maintenant],
        )
      },
      nomsDesStructures: () => Promise.resolve(new Map()),
      obtenirEtablissement: () => Promise.reject(new Error('not used here')),
      jourDe: () => '2026-03-10',
    })
    module = { contract, liaisons }
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    consommations = 0
    for (const table of ['agents.tentative', 'agents.session', 'agents.agent', 'structures.etablissement']) {
      await banc.test.admin.query(`delete from ${table}`)
    }
  })

  const installer = (code = CODE) => banc.appeler(module, 'installer', saisie(code), {})

  it('crée l’établissement et son administrateur, qui se connecte aussitôt', async () => {
    const avant = await banc.appeler(module, 'obtenirSession', {}, {})
    expect(avant.reponse.installationRequise).toBe(true)
    const { reponse, cookie } = await installer()
    expect(cookie).toBeUndefined()
    const { rows } = await banc.test.admin.query('select id, role, etablissement_id from agents.agent')
    expect(rows).toMatchObject([{ role: 'administrateur', etablissement_id: reponse.etablissementId }])
    const identite = { identifiant: 'zoe.lefevre', motDePasse: 'douze lapins sautent' }
    expect((await banc.appeler(module, 'ouvrirSession', identite, {})).reponse).toEqual({
      doitChangerMotDePasse: false,
    })
    expect((await banc.appeler(module, 'obtenirSession', {}, {})).reponse.installationRequise).toBe(false)
    expect(consommations).toBe(1)
  })

  it('est refusée quand elle est déjà faite, même avec le bon code', async () => {
    await installer()
    await expect(installer()).rejects.toMatchObject({ code: 'refused', details: { refus: 'deja-installe' } })
    expect(consommations).toBe(1)
  })

  it('n’a lieu qu’une fois quand deux visiteurs la demandent ensemble', async () => {
    const issues = await Promise.allSettled([installer(), installer()])
    expect(issues.map((i) => i.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await banc.test.admin.query('select 1 from structures.etablissement')
    expect(rows).toHaveLength(1)
  })

  it('désigne le champ du code quand il est faux, puis freine', async () => {
    for (let essai = 0; essai < 5; essai += 1) {
      await expect(installer('FAUX')).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { code: expect.stringContaining('terminal') } },
      })
    }
    await expect(installer()).rejects.toMatchObject({ code: 'too-many' })
    expect(consommations).toBe(0)
  })

  it('est inscrite au journal de l’établissement', async () => {
    const { reponse } = await installer()
    const { rows } = await banc.test.admin.query(
      `select evenement from journal.entree where etablissement_id = $1 and survenue_a = $2`,
      [reponse.etablissementId, MIDI],
    )
    expect(rows).toEqual([{ evenement: 'agent-cree' }])
  })
})
