import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProvenanceSaisie, ReclamationVue, Saisie } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { cibleDe } from './testing/reponse.ts'

const ars = (plus: Partial<ProvenanceSaisie> = {}): ProvenanceSaisie => ({
  nature: 'ars',
  nom: 'ARS Île-de-Valmont',
  reference: '',
  premiereReceptionLe: '2025-12-20',
  explicationsPourLe: '2026-02-02',
  ...plus,
})

describe('les transmissions dont un jour se corrige, ou dont un consentement manque', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = (plus: Partial<Saisie> = {}) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ canal: 'courrier', ...plus }))
  const voir = (id: string) => app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })
  const cible = (id: string) => cibleDe(app, id)
  const echeance = async (id: string, code: string) =>
    (await voir(id)).tronc.echeances.find((e) => e.code === code)
  const poster = (courrierId: string | undefined, envoyeLe: string) =>
    app.appeler('charge', 'courriers.noterEnvoi', { id: courrierId, version: 1, mode: 'poste', envoyeLe })
  const transmettre = async (id: string, plus: object = {}) => {
    const { id: correspondantId } = await app.faire('charge', 'structures.creerCorrespondant', {
      nature: 'etablissement',
      nom: `Centre hospitalier de Bellerive ${randomUUID()}`,
      adresse: ['1 RUE DU PONT', '99998 BELLERIVE'],
      courriel: '',
    })
    return app.appeler('charge', 'reclamations.transmettre', {
      ...(await cible(id)),
      correspondantId,
      estTotale: true,
      objet: 'Le séjour mis en cause a eu lieu dans votre établissement.',
      avecDonneesDeSante: false,
      estAccordee: false,
      pieces: [],
      canal: 'papier',
      canalDeLAvis: 'papier',
      ...plus,
    })
  }
  /** Corrects the day of the standing fact of this code. */
  const rectifier = async (id: string, code: string, survenuLe: string) => {
    const fait = (await voir(id)).tronc.faits.find((f) => f.code === code && !f.estRectifie)
    return app.appeler('charge', 'dossiers.rectifierFait', {
      ...(await cible(id)),
      faitId: fait?.id,
      survenuLe,
      motif: 'Le tampon dit autre chose.',
    })
  }
  const joursDe = async (id: string, code: string) =>
    (await voir(id)).tronc.faits.filter((f) => f.code === code && !f.estRectifie).map((f) => f.survenuLe)

  describe('reçues', () => {
    it('suivent le jour corrigé de leur arrivée, avec la demande qu’elles portent', async () => {
      const { id } = await creer({ recuLe: '2026-01-02', provenance: ars() })
      const recue = async () => (await voir(id)).provenances[0]?.recueLe
      expect(await recue()).toBe('2026-01-02')
      expect((await rectifier(id, 'transmission-recue', '2026-01-05')).status).toBe(200)
      expect(await recue()).toBe('2026-01-05')
      expect(await joursDe(id, 'explications-demandees-par-l-ars')).toEqual(['2026-01-05'])
      expect(await echeance(id, 'D56')).toMatchObject({ etat: 'ouverte', limiteLe: '2026-02-02' })
    })

    it('refusent un jour d’arrivée que la provenance contredit', async () => {
      const { id } = await creer({ provenance: ars({ premiereReceptionLe: '2026-01-05' }) })
      app.maintenant = new Date('2026-02-10T09:00:00Z')
      const trop = await rectifier(id, 'transmission-recue', '2026-02-09')
      expect(trop.corps).toMatchObject({
        code: 'invalid',
        champs: { survenuLe: expect.stringContaining('précède l’arrivée') },
      })
      await app.faire('charge', 'reclamations.noterExplications', {
        ...(await cible(id)),
        provenanceId: (await voir(id)).provenances[0]?.id,
        envoyeesLe: '2026-01-20',
      })
      expect((await rectifier(id, 'transmission-recue', '2026-01-21')).corps).toMatchObject({
        champs: { survenuLe: expect.stringContaining('déjà parties') },
      })
      expect((await voir(id)).provenances[0]?.recueLe).toBe('2026-01-05')
    })

    it('corrigées dans leur fenêtre, redatent aussi le fait de leur arrivée', async () => {
      const { id } = await creer({ recuLe: '2026-01-02', provenance: ars() })
      await app.faire('charge', 'reclamations.noterProvenance', {
        ...(await cible(id)),
        ...ars(),
        provenanceId: (await voir(id)).provenances[0]?.id,
        recueLe: '2026-01-05',
      })
      expect(await joursDe(id, 'transmission-recue')).toEqual(['2026-01-05'])
      expect(await joursDe(id, 'explications-demandees-par-l-ars')).toEqual(['2026-01-05'])
    })
  })

  describe('envoyées', () => {
    it('suivent le jour corrigé du départ de chaque lettre, et la fermeture suit la dernière', async () => {
      const { id } = await creer()
      await transmettre(id)
      app.maintenant = new Date('2026-01-12T09:00:00Z')
      const [vers, avis] = (await voir(id)).transmissions[0]?.lettres ?? []
      await poster(vers?.courrierId, '2026-01-08')
      await poster(avis?.courrierId, '2026-01-09')
      const partie = async () => (await voir(id)).transmissions[0]
      expect((await rectifier(id, 'transmission-envoyee', '2026-01-06')).status).toBe(200)
      expect(await partie()).toMatchObject({ envoyeeLe: '2026-01-06', aviseeLe: '2026-01-09' })
      expect(await joursDe(id, 'demande-transmise')).toEqual(['2026-01-09'])
      expect((await rectifier(id, 'avis-de-transmission-envoye', '2026-01-07')).status).toBe(200)
      expect(await partie()).toMatchObject({ envoyeeLe: '2026-01-06', aviseeLe: '2026-01-07' })
      expect(await joursDe(id, 'demande-transmise')).toEqual(['2026-01-07'])
      expect((await voir(id)).courriers.map((c) => c.envoyeLe).toSorted()).toEqual([
        '2026-01-06',
        '2026-01-07',
      ])
      expect(await echeance(id, 'D55')).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-06' })
      expect((await rectifier(id, 'transmission-envoyee', '2026-01-02')).corps).toMatchObject({
        refus: 'avant-la-reception',
      })
      expect(await partie()).toMatchObject({ envoyeeLe: '2026-01-06' })
    })

    it('avec des données de santé de deux patients attendent le consentement de chacun, en disant de qui', async () => {
      const { id } = await creer()
      await app.faire('charge', 'dossiers.ajouterPersonne', {
        ...(await cible(id)),
        role: 'patient',
        qualite: '',
        personne: { choix: 'nouvelle', personne: personneFictive({ prenom: 'Marius', nom: 'Tavernier' }) },
      })
      const consentir = async (nom: string) => {
        const personne = (await voir(id)).tronc.personnes.find((p) => p.nom === nom)
        return app.faire('charge', 'personnes.enregistrerConsentement', {
          id: personne?.id,
          dossierId: id,
          objet: 'acces-aux-donnees-de-sante',
          forme: 'ecrit',
          donneLe: '2026-01-05',
        })
      }
      const avec = { avecDonneesDeSante: true, estTotale: false }
      await consentir('Tavernier')
      const manque = (await transmettre(id, avec)).corps
      expect(manque).toMatchObject({
        refus: 'consentement-requis',
        message: expect.stringContaining('Éléonore Cœurdevey'),
      })
      expect(JSON.stringify(manque)).not.toContain('Tavernier')
      await consentir('Cœurdevey')
      expect((await transmettre(id, avec)).status).toBe(200)
    })

    it('ne partent plus avec des données de santé quand le consentement est retiré depuis', async () => {
      const { id } = await creer()
      const personneId = (await voir(id)).tronc.personnes[0]?.id ?? ''
      const { id: consentementId } = await app.faire('charge', 'personnes.enregistrerConsentement', {
        id: personneId,
        dossierId: id,
        objet: 'acces-aux-donnees-de-sante',
        forme: 'ecrit',
        donneLe: '2026-01-05',
      })
      await transmettre(id, { avecDonneesDeSante: true })
      const [vers, avis] = (await voir(id)).transmissions[0]?.lettres ?? []
      app.maintenant = new Date('2026-01-07T09:00:00Z')
      await app.faire('charge', 'personnes.retirerConsentement', {
        id: consentementId,
        retireLe: '2026-01-06',
      })
      expect((await poster(vers?.courrierId, '2026-01-07')).corps).toMatchObject({
        refus: 'consentement-requis',
      })
      expect((await poster(avis?.courrierId, '2026-01-07')).status).toBe(200)
      // what left before it was withdrawn did leave
      expect((await poster(vers?.courrierId, '2026-01-05')).status).toBe(200)
    })
  })
})
