import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Acteur } from '#core/journal/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { creerAuthentification } from './authentifier.ts'
import { contract } from './contract.ts'
import { hacherMotDePasse } from './mot-de-passe.ts'
import { routesDesAgents } from './routes.ts'
import { type AppelDeTest, type Banc, MIDI, ouvrirBanc } from './testing.ts'

const MOT_DE_PASSE = 'douze lapins sautent'
const dans = (heures: number): Date => new Date(MIDI.getTime() + heures * 3600 * 1000)

describe('la connexion', () => {
  let banc: Banc
  let module: { contract: typeof contract; liaisons: ReturnType<typeof routesDesAgents> }
  let empreinte: string
  beforeAll(async () => {
    banc = await ouvrirBanc()
    empreinte = await hacherMotDePasse(MOT_DE_PASSE)
    const liaisons = routesDesAgents({
      database: banc.test.database,
      permissionsDe: () => ['dossiers.consulter'],
      demonstration: false,
      codeInstallation: { verifier: () => false, consommer: () => undefined },
      creerEtablissement: () => Promise.reject(new Error('not here')),
      nomsDesStructures: () => Promise.resolve(new Map()),
      obtenirEtablissement: async () => ({
        id: banc.etablissementId,
        nom: 'CH des Tilleuls',
        serviceNom: 'Relations avec les usagers',
        fuseau: 'Europe/Paris',
      }),
      jourDe: () => '2026-03-10',
    })
    module = { contract, liaisons }
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    await banc.test.admin.query('delete from agents.tentative')
    await banc.test.admin.query('delete from agents.session')
  })

  let rang = 0
  const creerCompte = async (options: { estActif?: boolean; doitChanger?: boolean } = {}) => {
    rang += 1
    const identifiant = `compte-${rang}`
    const id = uuidv7(MIDI.getTime())
    await banc.test.admin.query(
      `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, fonction, role, mot_de_passe, est_actif,
                                 doit_changer_mot_de_passe, cle_tri, cree_a)
       values ($1, $2, $3, 'Lefèvre', 'Zoé', 'Chargée', 'charge', $4, $5, $6, $3, $7)`,
      [
        id,
        banc.etablissementId,
        identifiant,
        empreinte,
        options.estActif ?? true,
        options.doitChanger ?? false,
        MIDI,
      ],
    )
    return { id, identifiant }
  }
  const connecter = (identifiant: string, motDePasse: string, appel: AppelDeTest = {}) =>
    banc.appeler(module, 'ouvrirSession', { identifiant, motDePasse }, appel)
  const authentifier = (cookie: string | null | undefined, maintenant: Date): Promise<Acteur> =>
    creerAuthentification(banc.test.database)(
      {
        correlationId: 'x',
        address: '192.0.2.1',
        cookies: { porte_voix_session: cookie ?? undefined },
        isSecure: true,
        origin: 'https://localhost',
        linkToken: null,
      },
      maintenant,
    )

  it('ouvre une session dont le jeton n’est écrit nulle part', async () => {
    const { id, identifiant } = await creerCompte({ doitChanger: true })
    const { reponse, cookie } = await connecter(identifiant.toUpperCase(), MOT_DE_PASSE)
    expect(reponse).toEqual({ doitChangerMotDePasse: true })
    expect(cookie).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const acteur = await authentifier(cookie, MIDI)
    expect(acteur).toMatchObject({ type: 'agent', agentId: id, role: 'charge', fuseau: 'Europe/Paris' })
    const { rows } = await banc.test.admin.query<{ t: string }>(
      `select coalesce(string_agg(s::text, ''), '') || (select coalesce(string_agg(e.contenu, ''), '') from journal.entree e) as t
         from agents.session s`,
    )
    expect(rows[0]?.t).not.toContain(cookie)
    expect(rows[0]?.t).toContain(id)
  })

  it.each([
    ['le mot de passe est faux', true, 'pas le bon du tout'],
    ['le compte n’existe pas', false, MOT_DE_PASSE],
  ])('est refusée avec la même phrase quand %s', async (_titre, existe, motDePasse) => {
    const { identifiant } = existe ? await creerCompte() : { identifiant: 'personne' }
    await expect(connecter(identifiant, motDePasse)).rejects.toMatchObject({
      code: 'unauthenticated',
      details: { message: 'Identifiant ou mot de passe incorrect.' },
    })
  })

  it('est refusée à un agent désactivé, avec la même phrase', async () => {
    const { identifiant } = await creerCompte({ estActif: false })
    await expect(connecter(identifiant, MOT_DE_PASSE)).rejects.toMatchObject({
      code: 'unauthenticated',
      details: { message: 'Identifiant ou mot de passe incorrect.' },
    })
  })

  it('est inscrite au journal, échec compris, sans identifiant saisi', async () => {
    const { id, identifiant } = await creerCompte()
    await expect(connecter(identifiant, 'faux')).rejects.toThrow()
    await connecter(identifiant, MOT_DE_PASSE)
    const { rows } = await banc.test.admin.query<{ evenement: string; contenu: string }>(
      'select evenement, contenu from journal.entree where contenu like $1 order by rang',
      [`%${id}%`],
    )
    expect(rows.map((r) => r.evenement)).toEqual(['session-ouverte:refus', 'session-ouverte'])
    expect(JSON.stringify(rows)).not.toContain(identifiant)
  })

  it('est freinée après cinq échecs sur un compte, même avec le bon mot de passe, pendant quinze minutes', async () => {
    const { identifiant } = await creerCompte()
    for (let essai = 0; essai < 5; essai += 1) {
      await expect(connecter(identifiant, 'faux')).rejects.toMatchObject({ code: 'unauthenticated' })
    }
    await expect(connecter(identifiant, MOT_DE_PASSE)).rejects.toMatchObject({ code: 'too-many' })
    const plusTot = { maintenant: new Date(MIDI.getTime() + 14 * 60_000) }
    await expect(connecter(identifiant, MOT_DE_PASSE, plusTot)).rejects.toMatchObject({ code: 'too-many' })
    const plusTard = { maintenant: new Date(MIDI.getTime() + 16 * 60_000) }
    await expect(connecter(identifiant, MOT_DE_PASSE, plusTard)).resolves.toBeDefined()
  })

  it('compte chacun des essais simultanés', async () => {
    const { identifiant } = await creerCompte()
    const issues = await Promise.allSettled(Array.from({ length: 12 }, () => connecter(identifiant, 'faux')))
    const codes = issues.map((i) => (i.status === 'rejected' ? String(i.reason.code) : 'ouverte'))
    expect(codes.filter((c) => c === 'unauthenticated')).toHaveLength(5)
    expect(codes.filter((c) => c === 'too-many')).toHaveLength(7)
  })

  it('oublie les échecs d’un compte dès qu’il s’ouvre', async () => {
    const { identifiant } = await creerCompte()
    for (let tour = 0; tour < 3; tour += 1) {
      for (let essai = 0; essai < 3; essai += 1) {
        await expect(connecter(identifiant, 'faux')).rejects.toMatchObject({ code: 'unauthenticated' })
      }
      await connecter(identifiant, MOT_DE_PASSE)
    }
  })

  it('est freinée après trente échecs d’une adresse, pas pour une autre', async () => {
    const { identifiant } = await creerCompte()
    const cle = 'adresse:203.0.113.9'
    await banc.test.admin.query(
      `insert into agents.tentative (cle, survenue_a) select sha256(convert_to($1, 'UTF8')), $2 from generate_series(1, 29)`,
      [cle, MIDI],
    )
    const adresse = '203.0.113.9'
    await expect(connecter('inconnu-1', 'faux', { adresse })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    await expect(connecter(identifiant, MOT_DE_PASSE, { adresse })).rejects.toMatchObject({
      code: 'too-many',
    })
    await expect(connecter(identifiant, MOT_DE_PASSE)).resolves.toBeDefined()
  })

  it('rend un agent anonyme douze heures après son dernier geste, et le garde tant qu’il agit', async () => {
    const { identifiant } = await creerCompte()
    const { cookie } = await connecter(identifiant, MOT_DE_PASSE)
    expect(await authentifier(cookie, dans(11))).toMatchObject({ type: 'agent' })
    expect(await authentifier(cookie, dans(22))).toMatchObject({ type: 'agent' })
    expect(await authentifier(cookie, dans(35))).toEqual({ type: 'anonyme' })
  })

  it('n’écrit pas à chaque requête', async () => {
    const { identifiant } = await creerCompte()
    const { cookie } = await connecter(identifiant, MOT_DE_PASSE)
    await authentifier(cookie, new Date(MIDI.getTime() + 4 * 60_000))
    const vueA = async () =>
      (await banc.test.admin.query<{ vue_a: Date }>('select vue_a from agents.session')).rows[0]?.vue_a
    expect(await vueA()).toEqual(MIDI)
    await authentifier(cookie, new Date(MIDI.getTime() + 5 * 60_000))
    expect(await vueA()).toEqual(new Date(MIDI.getTime() + 5 * 60_000))
  })

  it.each([
    ['absent', undefined],
    ['inventé', 'A'.repeat(43)],
    ['mal formé', "' or 1=1 --"],
  ])('ne reconnaît personne à un jeton %s', async (_titre, cookie) => {
    expect(await authentifier(cookie, MIDI)).toEqual({ type: 'anonyme' })
  })

  it('termine la session que le navigateur portait avant', async () => {
    const { identifiant } = await creerCompte()
    const premiere = await connecter(identifiant, MOT_DE_PASSE)
    const seconde = await connecter(identifiant, MOT_DE_PASSE, { cookie: premiere.cookie ?? undefined })
    expect(seconde.cookie).not.toBe(premiere.cookie)
    expect(await authentifier(premiere.cookie, MIDI)).toEqual({ type: 'anonyme' })
  })

  it('dit qui est connecté et ce qu’il peut faire', async () => {
    const { id, identifiant } = await creerCompte()
    const { cookie } = await connecter(identifiant, MOT_DE_PASSE)
    const acteur = await authentifier(cookie, MIDI)
    const { reponse } = await banc.appeler(
      module,
      'obtenirSession',
      {},
      { acteur, cookie: cookie ?? undefined },
    )
    expect(reponse).toMatchObject({
      installationRequise: false,
      session: { agentId: id, nom: 'Lefèvre', prenom: 'Zoé', permissions: ['dossiers.consulter'] },
    })
  })

  it('efface le jeton qui n’ouvre plus rien', async () => {
    const { reponse, cookie } = await banc.appeler(module, 'obtenirSession', {}, { cookie: 'A'.repeat(43) })
    expect(reponse).toEqual({ installationRequise: false, session: null, demonstration: false })
    expect(cookie).toBeNull()
  })

  it('se ferme', async () => {
    const { identifiant } = await creerCompte()
    const { cookie } = await connecter(identifiant, MOT_DE_PASSE)
    const acteur = await authentifier(cookie, MIDI)
    const fermeture = await banc.appeler(module, 'fermerSession', {}, { acteur, cookie: cookie ?? undefined })
    expect(fermeture.cookie).toBeNull()
    expect(await authentifier(cookie, MIDI)).toEqual({ type: 'anonyme' })
  })

  describe('le changement de mot de passe', () => {
    it('ferme les autres sessions de l’agent et garde celle-ci', async () => {
      const { identifiant } = await creerCompte({ doitChanger: true })
      const ici = (await connecter(identifiant, MOT_DE_PASSE)).cookie ?? undefined
      const ailleurs = (await connecter(identifiant, MOT_DE_PASSE)).cookie
      const acteur = await authentifier(ici, MIDI)
      const saisie = { ancien: MOT_DE_PASSE, nouveau: 'treize lapins dorment' }
      await banc.appeler(module, 'changerMotDePasse', saisie, { acteur, cookie: ici })
      expect(await authentifier(ici, MIDI)).toMatchObject({ type: 'agent' })
      expect(await authentifier(ailleurs, MIDI)).toEqual({ type: 'anonyme' })
      await expect(connecter(identifiant, MOT_DE_PASSE)).rejects.toMatchObject({ code: 'unauthenticated' })
      const { reponse } = await connecter(identifiant, 'treize lapins dorment')
      expect(reponse).toEqual({ doitChangerMotDePasse: false })
    })

    it.each([
      ['l’actuel est faux', { ancien: 'ce n’est pas lui', nouveau: 'treize lapins dorment' }, 'ancien'],
      ['le nouveau est l’actuel', { ancien: MOT_DE_PASSE, nouveau: MOT_DE_PASSE }, 'nouveau'],
      ['le nouveau est trop court', { ancien: MOT_DE_PASSE, nouveau: 'court' }, 'nouveau'],
    ])('est refusé quand %s', async (_titre, saisie, champ) => {
      const { identifiant } = await creerCompte()
      const cookie = (await connecter(identifiant, MOT_DE_PASSE)).cookie ?? undefined
      const acteur = await authentifier(cookie, MIDI)
      const essai = banc.appeler(module, 'changerMotDePasse', saisie, { acteur, cookie })
      await expect(essai).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { [champ]: expect.stringMatching(/.+/) } },
      })
      expect(await authentifier(cookie, MIDI)).toMatchObject({ type: 'agent' })
    })
  })
})
