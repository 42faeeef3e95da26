import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import type { TacheVue } from '#core/taches/contract.ts'
import { relancerLesServices } from '#core/taches/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { demanderA, ouvrirUnDossier, porteur } from './testing/demandes.ts'
import { type MessagerieDeTest, ouvrirMessagerie } from './testing/messagerie-de-test.ts'

const ORIGINE = 'https://usagers.ch-valmont.example'
const LEA = 'lea@ch-valmont.example'

describeOnEachEngine('la relance automatique des services', (moteur) => {
  let app: ApplicationDeTest
  let poste: MessagerieDeTest
  let dossierId: string

  beforeAll(async () => {
    poste = await ouvrirMessagerie()
    app = await ouvrirApplication({ moteur, messagerie: poste.courriel, adresse: ORIGINE })
    // who answers for what: a head of the pôle, above the services
    const chefs = [
      ['chef', LEA, null],
      ['chefDeCardiologie', 'marc@ch-valmont.example', null],
    ] as const
    for (const [qui, courriel] of chefs)
      await app.lignes('update agents.agent set courriel = $2 where id = $1', [app.agents[qui], courriel])
    const pole = await app.faire<{ id: string }>('administrateur', 'agents.creerAgent', {
      ...{
        identifiant: 'chefDePole',
        nom: 'Roche',
        prenom: 'Ines',
        fonction: '',
        motDePasse: 'premiere-connexion',
      },
      courriel: 'pole@ch-valmont.example',
      role: 'chef-de-service',
      services: [app.structures.pole],
    })
    expect(pole.id).toBeTruthy()
  }, 120_000)
  afterAll(async () => {
    await app.fermer()
    await poste.fermer()
  })
  beforeEach(async () => {
    app.maintenant = LUNDI
    poste.recus.length = 0
    poste.humeur = 'prend'
    await app.lignes("update taches.tache set etat = 'annulee', annulee_a = now() where etat = 'demandee'")
    await app.lignes('delete from taches.ligne_de_recapitulatif')
    await app.lignes('update taches.relance set recapitulatif_id = null')
    await app.lignes('delete from taches.recapitulatif')
    dossierId = (await ouvrirUnDossier(app, [app.structures.pneumologie])).id
  })

  /** Without an address of its own: the accounts say who answers. */
  const demander = (plus: Parameters<typeof demanderA>[2] = {}) =>
    demanderA(app, dossierId, { destinataire: { nom: '', fonction: '', courriel: '' }, ...plus })
  const tourner = (quand: string) => {
    app.maintenant = new Date(quand)
    const d = { database: app.base.database, courriel: poste.courriel, adresse: () => ORIGINE }
    return relancerLesServices(d, app.etablissementId as EtablissementId, app.maintenant)
  }
  const voir = async (id = dossierId): Promise<TacheVue> => {
    const { taches } = await app.faire<{ taches: TacheVue[] }>('charge', 'taches.lister', { id })
    const tache = taches.at(-1)
    if (tache === undefined) throw new Error('No request')
    return tache
  }
  const textes = () =>
    poste.recus.map(({ to, subject, text }) => ({ a: to?.[0]?.address, subject, text: text ?? '' }))
  const liens = (): string[] =>
    poste.recus.flatMap(({ text }) =>
      [...(text ?? '').matchAll(/\/repondre\/([\w-]{43})/g)].map((m) => m[1] ?? ''),
    )
  const faits = (code: string) =>
    app.lignes<{ survenu_le: string; details: object }>(
      'select survenu_le, details from dossiers.fait where dossier_id = $1 and code = $2 order by id',
      [dossierId, code],
    )
  const attentes = () =>
    app.lignes('select code, de, agent_id from dossiers.attente where dossier_id = $1 order by code', [
      dossierId,
    ])

  it('annonce la prochaine, son jour et à qui', async () => {
    await demander()
    expect((await voir()).relanceAutomatique).toMatchObject({
      prochaine: {
        niveau: 'rappel',
        le: '2026-01-13',
        pourquoi: expect.stringContaining('8 jours après la demande'),
      },
      empechement: null,
      echec: null,
    })
  })

  it('part en trois temps, jusqu’à la hiérarchie, puis s’arrête', async () => {
    await demander()
    expect(await tourner('2026-01-12T09:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 0 })
    await tourner('2026-01-13T09:05:00Z')
    await tourner('2026-01-21T09:05:00Z')
    await tourner('2026-01-29T09:05:00Z')
    await tourner('2026-02-10T09:05:00Z')
    expect(textes().map(({ a, subject }) => [a, subject?.replaceAll('\u00a0', ' ')])).toEqual([
      [LEA, 'Rappel : une demande attend votre réponse'],
      [LEA, 'Relance : une demande attend votre réponse'],
      ['pole@ch-valmont.example', 'Une demande restée sans réponse'],
    ])
    const tache = await voir()
    expect(tache.relances.map((r) => [r.niveau, r.faiteLe, r.envoi, r.estAutomatique])).toEqual([
      ['rappel', '2026-01-13', 'parti', true],
      ['relance', '2026-01-21', 'parti', true],
      ['hierarchie', '2026-01-29', 'parti', true],
    ])
    expect(tache.relanceAutomatique).toMatchObject({ empechement: { code: 'toutes-faites' } })
    expect((await faits('tache-relancee')).map((f) => f.survenu_le)).toEqual([
      '2026-01-13',
      '2026-01-21',
      '2026-01-29',
    ])
    const traces = await app.lignes<{ acteur: string }>(
      "select acteur from journal.entree where dossier_id = $1 and evenement = 'relance-automatique'",
      [dossierId],
    )
    expect(traces).toEqual(Array(3).fill({ acteur: 'systeme' }))
  })

  it('réunit en un seul message par jour tout ce qu’une personne doit, un lien par demande', async () => {
    await demander()
    const autre = (await ouvrirUnDossier(app, [app.structures.pneumologie])).id
    await demanderA(app, autre, {
      destinataire: { nom: '', fonction: '', courriel: '' },
      pourLe: '2026-02-20',
    })
    await demander({ structureId: app.structures.cardiologie })
    await tourner('2026-01-13T09:05:00Z')
    expect(textes().map(({ a }) => a)).toEqual([LEA, 'marc@ch-valmont.example'])
    expect(textes()[0]?.text.match(/^\d\. /gm)).toHaveLength(2)
    expect(new Set(liens()).size).toBe(3)
    for (const jeton of liens()) expect((await porteur(app, jeton).ouvrir()).status).toBe(200)
    // an hour later, the same day: nothing more
    expect(await tourner('2026-01-13T10:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 0 })
    expect(poste.recus).toHaveLength(2)
    // no token is kept
    const gardes = JSON.stringify(await app.lignes('select * from taches.recapitulatif'))
    for (const jeton of liens()) expect(gardes).not.toContain(jeton)
  })

  it('laisse ouverts les liens déjà adressés : quelqu’un y écrit peut-être', async () => {
    const { jeton } = await demander()
    await tourner('2026-01-13T09:05:00Z')
    expect((await porteur(app, jeton).ouvrir()).status).toBe(200)
    const reponse = { nom: 'Léa', fonction: 'Cheffe', reponse: 'Voici.', version: '0', geste: 'garder' }
    await porteur(app, liens()[0] ?? '').envoyer('', reponse)
    expect((await porteur(app, jeton).ouvrir()).html).toContain('Voici.')
  })

  it('attend les heures et les jours ouvrés de l’établissement', async () => {
    await demander()
    for (const trop of ['2026-01-13T06:59:00Z', '2026-01-13T17:00:00Z', '2026-01-17T10:00:00Z'])
      expect(await tourner(trop)).toEqual({ partis: 0, incertains: 0, echecs: 0 })
    await app.faire('responsable', 'echeances.regler', { code: 'echeances.relance-des', valeur: 7 })
    expect((await tourner('2026-01-13T06:59:00Z')).partis).toBe(1)
    app.maintenant = new Date('2026-01-18T10:00:00Z')
    await app.faire('responsable', 'echeances.regler', { code: 'echeances.relance-des', valeur: 8 })
    const refus = await app.refus('responsable', 'echeances.regler', {
      code: 'echeances.relance-jusqu-a',
      valeur: 8,
    })
    expect(refus.champs?.['valeur']).toContain('le début doit venir avant la fin')
  })

  it('s’arrête quand le service répond, ou que la demande est annulée', async () => {
    await demander()
    await tourner('2026-01-13T09:05:00Z')
    const service = porteur(app, liens()[0] ?? '')
    await service.envoyer('', {
      nom: 'Léa',
      fonction: 'Cheffe',
      reponse: 'Voici.',
      version: '0',
      geste: 'relire',
    })
    await service.envoyer('/envoi', { version: '1', pieces: '' })
    expect((await voir()).etat).toBe('repondue')
    await tourner('2026-01-21T09:05:00Z')
    expect(poste.recus).toHaveLength(1)
    expect((await voir()).relanceAutomatique).toBeNull()
  })

  it('se suspend pour une demande, avec un motif, et reprend', async () => {
    await demander()
    const { id, version } = await voir()
    await app.faire('charge', 'taches.suspendreLesRelances', { id, version, motif: 'Promise pour vendredi' })
    await tourner('2026-01-13T09:05:00Z')
    expect(poste.recus).toEqual([])
    const suspendue = await voir()
    expect(suspendue.suspension?.motif).toBe('Promise pour vendredi')
    expect(suspendue.relanceAutomatique).toMatchObject({ empechement: { code: 'suspendues' } })
    expect(suspendue.relanceProposee).toBeNull()
    const deja = await app.refus('charge', 'taches.suspendreLesRelances', {
      ...{ id, version: suspendue.version, motif: 'x' },
    })
    expect(deja.refus).toBe('deja-suspendues')
    await app.faire('charge', 'taches.reprendreLesRelances', { id, version: suspendue.version })
    await tourner('2026-01-14T09:05:00Z')
    expect(poste.recus).toHaveLength(1)
    expect(await faits('relances-suspendues')).toHaveLength(1)
    expect(await faits('relances-reprises')).toHaveLength(1)
  })

  it('dit ce qui n’est pas parti, à qui a demandé, et recommence', async () => {
    await demander()
    poste.humeur = 'refuse'
    expect(await tourner('2026-01-13T09:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 1 })
    const echouee = await voir()
    expect(echouee.relances).toEqual([])
    expect(echouee.relanceAutomatique?.echec).toMatchObject({
      ...{ niveau: 'rappel', le: '2026-01-13', a: LEA },
      raison: expect.stringContaining('Boîte inconnue'),
    })
    expect(await attentes()).toEqual([
      expect.objectContaining({ code: 'explications' }),
      { code: 'relance-a-reprendre', de: 'Pneumologie', agent_id: app.agents.charge },
    ])
    expect(await faits('tache-relancee')).toEqual([])
    const [lien] = await app.lignes<{ ouverts: number }>(
      'select count(*) filter (where revoque_a is null)::int as ouverts from taches.lien where tache_id = $1',
      [echouee.id],
    )
    // the link of the request alone: the one that never left is closed
    expect(lien?.ouverts).toBe(1)
    await tourner('2026-01-13T10:05:00Z')
    await tourner('2026-01-13T11:05:00Z')
    expect(await tourner('2026-01-13T12:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 0 })
    const nonParties = await app.lignes(
      "select 1 from journal.entree where dossier_id = $1 and evenement = 'relance-automatique-non-partie'",
      [dossierId],
    )
    expect(nonParties).toHaveLength(1)
    poste.humeur = 'prend'
    expect((await tourner('2026-01-14T09:05:00Z')).partis).toBe(1)
    expect((await voir()).relanceAutomatique?.echec).toBeNull()
    expect((await attentes()).map((a) => a['code'])).toEqual(['explications'])
  })

  it('n’envoie jamais deux fois ce qui est peut-être parti', async () => {
    await demander()
    poste.humeur = 'coupe'
    expect(await tourner('2026-01-13T09:05:00Z')).toEqual({ partis: 0, incertains: 1, echecs: 0 })
    poste.humeur = 'prend'
    expect(await tourner('2026-01-13T10:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 0 })
    expect((await voir()).relances).toMatchObject([{ niveau: 'rappel', envoi: 'incertain' }])
    const [fait] = await faits('tache-relancee')
    expect(fait?.details).toMatchObject({
      precision: 'Pneumologie, relance automatique, courriel à vérifier',
    })
  })

  it('dit le doute que laisse une machine arrêtée pendant l’envoi', async () => {
    await demander()
    const arret = { unavailable: null, send: () => Promise.reject(new Error('arrêt')) }
    app.maintenant = new Date('2026-01-13T09:05:00Z')
    const d = { database: app.base.database, courriel: arret, adresse: () => ORIGINE }
    await expect(
      relancerLesServices(d, app.etablissementId as EtablissementId, app.maintenant),
    ).rejects.toThrow('arrêt')
    expect((await voir()).relances).toEqual([])
    await tourner('2026-01-13T10:05:00Z')
    expect(poste.recus).toEqual([])
    expect((await voir()).relances).toMatchObject([{ niveau: 'rappel', envoi: 'incertain' }])
  })

  it('laisse la place à une relance faite à la main', async () => {
    await demander()
    const { id, version } = await voir()
    app.maintenant = new Date('2026-01-13T08:00:00Z')
    const aLaMain = { id, version, niveau: 'rappel', nom: 'Léa', courriel: LEA, parCourriel: false }
    await app.faire('charge', 'taches.relancer', aLaMain)
    expect(await tourner('2026-01-13T09:05:00Z')).toEqual({ partis: 0, incertains: 0, echecs: 0 })
  })

  it('ne part pas sans messagerie ni adresse, et le dit', async () => {
    await demander()
    const sans = { unavailable: 'Aucun serveur.', send: poste.courriel.send }
    app.maintenant = new Date('2026-01-13T09:05:00Z')
    const etablissement = app.etablissementId as EtablissementId
    const database = app.base.database
    for (const d of [
      { database, courriel: sans, adresse: () => ORIGINE },
      { database, courriel: poste.courriel, adresse: () => null },
    ])
      expect(await relancerLesServices(d, etablissement, app.maintenant)).toEqual({
        ...{ partis: 0, incertains: 0, echecs: 0 },
      })
  })

  it('dit que personne n’est connu pour un service', async () => {
    await demander({
      structureId: null,
      destinataire: { nom: 'Mme Prestataire', fonction: '', courriel: '' },
    })
    expect((await voir()).relanceAutomatique).toMatchObject({ empechement: { code: 'sans-adresse' } })
    await tourner('2026-01-13T09:05:00Z')
    expect(poste.recus).toEqual([])
  })
})
