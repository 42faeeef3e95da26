import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Banc, MIDI, ouvrirBanc } from '#core/agents/testing.ts'
import type { DossierId } from '#core/journal/domain/acteur.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { isPermissionDenied, statementCount, type Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { contract, type PersonneSaisie } from './contract.ts'
import { enregistrerPersonne, listerPersonnesDuDossier, personnesLues, routesDesPersonnes } from './index.ts'
import { chercherPersonnes, listerParCourriel } from './store.ts'

const sansDossier = () => Promise.resolve()
const module = {
  contract,
  liaisons: routesDesPersonnes({
    peut: () => false,
    personneCorrigee: sansDossier,
    demenager: () => Promise.resolve({ deplacements: [], renommes: [] }),
    revenir: () => Promise.resolve(true),
  }),
}

const saisie = (plus: Partial<PersonneSaisie> = {}): PersonneSaisie => ({
  civilite: 'mme',
  nom: 'Martin',
  prenom: 'Jeanne',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
  ...plus,
})

/** Texts that break what is careless: kept as they are, or refused at the door. */
const TEXTES_HOSTILES = [
  'l’“ami” d\'"en face"',
  "Robert'); drop table personnes.personne;--",
  '\\0 \\x00 \\u0000 % _ {} {"a":null}',
  '\u202Eeverse\u202C \u200Bzéro\u200D largeur\uFEFF',
  'e\u0301te\u0301 contre été',
  '👩🏽‍⚕️ 𝔊𝔬𝔱𝔥 𐍈',
  '\u0001\u0008\u001F\u007F\u0085',
  'ligne\r\nretour\u2028fin\tT',
  '٠١٢ العربية 漢字 हिन्दी',
  '=1+1|cmd',
  '\uFFFE\uFFFF',
  'NULL',
  '  blancs autour  ',
]

