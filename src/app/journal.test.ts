import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { enTransaction, trouverRupture } from '#core/journal/index.ts'
import { AGENTS, type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

interface Entree {
  evenement: string
  dossier_id: string | null
  agent_id: string | null
  contenu: string
}

describe('le journal de l’application', () => {
  let app: ApplicationDeTest
  let id = ''
  let piece = ''
  beforeAll(async () => {
    app = await ouvrirApplication()
    const fichier = { nom: 'ordonnance de Mme Cœurdevey.txt', contenu: Buffer.from('Bonjour') }
    const depot = await app.faire<{ piece: { id: string } }>('charge', 'pieces.deposer', {}, { fichier })
    piece = depot.piece.id
    const saisie = reclamationSaisie({
      canal: 'guichet',
      pieces: [piece],
      services: [app.structures.pneumologie],
    })
    id = (await app.faire('charge', 'reclamations.enregistrer', saisie)).id
  })
  afterAll(() => app.fermer())

  const depuis = async (action: () => Promise<unknown>): Promise<Entree[]> => {
    const [avant] = await app.lignes<{ n: number }>('select count(*)::int as n from journal.entree')
    await action()
    return app.lignes<Entree>(
      'select evenement, dossier_id, agent_id, contenu from journal.entree order by survenue_a, id offset $1',
      [avant?.n],
    )
  }

  it.each([
    ['ouvrir un dossier', 'charge', 'reclamations.obtenir', () => ({ id }), 'dossier-consulte', true],
    ['ouvrir une pièce', 'responsable', 'pieces.apercevoir', () => ({ id: piece }), 'piece-consultee', true],
    ['télécharger une pièce', 'chef', 'pieces.telecharger', () => ({ id: piece }), 'piece-telechargee', true],
    ['lister les pièces', 'charge', 'pieces.lister', () => ({ id }), 'pieces-listees', true],
    ['imprimer une copie', 'charge', 'reclamations.imprimerCopie', () => ({ id }), 'copie-imprimee', true],
    ['lister des dossiers', 'charge', 'dossiers.lister', () => ({}), 'dossiers-listes', false],
    [
      'chercher un dossier',
      'charge',
      'dossiers.lister',
      () => ({ recherche: 'Cœurdevey' }),
      'dossiers-listes',
      false,
    ],
    [
      'chercher une personne',
      'charge',
      'personnes.chercher',
      () => ({ texte: 'Cœurdevey' }),
      'personnes-cherchees',
      false,
    ],
    ['ouvrir l’accueil', 'charge', 'tableau-de-bord.obtenirAccueil', () => ({}), 'accueil-consulte', false],
  ] as const)(
    'garde une entrée, et une seule : %s',
    async (_cas, qui, operation, entree, evenement, duDossier) => {
      await app.cookieDe(qui)
      const entrees = await depuis(() => app.faire(qui, operation, entree()))
      expect(entrees).toEqual([
        expect.objectContaining({ evenement, agent_id: app.agents[qui], dossier_id: duDossier ? id : null }),
      ])
      const contenu = JSON.parse(entrees[0]?.contenu ?? '{}')
      expect(contenu).toMatchObject({ evenement, operation, acteur: `agent:${app.agents[qui]}` })
      if (!duDossier || evenement === 'pieces-listees') expect(contenu.criteres).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  it('garde d’un export ce qui est demandé, puis comment il a fini', async () => {
    await app.cookieDe('directeur')
    const entrees = await depuis(() => app.faire('directeur', 'dossiers.exporter', { vue: 'tous' }))
    expect(entrees.map(({ evenement }) => evenement).toSorted()).toEqual([
      'dossiers-exportes',
      'dossiers-exportes:fin',
    ])
    for (const { agent_id, contenu } of entrees) {
      expect(agent_id).toBe(app.agents.directeur)
      expect(JSON.parse(contenu)).toMatchObject({
        evenement: 'dossiers-exportes',
        criteres: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    }
  })

  it('ne note ni la consultation de sa session, ni un brouillon', async () => {
    await app.cookieDe('charge')
    const brouillon = { id: '019b8d62-0000-7000-8000-00000000000a', type: 'reclamation', contenu: {} }
    const entrees = await depuis(async () => {
      await app.faire('charge', 'agents.obtenirSession', {})
      await app.faire('charge', 'dossiers.enregistrerBrouillon', brouillon)
      await app.faire('charge', 'dossiers.supprimerBrouillon', { id: brouillon.id })
    })
    expect(entrees).toEqual([])
  })

  it('ne note qu’une fois une création envoyée deux fois', async () => {
    const cle = '019b8d62-0000-4000-8000-00000000000b'
    const creer = () => app.faire('charge', 'eloges.enregistrer', elogeSaisi(), { cle })
    const entrees = await depuis(async () => {
      await creer()
      await creer()
    })
    expect(entrees.map((e) => e.evenement)).toEqual(['eloge-enregistre'])
  })

  it.each([
    [
      'le rôle ne permet pas',
      'charge',
      'dossiers.classer',
      () => ({ id, version: 1, classe: 'sensible', motif: 'x' }),
      'dossier-classe-change:refus',
      'forbidden',
      false,
    ],
    [
      'la procédure interdit',
      'responsable',
      'reclamations.clore',
      () => ({ id, version: 1 }),
      'reclamation-close:refus',
      'reponse-non-envoyee',
      true,
    ],
    [
      'le dossier est hors de portée',
      'chefDeCardiologie',
      'reclamations.obtenir',
      () => ({ id }),
      'dossier-consulte:refus',
      'not-found',
      false,
    ],
    [
      'le mot de passe est faux',
      null,
      'agents.ouvrirSession',
      () => ({ identifiant: 'directeur', motDePasse: 'faux' }),
      'session-ouverte:refus',
      'unauthenticated',
      false,
    ],
  ] as const)(
    'garde le refus quand %s, bien que rien d’autre ne soit gardé',
    async (_cas, qui, operation, entree, evenement, refus, duDossier) => {
      if (qui !== null) await app.cookieDe(qui)
      const entrees = await depuis(() => app.refus(qui, operation, entree()))
      expect(entrees).toEqual([expect.objectContaining({ evenement, dossier_id: duDossier ? id : null })])
      expect(JSON.parse(entrees[0]?.contenu ?? '{}')).toMatchObject({ refus })
    },
  )

  it('n’ouvre aucune chaîne pour un dossier que l’appelant ne voit pas', async () => {
    const invente = '019b8d62-0000-7000-8000-00000000000c'
    const fichier = { nom: 'x.txt', contenu: Buffer.from('x') }
    await app.refus('charge', 'pieces.lister', { id: invente })
    await app.refus('charge', 'pieces.deposer', { dossierId: invente }, { fichier })
    await app.refus('chefDeCardiologie', 'pieces.lister', { id })
    expect(await app.lignes('select 1 from journal.entree where dossier_id = $1', [invente])).toEqual([])
  })

  it('ne reçoit ni nom, ni texte libre, quoi qu’on saisisse', async () => {
    const mots = ['Quetzalcoatl', 'Zyxomma', 'Wombat', 'Xylotome', 'Krypton'] as const
    const [nom, prenom, texte, motif, objet] = mots
    const auteur = {
      choix: 'nouvelle' as const,
      personne: personneFictive({ nom, prenom, courriel: 'wombat@courriel.example' }),
    }
    const cree = await app.faire(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ auteur, objet, recit: texte }),
    )
    const v = { id: cree.id }
    const { tronc } = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', v)
    const faitId = tronc.faits[0]?.id
    await app.faire('charge', 'dossiers.rectifierFait', {
      ...v,
      version: 1,
      faitId,
      survenuLe: '2026-01-02',
      motif,
    })
    await app.faire('charge', 'dossiers.noter', { ...v, version: 2, survenuLe: '2026-01-05', texte })
    await app.faire('responsable', 'dossiers.classer', { ...v, version: 3, classe: 'ordinaire', motif })
    await app.faire('charge', 'dossiers.lister', { recherche: nom })
    await app.faire('charge', 'personnes.chercher', { texte: prenom })
    await app.appeler('responsable', 'dossiers.franchir', {
      ...v,
      version: 4,
      transition: `${nom} a téléphoné`,
    })
    await app.appeler('responsable', 'courriers.retirerModele', { code: `${nom}` })
    await app.appeler('responsable', 'echeances.regler', { code: `${nom}`, valeur: 3 })
    await app.appeler(null, 'agents.ouvrirSession', { identifiant: nom, motDePasse: texte })
    const tout = JSON.stringify(await app.lignes('select * from journal.entree'))
    const interdits = [
      ...mots,
      'wombat@',
      'Cœurdevey',
      'Éléonore',
      'ordonnance',
      ...Object.values(AGENTS).map((a) => a.nom),
    ]
    expect(interdits.filter((mot) => tout.includes(mot))).toEqual([])
  })

  it('reste entier après tout cela, chaîne par chaîne', async () => {
    const chaines = await app.lignes<{ chaine: string }>('select distinct chaine from journal.entree')
    expect(chaines.length).toBeGreaterThan(3)
    for (const { chaine } of chaines) {
      const rupture = await enTransaction(app.base.database, { type: 'anonyme' }, 'read', (tx) =>
        trouverRupture(tx, chaine),
      )
      expect([chaine, rupture]).toEqual([chaine, null])
    }
  })

  it.each([
    ['responsable', true],
    ['directeur', true],
    ['charge', false],
    ['chef', false],
  ] as const)('dit qui a vu un dossier au %s : %s', async (qui: Qui, montre) => {
    const { tronc } = await app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })
    if (!montre) return expect(tronc.lectures).toBeNull()
    expect(tronc.lectures?.length).toBeGreaterThan(3)
    expect(tronc.lectures).toContainEqual(
      expect.objectContaining({ agent: 'Camille Roux', libelle: 'A ouvert le dossier' }),
    )
  })
})
