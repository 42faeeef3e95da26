import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { SentInputOf } from '#platform/contract.ts'
import { isPermissionDenied } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { creerAuthentification } from './authentifier.ts'
import { contract } from './contract.ts'
import { nomsDesAgents } from './noms-des-agents.ts'
import { routesDesAgents } from './routes.ts'
import { type Banc, MIDI, ouvrirBanc } from './testing.ts'

const absent = () => Promise.reject(new Error('not used here'))

const saisie = (
  plus: Partial<SentInputOf<typeof contract.creerAgent>> = {},
): SentInputOf<typeof contract.creerAgent> => ({
  identifiant: `nouveau-${uuidv7(MIDI.getTime()).slice(-12)}`,
  motDePasse: 'provisoire et long',
  nom: 'Ngô',
  prenom: 'Maëlys',
  courriel: 'maelys@tilleuls.example',
  fonction: 'Chargée des relations avec les usagers',
  role: 'charge',
  services: [],
  ...plus,
})

describe('les comptes', () => {
  let banc: Banc
  let module: { contract: typeof contract; liaisons: ReturnType<typeof routesDesAgents> }
  let admin: ActeurAgent
  beforeAll(async () => {
    banc = await ouvrirBanc()
    const liaisons = routesDesAgents({
      database: banc.test.database,
      permissionsDe: () => [],
      demonstration: false,
      codeInstallation: { verifier: () => false, consommer: () => undefined },
      creerEtablissement: absent,
      nomsDesStructures: async (tx, ids) => {
        const { rows } = await tx.query<{ id: string; nom: string }>(
          'select id, nom from structures.structure where id = any($1::uuid[])',
          [ids],
        )
        return new Map(rows.map(({ id, nom }) => [id, nom]))
      },
      obtenirEtablissement: absent,
      jourDe: () => '2026-03-10',
    })
    module = { contract, liaisons }
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    await banc.test.admin.query('delete from agents.session')
    await banc.test.admin.query('delete from agents.agent')
    admin = await banc.agent('administrateur')
  })

  const creer = async (plus = {}) => {
    const { reponse } = await banc.appeler(module, 'creerAgent', saisie(plus), { acteur: admin })
    return reponse.id
  }
  const lister = async () => {
    const { reponse } = await banc.appeler(module, 'listerAgents', {}, { acteur: admin })
    return reponse.agents
  }
  const connecter = (identifiant: string, motDePasse: string) =>
    banc.appeler(module, 'ouvrirSession', { identifiant, motDePasse }, {})
  const authentifier = (cookie: string | null | undefined) =>
    creerAuthentification(banc.test.database)(
      {
        correlationId: 'x',
        address: 'x',
        cookies: { porte_voix_session: cookie ?? undefined },
        isSecure: true,
        origin: 'https://localhost',
        linkToken: null,
      },
      MIDI,
    )
  const modification = (id: string, version: number, plus = {}) => {
    const { identifiant: _, motDePasse: __, ...reste } = saisie()
    return { ...reste, id, version, estActif: true, ...plus }
  }

  it('sont créés avec un mot de passe à changer dès la première connexion', async () => {
    const id = await creer({ identifiant: 'Maelys.Ngo' })
    expect(await lister()).toContainEqual(
      expect.objectContaining({ id, identifiant: 'maelys.ngo', nom: 'Ngô', estActif: true, version: 1 }),
    )
    const { reponse } = await connecter('maelys.ngo', 'provisoire et long')
    expect(reponse).toEqual({ doitChangerMotDePasse: true })
  })

  it('sont refusés quand l’identifiant est pris, même dans une autre casse', async () => {
    await creer({ identifiant: 'a.durand' })
    await expect(creer({ identifiant: 'A.DURAND' })).rejects.toMatchObject({
      code: 'invalid',
      details: { champs: { identifiant: expect.stringContaining('déjà pris') } },
    })
  })

  it('sont refusés à un chef de service sans service', async () => {
    await expect(creer({ role: 'chef-de-service' })).rejects.toMatchObject({
      code: 'invalid',
      details: { champs: { services: expect.any(String) } },
    })
  })

  const ouvrirStructure = async (
    nature: string,
    parentId: string | null = null,
    etablissementId: string = banc.etablissementId,
  ) => {
    const id = uuidv7(MIDI.getTime())
    await banc.test.admin.query(
      `insert into structures.structure (id, etablissement_id, parent_id, nature, code, nom, cle_tri)
       values ($1, $2, $3, $4, $5, 'Essai', 'essai')`,
      [id, etablissementId, parentId, nature, id],
    )
    return id
  }

  it('sont refusés quand un service n’existe pas dans l’établissement, à la création et à la modification', async () => {
    const ici = await ouvrirStructure('service')
    const ailleurs = await ouvrirStructure('service', null, await banc.autreEtablissement())
    const refus = {
      code: 'invalid',
      details: { champs: { services: expect.stringContaining('n’existe pas') } },
    }
    const id = await creer({ role: 'chef-de-service', services: [ici, ici] })
    expect((await lister()).find((a) => a.id === id)?.services).toEqual([ici])
    for (const inconnu of [ailleurs, uuidv7(MIDI.getTime())]) {
      const services = [ici, inconnu]
      await expect(creer({ role: 'chef-de-service', services })).rejects.toMatchObject(refus)
      const saisi = modification(id, 1, { role: 'chef-de-service', services })
      const essai = banc.appeler(module, 'modifierAgent', saisi, { acteur: admin })
      await expect(essai).rejects.toMatchObject(refus)
    }
  })

  it('d’un chef de pôle couvrent les services et les UF du pôle, et rien d’un autre', async () => {
    const pole = await ouvrirStructure('pole')
    const service = await ouvrirStructure('service', pole)
    const uf = await ouvrirStructure('uf', service)
    const autrePole = await ouvrirStructure('pole')
    const autreService = await ouvrirStructure('service', autrePole)
    await creer({ identifiant: 'chef.pole', role: 'chef-de-service', services: [pole] })
    await creer({ identifiant: 'chef.service', role: 'chef-de-service', services: [service, autreService] })
    const servicesDe = async (identifiant: string) => {
      const { cookie } = await connecter(identifiant, 'provisoire et long')
      const acteur = await authentifier(cookie)
      return acteur.type === 'agent' ? acteur.services.toSorted() : []
    }
    expect(await servicesDe('chef.pole')).toEqual([pole, service, uf].toSorted())
    expect(await servicesDe('chef.service')).toEqual([service, uf, autreService].toSorted())
  })

  it('sont inscrits au journal une fois quand l’enregistrement, en conflit, a dû être recommencé', async () => {
    // fails the first commit only: a sequence does not roll back
    await banc.test.admin.query('create sequence public.essai_de_conflit')
    await banc.test.admin.query(
      `create function public.essai_de_conflit() returns trigger language plpgsql security definer as $$
       begin
         if nextval('public.essai_de_conflit') = 1 then raise exception 'essai' using errcode = '40001'; end if;
         return null;
       end $$`,
    )
    await banc.test.admin.query(
      `create constraint trigger essai_de_conflit after insert on agents.agent deferrable initially deferred
       for each row execute function public.essai_de_conflit()`,
    )
    const id = await creer()
    await banc.test.admin.query('drop function public.essai_de_conflit cascade')
    await banc.test.admin.query('drop sequence public.essai_de_conflit')
    const { rows } = await banc.test.admin.query(
      `select evenement from journal.entree where contenu::text like '%' || $1 || '%'`,
      [id],
    )
    expect(rows).toEqual([{ evenement: 'agent-cree' }])
  })

  it('n’apparaissent jamais avec leur empreinte', async () => {
    await creer()
    expect(JSON.stringify(await lister())).not.toContain('argon2')
  })

  it('se modifient avec la version lue', async () => {
    const id = await creer()
    const { reponse } = await banc.appeler(
      module,
      'modifierAgent',
      modification(id, 1, { role: 'responsable' }),
      { acteur: admin },
    )
    expect(reponse).toEqual({ id, version: 2 })
    const perimee = banc.appeler(module, 'modifierAgent', modification(id, 1), { acteur: admin })
    await expect(perimee).rejects.toMatchObject({
      code: 'stale',
      details: { actuel: { role: 'responsable', version: 2 } },
    })
  })

  it('gardent chaque caractère d’un nom, même hostile', async () => {
    const nom = '‮O’Brien<script>\u0001 % _ \\ 𝔊 ½'
    const id = await creer({ nom })
    const lu = (await lister()).find((a) => a.id === id)?.nom ?? ''
    expect(Buffer.from(lu).equals(Buffer.from(nom))).toBe(true)
  })

  it('refusent de perdre leur dernier administrateur', async () => {
    for (const plus of [{ estActif: false, role: 'administrateur' }, { role: 'charge' }]) {
      const essai = banc.appeler(module, 'modifierAgent', modification(admin.agentId, 1, plus), {
        acteur: admin,
      })
      await expect(essai).rejects.toMatchObject({
        code: 'refused',
        details: { refus: 'dernier-administrateur' },
      })
    }
    const { rows } = await banc.test.admin.query(
      `select 1 from journal.entree where evenement = 'agent-modifie:refus' and contenu like '%dernier-administrateur%'`,
    )
    expect(rows).toHaveLength(2)
  })

  it('laissent partir un administrateur quand un autre reste', async () => {
    await banc.agent('administrateur')
    const depart = modification(admin.agentId, 1, { estActif: false, role: 'administrateur' })
    const { reponse } = await banc.appeler(module, 'modifierAgent', depart, { acteur: admin })
    expect(reponse.version).toBe(2)
  })

  it('ferment les sessions de l’agent désactivé', async () => {
    const id = await creer({ identifiant: 'partant' })
    const { cookie } = await connecter('partant', 'provisoire et long')
    expect(await authentifier(cookie)).toMatchObject({ agentId: id })
    await banc.appeler(module, 'modifierAgent', modification(id, 1, { estActif: false }), { acteur: admin })
    expect(await authentifier(cookie)).toEqual({ type: 'anonyme' })
    const { rows } = await banc.test.admin.query('select 1 from agents.session where agent_id = $1', [id])
    expect(rows).toEqual([])
  })

  it('donnent le nouveau rôle dès la requête suivante', async () => {
    const id = await creer({ identifiant: 'promue' })
    const { cookie } = await connecter('promue', 'provisoire et long')
    await banc.appeler(module, 'modifierAgent', modification(id, 1, { role: 'directeur' }), { acteur: admin })
    expect(await authentifier(cookie)).toMatchObject({ role: 'directeur' })
  })

  it('se rouvrent par un mot de passe réinitialisé, qui ferme les sessions et lève le freinage', async () => {
    const id = await creer({ identifiant: 'oublieux' })
    const { cookie } = await connecter('oublieux', 'provisoire et long')
    for (let essai = 0; essai < 5; essai += 1) await expect(connecter('oublieux', 'faux')).rejects.toThrow()
    await expect(connecter('oublieux', 'provisoire et long')).rejects.toMatchObject({ code: 'too-many' })
    const motDePasse = 'un autre provisoire'
    await banc.appeler(module, 'reinitialiserMotDePasse', { id, motDePasse }, { acteur: admin })
    expect(await authentifier(cookie)).toEqual({ type: 'anonyme' })
    const { reponse } = await connecter('oublieux', motDePasse)
    expect(reponse).toEqual({ doitChangerMotDePasse: true })
  })

  it('sont introuvables quand l’agent n’existe pas', async () => {
    const id = uuidv7(MIDI.getTime())
    const essais = [
      banc.appeler(module, 'modifierAgent', modification(id, 1), { acteur: admin }),
      banc.appeler(
        module,
        'reinitialiserMotDePasse',
        { id, motDePasse: 'un autre provisoire' },
        { acteur: admin },
      ),
    ]
    for (const essai of essais) await expect(essai).rejects.toMatchObject({ code: 'not-found' })
  })

  it('ne s’administrent que par un administrateur', async () => {
    const directeur = await banc.agent('directeur')
    const essai = banc.appeler(module, 'creerAgent', saisie(), { acteur: directeur })
    await expect(essai).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('donnent à un chargé les collègues à qui confier un dossier, par nom', async () => {
    const charge = await banc.agent('charge')
    const responsable = await banc.agent('responsable')
    await banc.agent('chef-de-service', [uuidv7(MIDI.getTime())])
    const parti = await banc.agent('charge')
    await banc.test.admin.query('update agents.agent set est_actif = false where id = $1', [parti.agentId])
    const { reponse } = await banc.appeler(module, 'listerCollegues', {}, { acteur: charge })
    expect(reponse.collegues.map((c) => c.id)).toEqual([charge.agentId, responsable.agentId])
    const noms = await banc.lire(charge, (tx) => nomsDesAgents(tx, [parti.agentId, null, parti.agentId]))
    expect([...noms.values()]).toEqual([expect.stringMatching(/^Camille Essai/)])
  })

  describe('par SQL direct, sous le rôle de l’application', () => {
    const compter = (acteur: Parameters<Banc['lire']>[0], table: string) =>
      banc.lire(acteur, async (tx) => {
        const { rows } = await tx.query<{ n: number }>(`select count(*) as n from ${table}`)
        return rows[0]?.n
      })

    it('ne montrent rien à un anonyme', async () => {
      expect(await compter({ type: 'anonyme' }, 'agents.agent')).toBe(0)
      expect(await compter({ type: 'anonyme' }, 'agents.session')).toBe(0)
    })

    it('ne montrent rien d’un autre établissement', async () => {
      const etablissementId = await banc.autreEtablissement()
      const autre = { ...admin, etablissementId }
      expect(await compter(autre, 'agents.agent')).toBe(0)
      expect(await compter(admin, 'agents.agent')).toBe(1)
      const ajout = banc.ecrire(autre, (tx) =>
        tx.query(
          `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, mot_de_passe, cle_tri, cree_a)
           values (gen_random_uuid(), $1, 'intrus', 'x', 'x', 'administrateur', 'x', 'x', now())`,
          [admin.etablissementId],
        ),
      )
      await expect(ajout).rejects.toSatisfy(isPermissionDenied)
    })

    it('ne montrent à un chargé que ses sessions, et aucune tentative à personne', async () => {
      const charge = await banc.agent('charge')
      await creer({ identifiant: 'connectee' })
      await connecter('connectee', 'provisoire et long')
      expect(await compter(charge, 'agents.session')).toBe(0)
      expect(await compter(admin, 'agents.session')).toBe(1)
      await expect(compter(admin, 'agents.tentative')).rejects.toSatisfy(isPermissionDenied)
    })

    it('ne se créent ni ne se changent par un chargé, sauf le sien', async () => {
      const charge = await banc.agent('charge')
      const changes = await banc.ecrire(charge, (tx) => tx.query(`update agents.agent set fonction = 'x'`))
      expect(changes.rowCount).toBe(1)
      const ajout = banc.ecrire(charge, (tx) =>
        tx.query(
          `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, mot_de_passe, cle_tri, cree_a)
           values (gen_random_uuid(), $1, 'ami', 'x', 'x', 'administrateur', 'x', 'x', now())`,
          [charge.etablissementId],
        ),
      )
      await expect(ajout).rejects.toSatisfy(isPermissionDenied)
    })
  })
})
