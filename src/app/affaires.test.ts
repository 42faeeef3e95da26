import { afterAll, beforeAll, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { contract, LigneDeDossier, TroncVu } from '#core/dossiers/contract.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import type { OutputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe } from './testing/demandes.ts'

type Affaire = OutputOf<typeof contract.obtenirAffaire>
type Chronologie = OutputOf<typeof contract.listerChronologieDAffaire>

describeOnEachEngine('une affaire', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())

  const ecrire = async (plus: Parameters<typeof reclamationSaisie>[0] = {}) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie(plus))
  const creer = async (dossiers: readonly string[], plus: object = {}, qui: Qui = 'charge') =>
    (
      await app.faire(qui, 'dossiers.creerAffaire', {
        titre: 'Panne de chauffage',
        depuisLe: '2026-01-02',
        motif: 'Trois familles le même soir.',
        dossiers,
        ...plus,
      })
    ).id
  const lire = (id: string, qui: Qui = 'charge') => app.faire<Affaire>(qui, 'dossiers.obtenirAffaire', { id })
  const dossiersDe = async (affaireId: string, qui: Qui = 'charge') =>
    (
      await app.faire<{ dossiers: LigneDeDossier[] }>(qui, 'dossiers.lister', { affaireId, vue: 'tous' })
    ).dossiers.map(({ id }) => id)
  const tronc = async (id: string, qui: Qui = 'charge') =>
    (await app.faire<{ tronc: TroncVu }>(qui, 'reclamations.obtenir', { id })).tronc
  const proteger = async (id: string) =>
    app.faire('responsable', 'dossiers.classer', {
      id,
      version: (await tronc(id, 'responsable')).version,
      classe: 'sensible',
      motif: 'Agent de l’hôpital',
    })

  it('réunit des dossiers sous un titre, un jour et une raison ; chacun la montre', async () => {
    const [a, b] = [await ecrire(), await ecrire()]
    const id = await creer([a.id, b.id])
    expect(await lire(id)).toMatchObject({
      titre: 'Panne de chauffage',
      depuisLe: '2026-01-02',
      motif: 'Trois familles le même soir.',
      par: 'Camille Roux',
      personnes: [
        { roles: [{ role: 'auteur', numero: a.numero }] },
        { roles: [{ role: 'auteur', numero: b.numero }] },
      ],
    })
    expect((await lire(id)).echeances.map((e) => e.numero)).toEqual(
      expect.arrayContaining([a.numero, b.numero]),
    )
    expect((await dossiersDe(id)).toSorted()).toEqual([a.id, b.id].toSorted())
    expect((await tronc(a.id)).affaire).toEqual({ id, titre: 'Panne de chauffage' })
    const [trace] = await app.lignes(
      `select contenu::json ->> 'objetId' as objet from journal.entree where evenement = 'affaire-creee' order by rang desc limit 1`,
    )
    expect(trace).toEqual({ objet: id })
  })

  it('met ce qui est arrivé sur un seul fil, sans rien de ce qui est écrit', async () => {
    const [a, b] = [await ecrire(), await ecrire()]
    const id = await creer([a.id, b.id])
    const note = { id: b.id, version: 2, survenuLe: '2026-01-05', texte: 'Secret de la note' }
    await app.faire('charge', 'dossiers.noter', note)
    const chronologie = await app.faire<Chronologie>('charge', 'dossiers.listerChronologieDAffaire', { id })
    const numeros = chronologie.faits.map((f) => f.numero)
    expect(new Set(numeros)).toEqual(new Set([a.numero, b.numero]))
    expect(chronologie.faits[0]).toMatchObject({ libelle: 'Note', numero: b.numero, agent: 'Camille Roux' })
    expect(JSON.stringify(chronologie)).not.toContain('Secret')
    const jours = chronologie.faits.map((f) => f.survenuLe)
    expect(jours).toEqual(jours.toSorted().toReversed())
  })

  it('se lit page après page quand il s’est passé beaucoup de choses', async () => {
    const { id: dossierId } = await ecrire()
    const id = await creer([dossierId])
    await app.lignes(
      `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a, details)
       select gen_random_uuid(), $1, 'note-ajoutee', '2026-01-03', now(), '{}' from generate_series(1, 130)`,
      [dossierId],
    )
    const vus: string[] = []
    for (let apres: string | null | undefined; apres !== null; ) {
      const page: Chronologie = await app.faire('charge', 'dossiers.listerChronologieDAffaire', {
        id,
        ...(apres === undefined ? {} : { apres }),
      })
      vus.push(...page.faits.map((f) => f.id))
      apres = page.suite
    }
    const [{ n } = { n: 0 }] = await app.lignes<{ n: number }>(
      'select count(*)::int as n from dossiers.fait where dossier_id = $1',
      [dossierId],
    )
    expect(vus).toHaveLength(n)
    expect(new Set(vus).size).toBe(n)
  })

  it('se rejoint et se quitte ; ce qui venait d’un même contact reste ensemble', async () => {
    const [a, b] = [await ecrire(), await ecrire()]
    const suite = await ecrire({ suiteDe: b.id })
    const groupe = async (id: string) =>
      (await app.lignes<{ g: string }>('select affaire_id as g from dossiers.dossier where id = $1', [id]))[0]
        ?.g
    const id = await creer([a.id])
    await app.faire('charge', 'dossiers.joindreAffaire', { id: suite.id, affaireId: id })
    expect(
      await app.refus('charge', 'dossiers.joindreAffaire', { id: suite.id, affaireId: id }),
    ).toMatchObject({
      refus: 'deja-dans-celle-ci',
    })
    const autre = await creer([b.id])
    expect(
      await app.refus('charge', 'dossiers.joindreAffaire', { id: suite.id, affaireId: autre }),
    ).toMatchObject({ refus: 'deja-dans-une-affaire' })
    await app.faire('charge', 'dossiers.quitterAffaire', { id: suite.id })
    expect(await groupe(suite.id)).toBe(b.id)
    expect(await app.refus('charge', 'dossiers.quitterAffaire', { id: suite.id })).toMatchObject({
      refus: 'dans-aucune-affaire',
    })
    expect((await tronc(suite.id)).faits.map((f) => f.code)).toEqual(
      expect.arrayContaining(['affaire-jointe', 'affaire-quittee']),
    )
  })

  it('que son dernier dossier a quittée n’existe plus, mais il peut y revenir aussitôt', async () => {
    const a = await ecrire()
    const id = await creer([a.id])
    await app.faire('charge', 'dossiers.quitterAffaire', { id: a.id })
    expect(await app.refus('charge', 'dossiers.obtenirAffaire', { id })).toMatchObject({ code: 'not-found' })
    const autre = await ecrire()
    expect(
      await app.refus('charge', 'dossiers.joindreAffaire', { id: autre.id, affaireId: id }),
    ).toMatchObject({ code: 'not-found' })
    await app.faire('charge', 'dossiers.joindreAffaire', { id: a.id, affaireId: id })
    expect((await lire(id)).titre).toBe('Panne de chauffage')
  })

  it('ne se crée pas à moitié : un dossier déjà ailleurs arrête tout', async () => {
    const [a, b] = [await ecrire(), await ecrire()]
    await creer([b.id])
    const refus = await app.refus('charge', 'dossiers.creerAffaire', {
      titre: 'Autre',
      depuisLe: '2026-01-02',
      motif: '',
      dossiers: [a.id, b.id],
    })
    expect(refus.message).toContain(b.numero)
    expect((await tronc(a.id)).affaire).toBeNull()
    const futur = { titre: 'X', depuisLe: '2027-01-01', motif: '', dossiers: [a.id] }
    expect(await app.refus('charge', 'dossiers.creerAffaire', futur)).toMatchObject({
      champs: { depuisLe: expect.any(String) },
    })
  })

  it('se renomme sur la version lue', async () => {
    const a = await ecrire()
    const id = await creer([a.id])
    const saisie = { id, version: 1, titre: 'Coupure', depuisLe: '2026-01-02', motif: '' }
    await app.faire('charge', 'dossiers.modifierAffaire', saisie)
    expect(await app.refus('collegue', 'dossiers.modifierAffaire', saisie)).toMatchObject({
      code: 'stale',
      actuel: { titre: 'Coupure', version: 2 },
    })
  })

  const compter = (qui: Qui, sql: string, valeurs: readonly unknown[], services: readonly string[] = []) =>
    app.base.database.transaction(
      { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteurDe(app, qui, services)) },
      async (tx) => (await tx.query(sql, valeurs)).rowCount,
    )
  const parSonId = 'select 1 from dossiers.affaire where id = $1'

  it('ne dit rien d’un dossier caché : ni lui, ni son nombre, ni ses personnes, ni son fil', async () => {
    const [visible, cache] = [await ecrire(), await ecrire()]
    const id = await creer([visible.id, cache.id])
    await proteger(cache.id)
    expect(await dossiersDe(id)).toEqual([visible.id])
    expect(await dossiersDe(id, 'responsable')).toHaveLength(2)
    const vue = await lire(id)
    const chronologie = await app.faire('charge', 'dossiers.listerChronologieDAffaire', { id })
    const { affaires } = await app.faire<{ affaires: { id: string; nombreDeDossiers: number }[] }>(
      'charge',
      'dossiers.listerAffaires',
      {},
    )
    expect(affaires.find((a) => a.id === id)?.nombreDeDossiers).toBe(1)
    expect(JSON.stringify([vue, chronologie])).not.toContain(cache.numero)
    expect((await lire(id, 'responsable')).personnes).toHaveLength(2)
  })

  it('dont on ne voit aucun dossier n’existe pas, même par SQL direct ; un service n’en sait rien', async () => {
    const { pneumologie } = app.structures
    const [cache, duService] = [await ecrire(), await ecrire({ services: [pneumologie] })]
    const cachee = await creer([cache.id], { titre: 'Plainte de l’infirmière Durand' })
    await proteger(cache.id)
    const id = await creer([duService.id])
    expect(await compter('charge', parSonId, [cachee])).toBe(0)
    expect(await compter('responsable', parSonId, [cachee])).toBe(1)
    expect(await compter('charge', `update dossiers.affaire set titre = 'x' where id = $1`, [cachee])).toBe(0)
    expect(await app.refus('charge', 'dossiers.obtenirAffaire', { id: cachee })).toMatchObject({
      code: 'not-found',
    })
    expect(
      await app.refus('charge', 'dossiers.joindreAffaire', { id: duService.id, affaireId: cachee }),
    ).toMatchObject({ code: expect.stringMatching(/not-found|refused/) })
    expect(await compter('chef', parSonId, [id], [pneumologie])).toBe(0)
    expect((await tronc(duService.id, 'chef')).affaire).toBeNull()
    expect(await app.refus('chef', 'dossiers.obtenirAffaire', { id })).toMatchObject({ code: 'forbidden' })
    expect(await compter('administrateur', parSonId, [id])).toBe(0)
  })

  it('retirée d’un conflit d’intérêts : l’agent concerné ne voit que ce qui lui reste', async () => {
    const [a, b] = [await ecrire(), await ecrire()]
    const id = await creer([a.id, b.id])
    await app.faire('responsable', 'dossiers.declarerConflit', { id: a.id, agentId: app.agents.collegue })
    expect(await dossiersDe(id, 'collegue')).toEqual([b.id])
    await app.faire('responsable', 'dossiers.declarerConflit', { id: b.id, agentId: app.agents.collegue })
    expect(await app.refus('collegue', 'dossiers.obtenirAffaire', { id })).toMatchObject({
      code: 'not-found',
    })
  })
})
