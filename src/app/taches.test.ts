import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DemandeFaite, DemandeRecue, LienFait, TacheVue } from '#core/taches/contract.ts'
import { oublierLesBrouillons } from '#core/taches/index.ts'
import type { MailSender, OutgoingMessage, SendingOutcome } from '#platform/mail/index.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { CITATION, demanderA, ouvrirUnDossier, porteur, sujet } from './testing/demandes.ts'
import { listerTables } from './testing/empreintes.ts'

const JOUR = 24 * 3_600_000
const MESSAGE = 'Pouvez-vous nous dire ce qui s’est passé ?'
const DESTINATAIRE = {
  nom: 'Léa Fontaine',
  fonction: 'Cheffe de service',
  courriel: 'lea@ch-valmont.example',
}

describe('les demandes aux services', () => {
  let app: ApplicationDeTest
  let dossierId: string
  let version: number
  const partis: OutgoingMessage[] = []
  const poste: { issue: SendingOutcome; absente: string | null; pendant: () => Promise<void> } = {
    issue: { outcome: 'accepted' },
    absente: null,
    pendant: async () => undefined,
  }
  const courriel: MailSender = {
    get unavailable() {
      return poste.absente
    },
    async send(message) {
      partis.push(message)
      await poste.pendant()
      return poste.issue
    },
  }

  beforeAll(async () => {
    app = await ouvrirApplication({ messagerie: courriel })
  })
  afterAll(() => app.fermer())
  beforeEach(async () => {
    app.maintenant = LUNDI
    partis.length = 0
    poste.issue = { outcome: 'accepted' }
    poste.absente = null
    poste.pendant = async () => undefined
    const { pneumologie, cardiologie } = app.structures
    dossierId = (await ouvrirUnDossier(app, [pneumologie, cardiologie])).id
    version = 1
  })

  const demande = (plus: object = {}) => ({
    id: dossierId,
    version,
    demande: {
      destinataires: [{ structureId: app.structures.pneumologie, ...DESTINATAIRE }],
      message: MESSAGE,
      pourLe: '2026-01-20',
    },
    questions: ['Qui était présent ?', 'Que prévoyait le protocole ?'],
    ...plus,
  })
  const demander = (plus: object = {}) => app.faire<DemandeFaite>('charge', 'taches.demander', demande(plus))
  const lister = async (): Promise<TacheVue[]> =>
    (await app.faire<{ taches: TacheVue[] }>('charge', 'taches.lister', { id: dossierId })).taches
  const premiere = async (): Promise<TacheVue> => {
    const [tache] = await lister()
    if (tache === undefined) throw new Error('No request')
    return tache
  }
  const jetonDe = ({ lien }: Pick<LienFait, 'lien'>): string => lien.split('/').at(-1) ?? ''
  const attentes = () =>
    app.lignes('select code, de, pour_le from dossiers.attente where dossier_id = $1 order by de', [
      dossierId,
    ])

  describe('se posent', () => {
    it('à plusieurs services d’un coup, chacun son lien, montré une fois', async () => {
      const { liens, version: nouvelle } = await demander({
        demande: {
          ...demande().demande,
          destinataires: [
            { structureId: app.structures.pneumologie, ...DESTINATAIRE },
            { structureId: app.structures.cardiologie, nom: '', fonction: '', courriel: '' },
          ],
        },
      })
      expect(nouvelle).toBe(2)
      expect(liens.map((l) => [l.pour, l.courriel, l.dernierLe])).toEqual([
        ['Pneumologie', DESTINATAIRE.courriel, '2026-02-19'],
        ['Cardiologie', '', '2026-02-19'],
      ])
      expect(new Set(liens.map(jetonDe)).size).toBe(2)
      for (const lien of liens) {
        expect(lien.lien).toMatch(/^http:\/\/localhost\/repondre\/[\w-]{43}$/)
        expect(lien.texte).toContain(lien.lien)
        expect((await porteur(app, jetonDe(lien)).ouvrir()).html).toContain('1. Qui était présent ?')
      }
      expect(await attentes()).toEqual([
        { code: 'explications', de: 'Cardiologie', pour_le: '2026-01-20' },
        { code: 'explications', de: 'Pneumologie', pour_le: '2026-01-20' },
      ])
      const tout = JSON.stringify(await lister())
      for (const lien of liens) expect(tout).not.toContain(jetonDe(lien))
    })

    it('en proposant le jour habituel du service, et le sien quand il a choisi', async () => {
      const propose = async () =>
        (await app.faire<{ jourPropose: string }>('charge', 'taches.lister', { id: dossierId })).jourPropose
      expect(await propose()).toBe('2026-01-20')
      await app.faire('responsable', 'echeances.regler', { code: 'echeances.cible-explications', valeur: 10 })
      expect(await propose()).toBe('2026-01-15')
      await app.faire('responsable', 'echeances.regler', { code: 'echeances.cible-explications', valeur: 15 })
    })

    it('une seule fois quand le formulaire part deux fois : le lien ne se redonne pas', async () => {
      const cle = '0198a0c0-0000-7000-8000-000000000001'
      const deux = await Promise.all([
        app.appeler('charge', 'taches.demander', demande(), { cle }),
        app.appeler('charge', 'taches.demander', demande(), { cle }),
      ])
      expect(deux.map((r) => r.status).toSorted()).toEqual([200, 409])
      expect(deux.find((r) => r.status === 409)?.corps).toMatchObject({ refus: 'deja-fait' })
      expect(await lister()).toHaveLength(1)
    })

    it('sans qu’aucune table garde un jeton, de quelque façon qu’il ait été donné', async () => {
      const { liens } = await demander()
      const [lien] = liens as [LienFait]
      const suite = { id: lien.tacheId, version: 1 }
      const relance = {
        ...suite,
        niveau: 'rappel',
        nom: '',
        courriel: DESTINATAIRE.courriel,
        parCourriel: true,
      }
      const relancee = await app.faire<{ lien: LienFait }>('charge', 'taches.relancer', relance)
      const envoi = { id: lien.tacheId, jeton: jetonDe(lien), courriel: DESTINATAIRE.courriel }
      await app.faire('charge', 'taches.envoyerLeLien', envoi)
      const neuf = await app.faire<{ lien: LienFait }>('charge', 'taches.renouvelerLeLien', {
        ...suite,
        version: 2,
      })
      await porteur(app, jetonDe(neuf.lien)).ouvrir()
      const jetons = [lien, relancee.lien, neuf.lien].map(jetonDe)
      for (const table of await listerTables(app)) {
        const [{ texte } = { texte: '' }] = await app.lignes<{ texte: string }>(
          `select coalesce(string_agg(x::text, ' '), '') as texte from ${table} x`,
        )
        for (const jeton of jetons) expect([table, texte.includes(jeton)]).toEqual([table, false])
      }
      expect(app.traces.join('')).not.toMatch(new RegExp(jetons.join('|')))
    })

    it.each([
      ['un jour passé', { pourLe: '2026-01-04' }, 'demande.pourLe', 'Ce jour est passé'],
      ['un jour trop lointain', { pourLe: '2028-01-04' }, 'demande.pourLe', 'douze mois'],
      ['un message vide', { message: '' }, 'demande.message', 'Dites au service'],
      ['un caractère nul', { message: 'a\u0000b' }, 'demande.message', 'caractère invisible'],
      ['personne', { destinataires: [] }, 'demande.destinataires', 'au moins un service'],
      [
        'un inconnu sans nom',
        { destinataires: [{ structureId: null, nom: ' ', fonction: '', courriel: '' }] },
        'demande.destinataires.0',
        'Indiquez un service',
      ],
      [
        'un service qui n’existe pas',
        { destinataires: [{ structureId: '0198a0c0-0000-7000-8000-000000000009', ...DESTINATAIRE }] },
        'demande.destinataires.0',
        'n’existe pas',
      ],
      [
        'une adresse fausse',
        { destinataires: [{ structureId: null, ...DESTINATAIRE, courriel: 'lea@' }] },
        'demande.destinataires.0.courriel',
        'pas valide',
      ],
    ])('pas avec %s', async (_quoi, plus, champ, phrase) => {
      const refus = await app.refus(
        'charge',
        'taches.demander',
        demande({ demande: { ...demande().demande, ...plus } }),
      )
      expect(refus.status).toBe(422)
      expect(refus.champs?.[champ]).toContain(phrase)
      expect(await lister()).toEqual([])
    })

    it('pas à un service fermé : la phrase nomme le service', async () => {
      await app.faire('administrateur', 'structures.modifier', {
        id: app.structures.cardiologie,
        nom: 'Cardiologie',
        estFermee: true,
      })
      const saisie = demande({
        demande: {
          ...demande().demande,
          destinataires: [{ structureId: app.structures.cardiologie, ...DESTINATAIRE }],
        },
      })
      const refus = await app.refus('charge', 'taches.demander', saisie)
      await app.faire('administrateur', 'structures.modifier', {
        id: app.structures.cardiologie,
        nom: 'Cardiologie',
        estFermee: false,
      })
      expect(refus.champs?.['demande.destinataires.0']).toContain('« Cardiologie » : Ce service a fermé')
    })

    it('pas sur un dossier clos, ni hors de sa vue, ni sur une version dépassée', async () => {
      expect((await app.refus('charge', 'taches.demander', demande({ version: 7 }))).code).toBe('stale')
      expect((await app.refus('ailleurs', 'taches.demander', demande())).status).toBe(404)
      await app.faire('responsable', 'dossiers.franchir', { id: dossierId, version, transition: 'rendre' })
      expect(await app.refus('charge', 'taches.demander', demande({ version: 2 }))).toMatchObject({
        refus: 'dossier-clos',
      })
    })
  })

  describe('se suivent', () => {
    it('avec les relances proposées à leur jour, puis faites', async () => {
      await demander()
      expect((await premiere()).relanceProposee).toBeNull()
      app.maintenant = new Date(LUNDI.getTime() + 8 * JOUR)
      const tache = await premiere()
      expect(tache.relanceProposee).toEqual({ niveau: 'rappel', depuisLe: '2026-01-13' })
      const rappel = {
        id: tache.id,
        version: tache.version,
        niveau: 'rappel',
        nom: DESTINATAIRE.nom,
        courriel: '',
        parCourriel: false,
      }
      const fait = await app.faire<{ envoi: string; version: number; lien: LienFait }>(
        'charge',
        'taches.relancer',
        rappel,
      )
      expect(fait.envoi).toBe('a-copier')
      expect(fait.lien.texte).toContain('nous vous avons adressé une demande')
      expect(await premiere()).toMatchObject({
        relances: [{ niveau: 'rappel', faiteLe: '2026-01-13', envoi: 'a-copier' }],
        relanceProposee: null,
      })
      expect(await app.refus('charge', 'taches.relancer', { ...rappel, version: 1 })).toMatchObject({
        code: 'stale',
      })
      const haut = {
        ...rappel,
        version: fait.version,
        niveau: 'hierarchie',
        nom: 'Dr Hugo Petit',
        courriel: 'hugo@ch-valmont.example',
      }
      const { version: v } = await app.faire<{ version: number }>('charge', 'taches.relancer', haut)
      expect(await app.refus('charge', 'taches.relancer', { ...rappel, version: v })).toMatchObject({
        refus: 'niveau-depasse',
      })
      const faits = await app.faire<{ tronc: { faits: { libelle: string }[] } }>(
        'charge',
        'pret-de-fauteuil.obtenir',
        { id: dossierId },
      )
      expect(faits.tronc.faits.map((f) => f.libelle)).toEqual(
        expect.arrayContaining(['Rappel adressé au service', 'Relance adressée à la hiérarchie du service']),
      )
    })

    it('sans fermer le premier lien, où quelqu’un écrit peut-être', async () => {
      const { liens } = await demander()
      const premier = porteur(app, jetonDe(liens[0] as LienFait))
      const tache = await premiere()
      const { lien } = await app.faire<{ lien: LienFait }>('charge', 'taches.relancer', {
        id: tache.id,
        version: 1,
        niveau: 'rappel',
        nom: '',
        courriel: '',
        parCourriel: false,
      })
      expect((await premier.ouvrir()).status).toBe(200)
      expect((await porteur(app, jetonDe(lien)).ouvrir()).status).toBe(200)
    })

    it.each<[SendingOutcome, string, RegExp | null]>([
      [{ outcome: 'accepted' }, 'parti', null],
      [{ outcome: 'unknown', reason: 'La connexion s’est coupée.' }, 'incertain', /coupée/],
      [{ outcome: 'refused', reason: 'Adresse refusée.' }, 'echec', /refusée/],
    ])('par courriel, quoi qu’il en advienne (%j)', async (issue, envoi, raison) => {
      poste.issue = issue
      await demander()
      const tache = await premiere()
      // A machine that stops here leaves this behind: the message may have gone.
      poste.pendant = async () =>
        expect((await premiere()).relances).toMatchObject([{ niveau: 'relance', envoi: 'incertain' }])
      const fait = await app.faire<{ envoi: string; raison: string | null; lien: LienFait }>(
        'charge',
        'taches.relancer',
        {
          id: tache.id,
          version: 1,
          niveau: 'relance',
          nom: 'Léa Fontaine',
          courriel: DESTINATAIRE.courriel,
          parCourriel: true,
        },
      )
      expect(fait.envoi).toBe(envoi)
      if (raison !== null) expect(fait.raison).toMatch(raison)
      expect(partis).toHaveLength(1)
      expect(partis[0]).toMatchObject({ to: { address: DESTINATAIRE.courriel }, text: fait.lien.texte })
      expect((await premiere()).relances).toMatchObject([{ niveau: 'relance', envoi }])
    })

    it('jusqu’à un autre jour, sans raccourcir le lien', async () => {
      const { liens } = await demander()
      const { id } = await premiere()
      await app.faire('charge', 'taches.changerLeJour', { id, version: 1, pourLe: '2026-02-20' })
      expect(await attentes()).toMatchObject([{ pour_le: '2026-02-20' }])
      app.maintenant = new Date('2026-03-20T10:00:00Z')
      expect((await porteur(app, jetonDe(liens[0] as LienFait)).ouvrir()).status).toBe(200)
      expect(
        (await app.refus('charge', 'taches.changerLeJour', { id, version: 2, pourLe: '2026-03-19' })).champs,
      ).toHaveProperty('pourLe')
    })

    it('jusqu’à l’annulation, avec son motif', async () => {
      await demander()
      const { id } = await premiere()
      expect(
        (await app.refus('charge', 'taches.annuler', { id, version: 1, motif: ' ' })).champs,
      ).toHaveProperty('motif')
      await app.faire('charge', 'taches.annuler', { id, version: 1, motif: 'Réponse reçue de vive voix.' })
      expect(await attentes()).toEqual([])
      expect(await premiere()).toMatchObject({
        etat: 'annulee',
        annulation: { motif: 'Réponse reçue de vive voix.' },
        refus: { code: 'deja-annulee' },
      })
      for (const op of ['taches.renouvelerLeLien', 'taches.annuler'])
        expect(await app.refus('charge', op, { id, version: 2, motif: 'x' })).toMatchObject({
          refus: 'deja-annulee',
        })
    })

    it('en un nombre borné de requêtes, quel que soit leur nombre', async () => {
      for (let n = 0; n < 4; n += 1) version = (await demander()).version
      app.transactions.length = 0
      await lister()
      const lectures = app.transactions.filter((t) => t.mode === 'read').map((t) => t.instructions)
      expect(Math.max(...lectures)).toBeLessThanOrEqual(8)
    })
  })

  describe('partent par courriel', () => {
    it('avec le lien que l’écran vient de montrer, et lui seul', async () => {
      const { liens } = await demander()
      const [lien] = liens as [LienFait]
      const envoi = { id: lien.tacheId, jeton: jetonDe(lien), courriel: 'autre@ch-valmont.example' }
      expect(await app.faire('charge', 'taches.envoyerLeLien', envoi)).toEqual({
        envoi: 'parti',
        raison: null,
      })
      expect(partis[0]).toMatchObject({
        messageId: expect.stringMatching(/^[\w-]+@ch-valmont\.example$/),
        to: { address: envoi.courriel },
        text: lien.texte,
        subject: lien.objet,
      })
      expect(
        await app.refus('charge', 'taches.envoyerLeLien', { ...envoi, jeton: 'A'.repeat(43) }),
      ).toMatchObject({ refus: 'lien-ferme' })
      await app.faire('charge', 'taches.renouvelerLeLien', { id: lien.tacheId, version: 1 })
      expect(await app.refus('charge', 'taches.envoyerLeLien', envoi)).toMatchObject({ refus: 'lien-ferme' })
      expect(partis).toHaveLength(1)
      const tout = JSON.stringify(await app.lignes('select contenu from journal.entree'))
      expect(tout).not.toContain(jetonDe(lien))
    })

    it('en gardant chaque adresse et son instant, sans les dire au journal ni aux traces', async () => {
      const [lien] = (await demander()).liens as [LienFait]
      const envoi = { id: lien.tacheId, jeton: jetonDe(lien) }
      const fautive = 'lea.fontane@ch-valmont.example'
      poste.issue = { outcome: 'refused', reason: 'Adresse inconnue.' }
      await app.faire('charge', 'taches.envoyerLeLien', { ...envoi, courriel: fautive })
      poste.issue = { outcome: 'accepted' }
      await app.faire('charge', 'taches.envoyerLeLien', { ...envoi, courriel: DESTINATAIRE.courriel })
      const [vue] = await lister()
      expect(vue?.liensEnvoyes).toEqual([
        { a: fautive, le: expect.stringMatching(/^2026-01-05T09:/), envoi: 'echec' },
        { a: DESTINATAIRE.courriel, le: expect.stringMatching(/^2026-01-05T09:/), envoi: 'parti' },
      ])
      const dit = JSON.stringify(await app.lignes('select contenu from journal.entree')) + app.traces.join('')
      for (const adresse of [fautive, DESTINATAIRE.courriel]) expect(dit).not.toContain(adresse)
    })

    it('sauf quand rien n’est réglé pour cela : l’écran le dit', async () => {
      poste.absente = 'L’envoi de courriels n’est pas réglé.'
      const { liens, courrielIndisponible } = await demander()
      expect(courrielIndisponible).toBe(poste.absente)
      const [lien] = liens as [LienFait]
      const envoi = { id: lien.tacheId, jeton: jetonDe(lien), courriel: DESTINATAIRE.courriel }
      expect(await app.refus('charge', 'taches.envoyerLeLien', envoi)).toMatchObject({
        message: poste.absente,
      })
      expect(partis).toEqual([])
    })
  })

  describe('se répondent dans l’application', () => {
    const recue = (qui: 'chef' | 'chefDeCardiologie', id: string) =>
      app.faire<DemandeRecue>(qui, 'taches.obtenirRecue', { id })
    const liste = async (qui: 'chef' | 'chefDeCardiologie') =>
      (await app.faire<{ demandes: { id: string; etat: string }[] }>(qui, 'taches.listerRecues', {})).demandes

    it('par le chef du service interrogé, et par lui seul', async () => {
      const sujets = [sujet('Attente', CITATION)]
      const { tacheId } = await demanderA(app, dossierId, { sujets })
      expect((await liste('chef')).map((d) => d.id)).toContain(tacheId)
      expect((await liste('chefDeCardiologie')).map((d) => d.id)).not.toContain(tacheId)
      expect(await recue('chef', tacheId)).toMatchObject({
        sujets: [{ titre: 'Attente', citation: CITATION }],
        brouillon: { nom: 'Léa Fontaine', version: 0 },
      })
      for (const [op, plus] of [
        ['taches.obtenirRecue', {}],
        ['taches.garderLeBrouillon', { nom: '', fonction: '', reponse: '', reponses: {}, version: 0 }],
        ['taches.repondre', { version: 0 }],
        ['taches.retirerUnePiece', { pieceId: tacheId }],
      ] as const)
        expect((await app.refus('chefDeCardiologie', op, { id: tacheId, ...plus })).status).toBe(404)
    })

    it('avec un brouillon, des pièces, puis l’envoi', async () => {
      const sujets = [sujet('Attente')]
      const { tacheId, jeton } = await demanderA(app, dossierId, { sujets })
      const ecrit = {
        id: tacheId,
        nom: 'Léa Fontaine',
        fonction: 'Cheffe',
        reponse: 'En somme',
        reponses: { [sujets[0]?.sujetId ?? '']: 'Trois absents' },
        version: 0,
      }
      expect(await app.faire('chef', 'taches.garderLeBrouillon', ecrit)).toMatchObject({ version: 1 })
      const fichier = { nom: 'planning.txt', contenu: Buffer.from('Planning') }
      const { pieces } = await app.faire<{ pieces: { id: string }[] }>(
        'chef',
        'taches.joindre',
        { id: tacheId },
        { fichier },
      )
      expect(pieces).toHaveLength(1)
      // the same draft is behind the link
      expect((await porteur(app, jeton).ouvrir()).html).toContain('Trois absents')
      expect(
        await app.refus('chef', 'taches.garderLeBrouillon', { ...ecrit, reponse: 'Autre' }),
      ).toMatchObject({ code: 'stale', actuel: { reponse: 'En somme', version: 1 } })
      expect(await app.refus('chef', 'taches.repondre', { id: tacheId, version: 9 })).toMatchObject({
        code: 'stale',
      })
      const { repondueA } = await app.faire<{ repondueA: string }>('chef', 'taches.repondre', {
        id: tacheId,
        version: 1,
      })
      expect(await app.faire('chef', 'taches.repondre', { id: tacheId, version: 1 })).toEqual({ repondueA })
      const [vue] = await lister()
      expect(vue).toMatchObject({
        etat: 'repondue',
        parLien: false,
        reponse: 'En somme',
        sujets: [{ reponse: 'Trois absents' }],
        pieces: [{ nom: 'planning.txt' }],
        repondant: { nom: 'Léa Fontaine', fonction: 'Cheffe' },
      })
      expect((await recue('chef', tacheId)).etat).toBe('repondue')
    })

    it('sans que l’autre service du dossier voie la réponse ni ses pièces', async () => {
      const { tacheId } = await demanderA(app, dossierId)
      const fichier = { nom: 'planning.txt', contenu: Buffer.from('Planning') }
      const { pieces } = await app.faire<{ pieces: { id: string }[] }>(
        'chef',
        'taches.joindre',
        { id: tacheId },
        { fichier },
      )
      await app.faire('chef', 'taches.garderLeBrouillon', {
        id: tacheId,
        nom: 'L. F.',
        fonction: 'Cheffe',
        reponse: 'Entre nous',
        reponses: {},
        version: 0,
      })
      const id = pieces[0]?.id
      // not even the department, while it is being written
      expect((await app.refus('charge', 'pieces.telecharger', { id })).status).toBe(404)
      await app.faire('chef', 'taches.repondre', { id: tacheId, version: 1 })
      for (const qui of ['charge', 'responsable', 'chef'] as const)
        expect((await app.appeler(qui, 'pieces.telecharger', { id })).octets.toString()).toBe('Planning')
      expect((await app.refus('chefDeCardiologie', 'pieces.telecharger', { id })).status).toBe(404)
      const vues = await app.faire<{ pieces: object[] }>('chefDeCardiologie', 'pieces.lister', {
        id: dossierId,
      })
      expect(vues.pieces).toEqual([])
      // sent, it is the dossier's
      await app.faire('chef', 'taches.retirerUnePiece', { id: tacheId, pieceId: id })
      expect((await app.appeler('charge', 'pieces.telecharger', { id })).status).toBe(200)
    })
  })

  describe('s’oublient', () => {
    const oublier = (jours: number) =>
      oublierLesBrouillons(
        app.base.database,
        app.etablissementId as never,
        new Date(LUNDI.getTime() + jours * JOUR),
      )
    const restes = (id: string) =>
      app.lignes<{ b: number; p: number }>(
        `select (select count(*)::int from taches.brouillon where tache_id = $1) as b,
                (select count(*)::int from pieces.piece where tache_id = $1) as p`,
        [id],
      )

    it('quand le lien est fermé, pas avant, et les pièces avec', async () => {
      const { tacheId, jeton } = await demanderA(app, dossierId)
      const fichier = { nom: 'a.txt', contenu: Buffer.from('a') }
      await porteur(app, jeton).envoyer(
        '',
        { nom: '', fonction: '', reponse: 'x', version: '0', geste: 'garder' },
        [fichier],
      )
      await oublier(40)
      expect(await restes(tacheId)).toEqual([{ b: 1, p: 1 }])
      await oublier(47)
      expect(await restes(tacheId)).toEqual([{ b: 0, p: 0 }])
    })

    it('pas la pièce que le chef de service vient de joindre, ses liens fermés', async () => {
      const { tacheId } = await demanderA(app, dossierId)
      app.maintenant = new Date(LUNDI.getTime() + 46 * JOUR)
      const piece = { nom: 'a.txt', contenu: Buffer.from('a') }
      await app.faire('chef', 'taches.joindre', { id: tacheId }, { fichier: piece })
      await oublier(47)
      expect(await restes(tacheId)).toEqual([{ b: 0, p: 1 }])
      await oublier(54)
      expect(await restes(tacheId)).toEqual([{ b: 0, p: 0 }])
    })

    it('quand la demande est annulée', async () => {
      const { tacheId, jeton } = await demanderA(app, dossierId)
      await porteur(app, jeton).envoyer('', {
        nom: '',
        fonction: '',
        reponse: 'x',
        version: '0',
        geste: 'garder',
      })
      await app.faire('charge', 'taches.annuler', { id: tacheId, version: 1, motif: 'Sans objet' })
      await oublier(1)
      expect(await restes(tacheId)).toEqual([{ b: 0, p: 0 }])
    })

    it('jamais une réponse envoyée', async () => {
      const { tacheId, jeton } = await demanderA(app, dossierId)
      const lien = porteur(app, jeton)
      await lien.envoyer('', { nom: 'L', fonction: 'C', reponse: 'x', version: '0', geste: 'relire' }, [
        { nom: 'a.txt', contenu: Buffer.from('a') },
      ])
      const [piece] = await app.lignes<{ id: string }>('select id from pieces.piece where tache_id = $1', [
        tacheId,
      ])
      await lien.envoyer('/envoi', { version: '1', pieces: String(piece?.id) })
      await oublier(300)
      expect(await restes(tacheId)).toEqual([{ b: 0, p: 1 }])
    })
  })
})