describe('les personnes', () => {
  let banc: Banc
  let charge: ActeurAgent
  let etablissementId: string
  beforeAll(async () => {
    banc = await ouvrirBanc()
    charge = await banc.agent('charge')
    etablissementId = banc.etablissementId
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    for (const table of [
      'personnes.consentement',
      'dossiers.participation',
      'personnes.personne',
      'dossiers.dossier',
    ]) {
      await banc.test.admin.query(`delete from ${table}`)
    }
  })

  const ajouter = async (plus: Partial<PersonneSaisie> = {}, acteur = charge): Promise<string> => {
    const choix = { choix: 'nouvelle', personne: saisie(plus) } as const
    return (
      await banc.ecrire(acteur, (tx) => enregistrerPersonne(tx, { principal: acteur, now: MIDI }, choix))
    ).id
  }
  const chercher = async (texte: string, courriel?: string, acteur = charge) => {
    const input = { texte, ...(courriel === undefined ? {} : { courriel }) }
    return (await banc.appeler(module, 'chercher', input, { acteur })).reponse.personnes
  }
  let rang = 0
  const ouvrirDossier = async (
    participants: readonly (readonly [string, string])[],
    services: string[] = [],
  ) => {
    const id = uuidv7(MIDI.getTime())
    rang += 1
    await banc.test.admin.query(
      `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le, services, cree_a, modifie_a)
       values ($1, $2, $1, 'reclamation', 2026, $3, $4, 'recu', 'Objet', '2026-03-01', $5, $6, $6)`,
      [id, etablissementId, rang, `R-${rang}`, services, MIDI],
    )
    for (const [personneId, role] of participants) {
      await banc.test.admin.query(
        `insert into dossiers.participation (dossier_id, personne_id, role, qualite) values ($1, $2, $3, 'fille')`,
        [id, personneId, role],
      )
    }
    return id
  }

  const cacher = (dossierId: string) =>
    banc.test.admin.query(`update dossiers.dossier set classe = 'sensible' where id = $1`, [dossierId])

  describe('homonymes', () => {
    it('restent deux personnes, avec ce qui les distingue', async () => {
      const a = await ajouter({ neeLe: '1950-01-02', commune: 'Tours' })
      const b = await ajouter({ neeLe: '1980-05-06', commune: 'Blois' })
      const c = await ajouter({ neeLe: '1950-01-02', commune: 'Tours' })
      expect(new Set([a, b, c]).size).toBe(3)
      const trouvees = await chercher('martin')
      expect(trouvees.map((p) => [p.neeLe, p.commune])).toEqual([
        ['1950-01-02', 'Tours'],
        ['1950-01-02', 'Tours'],
        ['1980-05-06', 'Blois'],
      ])
    })

    it('ne se rapprochent que par le choix d’un agent', async () => {
      const id = await ajouter()
      const choix = { choix: 'existante', personneId: id } as const
      const choisie = await banc.ecrire(charge, (tx) =>
        enregistrerPersonne(tx, { principal: charge, now: MIDI }, choix),
      )
      expect(choisie).toEqual({ id, nom: 'Martin', prenom: 'Jeanne' })
      expect(await chercher('martin')).toHaveLength(1)
    })
  })

  describe('la recherche', () => {
    it.each([
      ['le nom', 'LEFÈVRE'],
      ['son début', 'lef'],
      ['le nom puis le prénom', 'lefevre zo'],
      ['le prénom puis le nom', 'Zoé Lefèvre'],
      ['l’adresse électronique', 'Zoe@Exem'],
    ])('trouve par %s', async (_titre, texte) => {
      await ajouter({ nom: 'Lefèvre', prenom: 'Zoé', courriel: 'zoe@exemple.fr' })
      await ajouter({ nom: 'Lebrun', prenom: 'Zoé' })
      expect((await chercher(texte)).map((p) => p.nom)).toEqual(['Lefèvre'])
    })

    it.each(['', ' ', 'x', '%', '_', 'efevre', '@'])('ne trouve rien pour %j', async (texte) => {
      await ajouter({ nom: 'Lefèvre', courriel: 'zoe@exemple.fr' })
      expect(await chercher(texte)).toEqual([])
    })

    it('met en tête la personne qui a exactement cette adresse électronique', async () => {
      await ajouter({ nom: 'Abel' })
      await ajouter({ nom: 'Zola', courriel: 'Z@exemple.fr' })
      expect((await chercher('abel', 'z@EXEMPLE.fr')).map((p) => p.nom)).toEqual(['Zola', 'Abel'])
    })

    it('s’arrête à dix, en une requête, et compte les dossiers de chacune', async () => {
      for (let i = 0; i < 12; i += 1) await ajouter({ prenom: `J${String(i).padStart(2, '0')}` })
      const [premiere] = await chercher('martin')
      await ouvrirDossier([
        [premiere?.id ?? '', 'auteur'],
        [premiere?.id ?? '', 'patient'],
      ])
      const criteres = { debutsDeNom: ['martin'], debutDeCourriel: null }
      const [trouvees, requetes] = await banc.lire(charge, async (tx) => [
        await chercherPersonnes(tx, criteres, 10),
        statementCount(tx),
      ])
      expect(trouvees.map((p) => p.nombreDeDossiers)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
      expect(requetes).toBe(1)
    })

    it('suit l’index sous la sécurité par ligne', async () => {
      await banc.test.admin.query(
        `insert into personnes.personne (id, etablissement_id, nom, cle_nom, cle_courriel, cree_a)
         select gen_random_uuid(), $1, 'n' || i, 'n' || i, 'c' || i || '@x.example', now() from generate_series(1, 5000) i`,
        [etablissementId],
      )
      await banc.test.admin.query('analyze personnes.personne')
      const planDe = (fn: (tx: Tx) => Promise<unknown>) =>
        banc.lire(charge, async (tx) => {
          const lus: string[] = []
          const espion = {
            query: async (texte: string, valeurs: unknown[]) => {
              const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`explain ${texte}`, valeurs)
              lus.push(...rows.map((r) => r['QUERY PLAN']))
              return tx.query(texte, valeurs)
            },
          } as unknown as Tx
          await fn(espion)
          return lus.join('\n')
        })
      const parNom = await planDe((tx) =>
        chercherPersonnes(tx, { debutsDeNom: ['n'], debutDeCourriel: null }, 10),
      )
      expect(parNom).toMatch(/Index Scan using personne_nom_idx/)
      const parCourriel = await planDe((tx) => listerParCourriel(tx, 'c9@x.example', 10))
      expect(parCourriel).toContain('personne_courriel_idx')
      const parDebut = await planDe((tx) =>
        chercherPersonnes(tx, { debutsDeNom: ['n123', 'n45'], debutDeCourriel: 'c77' }, 10),
      )
      expect(parDebut).toContain('personne_courriel_idx')
      expect(`${parNom}${parCourriel}${parDebut}`).not.toMatch(/Seq Scan on personne/)
    })
  })

  describe('la correction', () => {
    it('porte la version lue, et montre les deux valeurs à qui arrive trop tard', async () => {
      const id = await ajouter()
      const modifier = (version: number, plus: Partial<PersonneSaisie>) =>
        banc.appeler(module, 'modifier', { ...saisie(plus), id, version }, { acteur: charge })
      expect((await modifier(1, { nom: 'Márquez' })).reponse).toEqual({ version: 2 })
      await expect(modifier(1, { nom: 'Autre' })).rejects.toMatchObject({
        code: 'stale',
        details: { actuel: { nom: 'Márquez', version: 2 } },
      })
      expect((await chercher('marquez')).map((p) => p.id)).toEqual([id])
      expect(await chercher('martin')).toEqual([])
    })

    it('est refusée sur une personne d’un autre établissement', async () => {
      const autre = { ...charge, etablissementId: await banc.autreEtablissement() }
      const id = await ajouter()
      const essai = banc.appeler(module, 'modifier', { ...saisie(), id, version: 1 }, { acteur: autre })
      await expect(essai).rejects.toMatchObject({ code: 'not-found' })
      const choix = { choix: 'existante', personneId: id } as const
      const choisie = banc.ecrire(autre, (tx) =>
        enregistrerPersonne(tx, { principal: autre, now: MIDI }, choix),
      )
      await expect(choisie).rejects.toMatchObject({ code: 'invalid' })
    })
  })

  describe('les jours', () => {
    const Impossibles = ['0206-03-01', '2026-02-30', '0000-01-01']
    const refusSur = (champ: string) => ({
      code: 'invalid',
      details: { champs: { [champ]: expect.any(String) } },
    })

    it.each([...Impossibles, '2026-03-11'])('de naissance sont refusés quand c’est le %s', async (neeLe) => {
      const id = await ajouter()
      const corrige = { ...saisie(), neeLe, id, version: 1 }
      const essai = banc.appeler(module, 'modifier', corrige, { acteur: charge })
      await expect(essai).rejects.toMatchObject(refusSur('neeLe'))
    })

    it('de naissance sont refusés le lendemain à l’ajout, acceptés le jour même', async () => {
      await expect(ajouter({ neeLe: '2026-03-11' })).rejects.toMatchObject(
        refusSur('personne.personne.neeLe'),
      )
      const id = await ajouter({ neeLe: '2026-03-10' })
      const [lue] = await banc.lire(charge, (tx) => personnesLues(tx, [id]))
      expect(lue?.neeLe).toBe('2026-03-10')
    })

    it.each(Impossibles)('d’un consentement sont refusés quand c’est le %s', async (jour) => {
      const id = await ajouter()
      const donne = {
        id,
        dossierId: null,
        objet: 'transmission-au-service',
        forme: 'ecrit',
        donneLe: jour,
      } as const
      const essai = banc.appeler(module, 'enregistrerConsentement', donne, { acteur: charge })
      await expect(essai).rejects.toMatchObject(refusSur('donneLe'))
      const retrait = banc.appeler(module, 'retirerConsentement', { id, retireLe: jour }, { acteur: charge })
      await expect(retrait).rejects.toMatchObject(refusSur('retireLe'))
    })
  })

  describe('les textes', () => {
    it.each(TEXTES_HOSTILES)('sont gardés octet pour octet : %j', async (texte) => {
      const id = await ajouter({ nom: texte, prenom: texte, telephone: texte.slice(0, 14).toWellFormed() })
      const [lue] = await banc.lire(charge, (tx) => personnesLues(tx, [id]))
      expect(Buffer.from(lue?.nom ?? '').equals(Buffer.from(texte))).toBe(true)
      const version = lue?.version ?? 0
      await banc.appeler(
        module,
        'modifier',
        { ...saisie({ nom: `${texte}.` }), id, version },
        { acteur: charge },
      )
      const [relue] = await banc.lire(charge, (tx) => personnesLues(tx, [id]))
      expect(relue?.nom).toBe(`${texte}.`)
    })

    it.each([
      ['un caractère nul', 'Mar\u0000tin'],
      ['une moitié de caractère', 'Mar\uD800tin'],
      ['seulement des blancs', ' \t '],
    ])('sont refusés avec %s', async (_titre, nom) => {
      const id = await ajouter()
      const essai = banc.appeler(
        module,
        'modifier',
        { ...saisie({ nom }), id, version: 1 },
        { acteur: charge },
      )
      await expect(essai).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { nom: expect.any(String) } },
      })
    })
  })

  describe('dans un dossier', () => {
    it('se listent l’auteur d’abord, avec leur rôle, en une requête', async () => {
      const [patient, auteur] = [
        await ajouter({ nom: 'Abel' }),
        await ajouter({ nom: 'Zola', voie: '1 rue X' }),
      ]
      const dossier = await ouvrirDossier([
        [patient, 'patient'],
        [auteur, 'auteur'],
        [auteur, 'representant'],
      ])
      const [participants, requetes] = await banc.lire(charge, async (tx) => [
        await listerPersonnesDuDossier(tx, dossier),
        statementCount(tx),
      ])
      expect(participants.map((p) => [p.nom, p.role, p.qualite])).toEqual([
        ['Zola', 'auteur', 'fille'],
        ['Abel', 'patient', 'fille'],
        ['Zola', 'representant', 'fille'],
      ])
      expect(participants[0]?.lignesPostales).toEqual(['Madame Jeanne ZOLA', '1 RUE X'])
      expect(requetes).toBe(1)
    })
  })

  describe('les consentements', () => {
    const enregistrer = (id: string, plus = {}, acteur = charge) =>
      banc.appeler(
        module,
        'enregistrerConsentement',
        {
          id,
          dossierId: null,
          objet: 'acces-aux-donnees-de-sante',
          forme: 'ecrit',
          donneLe: '2026-03-01',
          ...plus,
        },
        { acteur },
      )
    const retirer = (id: string, retireLe: string) =>
      banc.appeler(module, 'retirerConsentement', { id, retireLe }, { acteur: charge })

    it('se recueillent pour un dossier, se retirent et restent lisibles', async () => {
      const id = await ajouter()
      const dossierId = await ouvrirDossier([[id, 'auteur']])
      const { reponse } = await enregistrer(id, { dossierId })
      await retirer(reponse.id, '2026-03-02')
      const { rows } = await banc.test.admin.query(
        'select donne_le, retire_le, agent_id from personnes.consentement',
      )
      expect(rows).toEqual([{ donne_le: '2026-03-01', retire_le: '2026-03-02', agent_id: charge.agentId }])
      const trace = await banc.test.admin.query(
        'select evenement from journal.entree where dossier_id = $1 order by rang',
        [dossierId],
      )
      expect(trace.rows).toEqual([
        { evenement: 'consentement-enregistre' },
        { evenement: 'consentement-retire' },
      ])
    })

    it.each([
      [
        'avant d’avoir été donné',
        '2026-02-28',
        { code: 'refused', details: { refus: 'retrait-avant-le-consentement' } },
      ],
      [
        'dans l’avenir',
        '2026-03-11',
        { code: 'invalid', details: { champs: { retireLe: expect.any(String) } } },
      ],
    ])('ne se retire pas %s', async (_titre, jour, attendu) => {
      const { reponse } = await enregistrer(await ajouter())
      await expect(retirer(reponse.id, jour)).rejects.toMatchObject(attendu)
    })

    it('ne se retire qu’une fois', async () => {
      const { reponse } = await enregistrer(await ajouter())
      await retirer(reponse.id, '2026-03-02')
      await expect(retirer(reponse.id, '2026-03-03')).rejects.toMatchObject({
        details: { refus: 'deja-retire' },
      })
    })

    it('ne se date pas du lendemain', async () => {
      const essai = enregistrer(await ajouter(), { donneLe: '2026-03-11' })
      await expect(essai).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { donneLe: expect.any(String) } },
      })
    })

    it('ne se rattache pas à un dossier où la personne n’est pas', async () => {
      const dossierId = await ouvrirDossier([])
      const essai = enregistrer(await ajouter(), { dossierId })
      await expect(essai).rejects.toMatchObject({
        code: 'invalid',
        details: { champs: { dossierId: expect.any(String) } },
      })
    })

    it('ne s’effacent pas, même par SQL direct', async () => {
      await enregistrer(await ajouter())
      const effacement = banc.ecrire(charge, (tx) => tx.query('delete from personnes.consentement'))
      await expect(effacement).rejects.toSatisfy(isPermissionDenied)
      const reecriture = banc.ecrire(charge, (tx) =>
        tx.query(`update personnes.consentement set donne_le = '2020-01-01'`),
      )
      await expect(reecriture).rejects.toSatisfy(isPermissionDenied)
    })
  })

  describe('par SQL direct, sous le rôle de l’application', () => {
    const compter = (acteur: Parameters<Banc['lire']>[0]) =>
      banc.lire(acteur, async (tx) => (await tx.query('select 1 from personnes.personne')).rowCount)

    it('un chef de service ne voit que celles des dossiers de ses services', async () => {
      const service = uuidv7(MIDI.getTime())
      const chef = await banc.agent('chef-de-service', [service])
      const [sienne, autre] = [await ajouter(), await ajouter()]
      await ouvrirDossier([[sienne, 'patient']], [service])
      await ouvrirDossier([[autre, 'patient']])
      expect(await compter(charge)).toBe(2)
      expect(await compter(chef)).toBe(1)
      const ajout = banc.ecrire(chef, (tx) =>
        tx.query(
          `insert into personnes.personne (id, etablissement_id, nom, cle_nom, cree_a) values (gen_random_uuid(), $1, 'x', 'x', now())`,
          [etablissementId],
        ),
      )
      await expect(ajout).rejects.toSatisfy(isPermissionDenied)
    })

    it('une personne qui n’est que dans un dossier caché ne se trouve pas, ni ne se corrige', async () => {
      const [cachee, connue] = [await ajouter({ nom: 'Caché' }), await ajouter({ nom: 'Cabanel' })]
      await cacher(await ouvrirDossier([[cachee, 'auteur']]))
      await cacher(await ouvrirDossier([[connue, 'patient']]))
      await ouvrirDossier([[connue, 'auteur']])
      expect((await chercher('ca')).map((p) => [p.nom, p.nombreDeDossiers])).toEqual([['Cabanel', 1]])
      const essai = banc.appeler(
        module,
        'modifier',
        { ...saisie(), id: cachee, version: 1 },
        { acteur: charge },
      )
      await expect(essai).rejects.toMatchObject({ code: 'not-found' })
      const responsable = await banc.agent('responsable')
      expect(await chercher('ca', undefined, responsable)).toHaveLength(2)
    })

    it('un agent en conflit avec un dossier n’en trouve plus les personnes', async () => {
      const id = await ajouter()
      const dossierId = await ouvrirDossier([[id, 'auteur']])
      const ecarte = { ...charge, conflits: [dossierId as DossierId] }
      expect(await compter(charge)).toBe(1)
      expect(await compter(ecarte)).toBe(0)
    })

    it('un consentement donné pour un dossier caché ne se lit ni ne se retire', async () => {
      const id = await ajouter()
      const responsable = await banc.agent('responsable')
      const dossierId = await ouvrirDossier([[id, 'auteur']])
      await ouvrirDossier([[id, 'auteur']])
      await cacher(dossierId)
      const consentement = { id, dossierId, objet: 'transmission-au-service', forme: 'ecrit' } as const
      const { reponse } = await banc.appeler(
        module,
        'enregistrerConsentement',
        { ...consentement, donneLe: '2026-03-01' },
        { acteur: responsable },
      )
      const lus = await banc.appeler(module, 'listerConsentements', { id }, { acteur: charge })
      expect(lus.reponse.consentements).toEqual([])
      const retrait = { id: reponse.id, retireLe: '2026-03-02' }
      const essai = banc.appeler(module, 'retirerConsentement', retrait, { acteur: charge })
      await expect(essai).rejects.toMatchObject({ code: 'not-found' })
    })

    it('un administrateur, un anonyme, un autre établissement n’en voient aucune', async () => {
      await ajouter()
      expect(await compter(await banc.agent('administrateur'))).toBe(0)
      expect(await compter({ type: 'anonyme' })).toBe(0)
      expect(await compter({ ...charge, etablissementId: await banc.autreEtablissement() })).toBe(0)
    })
  })
})
