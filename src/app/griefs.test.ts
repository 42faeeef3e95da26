import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { contract, ReclamationVue } from '#cases/reclamations/contract.ts'
import {
  griefSaisi,
  mesureSaisie,
  passageDe,
  reclamationSaisie,
} from '#cases/reclamations/testing/factories.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import type { Acteur } from '#core/journal/index.ts'
import type { DemandeFaite, TacheVue } from '#core/taches/contract.ts'
import type { OutputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE, type Tx } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import {
  AGENTS,
  type ApplicationDeTest,
  LUNDI,
  ouvrirApplication,
  type Qui,
} from './testing/application-de-test.ts'

interface EffetSurGrief {
  readonly griefId: string
  readonly version: number
  readonly rang: number
}

const LETTRE =
  'Madame,\r\n\r\nMon père 👴🏽 a attendu neuf heures aux urgences. Personne ne lui a parlé.\r\n\r\nIl est tombé e\u0301puisé.'

describeOnEachEngine('les griefs d’une réclamation', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = (plus = {}) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ recit: LETTRE, ...plus }))
  const voir = (id: string, qui: Qui = 'charge') =>
    app.faire<OutputOf<typeof contract.obtenirGriefs>>(qui, 'reclamations.obtenirGriefs', { id })
  const tronc = async (id: string) =>
    (await app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })).tronc
  const relever = (id: string, plus: object = {}, qui: Qui = 'charge') =>
    app.faire<EffetSurGrief>(qui, 'reclamations.qualifierGrief', { id, ...griefSaisi(plus) })
  const dernierRecit = async (id: string) => {
    const recit = (await voir(id)).recits.at(-1)
    if (recit === undefined) throw new Error('no narrative')
    return recit
  }

  it('se relèvent dans la lettre, avec le passage cité, le motif, le service et la gravité', async () => {
    const { pneumologie } = app.structures
    const { id } = await creer({ services: [pneumologie] })
    const recit = await dernierRecit(id)
    expect(recit.texte).toBe(LETTRE)
    const passage = passageDe(recit, 'attendu neuf heures aux urgences')
    const { griefId, rang } = await relever(id, { passage, serviceId: pneumologie })
    expect(rang).toBe(1)
    const { griefs, retires, actions } = await voir(id)
    expect(griefs).toEqual([
      {
        id: griefId,
        rang: 1,
        motif: {
          code: 'attente-urgences',
          typologie: '2026-1',
          famille: 'Accueil et administration',
          libelle: 'Attente aux urgences',
        },
        service: { id: pneumologie, nom: 'Pneumologie' },
        gravite: 2,
        intitule: 'Neuf heures d’attente',
        passage: { recitId: recit.id, debut: passage.debut, fin: passage.fin },
        citation: 'attendu neuf heures aux urgences',
        constat: null,
        motivation: '',
        reponse: '',
        version: 1,
        retrait: null,
      },
    ])
    expect([retires, actions]).toEqual([[], { qualifier: null, analyser: null }])
  })

  it.each([
    ['un émoji', '👴🏽 a attendu'],
    ['un accent combinant', 'e\u0301puisé'],
    ['un retour chariot', 'parlé.\r\n\r\nIl est'],
    ['toute la lettre', LETTRE],
  ])('gardent un passage qui contient %s, et deux griefs au même endroit', async (_cas, citation) => {
    const { id } = await creer()
    const passage = passageDe(await dernierRecit(id), citation)
    await relever(id, { passage })
    await relever(id, { passage: { ...passage } })
    expect((await voir(id)).griefs.map((g) => [g.rang, g.citation])).toEqual([
      [1, citation],
      [2, citation],
    ])
  })

  it('gardent un passage d’une lettre qui commence par une marque d’ordre des octets', async () => {
    const { id } = await creer({ recit: '\ufeffUn couloir glacial.' })
    const recit = await dernierRecit(id)
    expect(recit.texte).toBe('\ufeffUn couloir glacial.')
    await relever(id, { passage: passageDe(recit, 'couloir glacial') })
    await relever(id, { passage: passageDe(recit, '\ufeffUn couloir') })
    expect((await voir(id)).griefs.map((g) => g.citation)).toEqual(['couloir glacial', '\ufeffUn couloir'])
  })

  it.each([
    ['une citation réécrite', { citation: 'attendu huit heures' }, 'citation-differente'],
    ['une citation décalée d’un caractère', { debut: 19, fin: 29 }, 'citation-differente'],
    ['un passage au-delà de la lettre', { debut: 5, fin: 90_000 }, 'passage-hors-du-texte'],
    ['un passage à l’envers', { debut: 30, fin: 20 }, 'passage-hors-du-texte'],
    ['des blancs', { debut: 7, fin: 11, citation: '\r\n\r\n' }, 'passage-vide'],
    ['la lettre d’un autre dossier', { recitId: 'autre' }, 'recit-inconnu'],
    ['une lettre qui n’existe pas', { recitId: '019b8d62-0000-7000-8000-00000000000f' }, 'recit-inconnu'],
  ])('sont refusés avec %s', async (_cas, plus: object, refus) => {
    const { id } = await creer()
    const passage = { ...passageDe(await dernierRecit(id), 'attendu neuf'), ...plus }
    if (passage.recitId === 'autre') passage.recitId = (await dernierRecit((await creer()).id)).id
    const probleme = await app.refus('charge', 'reclamations.qualifierGrief', {
      id,
      ...griefSaisi({ passage }),
    })
    expect(probleme).toMatchObject({ status: 409, refus })
    expect((await voir(id)).griefs).toEqual([])
  })

  it('refusent une moitié de caractère, un motif inconnu, un service et une gravité qui n’existent pas', async () => {
    const { id } = await creer()
    const recit = await dernierRecit(id)
    const debut = recit.texte.indexOf('👴')
    const moitie = { recitId: recit.id, debut, fin: debut + 1, citation: recit.texte.slice(debut, debut + 1) }
    for (const [plus, champ] of [
      [{ passage: moitie }, 'passage.citation'],
      [{ motif: 'minitel' }, 'motif'],
      [{ motif: 'constructor' }, 'motif'],
      [{ serviceId: randomUUID() }, 'serviceId'],
      [{ gravite: 5 }, 'gravite'],
      [{ intitule: ' ' }, 'intitule'],
    ] as const) {
      const probleme = await app.refus('charge', 'reclamations.qualifierGrief', { id, ...griefSaisi(plus) })
      expect([champ, probleme.status, Object.keys(probleme.champs ?? {})]).toEqual([champ, 422, [champ]])
    }
  })

  it('restent sur la version du récit où ils ont été lus', async () => {
    const { id } = await creer()
    const premier = await dernierRecit(id)
    await relever(id, { passage: passageDe(premier, 'neuf heures') })
    await app.faire('charge', 'dossiers.completerRecit', { id, version: 1, texte: `Ajout. ${LETTRE}` })
    const { recits, griefs } = await voir(id)
    expect(recits.map((r) => r.rang)).toEqual([1, 2])
    expect(griefs[0]?.passage?.recitId).toBe(premier.id)
    await relever(id, { passage: passageDe(await dernierRecit(id), 'Ajout.') })
    expect((await voir(id)).griefs.map((g) => g.citation)).toEqual(['neuf heures', 'Ajout.'])
  })

  it('rendent concerné le service qu’ils nomment : son chef voit alors le dossier', async () => {
    const { id } = await creer()
    expect((await app.appeler('chef', 'reclamations.obtenir', { id })).status).toBe(404)
    await relever(id, { serviceId: app.structures.pneumologie })
    const vu = await tronc(id)
    expect(vu.services.map((s) => s.nom)).toEqual(['Pneumologie'])
    expect(vu.faits.map((f) => f.code)).toContain('services-modifies')
    expect((await app.appeler('chef', 'reclamations.obtenir', { id })).status).toBe(200)
    // a service already concerned changes nothing of the dossier
    await relever(id, { serviceId: app.structures.pneumologie })
    expect((await tronc(id)).version).toBe(vu.version)
  })

  it('ne laissent qu’une ligne par jour dans la chronologie, et une entrée par geste au journal', async () => {
    const { id } = await creer()
    await relever(id)
    await relever(id)
    app.maintenant = new Date('2026-01-06T09:00:00Z')
    await relever(id)
    const codes = (await tronc(id)).faits.filter((f) => f.code === 'griefs-qualifies')
    expect(codes.map((f) => f.survenuLe)).toEqual(['2026-01-05', '2026-01-06'])
    const entrees = await app.lignes(
      'select 1 from journal.entree where dossier_id = $1 and evenement = $2',
      [id, 'grief-qualifie'],
    )
    expect(entrees).toHaveLength(3)
  })

  it('envoyés deux fois n’en font qu’un', async () => {
    const { id } = await creer()
    const cle = randomUUID()
    const entree = { id, ...griefSaisi() }
    const premier = await app.faire('charge', 'reclamations.qualifierGrief', entree, { cle })
    expect(await app.faire('charge', 'reclamations.qualifierGrief', entree, { cle })).toEqual(premier)
    expect((await voir(id)).griefs).toHaveLength(1)
  })

  it('relevés au même instant par deux agents ont chacun leur numéro', async () => {
    const { id } = await creer()
    const qui: Qui[] = ['charge', 'collegue', 'responsable', 'charge', 'collegue']
    const rangs = (await Promise.all(qui.map((un) => relever(id, {}, un)))).map((r) => r.rang)
    expect(rangs.toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  it('modifiés par deux agents : le second voit les deux valeurs, rien n’est écrasé', async () => {
    const { id } = await creer()
    const { griefId } = await relever(id)
    const modifier = (qui: Qui, version: number, plus: object) =>
      app.appeler(qui, 'reclamations.modifierGrief', { id, griefId, version, ...griefSaisi(plus) })
    expect((await modifier('charge', 1, { intitule: 'Attente', gravite: 3 })).status).toBe(200)
    const second = await modifier('collegue', 1, { intitule: 'Neuf heures seul' })
    expect(second).toMatchObject({
      status: 409,
      corps: {
        code: 'stale',
        actuel: { version: 2, intitule: 'Attente', gravite: 3, motif: 'attente-urgences' },
      },
    })
    expect((await voir(id)).griefs[0]).toMatchObject({ intitule: 'Attente', version: 2 })
    expect((await modifier('collegue', 2, { intitule: 'Neuf heures seul' })).status).toBe(200)
    // the dossier itself did not change: who edits its subject is not disturbed
    expect((await tronc(id)).version).toBe(1)
  })

  it('gardent la version de la liste avec laquelle ils ont été codés, même un motif qui n’y est plus', async () => {
    const { id } = await creer()
    const { griefId } = await relever(id)
    await app.lignes("update reclamations.grief set motif = 'minitel', typologie = '2020-1' where id = $1", [
      griefId,
    ])
    expect((await voir(id)).griefs[0]?.motif).toEqual({
      code: 'minitel',
      typologie: '2020-1',
      famille: null,
      libelle: 'Motif retiré de la liste (minitel)',
    })
    const entree = { id, griefId, version: 1, ...griefSaisi({ motif: 'minitel', intitule: 'Autre titre' }) }
    await app.faire('charge', 'reclamations.modifierGrief', entree)
    expect((await voir(id)).griefs[0]?.motif.typologie).toBe('2020-1')
    await app.faire('charge', 'reclamations.modifierGrief', { ...entree, version: 2, motif: 'repas' })
    expect((await voir(id)).griefs[0]?.motif).toMatchObject({ typologie: '2026-1', libelle: 'Repas' })
  })

  it('se déplacent, et refusent un ordre qui n’est plus celui de la liste', async () => {
    const { id } = await creer()
    const ids: string[] = []
    for (const intitule of ['Un', 'Deux', 'Trois']) ids.push((await relever(id, { intitule })).griefId)
    const [un = '', deux = '', trois = ''] = ids
    await app.faire('charge', 'reclamations.ordonnerGriefs', { id, griefs: [trois, un, deux] })
    expect((await voir(id)).griefs.map((g) => [g.rang, g.intitule, g.version])).toEqual([
      [1, 'Trois', 1],
      [2, 'Un', 1],
      [3, 'Deux', 1],
    ])
    for (const griefs of [
      [un, deux],
      [un, deux, trois, trois],
      [un, un, deux],
      [un, deux, randomUUID()],
    ]) {
      const probleme = await app.refus('charge', 'reclamations.ordonnerGriefs', { id, griefs })
      expect(probleme).toMatchObject({ refus: 'griefs-changes' })
    }
  })

  it('se retirent avec un motif, restent lisibles, et reviennent à leur place', async () => {
    const { id } = await creer()
    const ids: string[] = []
    for (const intitule of ['Un', 'Deux', 'Trois']) ids.push((await relever(id, { intitule })).griefId)
    const [, griefId = ''] = ids
    const sansMotif = { id, griefId, version: 1, motif: ' ' }
    expect((await app.refus('charge', 'reclamations.retirerGrief', sansMotif)).champs).toHaveProperty('motif')
    await app.faire('charge', 'reclamations.retirerGrief', { ...sansMotif, motif: 'En double' })
    const apres = await voir(id)
    expect(apres.griefs.map((g) => [g.rang, g.intitule])).toEqual([
      [1, 'Un'],
      [2, 'Trois'],
    ])
    expect(apres.retires).toMatchObject([
      { intitule: 'Deux', retrait: { motif: 'En double', par: 'Camille Roux' } },
    ])
    expect((await tronc(id)).faits.find((f) => f.code === 'grief-retire')).toMatchObject({
      motif: 'En double',
      details: { precision: 'Deux' },
    })
    const modifier = { id, griefId, version: 2, ...griefSaisi() }
    expect(await app.refus('charge', 'reclamations.modifierGrief', modifier)).toMatchObject({
      refus: 'grief-retire',
    })
    await app.faire('charge', 'reclamations.retablirGrief', { id, griefId, version: 2 })
    expect((await voir(id)).griefs.map((g) => g.intitule)).toEqual(['Un', 'Deux', 'Trois'])
    const encore = await app.refus('charge', 'reclamations.retablirGrief', { id, griefId, version: 3 })
    expect(encore).toMatchObject({ refus: 'grief-non-retire' })
  })

  it('ne se touchent plus quand la réclamation est close', async () => {
    const { id } = await creer()
    const { griefId } = await relever(id)
    const classement = { id, version: 1, motif: 'retiree', precision: 'Elle y renonce.' }
    await app.faire('responsable', 'reclamations.classerSansReponse', classement)
    for (const [operation, plus] of [
      ['qualifierGrief', griefSaisi()],
      ['modifierGrief', { griefId, version: 1, ...griefSaisi() }],
      ['ordonnerGriefs', { griefs: [griefId] }],
      ['retirerGrief', { griefId, version: 1, motif: 'Erreur' }],
      ['retablirGrief', { griefId, version: 1 }],
      ['constaterGrief', { griefId, version: 1, constat: 'fonde', motivation: '', reponse: '' }],
    ] as const) {
      const probleme = await app.refus('charge', `reclamations.${operation}`, { id, ...plus })
      expect([operation, probleme.refus]).toEqual([operation, 'dossier-clos'])
    }
    expect((await voir(id)).actions.qualifier).toEqual({ code: 'dossier-clos' })
  })

  it('ne passent ni d’un dossier à l’autre, ni dans un éloge', async () => {
    const { id } = await creer()
    const { griefId } = await relever(id)
    const autre = await creer()
    const eloge = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
    for (const cible of [autre.id, eloge.id]) {
      const entree = { id: cible, griefId, version: 1, ...griefSaisi() }
      expect((await app.refus('charge', 'reclamations.modifierGrief', entree)).status).toBe(404)
    }
    expect(
      (await app.refus('charge', 'reclamations.qualifierGrief', { id: eloge.id, ...griefSaisi() })).status,
    ).toBe(404)
    expect((await app.refus('charge', 'reclamations.obtenirGriefs', { id: eloge.id })).status).toBe(404)
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    "'; drop table reclamations.grief; --",
    '{tag} {#boucle}{/boucle}',
    'مرحبا 👩🏽‍⚕️ \u202e',
    '__proto__',
  ])('gardent un texte hostile caractère pour caractère : %s', async (texte) => {
    const { id } = await creer({ recit: `Avant ${texte} après` })
    const passage = passageDe(await dernierRecit(id), texte)
    const { griefId } = await relever(id, { passage, intitule: texte })
    const constat = { id, griefId, version: 1, constat: 'non-fonde', motivation: texte, reponse: texte }
    await app.faire('charge', 'reclamations.constaterGrief', constat)
    expect((await voir(id)).griefs[0]).toMatchObject({
      intitule: texte,
      citation: texte,
      motivation: texte,
      reponse: texte,
    })
  })

  describe('s’expliquent par les services', () => {
    const demande = (plus: object = {}) => ({
      destinataires: [{ structureId: app.structures.pneumologie, nom: '', fonction: '', courriel: '' }],
      message: 'Que s’est-il passé ?',
      pourLe: '2026-01-20',
      ...plus,
    })

    it('avec leur titre et leur passage, grief par grief', async () => {
      const { id } = await creer({ services: [app.structures.pneumologie] })
      const passage = passageDe(await dernierRecit(id), 'neuf heures')
      const deux = await relever(id, { intitule: 'Chute' })
      const un = await relever(id, { passage })
      const fait = await app.faire<DemandeFaite>('charge', 'reclamations.demanderExplications', {
        id,
        version: 1,
        demande: demande(),
        griefs: [un.griefId, deux.griefId],
      })
      expect(fait).toMatchObject({ id, version: 2, liens: [{ pour: 'Pneumologie' }] })
      const { taches } = await app.faire<{ taches: TacheVue[] }>('charge', 'taches.lister', { id })
      expect(taches[0]?.sujets).toMatchObject([
        { sujetId: deux.griefId, titre: 'Chute', citation: '', reponse: null },
        { sujetId: un.griefId, titre: 'Neuf heures d’attente', citation: 'neuf heures', reponse: null },
      ])
      expect((await tronc(id)).faits.map((f) => f.code)).toContain('tache-demandee')
      const attentes = await app.lignes('select code, de from dossiers.attente where dossier_id = $1', [id])
      expect(attentes).toEqual([{ code: 'explications', de: 'Pneumologie' }])
    })

    it('seulement s’ils sont de cette réclamation, et tiennent', async () => {
      const { id } = await creer()
      const { griefId } = await relever(id)
      const autre = await relever((await creer()).id)
      await app.faire('charge', 'reclamations.retirerGrief', { id, griefId, version: 1, motif: 'Erreur' })
      for (const griefs of [[], [griefId], [autre.griefId], [randomUUID()]]) {
        const entree = { id, version: 1, demande: demande(), griefs }
        const probleme = await app.refus('charge', 'reclamations.demanderExplications', entree)
        expect([probleme.status, Object.keys(probleme.champs ?? {})]).toEqual([422, ['sujetIds']])
      }
      await app.refus('chef', 'reclamations.demanderExplications', {
        id,
        version: 1,
        demande: demande(),
        griefs: [],
      })
    })
  })

  it('coûtent quelques instructions, quel que soit leur nombre', async () => {
    const { pneumologie, cardiologie } = app.structures
    const { id } = await creer({ services: [pneumologie, cardiologie] })
    for (let i = 0; i < 30; i += 1)
      await relever(id, { serviceId: i % 2 === 0 ? pneumologie : cardiologie, intitule: `Grief ${i}` })
    for (let i = 0; i < 20; i += 1)
      await app.faire('charge', 'reclamations.ajouterMesure', { id, ...mesureSaisie() })
    for (const [operation, limite] of [
      ['reclamations.obtenir', 12],
      ['reclamations.obtenirGriefs', 6],
      ['reclamations.obtenirAnalyse', 9],
    ] as const) {
      app.transactions.length = 0
      await app.faire('responsable', operation, { id })
      const [, ecran] = app.transactions
      expect([operation, ecran?.mode]).toEqual([operation, 'read'])
      expect([operation, (ecran?.instructions ?? 99) <= limite, ecran?.instructions]).toEqual([
        operation,
        true,
        ecran?.instructions,
      ])
    }
  })

  it('d’un chef de service sont ceux de ses services, par SQL direct et à l’écran', async () => {
    const { pneumologie, cardiologie, pole } = app.structures
    const { id } = await creer({ services: [pneumologie, cardiologie] })
    const un = await relever(id, { serviceId: pneumologie, intitule: 'De pneumologie' })
    await relever(id, { serviceId: cardiologie, intitule: 'De cardiologie' })
    await relever(id, { intitule: 'Sans service' })
    await relever(id, { serviceId: pole, intitule: 'Du pôle' })
    const { griefId } = un
    const constat = {
      id,
      griefId,
      version: 1,
      constat: 'fonde',
      motivation: 'Confirmé',
      reponse: 'Nous regrettons.',
    }
    await app.faire('charge', 'reclamations.constaterGrief', constat)
    await app.faire('charge', 'reclamations.ajouterCause', {
      id,
      griefId,
      famille: 'equipe',
      description: 'Transmissions',
    })
    const relate = { id, survenuLe: null, heure: '', vecu: 'Il a attendu.', versionDuService: 'Confirmé.' }
    await app.faire('charge', 'reclamations.ajouterFaitRelate', { ...relate, serviceId: cardiologie })
    await app.faire('charge', 'reclamations.ajouterMesure', {
      id,
      ...mesureSaisie({ structureId: cardiologie }),
    })
    await app.faire('charge', 'reclamations.ajouterMesure', {
      id,
      ...mesureSaisie({ agentId: app.agents.chef }),
    })
    const comme = async <T>(qui: Qui, fn: (tx: Tx) => Promise<T>): Promise<T> => {
      const [a] = await app.lignes<{ services: string[] }>(
        'select services from agents.agent where id = $1',
        [app.agents[qui]],
      )
      const acteur = {
        type: 'agent',
        agentId: app.agents[qui],
        etablissementId: app.etablissementId,
        role: AGENTS[qui].role,
        services: a?.services ?? [],
        conflits: [],
        fuseau: 'Europe/Paris',
        calendrier: 'metropole',
      } as unknown as Acteur
      const options = { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteur) } as const
      return app.base.database.transaction(options, fn)
    }
    const vuPar = (qui: Qui) =>
      comme(qui, async (tx) => {
        const compter = async (table: string) =>
          (
            await tx.query<{ n: number }>(
              `select count(*)::int as n from reclamations.${table} where dossier_id = $1`,
              [id],
            )
          ).rows[0]?.n
        return [
          (
            await tx.query<{ intitule: string }>(
              'select intitule from reclamations.grief where dossier_id = $1 order by rang',
              [id],
            )
          ).rows.map((r) => r.intitule),
          await compter('fait_relate'),
          await compter('cause'),
          await compter('mesure'),
        ]
      })
    expect(await vuPar('chef')).toEqual([['De pneumologie'], 0, 1, 1])
    expect(await vuPar('chefDeCardiologie')).toEqual([['De cardiologie'], 1, 0, 1])
    expect((await vuPar('responsable'))[0]).toHaveLength(4)
    expect(await vuPar('administrateur')).toEqual([[], 0, 0, 0])
    // what he reads, he does not rewrite
    const ecrire = comme('chef', (tx) =>
      tx.query("update reclamations.grief set constat = 'non-fonde' where dossier_id = $1", [id]),
    )
    await expect(ecrire).rejects.toMatchObject({ code: '42501' })
    const ecran = await voir(id, 'chef')
    // his number is the department's; findings are working papers until the answer is signed
    expect(ecran.griefs).toMatchObject([
      { rang: 1, intitule: 'De pneumologie', constat: null, motivation: '', reponse: '' },
    ])
    expect(ecran.actions).toEqual({
      qualifier: { code: 'permission-manquante' },
      analyser: { code: 'permission-manquante' },
    })
    const page = await app.faire<ReclamationVue>('chef', 'reclamations.obtenir', { id })
    expect(page.griefs.map((g) => [g.intitule, g.constat])).toEqual([['De pneumologie', null]])
  })
})
