import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { contract, ReclamationVue } from '#cases/reclamations/contract.ts'
import { griefSaisi, mesureSaisie, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { OutputOf } from '#platform/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'

describeOnEachEngine('l’analyse d’une réclamation', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = async () => (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
  const voir = (id: string) =>
    app.faire<OutputOf<typeof contract.obtenirAnalyse>>('responsable', 'reclamations.obtenirAnalyse', { id })
  const faits = async (id: string) =>
    (await app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })).tronc.faits.map(
      (f) => f.code,
    )
  const faire = <T = { version: number }>(operation: string, entree: object) =>
    app.faire<T>('charge', `reclamations.${operation}`, entree)
  const refus = (operation: string, entree: object) =>
    app.refus('charge', `reclamations.${operation}`, entree)
  const attentes = (id: string) =>
    app.lignes(
      'select objet_id, code, de, agent_id, pour_le::text from dossiers.attente where dossier_id = $1 order by pour_le',
      [id],
    )

  describe('met les faits en ordre', () => {
    const relate = (plus: object = {}) => ({
      survenuLe: null,
      heure: '',
      vecu: 'Il a attendu.',
      serviceId: null,
      versionDuService: '',
      ...plus,
    })
    const ajouter = (id: string, plus: object) =>
      faire<{ faitId: string; version: number }>('ajouterFaitRelate', { id, ...relate(plus) })

    it('par leur jour à l’ajout, puis comme on les déplace', async () => {
      const id = await creer()
      const c = await ajouter(id, { survenuLe: '2026-01-03', vecu: 'La chute' })
      const a = await ajouter(id, { survenuLe: '2026-01-01', vecu: 'L’arrivée', heure: 'vers 14 h' })
      const d = await ajouter(id, { vecu: 'Un jour' })
      const b = await ajouter(id, { survenuLe: '2026-01-02', vecu: 'L’attente' })
      expect((await voir(id)).faits.map((f) => [f.rang, f.vecu])).toEqual([
        [1, 'L’arrivée'],
        [2, 'L’attente'],
        [3, 'La chute'],
        [4, 'Un jour'],
      ])
      const ordre = [d, c, b, a].map((f) => f.faitId)
      await faire('ordonnerFaitsRelates', { id, faits: ordre })
      expect((await voir(id)).faits.map((f) => f.vecu)).toEqual([
        'Un jour',
        'La chute',
        'L’attente',
        'L’arrivée',
      ])
      expect(await refus('ordonnerFaitsRelates', { id, faits: ordre.slice(1) })).toMatchObject({
        refus: 'faits-changes',
      })
      await faire('retirerFaitRelate', { id, faitId: c.faitId, version: 1 })
      expect((await voir(id)).faits.map((f) => [f.rang, f.vecu])).toEqual([
        [1, 'Un jour'],
        [2, 'L’attente'],
        [3, 'L’arrivée'],
      ])
      expect((await refus('retirerFaitRelate', { id, faitId: c.faitId, version: 2 })).status).toBe(404)
    })

    it('avec la version du service en regard', async () => {
      const id = await creer()
      const { faitId } = await ajouter(id, {})
      const version = { id, faitId, version: 1, ...relate({ versionDuService: 'Vu à 23 h 05.' }) }
      expect(await refus('modifierFaitRelate', version)).toMatchObject({ refus: 'version-sans-service' })
      await faire('modifierFaitRelate', { ...version, serviceId: app.structures.cardiologie })
      expect((await voir(id)).faits).toMatchObject([
        { service: { nom: 'Cardiologie' }, versionDuService: 'Vu à 23 h 05.', version: 2 },
      ])
      const trop = await refus('modifierFaitRelate', version)
      expect(trop).toMatchObject({ code: 'stale', actuel: { version: 2, versionDuService: 'Vu à 23 h 05.' } })
    })

    it('et refuse l’avenir ou un service qui n’existe pas', async () => {
      const id = await creer()
      expect(await refus('ajouterFaitRelate', { id, ...relate({ survenuLe: '2026-01-06' }) })).toMatchObject({
        refus: 'fait-dans-l-avenir',
      })
      const inconnu = await refus('ajouterFaitRelate', { id, ...relate({ serviceId: randomUUID() }) })
      expect(inconnu.champs).toHaveProperty('serviceId')
    })
  })

  describe('pose un constat', () => {
    it.each([
      ['fonde', '', null],
      ['partiellement-fonde', '', null],
      ['non-fonde', ' ', 'motivation'],
      ['non-fonde', 'Tracé à 14 h 20.', null],
      ['indeterminable', '', 'motivation'],
      [null, '', null],
    ])('%s, motivé « %s »', async (constat, motivation, champ) => {
      const id = await creer()
      const { griefId } = await faire<{ griefId: string }>('qualifierGrief', { id, ...griefSaisi() })
      const entree = {
        id,
        griefId,
        version: 1,
        constat,
        motivation,
        reponse: 'Nous regrettons cette attente.',
      }
      const { status, corps } = await app.appeler('charge', 'reclamations.constaterGrief', entree)
      expect([status, Object.keys((corps['champs'] as object | undefined) ?? {})]).toEqual(
        champ === null ? [200, []] : [422, [champ]],
      )
    })

    it('sur chaque grief : la chronologie le dit quand le dernier le reçoit', async () => {
      const id = await creer()
      const griefs: string[] = []
      for (let i = 0; i < 2; i += 1)
        griefs.push((await faire<{ griefId: string }>('qualifierGrief', { id, ...griefSaisi() })).griefId)
      const poser = (griefId: string | undefined, version: number) =>
        faire('constaterGrief', { id, griefId, version, constat: 'fonde', motivation: '', reponse: '' })
      await poser(griefs[0], 1)
      expect(await faits(id)).not.toContain('constats-poses')
      await poser(griefs[1], 1)
      await poser(griefs[1], 2)
      expect((await faits(id)).filter((c) => c === 'constats-poses')).toHaveLength(1)
    })

    it('que deux agents posent : le second voit le premier', async () => {
      const id = await creer()
      const { griefId } = await faire<{ griefId: string }>('qualifierGrief', { id, ...griefSaisi() })
      const entree = { id, griefId, version: 1, constat: 'fonde', motivation: 'Oui', reponse: 'Pardon.' }
      await faire('constaterGrief', entree)
      const second = await app.refus('collegue', 'reclamations.constaterGrief', {
        ...entree,
        reponse: 'Désolés.',
      })
      expect(second).toMatchObject({
        code: 'stale',
        actuel: { version: 2, constat: 'fonde', reponse: 'Pardon.' },
      })
    })
  })

  it('note des causes par grief ou pour le dossier, et les reprend', async () => {
    const id = await creer()
    const autre = await creer()
    const { griefId } = await faire<{ griefId: string }>('qualifierGrief', { id, ...griefSaisi() })
    const cause = { id, griefId, famille: 'equipe', description: 'Transmissions non faites' }
    const { causeId } = await faire<{ causeId: string }>('ajouterCause', cause)
    await faire('ajouterCause', { ...cause, griefId: null, famille: 'organisation' })
    expect((await voir(id)).causes.map((c) => [c.griefId, c.famille])).toEqual([
      [griefId, 'equipe'],
      [null, 'organisation'],
    ])
    expect((await refus('ajouterCause', { ...cause, id: autre })).champs).toHaveProperty('griefId')
    expect((await refus('ajouterCause', { ...cause, famille: 'autre' })).champs).toHaveProperty('famille')
    expect((await refus('retirerCause', { id: autre, causeId, version: 1 })).status).toBe(404)
    await faire('retirerCause', { id, causeId, version: 1 })
    expect((await voir(id)).causes).toHaveLength(1)
  })

  describe('suit les mesures', () => {
    const ajouter = (id: string, plus: object = {}) =>
      faire<{ mesureId: string; version: number }>('ajouterMesure', { id, ...mesureSaisie(plus) })

    it('promises : le dossier les attend, de qui et pour quand, jusqu’à ce qu’elles soient faites', async () => {
      const id = await creer()
      const { cardiologie } = app.structures
      const { charge } = app.agents
      const a = await ajouter(id)
      const b = await ajouter(id, { responsable: '', structureId: cardiologie, pourLe: '2026-03-01' })
      await ajouter(id, { nature: 'prise', pourLe: null, faiteLe: '2026-01-05' })
      const c = await ajouter(id, { responsable: '', agentId: charge, pourLe: '2026-04-01' })
      const attendue = { code: 'mesure', agent_id: null }
      expect(await attentes(id)).toEqual([
        { ...attendue, objet_id: a.mesureId, de: 'Cadre des urgences', pour_le: '2026-02-15' },
        { ...attendue, objet_id: b.mesureId, de: 'Cardiologie', pour_le: '2026-03-01' },
        { ...attendue, objet_id: c.mesureId, de: 'Camille Roux', agent_id: charge, pour_le: '2026-04-01' },
      ])
      app.maintenant = new Date('2026-01-10T09:00:00Z')
      await faire('terminerMesure', { id, mesureId: a.mesureId, version: 1, faiteLe: '2026-01-08' })
      await faire('abandonnerMesure', { id, mesureId: b.mesureId, version: 1, motif: 'Service fermé' })
      await faire('modifierMesure', {
        id,
        mesureId: c.mesureId,
        version: 1,
        ...mesureSaisie({ agentId: charge, pourLe: '2026-05-01' }),
      })
      expect(await attentes(id)).toMatchObject([
        { objet_id: c.mesureId, de: 'Camille Roux', pour_le: '2026-05-01' },
      ])
      expect(await faits(id)).toEqual(expect.arrayContaining(['mesure-faite', 'mesure-abandonnee']))
      expect((await voir(id)).mesures.map((m) => [m.faiteLe, m.abandonneeLe])).toEqual([
        [null, null],
        ['2026-01-08', null],
        [null, '2026-01-10'],
        ['2026-01-05', null],
      ])
    })

    it('dont le jour se corrige, le fait de la chronologie d’abord', async () => {
      const id = await creer()
      const { mesureId } = await ajouter(id)
      app.maintenant = new Date('2026-01-10T09:00:00Z')
      await faire('terminerMesure', { id, mesureId, version: 1, faiteLe: '2026-01-09' })
      const page = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
      const fait = page.tronc.faits.find((f) => f.code === 'mesure-faite')
      expect(fait?.refusDeRectifier).toBeNull()
      await app.faire('charge', 'dossiers.rectifierFait', {
        id,
        version: page.tronc.version,
        faitId: fait?.id,
        survenuLe: '2026-01-07',
        motif: 'Installées le mercredi.',
      })
      expect((await voir(id)).mesures).toMatchObject([{ faiteLe: '2026-01-07', version: 3 }])
      expect(await attentes(id)).toEqual([])
    })

    it('datées d’avant la réception dans un dossier ancien, elles n’empêchent pas de corriger celle-ci', async () => {
      const id = await creer()
      const { mesureId } = await ajouter(id)
      await faire('terminerMesure', { id, mesureId, version: 1, faiteLe: '2026-01-05' })
      await app.lignes(
        "update dossiers.fait set survenu_le = '2025-12-28' where dossier_id = $1 and code = 'mesure-faite'",
        [id],
      )
      const { tronc } = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
      const corriger = async (survenuLe: string) =>
        app.appeler('charge', 'dossiers.rectifierFait', {
          id,
          version: tronc.version,
          faitId: tronc.faits.find((f) => f.code.startsWith('reception'))?.id,
          survenuLe,
          motif: 'Le tampon dit le 2.',
        })
      expect((await corriger('2026-01-02')).status).toBe(200)
    })

    it('notées faites par erreur : elles redeviennent dues, le fait restant lisible, avec le motif', async () => {
      const id = await creer()
      const { mesureId } = await ajouter(id)
      const reprise = { id, mesureId, motif: 'Livrées, mais pas posées.' }
      expect(await refus('reprendreMesure', { ...reprise, version: 1 })).toMatchObject({
        refus: 'mesure-non-faite',
      })
      await faire('terminerMesure', { id, mesureId, version: 1, faiteLe: '2026-01-05' })
      expect(await attentes(id)).toEqual([])
      expect((await refus('reprendreMesure', { ...reprise, version: 2, motif: ' ' })).champs).toHaveProperty(
        'motif',
      )
      expect(await refus('reprendreMesure', { ...reprise, version: 1 })).toMatchObject({ code: 'stale' })
      await faire('reprendreMesure', { ...reprise, version: 2 })
      expect((await voir(id)).mesures).toMatchObject([{ faiteLe: null, abandonneeLe: null, version: 3 }])
      expect(await attentes(id)).toMatchObject([
        { code: 'mesure', objet_id: mesureId, pour_le: '2026-02-15' },
      ])
      const { tronc } = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
      const notes = tronc.faits.filter((f) => f.code === 'mesure-faite')
      expect(notes.map((f) => [f.libelle, f.estRectifie, f.motif, f.refusDeRectifier])).toEqual([
        ['Mesure réalisée', true, null, { code: 'fait-deja-rectifie' }],
        ['Mesure à réaliser, notée réalisée par erreur', false, reprise.motif, { code: 'fait-annule' }],
      ])
      const [entree] = await app.lignes<{ contenu: string }>(
        `select contenu from journal.entree where dossier_id = $1 and evenement = 'mesure-reprise'`,
        [id],
      )
      expect(entree?.contenu).toContain(mesureId)
      expect(entree?.contenu).not.toContain('Livrées')
      await faire('terminerMesure', { id, mesureId, version: 3, faiteLe: '2026-01-05' })
      expect(await attentes(id)).toEqual([])
      const prise = await ajouter(id, { nature: 'prise', pourLe: null, faiteLe: '2026-01-05' })
      expect(
        await refus('reprendreMesure', { ...reprise, mesureId: prise.mesureId, version: 1 }),
      ).toMatchObject({ refus: 'mesure-prise' })
    })

    it.each([
      ['sans date', { pourLe: null }, 'pourLe', 'date'],
      ['sans responsable', { responsable: ' ' }, 'responsable', 'charge'],
      ['prise sans le jour', { nature: 'prise' }, 'faiteLe', 'date'],
      ['prise demain', { nature: 'prise', faiteLe: '2026-01-06' }, 'faiteLe', 'avenir'],
    ])('et refuse une mesure %s', async (_cas, plus, champ, mot) => {
      const id = await creer()
      const probleme = await refus('ajouterMesure', { id, ...mesureSaisie(plus) })
      expect(probleme).toMatchObject({ status: 422, champs: { [champ]: expect.stringContaining(mot) } })
    })

    it('une fois seulement, et même après la clôture', async () => {
      const id = await creer()
      const { mesureId } = await ajouter(id)
      const classement = { id, version: 1, motif: 'retiree', precision: 'Elle y renonce.' }
      await app.faire('responsable', 'reclamations.classerSansReponse', classement)
      expect(await refus('ajouterMesure', { id, ...mesureSaisie() })).toMatchObject({ refus: 'dossier-clos' })
      expect(await attentes(id)).toHaveLength(1)
      const fin = { id, mesureId, faiteLe: '2026-01-05' }
      expect(
        (await refus('terminerMesure', { ...fin, version: 1, faiteLe: '2026-01-06' })).champs,
      ).toHaveProperty('faiteLe')
      expect(
        (await refus('terminerMesure', { ...fin, version: 1, faiteLe: '2026-01-04' })).champs,
      ).toMatchObject({ faiteLe: expect.stringContaining('réception') })
      await faire('terminerMesure', { ...fin, version: 1 })
      expect(await attentes(id)).toEqual([])
      expect((await refus('terminerMesure', { ...fin, version: 2 })).champs).toHaveProperty('faiteLe')
      const abandon = { id, mesureId, version: 2, motif: 'Trop tard' }
      expect(await refus('abandonnerMesure', abandon)).toMatchObject({ refus: 'mesure-deja-faite' })
      expect(await refus('terminerMesure', { ...fin, version: 1 })).toMatchObject({ code: 'stale' })
    })

    it('dont le responsable existe', async () => {
      const id = await creer()
      for (const champ of ['structureId', 'agentId', 'griefId'] as const) {
        const probleme = await refus('ajouterMesure', { id, ...mesureSaisie({ [champ]: randomUUID() }) })
        expect([champ, Object.keys(probleme.champs ?? {})]).toEqual([champ, [champ]])
      }
    })
  })
})
