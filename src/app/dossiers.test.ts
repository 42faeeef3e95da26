import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { noterUneReponse } from './testing/reponse.ts'

type Page = { dossiers: LigneDeDossier[]; suite: string | null }

describe('les dossiers', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = (plus = {}, cle: string = randomUUID()) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie(plus), { cle })
  const voir = (id: string, qui: Qui = 'charge') =>
    app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })
  const lister = (criteres: object, qui: Qui = 'charge') =>
    app.faire<Page>(qui, 'dossiers.lister', { vue: 'tous', ...criteres })
  const compter = async () =>
    Number((await app.lignes<{ n: number }>('select count(*)::int as n from dossiers.dossier'))[0]?.n)

  describe('envoyés deux fois', () => {
    it('n’en font qu’un, et la seconde réponse est la première', async () => {
      const avant = await compter()
      const cle = randomUUID()
      const premiere = await creer({}, cle)
      expect(await creer({}, cle)).toEqual(premiere)
      expect(await compter()).toBe(avant + 1)
    })

    it('au même instant n’en font qu’un', async () => {
      const avant = await compter()
      const cle = randomUUID()
      const reponses = await Promise.all(Array.from({ length: 5 }, () => creer({}, cle)))
      expect(new Set(reponses.map((r) => r.id)).size).toBe(1)
      expect(await compter()).toBe(avant + 1)
    })

    it('sont refusés quand la même clé porte un autre contenu', async () => {
      const cle = randomUUID()
      await creer({}, cle)
      const avant = await compter()
      const refus = await app.refus(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ objet: 'Autre' }),
        { cle },
      )
      expect(refus).toMatchObject({ status: 422, message: expect.stringContaining('autre contenu') })
      expect(await compter()).toBe(avant)
    })

    it('n’empêchent pas un collègue d’employer la même clé', async () => {
      const cle = randomUUID()
      const mienne = await creer({}, cle)
      const sienne = await app.faire('collegue', 'reclamations.enregistrer', reclamationSaisie(), { cle })
      expect(sienne.id).not.toBe(mienne.id)
    })

    it('peuvent être renvoyés avec la même clé après un refus', async () => {
      const cle = randomUUID()
      await app.refus('charge', 'reclamations.enregistrer', reclamationSaisie({ recuLe: '2026-01-06' }), {
        cle,
      })
      expect((await creer({}, cle)).numero).toMatch(/^REC-2026-\d{5}$/)
    })

    it.each([
      ['absente', ''],
      ['mal formée', 'une-cle'],
    ])('sont refusés quand la clé d’unicité est %s', async (_cas, cle) => {
      const refus = await app.refus('charge', 'reclamations.enregistrer', reclamationSaisie(), { cle })
      expect(refus).toMatchObject({ status: 422, message: expect.stringContaining('Idempotency-Key') })
    })
  })

  describe('numérotés', () => {
    it('se suivent par type et par année d’enregistrement, sans trou quand une création échoue', async () => {
      const a = await creer()
      await app.refus('charge', 'reclamations.enregistrer', reclamationSaisie({ services: [randomUUID()] }))
      const b = await creer({ recuLe: '2025-12-31' })
      const rang = (numero: string) => Number(numero.slice(-5))
      expect(a.numero).toMatch(/^REC-2026-/)
      expect(b.numero).toMatch(/^REC-2026-/)
      expect(rang(b.numero)).toBe(rang(a.numero) + 1)
    })

    it('recommencent à 1 au nouvel an, dans le fuseau de l’établissement', async () => {
      app.maintenant = new Date('2030-12-31T22:58:00Z')
      expect((await creer()).numero).toMatch(/^REC-2030-/)
      // eleven at night in Greenwich: the year has already changed in Paris
      app.maintenant = new Date('2030-12-31T23:00:30Z')
      expect((await creer()).numero).toBe('REC-2031-00001')
    })
  })

  it('sont refusés quand un service n’existe pas, en nommant le champ', async () => {
    const refus = await app.refus(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ services: [randomUUID()] }),
    )
    expect(refus).toMatchObject({
      status: 422,
      champs: { services: expect.stringContaining('n’existe pas') },
    })
  })

  it('sont refusés quand la réception est dans l’avenir', async () => {
    const refus = await app.refus(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ recuLe: '2026-01-06' }),
    )
    expect(refus).toMatchObject({
      status: 422,
      champs: { recuLe: 'La date de réception est dans l’avenir.' },
    })
  })

  describe('modifiés par deux personnes', () => {
    it('disent à la seconde ce que la première a écrit', async () => {
      const { id } = await creer()
      const { pneumologie } = app.structures
      await app.faire('charge', 'dossiers.modifier', {
        id,
        version: 1,
        objet: 'Première',
        services: [pneumologie],
      })
      const refus = await app.refus('collegue', 'dossiers.modifier', {
        id,
        version: 1,
        objet: 'Seconde',
        services: [],
      })
      expect(refus).toMatchObject({
        status: 409,
        code: 'stale',
        actuel: { version: 2, objet: 'Première', services: [pneumologie], etat: 'recu', classe: 'ordinaire' },
      })
      expect((await voir(id)).tronc.objet).toBe('Première')
    })

    it('au même instant n’acceptent qu’une des deux', async () => {
      const { id } = await creer()
      const reponses = await Promise.all(
        ['A', 'B', 'C'].map((objet) =>
          app.appeler('charge', 'dossiers.modifier', { id, version: 1, objet, services: [] }),
        ),
      )
      expect(reponses.map((r) => r.status).toSorted()).toEqual([200, 409, 409])
    })

    it.each([
      ['dossiers.modifier', { objet: 'Autre', services: [] }],
      ['dossiers.assigner', { agentId: null }],
      ['dossiers.completerRecit', { texte: 'Suite' }],
      ['dossiers.noter', { survenuLe: '2026-01-05', texte: 'Appel' }],
      ['dossiers.lier', { numero: 'REC-2026-00001', nature: 'suite-de' }],
      ['dossiers.delier', { versId: randomUUID() }],
      ['dossiers.franchir', { transition: 'rouvrir' }],
      ['dossiers.rectifierFait', { faitId: randomUUID(), survenuLe: '2026-01-02', motif: 'Erreur' }],
      ['dossiers.classer', { classe: 'sensible', motif: 'Mineur' }],
      [
        'dossiers.ajouterPersonne',
        { role: 'temoin', qualite: '', personne: { choix: 'nouvelle', personne: personneFictive() } },
      ],
      ['reclamations.accuserReception', { canal: 'papier', piecesManquantes: '' }],
      ['reclamations.noterReponse', { envoyeeLe: '2026-01-05', pieces: [randomUUID()] }],
      ['reclamations.clore', {}],
      ['reclamations.noterEnregistrement', { envoyeLe: '2026-01-05' }],
      ['reclamations.remettreCopie', {}],
    ])('refusent une version dépassée (%s)', async (operation, entree) => {
      const { id } = await creer()
      expect(await app.refus('responsable', operation, { id, version: 7, ...entree })).toMatchObject({
        code: 'stale',
        actuel: { version: 1 },
      })
    })
  })

  describe('dont la date de réception est corrigée', () => {
    it('gardent l’ancienne, recalculent les échéances et changent de place dans la liste', async () => {
      const { id } = await creer({ services: [app.structures.pneumologie] })
      const avant = await voir(id)
      const reception = avant.tronc.faits.find((f) => f.code === 'reception-electronique')
      const { version } = await app.faire('charge', 'dossiers.rectifierFait', {
        id,
        version: 1,
        faitId: reception?.id,
        survenuLe: '2025-12-23',
        motif: 'Le courriel est arrivé sur une autre boîte',
      })
      expect(version).toBe(2)
      const { tronc } = await voir(id)
      expect(tronc.recuLe).toBe('2025-12-23')
      const faits = tronc.faits.filter((f) => f.code === 'reception-electronique')
      expect(faits.map((f) => [f.survenuLe, f.estRectifie, f.motif])).toEqual([
        ['2025-12-23', false, 'Le courriel est arrivé sur une autre boîte'],
        ['2026-01-05', true, null],
      ])
      const limites = tronc.echeances.filter((e) => ['D01', 'D02'].includes(e.code)).map((e) => e.limiteLe)
      // 24 December; ten working days over Christmas and New Year's Day
      expect(limites).toEqual(['2025-12-24', '2026-01-08'])
      const lignes = await app.lignes<{
        dossier: string
        recherche: string
        service: string
        prochaine: string
      }>(
        `select d.recu_le as dossier, r.recu_le as recherche, s.recu_le as service, d.prochaine_echeance_le as prochaine
           from dossiers.dossier d join dossiers.recherche r on r.dossier_id = d.id
           join dossiers.rattachement s on s.dossier_id = d.id where d.id = $1`,
        [id],
      )
      expect(lignes).toEqual([
        { dossier: '2025-12-23', recherche: '2025-12-23', service: '2025-12-23', prochaine: '2025-12-24' },
      ])
    })

    it('refusent de corriger deux fois la même, et acceptent de corriger la correction', async () => {
      const { id } = await creer()
      const premiere = (await voir(id)).tronc.faits[0]?.id
      const corriger = (version: number, faitId: string | undefined, survenuLe: string) =>
        app.appeler('charge', 'dossiers.rectifierFait', {
          id,
          version,
          faitId,
          survenuLe,
          motif: 'Erreur de saisie',
        })
      expect((await corriger(1, premiere, '2026-01-02')).status).toBe(200)
      expect((await corriger(2, premiere, '2025-12-30')).corps).toMatchObject({ refus: 'fait-deja-rectifie' })
      const seconde = (await voir(id)).tronc.faits.find((f) => f.rectifie === premiere)?.id
      expect((await corriger(2, seconde, '2025-12-30')).status).toBe(200)
      expect((await voir(id)).tronc.recuLe).toBe('2025-12-30')
    })

    it('refusent un motif vide et le fait d’un autre dossier', async () => {
      const { id } = await creer()
      const autre = await creer()
      const faitId = (await voir(id)).tronc.faits[0]?.id
      const faitAilleurs = (await voir(autre.id)).tronc.faits[0]?.id
      const base = { id, version: 1, survenuLe: '2026-01-02' }
      expect(
        await app.refus('charge', 'dossiers.rectifierFait', { ...base, faitId, motif: '  ' }),
      ).toMatchObject({
        champs: { motif: expect.any(String) },
      })
      expect(
        await app.refus('charge', 'dossiers.rectifierFait', {
          ...base,
          faitId: faitAilleurs,
          motif: 'Erreur',
        }),
      ).toMatchObject({ status: 404 })
    })
  })

  it('reçus par courriel le lundi 5 janvier 2026 donnent le 6 (D01) et le 19 janvier (D02)', async () => {
    const { id } = await creer()
    const { tronc } = await voir(id)
    expect(tronc.echeances.map((e) => [e.code, e.limiteLe]).slice(0, 2)).toEqual([
      ['D01', '2026-01-06'],
      ['D02', '2026-01-19'],
    ])
    const [ligne] = (await lister({ limite: 100 })).dossiers.filter((d) => d.id === id)
    expect(ligne).toMatchObject({ id, prochaineEcheanceLe: '2026-01-06', prochaineEcheanceCode: 'D01' })
  })

  describe('liés', () => {
    it('se voient des deux côtés, une seule fois, et se délient de l’un ou de l’autre', async () => {
      const a = await creer()
      const b = await creer()
      await app.faire('charge', 'dossiers.lier', {
        id: a.id,
        version: 1,
        numero: b.numero,
        nature: 'doublon-de',
      })
      const encore = { id: b.id, version: 1, numero: a.numero, nature: 'meme-affaire' }
      expect(await app.refus('charge', 'dossiers.lier', encore)).toMatchObject({
        champs: { numero: expect.stringContaining('déjà liés') },
      })
      const liens = async (id: string) => (await voir(id)).tronc.liens.map((l) => l.numero)
      expect(await liens(a.id)).toEqual([b.numero])
      expect(await liens(b.id)).toEqual([a.numero])
      await app.faire('charge', 'dossiers.delier', {
        id: b.id,
        version: (await voir(b.id)).tronc.version,
        versId: a.id,
      })
      expect(await liens(a.id)).toEqual([])
      expect(await liens(b.id)).toEqual([])
    })

    it.each([
      ['lui-même', (mien: string) => mien, 'lui-même'],
      ['un dossier qui n’existe pas', () => 'REC-2019-00001', 'Aucun dossier REC-2019-00001'],
      ['autre chose qu’un numéro', () => 'madame Rec', 'REC-2026-00042'],
    ] as const)('sont refusés vers %s', async (_cas, numeroDe, message) => {
      const { id, numero } = await creer()
      const entree = { id, version: 1, numero: numeroDe(numero), nature: 'suite-de' }
      expect(await app.refus('charge', 'dossiers.lier', entree)).toMatchObject({
        status: 422,
        champs: { numero: expect.stringContaining(message) },
      })
    })
  })

  it('à deux auteurs gardent le nom de l’autre quand l’un est corrigé, et suivent celui qu’ils affichent', async () => {
    const { id } = await creer()
    const premier = (await voir(id)).tronc
    const second = { ...personneFictive(), nom: 'Quentin', prenom: 'Basile' }
    await app.faire('charge', 'dossiers.ajouterPersonne', {
      id,
      version: premier.version,
      role: 'auteur',
      qualite: '',
      personne: { choix: 'nouvelle', personne: second },
    })
    const renommer = async (ancien: string, nom: string) => {
      const trouve = (await voir(id)).tronc.personnes.find((p) => p.nom === ancien)
      if (trouve === undefined) throw new Error(`${ancien} is not there`)
      const saisie = Object.fromEntries(Object.keys(second).map((cle) => [cle, Reflect.get(trouve, cle)]))
      await app.faire('charge', 'personnes.modifier', {
        ...saisie,
        nom,
        id: trouve.id,
        version: trouve.version,
      })
      const [d] = await app.lignes<{ auteur: string }>('select auteur from dossiers.dossier where id = $1', [
        id,
      ])
      return d?.auteur ?? ''
    }
    const auteur = premier.personnes.find((p) => p.role === 'auteur')
    const affiche = `${auteur?.prenom} ${auteur?.nom}`.trim()
    expect(await renommer('Quentin', 'Quentel')).toBe(affiche)
    expect(await renommer(auteur?.nom ?? '', 'Wexler')).toBe(`${auteur?.prenom} Wexler`.trim())
  })

  describe('dont un agent est écarté', () => {
    const ecarter = (id: string, agentId: string) =>
      app.appeler('responsable', 'dossiers.declarerConflit', { id, agentId })

    it('le disent une fois dans leur chronologie', async () => {
      const { id } = await creer()
      expect((await ecarter(id, app.agents.collegue)).status).toBe(200)
      expect((await ecarter(id, app.agents.collegue)).status).toBe(200)
      const faits = (await voir(id)).tronc.faits.filter((f) => f.code === 'conflit-declare')
      expect(faits.map((f) => [f.libelle, f.details])).toEqual([
        ['Conflit d’intérêts déclaré', { agentId: app.agents.collegue }],
      ])
    })

    it.each([
      ['travaille dans un autre établissement', () => app.agents.ailleurs],
      ['n’existe pas', () => randomUUID()],
    ] as const)('le refusent quand cet agent %s, sans rien noter', async (_cas, agent) => {
      const { id } = await creer()
      expect((await ecarter(id, agent())).corps).toMatchObject({
        status: 422,
        champs: { agentId: expect.any(String) },
      })
      expect(await app.lignes('select 1 from dossiers.conflit where dossier_id = $1', [id])).toEqual([])
      expect((await voir(id)).tronc.faits.map((f) => f.code)).not.toContain('conflit-declare')
    })
  })

  it('notent dans leur chronologie le changement de services, avec ceux d’avant et d’après', async () => {
    const { pneumologie, cardiologie } = app.structures
    const { id } = await creer({ services: [pneumologie] })
    const modifier = async (version: number, services: string[]) => {
      await app.faire('charge', 'dossiers.modifier', { id, version, objet: 'Autre objet', services })
      return (await voir(id)).tronc.faits.filter((f) => f.code === 'services-modifies')
    }
    const { version } = (await voir(id)).tronc
    expect(await modifier(version, [pneumologie])).toEqual([])
    const [fait, ...autres] = await modifier(version + 1, [cardiologie, pneumologie])
    expect(fait?.details).toEqual({ avant: [pneumologie], apres: [cardiologie, pneumologie] })
    expect(autres).toEqual([])
    expect(await modifier(version + 2, [pneumologie, cardiologie])).toHaveLength(1)
  })

  describe('confiés à quelqu’un', () => {
    const assigner = (id: string, agentId: string | null, qui: Qui = 'responsable', version = 1) =>
      app.appeler(qui, 'dossiers.assigner', { id, version, agentId })

    it.each([
      ['n’existe pas', () => randomUUID()],
      ['travaille dans un autre établissement', () => app.agents.ailleurs],
      ['administre l’application sans voir de dossier', () => app.agents.administrateur],
    ] as const)('sont refusés quand cette personne %s', async (_cas, agent) => {
      const { id } = await creer()
      expect((await assigner(id, agent())).corps).toMatchObject({
        status: 422,
        champs: { agentId: expect.any(String) },
      })
      expect((await voir(id)).tronc.assigne).toBeNull()
    })

    it('sont refusés quand cette personne a un conflit d’intérêts avec eux', async () => {
      const { id } = await creer()
      await app.faire('responsable', 'dossiers.declarerConflit', { id, agentId: app.agents.collegue })
      expect((await assigner(id, app.agents.collegue)).status).toBe(422)
    })

    it('sont refusés, quand ils sont sensibles, si la chargée les rend sans plus pouvoir les voir', async () => {
      const { id } = await creer()
      await assigner(id, app.agents.charge)
      await app.faire('responsable', 'dossiers.classer', {
        id,
        version: 2,
        classe: 'sensible',
        motif: 'Mineur',
      })
      const rendu = await assigner(id, null, 'charge', 3)
      expect(rendu.corps).toMatchObject({
        status: 409,
        code: 'refused',
        message: expect.stringContaining('responsable'),
      })
      expect((await assigner(id, null, 'responsable', 3)).status).toBe(200)
    })

    it('portent le nom de la personne dans les listes, et rien n’est noté quand rien ne change', async () => {
      const { id } = await creer()
      expect((await assigner(id, app.agents.collegue)).corps).toMatchObject({ version: 2 })
      expect((await assigner(id, app.agents.collegue, 'charge', 2)).corps).toMatchObject({ version: 2 })
      const { dossiers } = await lister({ vue: 'a-moi' }, 'collegue')
      expect(dossiers.find((d) => d.id === id)?.assigneNom).toBe('Nadia Benali')
    })
  })

  describe('en brouillon', () => {
    it('ne sont visibles et modifiables que de leur auteur', async () => {
      const id = randomUUID()
      const contenu = { objet: 'En cours', profond: { liste: [1, 'deux', null] } }
      await app.faire('charge', 'dossiers.enregistrerBrouillon', { id, type: 'reclamation', contenu })
      const miens = await app.faire<{ brouillons: unknown[] }>('charge', 'dossiers.listerBrouillons', {})
      expect(miens.brouillons).toEqual([expect.objectContaining({ id, contenu })])
      const autres = await app.faire<{ brouillons: unknown[] }>(
        'responsable',
        'dossiers.listerBrouillons',
        {},
      )
      expect(autres.brouillons).toEqual([])
      const vole = { id, type: 'reclamation', contenu: {} }
      expect((await app.refus('collegue', 'dossiers.enregistrerBrouillon', vole)).status).toBe(404)
      await app.faire('collegue', 'dossiers.supprimerBrouillon', { id })
      const gardes = await app.faire<{ brouillons: unknown[] }>('charge', 'dossiers.listerBrouillons', {})
      expect(gardes.brouillons).toHaveLength(1)
      // registering the dossier drops the draft it came from
      await creer({ brouillonId: id })
      const restants = await app.faire<{ brouillons: unknown[] }>('charge', 'dossiers.listerBrouillons', {})
      expect(restants.brouillons).toEqual([])
    })
  })

  describe('qui avancent', () => {
    it.each([
      ['l’étape n’existe pas', 'perdre', 'transition-inconnue'],
      ['le dossier n’est pas clos', 'rouvrir', 'transition-interdite'],
    ] as const)('sont refusés quand %s', async (_cas, transition, code) => {
      const { id } = await creer()
      const refus = await app.refus('responsable', 'dossiers.franchir', { id, version: 1, transition })
      expect(refus).toMatchObject({ status: 409, code: 'refused', refus: code, message: expect.any(String) })
    })

    it('sont refusés quand le rôle ne le permet pas, sans rien changer', async () => {
      const { id } = await creer()
      await noterUneReponse(app, { id })
      await app.faire('responsable', 'reclamations.clore', { id, version: 2 })
      const refus = await app.refus('charge', 'dossiers.franchir', { id, version: 3, transition: 'rouvrir' })
      expect(refus).toMatchObject({ refus: 'permission-manquante' })
      expect((await voir(id)).tronc).toMatchObject({ etat: 'clos', version: 3, estClos: true })
    })

    it('se closent et se rouvrent', async () => {
      const { id } = await creer()
      await noterUneReponse(app, { id })
      await app.faire('responsable', 'reclamations.clore', { id, version: 2 })
      const clos = () => app.lignes('select est_clos, clos_le from dossiers.dossier where id = $1', [id])
      expect(await clos()).toEqual([{ est_clos: true, clos_le: '2026-01-05' }])
      await app.faire('responsable', 'dossiers.franchir', { id, version: 3, transition: 'rouvrir' })
      expect(await clos()).toEqual([{ est_clos: false, clos_le: null }])
    })
  })

  describe('dont la page s’ouvre', () => {
    it.each([
      ['une réclamation bien remplie', 12, 'reclamations.obtenir'],
      ['la liste', 8, 'dossiers.lister'],
      ['l’accueil', 8, 'tableau-de-bord.obtenirAccueil'],
    ] as const)('coûtent peu d’instructions : %s, au plus %i', async (_cas, limite, operation) => {
      const { id } = await creer({ services: [app.structures.pneumologie] })
      const entree = operation === 'reclamations.obtenir' ? { id } : {}
      await app.faire('responsable', operation, entree)
      app.transactions.length = 0
      await app.faire('responsable', operation, entree)
      const [session, ecran, ...suite] = app.transactions
      expect(session?.instructions).toBe(1)
      expect(ecran).toMatchObject({ mode: 'read' })
      expect(ecran?.instructions).toBeGreaterThan(0)
      expect(ecran?.instructions).toBeLessThanOrEqual(limite)
      expect(suite.map((t) => t.instructions)).toEqual([1])
    })
  })
})
