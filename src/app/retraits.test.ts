import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { TroncVu } from '#core/dossiers/contract.ts'
import { creerRegistreDesTypes, recalculerTout } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { CASE_TYPES } from './case-types.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

const registre = creerRegistreDesTypes(CASE_TYPES.map((t) => t.definition))
const nouvelle = (nom: string, prenom = 'Jeanne') =>
  ({ choix: 'nouvelle', personne: personneFictive({ nom, prenom }) }) as const

describeOnEachEngine('ce qui se reprend', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())

  const enregistrer = async (plus: Parameters<typeof reclamationSaisie>[0] = {}): Promise<string> => {
    app.maintenant = LUNDI
    return (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie(plus))).id
  }
  const lire = async (id: string, qui: Qui = 'charge'): Promise<ReclamationVue> =>
    app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })
  const tronc = async (id: string, qui: Qui = 'charge'): Promise<TroncVu> => (await lire(id, qui)).tronc
  const ligne = async (recherche: string) => {
    const { dossiers } = await app.faire<{ dossiers: { id: string; auteur: string }[] }>(
      'charge',
      'dossiers.lister',
      { recherche, vue: 'tous' },
    )
    return dossiers
  }
  const evenements = (id: string) =>
    app
      .lignes<{ evenement: string; contenu: string }>(
        "select evenement, contenu from journal.entree where dossier_id = $1 and evenement not like 'dossier-consulte%' order by rang",
        [id],
      )
      .then((l) => l.at(-1))

  describe('un conflit d’intérêts déclaré par erreur', () => {
    let id = ''
    beforeAll(async () => {
      id = await enregistrer()
      await app.faire('responsable', 'dossiers.declarerConflit', { id, agentId: app.agents.collegue })
    })
    const lever = { motif: 'Homonyme : ce n’est pas sa mère.' }

    it('se voit par qui protège les dossiers, et par lui seul', async () => {
      const { conflits } = await tronc(id, 'responsable')
      expect(conflits).toEqual([
        { agentId: app.agents.collegue, nom: 'Nadia Benali', declareA: expect.any(String) },
      ])
      expect((await tronc(id, 'charge')).conflits).toBeNull()
    })

    it('ne se lève ni sans droit, ni sans motif', async () => {
      const cible = { id, agentId: app.agents.collegue }
      const refus = await app.refus('charge', 'dossiers.leverConflit', { ...cible, ...lever })
      expect(refus.code).toBe('forbidden')
      const vide = await app.refus('responsable', 'dossiers.leverConflit', { ...cible, motif: ' ' })
      expect(vide.champs).toHaveProperty('motif')
      expect((await app.appeler('collegue', 'reclamations.obtenir', { id })).status).toBe(404)
    })

    it('se lève avec un motif, qui reste au dossier et au journal', async () => {
      const cible = { id, agentId: app.agents.collegue }
      await app.faire('responsable', 'dossiers.leverConflit', { ...cible, ...lever })
      const vu = await tronc(id, 'responsable')
      expect(vu.conflits).toEqual([])
      const fait = vu.faits.find((f) => f.code === 'conflit-leve')
      expect(fait).toMatchObject({ motif: lever.motif, details: { agentId: app.agents.collegue } })
      const trace = await evenements(id)
      expect(trace?.evenement).toBe('conflit-leve')
      expect(JSON.parse(trace?.contenu ?? '{}')).toMatchObject({ objetId: app.agents.collegue })
      // from the next request on, without signing in again
      expect((await app.appeler('collegue', 'reclamations.obtenir', { id })).status).toBe(200)
    })

    it('ne se lève pas deux fois', async () => {
      const cible = { id, agentId: app.agents.collegue, ...lever }
      expect((await app.refus('responsable', 'dossiers.leverConflit', cible)).code).toBe('not-found')
    })
  })

  describe('une personne ajoutée par erreur', () => {
    const motif = 'Enregistrée dans le mauvais dossier.'
    const retirer = (t: TroncVu, role: string, qui: Qui = 'charge') => {
      const personne = t.personnes.find((p) => p.role === role)
      return app.appeler(qui, 'dossiers.retirerPersonne', {
        id: t.id,
        version: t.version,
        personneId: personne?.id,
        role,
        motif,
      })
    }

    it('se retire avec un motif ; la recherche l’oublie, sa fiche reste', async () => {
      const id = await enregistrer({ patient: nouvelle('Quimperlois') })
      expect((await ligne('quimperlois')).map((l) => l.id)).toEqual([id])
      const { status, corps } = await retirer(await tronc(id), 'patient')
      expect([status, corps]).toEqual([200, { id, version: 2 }])
      const vu = await tronc(id)
      expect(vu.personnes.map((p) => p.role)).toEqual(['auteur'])
      expect(vu.faits.find((f) => f.code === 'personne-retiree')).toMatchObject({
        motif,
        details: { role: 'patient' },
      })
      expect((await evenements(id))?.evenement).toBe('personne-retiree')
      expect(await ligne('quimperlois')).toEqual([])
      expect(await app.lignes("select 1 from personnes.personne where nom = 'Quimperlois'")).toHaveLength(1)
    })

    it('laisse son nom dans les listes au suivant, ou à personne', async () => {
      const id = await enregistrer({ auteur: nouvelle('Premier', 'Ada') })
      let t = await tronc(id)
      const ajout = {
        id,
        version: t.version,
        role: 'auteur',
        qualite: '',
        personne: nouvelle('Second', 'Bob'),
      }
      await app.faire('charge', 'dossiers.ajouterPersonne', ajout)
      t = await tronc(id)
      const premier = { ...t, personnes: t.personnes.filter((p) => p.nom === 'Premier') }
      expect((await retirer(premier, 'auteur')).status).toBe(200)
      expect((await ligne('second')).map((l) => l.auteur)).toEqual(['Bob Second'])
      expect((await retirer(await tronc(id), 'auteur')).status).toBe(200)
      const [lue] = await app.lignes('select auteur from dossiers.dossier where id = $1', [id])
      expect(lue).toEqual({ auteur: '' })
    })

    it('ne se retire pas deux fois, ni dans un rôle qu’elle n’a pas, ni sur une version périmée', async () => {
      const id = await enregistrer({ patient: nouvelle('Patient') })
      const t = await tronc(id)
      const cible = { id, version: t.version, personneId: t.personnes[0]?.id, motif }
      const absent = await app.refus('charge', 'dossiers.retirerPersonne', { ...cible, role: 'temoin' })
      expect(absent.code).toBe('not-found')
      await retirer(t, 'patient')
      expect((await retirer(t, 'patient')).corps).toMatchObject({ code: 'stale' })
      expect((await retirer({ ...t, version: t.version + 1 }, 'patient')).status).toBe(404)
      expect((await retirer(await tronc(id), 'auteur', 'chef')).status).toBe(403)
    })

    it.each([
      ['un accusé lui est parti', 'accuse-reception-papier-envoye'],
      ['une réponse lui est partie', 'reponse-envoyee'],
      ['une copie lui a été remise', 'copie-remise'],
    ])('est gardée quand elle est le dernier auteur et qu’%s', async (_cas, code) => {
      const id = await enregistrer({ canal: 'courrier' })
      await app.lignes(
        `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a) values (gen_random_uuid(), $1, $2, '2026-01-05', now())`,
        [id, code],
      )
      const t = await tronc(id)
      expect(t.personnes.map((p) => p.refusDeRetirer)).toEqual([
        expect.stringContaining('Corrigez ses coordonnées'),
      ])
      const { status, corps } = await retirer(t, 'auteur')
      expect([status, corps]).toMatchObject([409, { refus: 'auteur-deja-destinataire' }])
      const ajout = { id, version: t.version, role: 'auteur', qualite: '', personne: nouvelle('Veritable') }
      await app.faire('charge', 'dossiers.ajouterPersonne', ajout)
      expect((await tronc(id)).personnes.map((p) => p.refusDeRetirer)).toEqual([null, null])
    })
  })

  describe('une réclamation anonyme', () => {
    const anonyme = { estAnonyme: true, auteur: null } as const
    const etats = async (id: string) =>
      Object.fromEntries((await tronc(id)).echeances.map((e) => [e.code, e.etat]))
    const prochaine = async (id: string) => {
      const [lue] = await app.lignes<{ code: string }>(
        'select prochaine_echeance_code as code from dossiers.dossier where id = $1',
        [id],
      )
      return lue?.code
    }
    const ajouterLAuteur = async (id: string) => {
      const { version } = await tronc(id)
      const ajout = { id, version, role: 'auteur', qualite: '', personne: nouvelle('Identifiee') }
      await app.faire('charge', 'dossiers.ajouterPersonne', ajout)
    }

    it.each([
      ['courrier', { D03: 'sans-objet', D05: 'ouverte' }],
      ['courriel', { D01: 'sans-objet', D02: 'sans-objet', D05: 'ouverte' }],
    ] as const)('n’attend pas d’accusé de réception (%s)', async (canal, attendus) => {
      const id = await enregistrer({ ...anonyme, canal })
      expect(await etats(id)).toEqual(attendus)
      expect(await prochaine(id)).toBe('D05')
      const phrases = (await tronc(id)).echeances.filter((e) => e.etat === 'sans-objet').map((e) => e.phrase)
      for (const phrase of phrases) expect(phrase).toMatch(/l’auteur ne s’est pas fait connaître/)
    })

    it('l’attend de nouveau quand l’auteur se fait connaître, et plus s’il est retiré', async () => {
      const id = await enregistrer({ ...anonyme, canal: 'courrier' })
      app.maintenant = new Date('2026-02-12T09:00:00Z')
      await ajouterLAuteur(id)
      expect(await etats(id)).toEqual({ D03: 'ouverte', D05: 'ouverte' })
      expect(await prochaine(id)).toBe('D03')
      const vue = await lire(id)
      expect(vue.estAnonyme).toBe(false)
      const d03 = vue.tronc.echeances.find((e) => e.code === 'D03')
      expect(d03?.explication.join(' ')).toMatch(/de nouveau dû depuis le jeudi 12 février 2026/)
      expect(vue.tronc.faits.map((f) => f.code).toSorted()).toEqual([
        'auteur-connu',
        'auteur-inconnu',
        'personne-ajoutee',
        'reception-papier',
      ])
      const [auteur] = vue.tronc.personnes
      await app.faire('charge', 'dossiers.retirerPersonne', {
        id,
        version: vue.tronc.version,
        personneId: auteur?.id,
        role: 'auteur',
        motif: 'Ce n’était pas elle.',
      })
      expect(await etats(id)).toEqual({ D03: 'sans-objet', D05: 'ouverte' })
      expect((await lire(id)).estAnonyme).toBe(true)
    })

    it('le reste quand sa date de réception est corrigée', async () => {
      const id = await enregistrer({ ...anonyme, canal: 'courrier', recuLe: '2026-01-02' })
      const t = await tronc(id)
      const faitId = t.faits.find((f) => f.code === 'reception-papier')?.id
      await app.faire('charge', 'dossiers.rectifierFait', {
        id,
        version: t.version,
        faitId,
        survenuLe: '2026-01-05',
        motif: 'Cachet du courrier.',
      })
      expect(await etats(id)).toEqual({ D03: 'sans-objet', D05: 'ouverte' })
    })

    it('enregistrée avant cette règle, est reprise par le recalcul, une fois', async () => {
      const id = await enregistrer({ ...anonyme, canal: 'courrier' })
      const connue = await enregistrer({ canal: 'courrier' })
      await app.lignes("delete from dossiers.fait where code = 'auteur-inconnu'")
      const deps = { database: app.base.database, registre }
      for (const _fois of [1, 2]) await recalculerTout(deps, app.etablissementId as EtablissementId, LUNDI)
      expect(await etats(id)).toEqual({ D03: 'sans-objet', D05: 'ouverte' })
      expect(await etats(connue)).toEqual({ D03: 'ouverte', D05: 'ouverte' })
      const { faits } = await tronc(id)
      expect(faits.filter((f) => f.code === 'auteur-inconnu')).toMatchObject([
        { survenuLe: '2026-01-05', agent: null },
      ])
    })
  })
})
