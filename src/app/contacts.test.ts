import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccueilVu } from '#activities/tableau-de-bord/contract.ts'
import type { ContactVu } from '#cases/contacts/contract.ts'
import { contactSaisi, rappelSaisi } from '#cases/contacts/testing/factories.ts'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe } from './testing/demandes.ts'

interface Cree {
  readonly id: string
  readonly numero: string
  readonly estClos: boolean
}

describeOnEachEngine('un contact', (moteur) => {
  let app: ApplicationDeTest

  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  beforeEach(() => {
    app.maintenant = LUNDI
  })
  afterAll(() => app.fermer())

  const noter = (plus: Parameters<typeof contactSaisi>[0] = {}, qui: Qui = 'charge') =>
    app.faire<Cree>(qui, 'contacts.enregistrer', contactSaisi(plus))
  const lire = (id: string, qui: Qui = 'charge') => app.faire<ContactVu>(qui, 'contacts.obtenir', { id })
  const codes = ({ tronc }: ContactVu | ReclamationVue) => tronc.faits.map(({ code }) => code)
  const prevue = ({ suites }: ContactVu) => suites.find(({ etat }) => etat === 'prevu')?.id ?? ''
  const terminer = async (id: string, plus: object) => {
    const vu = await lire(id)
    const { version } = vu.tronc
    const fin = { issue: 'fait', note: '', nouvelle: null, clore: false, suiteId: prevue(vu) }
    return app.faire('charge', 'contacts.terminer', { id, version, ...fin, ...plus })
  }

  describe('noté', () => {
    it('se clôt aussitôt quand il n’y a rien d’autre à faire', async () => {
      const { id, numero, estClos } = await noter({ clore: true, orientation: 'renseignement-donne' })
      expect([numero, estClos]).toEqual([expect.stringMatching(/^CON-2026-\d{5}$/), true])
      const vu = await lire(id)
      expect(vu.tronc).toMatchObject({
        etat: 'clos',
        estClos: true,
        objet: 'Renseignement\u00a0: Demande les horaires de visite en pneumologie.',
        assigne: { nom: 'Camille Roux' },
        recits: [{ texte: 'Demande les horaires de visite en pneumologie.' }],
      })
      expect(codes(vu)).toEqual(['contact-recu', 'contact-clos'])
      expect(vu).toMatchObject({
        canal: 'telephone',
        motif: 'renseignement',
        orientation: 'renseignement-donne',
      })
    })

    it('garde l’heure, dans le fuseau de l’établissement', async () => {
      const { id } = await noter({ heure: '09:15' })
      const [recu] = (await lire(id)).tronc.faits
      expect(recu?.survenuA).toBe('2026-01-05T08:15:00.000Z')
      const { champs } = await app.refus('charge', 'contacts.enregistrer', contactSaisi({ heure: '11:00' }))
      expect(champs).toEqual({ heure: 'Cette heure est à venir.' })
    })

    it('garde son heure quand son jour est corrigé', async () => {
      const { id } = await noter({ heure: '09:15' })
      const { tronc } = await lire(id)
      await app.faire('charge', 'dossiers.rectifierFait', {
        ...{
          id,
          version: tronc.version,
          faitId: tronc.faits[0]?.id,
          survenuLe: '2026-01-04',
          motif: 'Dimanche',
        },
      })
      const corrige = (await lire(id)).tronc.faits.find(({ rectifie }) => rectifie !== null)
      expect(corrige).toMatchObject({ survenuLe: '2026-01-04', survenuA: '2026-01-04T08:15:00.000Z' })
    })

    it('ne se note pas deux fois par un double clic', async () => {
      const cle = randomUUID()
      const [un, deux] = [
        await app.faire<Cree>('charge', 'contacts.enregistrer', contactSaisi(), { cle }),
        await app.faire<Cree>('charge', 'contacts.enregistrer', contactSaisi(), { cle }),
      ]
      expect(deux.id).toBe(un.id)
    })

    it('ne se clôt pas en promettant un rappel', async () => {
      const saisi = contactSaisi({ clore: true, suite: rappelSaisi() })
      expect((await app.refus('charge', 'contacts.enregistrer', saisi)).champs).toHaveProperty('clore')
    })

    it('se retrouve par ce qui a été dit et par qui', async () => {
      const personne = personneFictive({ nom: 'Quimperlé', prenom: 'Zoé' })
      const { id } = await noter({ note: 'Cherche son dentier.', personne: { choix: 'nouvelle', personne } })
      for (const recherche of ['dentier', 'quimperle']) {
        const { dossiers } = await app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', {
          type: 'contact',
          vue: 'tous',
          recherche,
        })
        expect(dossiers.map((d) => d.id)).toContain(id)
      }
    })

    it('change de motif, et son objet avec lui', async () => {
      const { id } = await noter({ note: 'Un relevé' })
      const modifie = {
        id,
        version: 1,
        motif: 'facturation',
        orientation: 'facturation',
        orientationPrecision: '',
      }
      await app.faire('charge', 'contacts.modifier', modifie)
      const vu = await lire(id)
      expect([vu.motif, vu.orientation, vu.tronc.objet]).toEqual([
        'facturation',
        'facturation',
        'Facturation\u00a0: Un relevé',
      ])
      expect(codes(vu)).toContain('contact-modifie')
    })

    it('se clôt et se rouvre', async () => {
      const { id } = await noter()
      await app.faire('charge', 'dossiers.franchir', { id, version: 1, transition: 'clore' })
      await app.faire('charge', 'dossiers.franchir', { id, version: 2, transition: 'rouvrir' })
      expect((await lire(id)).tronc).toMatchObject({ etat: 'ouvert', estClos: false })
    })
  })

  describe('d’une personne déjà connue', () => {
    it('montre les derniers dossiers de chacune, jamais ceux d’un homonyme', async () => {
      const personne = personneFictive({ nom: 'Homonyme', prenom: 'Alix' })
      const un = await noter({ personne: { choix: 'nouvelle', personne } })
      const deux = await noter({ personne: { choix: 'nouvelle', personne }, clore: true })
      const [a, b] = await Promise.all(
        [lire(un.id), lire(deux.id)].map(async (v) => (await v).tronc.personnes[0]?.id),
      )
      expect(a).not.toBe(b)
      const { precedents } = await app.faire<{ precedents: { personneId: string; dossiers: object[] }[] }>(
        'charge',
        'contacts.listerPrecedents',
        { personnes: [b, a] },
      )
      expect(precedents).toMatchObject([
        { personneId: b, dossiers: [{ id: deux.id, type: 'contact', libelleEtat: 'Clos', estClos: true }] },
        { personneId: a, dossiers: [{ id: un.id, libelleEtat: 'À suivre' }] },
      ])
      expect(precedents.map(({ dossiers }) => dossiers.length)).toEqual([1, 1])
    })
  })

  describe('qui attend un rappel', () => {
    it('le montre à l’accueil et dans la liste, les plus anciens d’abord puis heure par heure', async () => {
      await app.lignes('delete from dossiers.attente')
      await noter({ suite: rappelSaisi({ pourLe: '2026-01-06' }) })
      await noter({ suite: rappelSaisi({ pourLe: '2026-01-05', heure: '16:00' }) })
      const rdv = rappelSaisi({ nature: 'rendez-vous', pourLe: '2026-01-05', heure: '14:30' })
      await noter({ suite: rdv, personne: { choix: 'nouvelle', personne: personneFictive() } })
      await noter({ suite: rappelSaisi({ pourLe: '2026-03-01' }) })
      app.maintenant = new Date('2026-01-06T08:00:00Z')
      const { agenda, deMoi } = await app.faire<AccueilVu>('charge', 'tableau-de-bord.obtenirAccueil', {})
      expect(
        agenda.map(({ code, pourLe, heure, auteur, situation }) => [code, pourLe, heure, auteur, situation]),
      ).toEqual([
        ['rendez-vous', '2026-01-05', '14:30', 'Éléonore Cœurdevey', 'depassee'],
        ['rappel', '2026-01-05', '16:00', '', 'depassee'],
        ['rappel', '2026-01-06', null, '', 'proche'],
      ])
      expect(agenda.every(({ estAMoi, de }) => estAMoi && de === 'Camille Roux')).toBe(true)
      expect(deMoi).toEqual([])
      const vuParNadia = await app.faire<AccueilVu>('collegue', 'tableau-de-bord.obtenirAccueil', {})
      expect(vuParNadia.agenda.map(({ estAMoi }) => estAMoi)).toEqual([false, false, false])
      const { dossiers } = await app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', {
        attente: 'rappel',
      })
      expect(dossiers).toHaveLength(3)
    })

    it('montre à chacun les siens d’abord, quel que soit le retard des autres', async () => {
      await app.lignes('delete from dossiers.attente')
      for (let n = 0; n < 16; n += 1)
        await noter({ suite: rappelSaisi({ pourLe: '2026-01-05' }) }, 'collegue')
      const { id } = await noter({ suite: rappelSaisi({ pourLe: '2026-01-06', heure: '09:00' }) })
      app.maintenant = new Date('2026-01-06T08:00:00Z')
      const vu = await app.faire<AccueilVu>('charge', 'tableau-de-bord.obtenirAccueil', {})
      expect([vu.agenda.length, vu.agendaCoupe, vu.agenda[0]?.dossier.id]).toEqual([15, true, id])
    })

    it('se confie à un collègue, qui suit alors le contact', async () => {
      const { id } = await noter({ suite: rappelSaisi({ agentId: app.agents.collegue }) })
      expect((await lire(id)).tronc.assigne?.id).toBe(app.agents.collegue)
    })

    it('ne se clôt pas avant lui', async () => {
      const { id } = await noter({ suite: rappelSaisi() })
      const refus = await app.refus('charge', 'dossiers.franchir', { id, version: 1, transition: 'clore' })
      expect(refus.refus).toBe('suite-prevue')
    })

    it('garde chaque essai, et se clôt avec le dernier', async () => {
      const { id } = await noter({ suite: rappelSaisi({ pourLe: '2026-01-05' }) })
      await terminer(id, { issue: 'sans-reponse', nouvelle: { pourLe: '2026-01-06', heure: '09:00' } })
      expect((await lire(id)).suites.map(({ etat, telephone, pourLe }) => [etat, telephone, pourLe])).toEqual(
        [
          ['prevu', '06 99 00 12 34', '2026-01-06'],
          ['sans-reponse', '06 99 00 12 34', '2026-01-05'],
        ],
      )
      await terminer(id, { issue: 'fait', note: 'Rassurée.', clore: true })
      const vu = await lire(id)
      expect(vu.tronc.estClos).toBe(true)
      expect(codes(vu)).toEqual([
        'contact-recu',
        'rappel-prevu',
        'rappel-sans-reponse',
        'rappel-prevu',
        'rappel-fait',
        'contact-clos',
      ])
      expect(await app.lignes('select 1 from dossiers.attente where dossier_id = $1', [id])).toEqual([])
    })

    it('refuse un jour passé, un agent d’ailleurs, une fin qui n’est pas la sienne', async () => {
      const refus = async (suite: object) => {
        const saisi = contactSaisi({ suite: rappelSaisi(suite) })
        return (await app.refus('charge', 'contacts.enregistrer', saisi)).champs
      }
      expect(await refus({ pourLe: '2026-01-04' })).toEqual({ 'suite.pourLe': 'Ce jour est passé.' })
      for (const agentId of [app.agents.ailleurs, app.agents.chef, '01900000-0000-7000-8000-00000000dead'])
        expect(await refus({ agentId }), agentId).toHaveProperty('suite.agentId')
      expect(await refus({ nature: 'rendez-vous' })).toEqual({
        'suite.heure': 'Indiquez l’heure du rendez-vous.',
      })
      const { id } = await noter({ suite: rappelSaisi() })
      const vu = await lire(id)
      const fin = { id, version: 1, suiteId: prevue(vu), note: '', nouvelle: null, clore: false }
      expect((await app.refus('charge', 'contacts.terminer', { ...fin, issue: 'manque' })).refus).toBe(
        'issue-impossible',
      )
    })

    it('refuse d’écraser ce qu’un collègue vient de faire', async () => {
      const { id } = await noter()
      const entree = { id, version: 1, suite: rappelSaisi() }
      await app.faire('collegue', 'contacts.prevoir', entree)
      expect((await app.refus('charge', 'contacts.prevoir', entree)).code).toBe('stale')
    })
  })

  describe('qui attend un rendez-vous', () => {
    it('ne se reprend pas sans son heure', async () => {
      const rdv = rappelSaisi({ nature: 'rendez-vous', pourLe: '2026-01-05', heure: '14:30' })
      const { id } = await noter({ suite: rdv })
      const vu = await lire(id)
      const refus = await app.refus('charge', 'contacts.terminer', {
        ...{ id, version: vu.tronc.version, suiteId: prevue(vu), note: '', clore: false },
        ...{ issue: 'manque', nouvelle: { pourLe: '2026-01-07', heure: '' } },
      })
      expect(refus.champs).toEqual({ 'nouvelle.heure': 'Indiquez l’heure du rendez-vous.' })
      expect((await lire(id)).suites.map(({ etat }) => etat)).toEqual(['prevu'])
    })

    it('le donne en fichier d’agenda, sans un mot de ce qui a été dit', async () => {
      const suite = rappelSaisi({
        nature: 'rendez-vous',
        heure: '14:30',
        lieu: 'Bureau 12',
        avec: 'Mme Delattre',
      })
      const personne = { choix: 'nouvelle', personne: personneFictive() } as const
      const { id, numero } = await noter({ note: 'Se plaint du service.', suite, personne })
      const { suites } = await lire(id)
      const telecharger = () =>
        app.appeler('charge', 'contacts.telechargerRendezVous', { id, suiteId: suites[0]?.id ?? '' })
      const { octets, entetes } = await telecharger()
      const texte = octets.toString('utf8')
      expect(entetes['content-type']).toContain('text/calendar')
      expect(texte).toContain(`SUMMARY:Rendez-vous – ${numero}`)
      expect(texte).toContain('DTSTART:20260106T133000Z\r\nDTEND:20260106T140000Z')
      expect(texte).toContain('LOCATION:Bureau 12')
      expect(texte).not.toMatch(/plaint|Delattre|Cœurdevey|06 99/)
      await terminer(id, { issue: 'annule' })
      const ensuite = (await telecharger()).octets.toString('utf8')
      expect(ensuite).toContain('STATUS:CANCELLED')
      expect(/UID:.*/.exec(ensuite)?.[0]).toBe(/UID:.*/.exec(texte)?.[0])
    })

    it('n’en donne pas pour un rappel', async () => {
      const { id } = await noter({ suite: rappelSaisi() })
      const suiteId = prevue(await lire(id))
      expect((await app.refus('charge', 'contacts.telechargerRendezVous', { id, suiteId })).code).toBe(
        'not-found',
      )
    })
  })

  describe('qui devient un autre dossier', () => {
    it('donne à la saisie d’une réclamation ce qui a été dit, et par qui', async () => {
      const personne = { choix: 'nouvelle', personne: personneFictive() } as const
      const services = [app.structures.pneumologie]
      const { id, numero } = await noter({
        canal: 'visite',
        note: 'Neuf heures d’attente.',
        personne,
        services,
      })
      expect(await app.faire('charge', 'dossiers.obtenirOrigine', { id })).toMatchObject({
        numero,
        canal: 'guichet',
        recit: 'Neuf heures d’attente.',
        recuLe: '2026-01-05',
        auteur: { nom: 'Cœurdevey' },
        services,
      })
    })

    it.each([
      ['réclamation', 'reclamations', reclamationSaisie({ canal: 'guichet' })],
      ['éloge', 'eloges', elogeSaisi()],
    ] as const)('se clôt en devenant : %s, liée, de la même affaire', async (_quoi, module, saisi) => {
      const contact = await noter({ motif: 'insatisfaction' })
      const autre = await app.faire('charge', `${module}.enregistrer`, { ...saisi, origineId: contact.id })
      const vu = await lire(contact.id)
      expect(vu.tronc.estClos).toBe(true)
      expect(vu.tronc.liens).toMatchObject([{ id: autre.id, nature: 'suite-de', estInverse: true }])
      expect(vu.tronc.faits.at(-1)).toMatchObject({
        code: 'contact-transforme',
        details: { precision: expect.stringContaining(autre.numero) },
      })
      expect(vu.actions.transformer).toEqual({ code: 'deja-transforme' })
      const [affaires] = await app.lignes(
        'select count(distinct affaire_id)::int as n from dossiers.dossier where id = any($1::uuid[])',
        [[contact.id, autre.id]],
      )
      expect(affaires).toEqual({ n: 1 })
    })

    it('doit la copie d’une réclamation consignée (CSP, art. R. 1112-91)', async () => {
      const contact = await noter({ motif: 'insatisfaction' })
      const saisi = reclamationSaisie({ canal: 'telephone', origineId: contact.id })
      const { id } = await app.faire('charge', 'reclamations.enregistrer', saisi)
      const vue = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
      expect(vue.estOrale).toBe(true)
      expect(vue.tronc.echeances.map(({ code }) => code)).toContain('D04')
    })

    it('reste à suivre tant qu’un rappel promis n’est pas passé, puis se clôt avec lui', async () => {
      const contact = await noter({ suite: rappelSaisi() })
      await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ origineId: contact.id }))
      expect((await lire(contact.id)).tronc.estClos).toBe(false)
      await terminer(contact.id, { issue: 'fait' })
      expect((await lire(contact.id)).tronc.estClos).toBe(true)
    })

    it('ne le devient pas deux fois, et rien n’est alors créé', async () => {
      const contact = await noter()
      const saisi = reclamationSaisie({ origineId: contact.id })
      await app.faire('charge', 'reclamations.enregistrer', saisi)
      const [avant] = await app.lignes('select count(*)::int as n from dossiers.dossier')
      expect((await app.refus('charge', 'reclamations.enregistrer', saisi)).refus).toBe('deja-transforme')
      expect(await app.lignes('select count(*)::int as n from dossiers.dossier')).toEqual([avant])
    })

    it('est refusé à qui ne suit pas les contacts, et à partir d’un dossier dont rien ne s’ouvre', async () => {
      const contact = await noter()
      const { id } = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
      const depuis = (origineId: string) => reclamationSaisie({ origineId })
      expect((await app.refus('directeur', 'reclamations.enregistrer', depuis(contact.id))).code).toBe(
        'forbidden',
      )
      expect((await app.refus('charge', 'reclamations.enregistrer', depuis(id))).code).toBe('not-found')
      expect((await app.refus('charge', 'dossiers.obtenirOrigine', { id })).code).toBe('not-found')
    })
  })

  describe('hors du périmètre', () => {
    it('n’existe pas, dans aucune table', async () => {
      const { pneumologie, cardiologie } = app.structures
      const { id } = await noter({ services: [pneumologie], suite: rappelSaisi() })
      const voit = async (qui: Qui, services: readonly string[]) => {
        const settings = parametresDe(
          qui === 'ailleurs'
            ? { ...acteurDe(app, qui), etablissementId: app.autreEtablissementId as never }
            : acteurDe(app, qui, services),
        )
        return app.base.database.transaction(
          { mode: 'read', role: APPLICATION_ROLE, settings },
          async (tx) => {
            const lus = []
            for (const table of ['contacts.contact', 'contacts.suite', 'dossiers.attente']) {
              const { rows } = await tx.query(`select 1 from ${table} where dossier_id = $1`, [id])
              lus.push(rows.length)
            }
            return lus
          },
        )
      }
      // what was promised, its number to call and its notes are the department's
      expect(await voit('chef', [pneumologie])).toEqual([1, 0, 0])
      expect(await voit('directeur', [])).toEqual([1, 1, 1])
      expect(await voit('chefDeCardiologie', [cardiologie])).toEqual([0, 0, 0])
      expect(await voit('administrateur', [])).toEqual([0, 0, 0])
      expect(await voit('ailleurs', [])).toEqual([0, 0, 0])
      expect((await app.refus('chefDeCardiologie', 'contacts.obtenir', { id })).code).toBe('not-found')
      expect((await app.refus('ailleurs', 'contacts.obtenir', { id })).code).toBe('not-found')
    })

    it('ne dit au chef de service ni ce qui a été promis, ni ce qu’il en est advenu', async () => {
      const { id } = await noter({ services: [app.structures.pneumologie], suite: rappelSaisi() })
      const accueil = await app.faire<AccueilVu>('chef', 'tableau-de-bord.obtenirAccueil', {})
      expect(accueil.agenda.map(({ dossier }) => dossier.id)).not.toContain(id)
      const { dossiers } = await app.faire<{ dossiers: LigneDeDossier[] }>('chef', 'dossiers.lister', {})
      expect(dossiers.find((d) => d.id === id)?.attentes).toEqual([])
      await terminer(id, { issue: 'fait', note: 'Rassurée.' })
      const vu = await lire(id, 'chef')
      expect(vu.suites).toEqual([])
      expect(JSON.stringify(vu)).not.toMatch(/Rassurée|06 99/)
      expect(JSON.stringify(await lire(id, 'directeur'))).toMatch(/Rassurée/)
    })

    it('se lit par la direction et le chef de service, qui n’y changent rien', async () => {
      const { id } = await noter({ services: [app.structures.pneumologie] })
      for (const qui of ['directeur', 'chef'] as const) {
        expect((await lire(id, qui)).actions).toMatchObject({ prevoir: { code: 'permission-manquante' } })
        const refus = await app.refus(qui, 'contacts.prevoir', { id, version: 1, suite: rappelSaisi() })
        expect(refus.code).toBe('forbidden')
      }
    })
  })
})
