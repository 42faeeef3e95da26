import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Banc, MIDI, ouvrirBanc } from '#core/agents/testing.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { SentInputOf } from '#platform/contract.ts'
import { isPermissionDenied, statementCount } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { contract } from './contract.ts'
import { creerEtablissement, nomsDesStructures, obtenirEtablissement, routesDesStructures } from './index.ts'

const recalculs: string[] = []
const module = {
  contract,
  liaisons: routesDesStructures({
    calendriers: [
      { code: 'metropole', libelle: 'Métropole' },
      { code: 'la-reunion', libelle: 'La Réunion' },
    ],
    reglageChange: async (_tx, etablissementId) => {
      recalculs.push(etablissementId)
    },
  }),
}
type Creation = SentInputOf<typeof contract.creer>

describe('les structures', () => {
  let banc: Banc
  let admin: ActeurAgent
  beforeAll(async () => {
    banc = await ouvrirBanc()
    admin = await banc.agent('administrateur')
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    await banc.test.admin.query('delete from structures.structure')
    await banc.test.admin.query('update structures.etablissement set version = 1')
  })

  const creer = async (plus: Partial<Creation> = {}, cle?: string) => {
    const input: Creation = { parentId: null, nature: 'service', code: 'S1', nom: 'Urgences', ...plus }
    const appel = { acteur: admin, ...(cle === undefined ? {} : { cle }) }
    return (await banc.appeler(module, 'creer', input, appel)).reponse.id
  }
  const lister = async () => (await banc.appeler(module, 'lister', {}, { acteur: admin })).reponse.structures

  it('se listent par nom, sans tenir compte des accents ni de la casse', async () => {
    await creer({ code: '1', nom: 'Zoonoses' })
    await creer({ code: '2', nom: 'Échographie' })
    await creer({ code: '3', nom: 'ecole du dos' })
    expect((await lister()).map((s) => s.nom)).toEqual(['Échographie', 'ecole du dos', 'Zoonoses'])
  })

  it('forment l’arbre de l’établissement', async () => {
    const pole = await creer({ nature: 'pole', code: 'P1', nom: 'Pôle mère-enfant' })
    const service = await creer({ parentId: pole, code: 'S1', nom: 'Maternité' })
    const uf = await creer({ parentId: service, nature: 'uf', code: '1201', nom: 'Suites de couches' })
    const { rows } = await banc.test.admin.query<{ id: string }>(
      'select id from structures.structure where parent_id = $1',
      [service],
    )
    expect(rows).toEqual([{ id: uf }])
  })

  it('sont refusées là où elles ne peuvent pas dépendre', async () => {
    const pole = await creer({ nature: 'pole', code: 'P1', nom: 'Pôle' })
    await expect(creer({ parentId: pole, nature: 'uf', code: '1', nom: 'UF' })).rejects.toMatchObject({
      code: 'refused',
      details: { refus: 'uf-sous-un-service', message: expect.stringContaining('choisissez son service') },
    })
  })

  it('sont refusées sous une structure qui n’existe pas, ou d’un autre établissement', async () => {
    const etablissementId = await banc.autreEtablissement()
    const etranger = uuidv7(MIDI.getTime())
    await banc.test.admin.query(
      `insert into structures.structure (id, etablissement_id, nature, code, nom, cle_tri) values ($1, $2, 'pole', 'P', 'P', 'p')`,
      [etranger, etablissementId],
    )
    for (const parentId of [uuidv7(MIDI.getTime()), etranger]) {
      await expect(creer({ parentId })).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { parentId: expect.stringContaining('n’existe plus') } },
      })
    }
  })

  it('sont refusées quand le code est pris dans l’établissement', async () => {
    await creer({ code: '1201' })
    await expect(creer({ code: ' 1201 ' })).rejects.toMatchObject({
      code: 'invalid',
      details: { champs: { code: expect.stringContaining('déjà pris') } },
    })
  })

  it('ne sont créées qu’une fois par un double clic', async () => {
    const cle = crypto.randomUUID()
    expect(await creer({}, cle)).toBe(await creer({}, cle))
    expect(await lister()).toHaveLength(1)
  })

  it('se ferment un jour, gardent ce jour, et se rouvrent', async () => {
    const id = await creer()
    const modifier = (estFermee: boolean, jours: number) =>
      banc.appeler(
        module,
        'modifier',
        { id, nom: 'Urgences adultes', estFermee },
        { acteur: admin, maintenant: new Date(MIDI.getTime() + jours * 86_400_000) },
      )
    await modifier(true, 0)
    expect(await lister()).toMatchObject([{ nom: 'Urgences adultes', fermeLe: '2026-03-10' }])
    await modifier(true, 5)
    expect(await lister()).toMatchObject([{ fermeLe: '2026-03-10' }])
    await modifier(false, 6)
    expect(await lister()).toMatchObject([{ fermeLe: null }])
  })

  it.each([
    ['Europe/Paris', '2026-03-11'],
    ['America/Cayenne', '2026-03-10'],
    ['Pacific/Noumea', '2026-03-11'],
  ])('se ferment au jour de l’établissement : %s, le %s', async (fuseau, jour) => {
    const id = await creer()
    const appel = { acteur: { ...admin, fuseau }, maintenant: new Date('2026-03-10T23:30:00Z') }
    await banc.appeler(module, 'modifier', { id, nom: 'Urgences', estFermee: true }, appel)
    expect(await lister()).toMatchObject([{ fermeLe: jour }])
  })

  it('sont introuvables hors de l’établissement', async () => {
    const id = await creer()
    const autre = { ...admin, etablissementId: await banc.autreEtablissement() }
    const essai = banc.appeler(module, 'modifier', { id, nom: 'x', estFermee: true }, { acteur: autre })
    await expect(essai).rejects.toMatchObject({ code: 'not-found' })
    expect(await banc.lire(autre, (tx) => nomsDesStructures(tx, [id]))).toEqual(new Map())
    expect(await banc.lire(admin, (tx) => nomsDesStructures(tx, [id, id]))).toEqual(
      new Map([[id, 'Urgences']]),
    )
  })

  it('ne se gèrent que par un administrateur, et se lisent par tous les rôles', async () => {
    const chef = await banc.agent('chef-de-service', [await creer()])
    const lecture = await banc.appeler(module, 'lister', {}, { acteur: chef })
    expect(lecture.reponse.structures).toHaveLength(1)
    const essai = banc.appeler(
      module,
      'creer',
      { parentId: null, nature: 'pole', code: 'P', nom: 'P' },
      { acteur: chef },
    )
    await expect(essai).rejects.toMatchObject({ code: 'forbidden' })
  })

  describe('l’établissement', () => {
    const lire = async () =>
      (await banc.appeler(module, 'obtenirEtablissement', {}, { acteur: admin })).reponse

    it('se modifie avec la version lue, et montre l’état actuel à qui arrive trop tard', async () => {
      const { id: _, fuseau: __, ...lu } = await lire()
      const saisie = { ...lu, signataireNom: 'Ana Ruiz', adresse: ['BP 12', '99000 TILLEULS CEDEX'] }
      const ecrit = await banc.appeler(module, 'modifierEtablissement', saisie, { acteur: admin })
      expect(ecrit.reponse).toEqual({ version: 2 })
      expect(await lire()).toMatchObject({ signataireNom: 'Ana Ruiz', adresse: saisie.adresse, version: 2 })
      const perimee = banc.appeler(module, 'modifierEtablissement', saisie, { acteur: admin })
      await expect(perimee).rejects.toMatchObject({
        code: 'stale',
        details: { actuel: { version: 2, signataireNom: 'Ana Ruiz' } },
      })
    })

    it('choisit son fuseau et son calendrier, et demande alors le recalcul des échéances', async () => {
      const lu = await lire()
      expect(lu.calendriers.map((c) => c.code)).toEqual(['metropole', 'la-reunion'])
      recalculs.length = 0
      const modifier = async (plus: object) => {
        const { version } = await lire()
        await banc.appeler(module, 'modifierEtablissement', { ...lu, ...plus, version }, { acteur: admin })
        const { fuseau, calendrier } = await lire()
        return [fuseau, calendrier]
      }
      expect(await modifier({ signataireNom: 'Léo' })).toEqual(['Europe/Paris', 'metropole'])
      expect(recalculs).toEqual([])
      const reunion = { fuseau: 'Indian/Reunion', calendrier: 'la-reunion' }
      expect(await modifier(reunion)).toEqual(['Indian/Reunion', 'la-reunion'])
      expect(recalculs).toEqual([banc.etablissementId])
      // a form that says nothing of them leaves them
      expect(await modifier({ fuseau: undefined, calendrier: undefined })).toEqual([
        'Indian/Reunion',
        'la-reunion',
      ])
      await expect(modifier({ calendrier: 'lune' })).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { calendrier: expect.any(String) } },
      })
      await expect(modifier({ fuseau: 'Europe/London' })).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { fuseau: expect.any(String) } },
      })
      await modifier({})
    })

    it('se lit en une requête', async () => {
      const compte = await banc.lire(admin, async (tx) => {
        await obtenirEtablissement(tx)
        return statementCount(tx)
      })
      expect(compte).toBe(1)
    })

    it('n’est visible de personne sans acteur', async () => {
      const lecture = banc.lire({ type: 'anonyme' }, obtenirEtablissement)
      await expect(lecture).rejects.toMatchObject({ code: 'not-found' })
    })

    it('se crée à l’installation, dans son propre périmètre seulement', async () => {
      const [id, autre] = [uuidv7(MIDI.getTime()), uuidv7(MIDI.getTime())]
      const saisie = {
        nom: 'Hôpital des Ormes',
        finess: '990000001',
        serviceNom: 'Usagers',
        adresse: ['2 rue des Ormes'],
        courriel: 'usagers@ormes.example',
        telephone: '01 99 00 00 01',
        tribunal: '',
      }
      const acteur = { type: 'installation', etablissementId: id as typeof banc.etablissementId } as const
      const lu = await banc.ecrire(acteur, async (tx) => {
        await creerEtablissement(tx, id, saisie, MIDI)
        return obtenirEtablissement(tx)
      })
      expect(lu).toMatchObject({ ...saisie, id, version: 1, fuseau: 'Europe/Paris', calendrier: 'metropole' })
      const intrusion = banc.ecrire(acteur, (tx) => creerEtablissement(tx, autre, saisie, MIDI))
      await expect(intrusion).rejects.toSatisfy(isPermissionDenied)
    })
  })
})
