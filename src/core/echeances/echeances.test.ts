import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Banc, MIDI, ouvrirBanc } from '#core/agents/testing.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { isPermissionDenied, statementCount } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { contract, echeanceVue } from './contract.ts'
import type { Fait } from './domain/faits.ts'
import { type JourCivil, jourCivil } from './domain/jour-civil.ts'
import { reglagesEnVigueur } from './domain/reglages.ts'
import { REGLES } from './domain/regles/registre.ts'
import { lireReglages, reconstruireEcheances, routesDesEcheances, versEcheanceVue } from './index.ts'

const module = { contract, liaisons: routesDesEcheances({ reglageChange: () => Promise.resolve() }) }
const CIBLE = 'echeances.cible-reponse-reclamation'

const fait = (code: string, survenuLe: string): Fait => ({
  id: uuidv7(MIDI.getTime()),
  code,
  survenuLe: jourCivil(survenuLe),
})

describe('les échéances', () => {
  let banc: Banc
  let responsable: ActeurAgent
  beforeAll(async () => {
    banc = await ouvrirBanc()
    responsable = await banc.agent('responsable')
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    for (const table of ['echeances.reglage', 'echeances.echeance', 'dossiers.dossier']) {
      await banc.test.admin.query(`delete from ${table}`)
    }
  })

  let rang = 0
  const ouvrirDossier = async (classe = 'ordinaire') => {
    const id = uuidv7(MIDI.getTime())
    rang += 1
    await banc.test.admin.query(
      `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le, classe, cree_a, modifie_a)
       values ($1, $2, $1, 'reclamation', 2026, $3, $4, 'recu', 'Objet', '2026-03-02', $5, $6, $6)`,
      [id, banc.etablissementId, rang, `R-${rang}`, classe, MIDI],
    )
    return id
  }
  const reconstruire = (dossierId: string, faits: readonly Fait[], acteur = responsable) =>
    banc.ecrire(acteur, async (tx) => {
      const etablissementId = banc.etablissementId
      const lieu = { fuseau: 'Europe/Paris', calendrier: 'metropole' }
      const echeances = await reconstruireEcheances(tx, {
        dossierId,
        etablissementId,
        faits,
        regles: REGLES,
        ...lieu,
      })
      return { echeances, requetes: statementCount(tx) }
    })
  const lignes = async (dossierId: string) => {
    const { rows } = await banc.test.admin.query(
      'select code, fait_id, limite_le, cible_le, etat, tenue_le from echeances.echeance where dossier_id = $1 order by code',
      [dossierId],
    )
    return rows
  }

  describe('enregistrées', () => {
    it('suivent les faits : une ligne par règle et par déclencheur, en trois requêtes', async () => {
      const dossier = await ouvrirDossier()
      const recu = fait('reception-electronique', '2026-03-02')
      const { echeances, requetes } = await reconstruire(dossier, [recu])
      expect(requetes).toBe(3)
      const ecrites = await lignes(dossier)
      expect(ecrites).toHaveLength(echeances.length)
      expect(ecrites).toContainEqual({
        code: 'D01',
        fait_id: recu.id,
        limite_le: '2026-03-03',
        cible_le: '2026-03-03',
        etat: 'ouverte',
        tenue_le: null,
      })
      expect(ecrites).toContainEqual(
        expect.objectContaining({ code: 'D05', limite_le: null, cible_le: '2026-04-01' }),
      )
    })

    it('sont remplacées quand un fait les règle, sans laisser de trace de l’ancien calcul', async () => {
      const dossier = await ouvrirDossier()
      const recu = fait('reception-electronique', '2026-03-02')
      await reconstruire(dossier, [recu])
      await reconstruire(dossier, [recu, fait('accuse-enregistrement-envoye', '2026-03-03')])
      expect(await lignes(dossier)).toContainEqual(
        expect.objectContaining({ code: 'D01', etat: 'tenue', tenue_le: '2026-03-03' }),
      )
      await reconstruire(dossier, [])
      expect(await lignes(dossier)).toEqual([])
    })

    it('suivent l’objectif choisi par l’établissement', async () => {
      const dossier = await ouvrirDossier()
      await banc.appeler(module, 'regler', { code: CIBLE, valeur: 10 }, { acteur: responsable })
      await reconstruire(dossier, [fait('reception-electronique', '2026-03-02')])
      expect(await lignes(dossier)).toContainEqual(
        expect.objectContaining({ code: 'D05', cible_le: '2026-03-12' }),
      )
    })

    it('ne touchent pas celles des autres dossiers', async () => {
      const [a, b] = [await ouvrirDossier(), await ouvrirDossier()]
      await reconstruire(a, [fait('reception-electronique', '2026-03-02')])
      await reconstruire(b, [])
      expect(await lignes(a)).not.toEqual([])
    })

    it('sont refusées sur un dossier hors du périmètre, par SQL direct aussi', async () => {
      const sensible = await ouvrirDossier('sensible')
      const charge = await banc.agent('charge')
      const faits = [fait('reception-electronique', '2026-03-02')]
      await expect(reconstruire(sensible, faits, charge)).rejects.toSatisfy(isPermissionDenied)
      await reconstruire(sensible, faits)
      const vues = await banc.lire(charge, (tx) => tx.query('select 1 from echeances.echeance'))
      expect(vues.rowCount).toBe(0)
    })
  })

  describe('les réglages', () => {
    const lister = async (acteur = responsable) =>
      (await banc.appeler(module, 'listerReglages', {}, { acteur })).reponse.reglages

    it('valent leur défaut tant que personne n’a choisi', async () => {
      const reglages = await lister()
      expect(reglages).toContainEqual({
        code: CIBLE,
        libelle: expect.stringContaining('objectif'),
        unite: 'jour-calendaire',
        famille: 'echeances',
        valeur: 30,
        valeurParDefaut: 30,
        modifieA: null,
      })
      expect(await banc.lire(responsable, (tx) => lireReglages(tx, banc.etablissementId))).toEqual(
        reglagesEnVigueur(),
      )
    })

    it('valent le dernier choix, et gardent les précédents', async () => {
      for (const [valeur, minutes] of [
        [20, 0],
        [25, 1],
      ] as const) {
        const maintenant = new Date(MIDI.getTime() + minutes * 60_000)
        await banc.appeler(module, 'regler', { code: CIBLE, valeur }, { acteur: responsable, maintenant })
      }
      expect(await lister()).toContainEqual(
        expect.objectContaining({ code: CIBLE, valeur: 25, modifieA: '2026-03-10T11:01:00.000Z' }),
      )
      const { rows } = await banc.test.admin.query(
        'select valeur, agent_id from echeances.reglage order by valeur',
      )
      expect(rows).toEqual([
        { valeur: 20, agent_id: responsable.agentId },
        { valeur: 25, agent_id: responsable.agentId },
      ])
    })

    it.each([
      ['hors de ses bornes', { code: CIBLE, valeur: 91 }, { valeur: 'Choisissez une valeur entre 1 et 90.' }],
      ['inconnu', { code: 'echeances.delai-legal', valeur: 3 }, { code: expect.any(String) }],
      ['au nom d’une propriété du langage', { code: 'constructor', valeur: 3 }, { code: expect.any(String) }],
      ['qui n’est pas entier', { code: CIBLE, valeur: 2.5 }, { valeur: 'Indiquez un nombre entier.' }],
    ])('sont refusés : %s', async (_titre, input, champs) => {
      const essai = banc.appeler(module, 'regler', input, { acteur: responsable })
      await expect(essai).rejects.toMatchObject({ code: 'invalid', details: { champs } })
      const { rows } = await banc.test.admin.query('select 1 from echeances.reglage')
      expect(rows).toEqual([])
    })

    it('reviennent au défaut quand le code ne permet plus la valeur choisie autrefois', async () => {
      await banc.test.admin.query(
        `insert into echeances.reglage (id, etablissement_id, code, valeur, enregistre_a)
         values (gen_random_uuid(), $1, $2, 3000, now()), (gen_random_uuid(), $1, 'echeances.disparu', 3, now())`,
        [banc.etablissementId, CIBLE],
      )
      expect(await lister()).toContainEqual(
        expect.objectContaining({ code: CIBLE, valeur: 30, modifieA: null }),
      )
      expect(await banc.lire(responsable, (tx) => lireReglages(tx, banc.etablissementId))).toEqual(
        reglagesEnVigueur(),
      )
    })

    it('sont ceux de l’établissement, se lisent par un chargé et se choisissent par un responsable', async () => {
      await banc.appeler(module, 'regler', { code: CIBLE, valeur: 20 }, { acteur: responsable })
      const autre = { ...responsable, etablissementId: await banc.autreEtablissement() }
      expect(await lister(autre)).toContainEqual(expect.objectContaining({ code: CIBLE, valeur: 30 }))
      const vus = await banc.lire(autre, (tx) => tx.query('select 1 from echeances.reglage'))
      expect(vus.rowCount).toBe(0)
      const charge = await banc.agent('charge')
      expect(await lister(charge)).toContainEqual(expect.objectContaining({ code: CIBLE, valeur: 20 }))
      const essai = banc.appeler(module, 'regler', { code: CIBLE, valeur: 5 }, { acteur: charge })
      await expect(essai).rejects.toMatchObject({ code: 'forbidden' })
    })

    it('ne se réécrivent ni ne s’effacent, même par SQL direct', async () => {
      await banc.appeler(module, 'regler', { code: CIBLE, valeur: 20 }, { acteur: responsable })
      for (const ordre of ['delete from echeances.reglage', 'update echeances.reglage set valeur = 1']) {
        await expect(banc.ecrire(responsable, (tx) => tx.query(ordre))).rejects.toSatisfy(isPermissionDenied)
      }
    })
  })

  describe('montrées', () => {
    const voir = async (faits: readonly Fait[], aujourdHui: JourCivil, code: string) => {
      const { echeances } = await reconstruire(await ouvrirDossier(), faits)
      const echeance = echeances.find((e) => e.code === code)
      if (echeance === undefined) throw new Error(`No ${code}`)
      const reglages = reglagesEnVigueur()
      const vue = versEcheanceVue(echeance, {
        aujourdHui,
        maintenant: MIDI,
        reglages,
        fuseau: 'Europe/Paris',
      })
      return echeanceVue.parse(vue)
    }
    const recu = fait('reception-electronique', '2026-03-02')

    it('disent en une phrase quoi, avant quand et selon quel article', async () => {
      const vue = await voir([recu], jourCivil('2026-03-02'), 'D01')
      expect(vue.phrase).toBe(
        'Accusé d’enregistrement électronique\u00a0: à envoyer au plus tard le mardi 3 mars 2026 (CRPA, art. R. 112-11-2).',
      )
      expect(vue.article).toBe('CRPA, art. R. 112-11-2')
      expect(vue.faitId).toBe(recu.id)
    })

    it('disent aussi l’objectif du service quand le texte ne fixe pas de date', async () => {
      const { phrase, limiteLe, cibleLe } = await voir([recu], jourCivil('2026-03-02'), 'D05')
      expect([limiteLe, cibleLe]).toEqual([null, '2026-04-01'])
      expect(phrase).toMatch(
        /ne fixe pas de date \(CSP, art\. R\. 1112-92\)\. Objectif du service\u00a0: le mercredi 1er avril 2026\.$/,
      )
    })

    it('expliquent leur date sans répéter la première phrase, jour par jour', async () => {
      const vue = await voir([fait('reception-electronique', '2026-03-06')], jourCivil('2026-03-06'), 'D01')
      expect(vue.explication).not.toContain(vue.phrase)
      expect(vue.explication.join(' ')).toContain('1 samedi et 1 dimanche')
      expect(vue.jours).toEqual([
        { jour: '2026-03-06', compte: false, rang: null, motif: 'jour de départ, qui ne compte pas' },
        { jour: '2026-03-07', compte: false, rang: null, motif: 'samedi' },
        { jour: '2026-03-08', compte: false, rang: null, motif: 'dimanche' },
        { jour: '2026-03-09', compte: true, rang: 1, motif: 'dernier jour' },
      ])
    })

    it('nomment le jour férié', async () => {
      const vue = await voir([fait('reception-electronique', '2026-04-30')], jourCivil('2026-04-30'), 'D01')
      expect(vue.jours).toContainEqual(
        expect.objectContaining({ jour: '2026-05-01', motif: 'fête du Travail' }),
      )
    })

    it.each([
      ['à venir', [recu], '2026-03-10', 'D05', 'a-venir'],
      ['proche', [recu], '2026-03-30', 'D05', 'proche'],
      ['dépassée', [recu], '2026-03-04', 'D01', 'depassee'],
      ['close', [recu, fait('accuse-enregistrement-envoye', '2026-03-03')], '2026-03-10', 'D01', 'close'],
    ] as const)('sont %s au jour de la lecture', async (_titre, faits, jour, code, attendue) => {
      expect((await voir(faits, jourCivil(jour), code)).situation).toBe(attendue)
    })
  })
})
