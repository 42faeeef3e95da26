import { afterAll, beforeAll, expect, it } from 'vitest'
import { contactSaisi, rappelSaisi } from '#cases/contacts/testing/factories.ts'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { ProtectionSaisie } from '#core/dossiers/contract.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe } from './testing/demandes.ts'

const AGENT_SOIGNE: ProtectionSaisie = {
  raison: 'agent-soigne',
  motif: 'Infirmière du service',
  agents: [],
}

describeOnEachEngine('un dossier protégé dès son enregistrement', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())

  const ecrire = (qui: Qui, plus: Parameters<typeof reclamationSaisie>[0] = {}) =>
    app.faire(qui, 'reclamations.enregistrer', reclamationSaisie(plus))
  const tronc = async (id: string, qui: Qui) =>
    (await app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })).tronc
  /** Direct SQL as an agent, in the perimeter of that agent as the session gives it. */
  const voit = async (qui: Qui, id: string, services: readonly string[] = []): Promise<boolean> => {
    const conflits = await app.lignes<{ id: string }>(
      'select dossier_id as id from dossiers.conflit where agent_id = $1',
      [app.agents[qui]],
    )
    const settings = {
      ...parametresDe(acteurDe(app, qui, services)),
      'app.conflits': `{${conflits.map((c) => c.id).join(',')}}`,
    }
    const options = { mode: 'read', role: APPLICATION_ROLE, settings } as const
    return app.base.database.transaction(options, async (tx) => {
      const { rowCount } = await tx.query('select 1 from dossiers.dossier where id = $1', [id])
      const faits = await tx.query('select 1 from dossiers.fait where dossier_id = $1', [id])
      expect(faits.rowCount > 0).toBe(rowCount === 1)
      return rowCount === 1
    })
  }

  it('n’est vu que de la direction, du responsable et de l’agent qui l’a enregistré, qui le suit', async () => {
    const { pneumologie } = app.structures
    const { id } = await ecrire('charge', { protection: AGENT_SOIGNE, services: [pneumologie] })
    const vu = await tronc(id, 'charge')
    expect(vu).toMatchObject({
      classe: 'sensible',
      assigne: { id: app.agents.charge },
      protection: {
        libelle: 'Agent soigné dans son établissement',
        motif: 'Infirmière du service',
        par: 'Camille Roux',
      },
    })
    expect(vu.faits.map((f) => f.code)).toContain('classe-changee')
    const attendu: [Qui, boolean, string[]][] = [
      ['charge', true, []],
      ['responsable', true, []],
      ['directeur', true, []],
      ['collegue', false, []],
      ['chef', false, [pneumologie]],
      ['administrateur', false, []],
    ]
    for (const [qui, oui, services] of attendu) expect(await voit(qui, id, services), qui).toBe(oui)
    expect(await app.refus('collegue', 'reclamations.obtenir', { id })).toMatchObject({ code: 'not-found' })
  })

  it('reste à qui l’attribue quand c’est le responsable qui l’enregistre', async () => {
    const { id } = await ecrire('responsable', { protection: AGENT_SOIGNE })
    expect(await tronc(id, 'responsable')).toMatchObject({ classe: 'sensible', assigne: null })
    expect(await voit('charge', id)).toBe(false)
  })

  it('n’existe pas pour l’agent qu’il concerne, fût-il directeur ; la levée du conflit le lui rend', async () => {
    const { directeur } = app.agents
    const { id } = await ecrire('responsable', { protection: { ...AGENT_SOIGNE, agents: [directeur] } })
    expect(await voit('directeur', id)).toBe(false)
    expect(await app.refus('directeur', 'reclamations.obtenir', { id })).toMatchObject({ code: 'not-found' })
    expect((await tronc(id, 'responsable')).conflits).toMatchObject([{ agentId: directeur }])
    const levee = { id, agentId: directeur, motif: 'Homonyme.' }
    await app.faire('responsable', 'dossiers.leverConflit', levee)
    expect(await voit('directeur', id)).toBe(true)
  })

  it.each([
    ['sans raison', { raison: '', motif: '', agents: [] }, 'protection.raison'],
    ['pour une autre raison, sans la dire', { raison: 'autre', motif: ' ', agents: [] }, 'protection.motif'],
  ])('est refusé %s, à côté du champ', async (_titre, protection, champ) => {
    const saisie = { ...reclamationSaisie(), protection }
    expect(await app.refus('charge', 'reclamations.enregistrer', saisie)).toMatchObject({
      champs: { [champ]: expect.any(String) },
    })
  })

  it('ne s’enregistre pas contre soi-même, ni contre un agent d’ailleurs', async () => {
    const avec = (agents: string[]) => ({
      ...reclamationSaisie(),
      protection: { ...AGENT_SOIGNE, agents },
    })
    expect(await app.refus('charge', 'reclamations.enregistrer', avec([app.agents.charge]))).toMatchObject({
      refus: 'conflit-avec-soi',
    })
    expect(await app.refus('charge', 'reclamations.enregistrer', avec([app.agents.ailleurs]))).toMatchObject({
      champs: { 'protection.agents': expect.any(String) },
    })
  })

  it('une réclamation issue d’un contact protégé l’est aussi, pour les mêmes agents', async () => {
    const { collegue } = app.agents
    const protection = { ...AGENT_SOIGNE, agents: [collegue] }
    const contact = await app.faire('charge', 'contacts.enregistrer', contactSaisi({ protection }))
    expect(await voit('collegue', contact.id)).toBe(false)
    const { id } = await ecrire('charge', { origineId: contact.id })
    expect(await tronc(id, 'charge')).toMatchObject({ classe: 'sensible', protection: { raison: 'suite' } })
    expect((await tronc(id, 'responsable')).conflits).toMatchObject([{ agentId: collegue }])
    const suite = await ecrire('charge', { suiteDe: id })
    expect((await tronc(suite.id, 'responsable')).conflits).toMatchObject([{ agentId: collegue }])
    expect(await voit('collegue', suite.id)).toBe(false)
    const eloge = {
      texte: 'Merci',
      auteur: '',
      services: [],
      canal: 'guichet',
      recuLe: '2026-01-05',
      pieces: [],
    }
    const contactDeux = await app.faire('charge', 'contacts.enregistrer', contactSaisi({ protection }))
    const merci = await app.faire('charge', 'eloges.enregistrer', { ...eloge, origineId: contactDeux.id })
    expect(await voit('collegue', merci.id)).toBe(false)
  })

  it('un conflit sans protection suit aussi le dossier qui en vient', async () => {
    const contact = await app.faire('charge', 'contacts.enregistrer', contactSaisi())
    await app.faire('responsable', 'dossiers.declarerConflit', {
      id: contact.id,
      agentId: app.agents.collegue,
    })
    const { id } = await ecrire('charge', { origineId: contact.id })
    expect((await tronc(id, 'charge')).classe).toBe('ordinaire')
    expect(await voit('collegue', id)).toBe(false)
  })

  it('un rappel promis par un contact protégé n’est confié qu’à qui le verra', async () => {
    const suite = rappelSaisi({ agentId: app.agents.collegue })
    const refus = await app.refus(
      'charge',
      'contacts.enregistrer',
      contactSaisi({ protection: AGENT_SOIGNE, suite, clore: false }),
    )
    expect(refus.code).toMatch(/invalid|refused/)
  })

  it('protégé plus tard, il garde la raison ; la protection levée, elle ne se dit plus', async () => {
    const { id } = await ecrire('responsable')
    const classe = { id, version: 1, classe: 'sensible', raison: 'violences', motif: 'Plainte déposée' }
    await app.faire('responsable', 'dossiers.classer', classe)
    expect((await tronc(id, 'responsable')).protection).toMatchObject({
      raison: 'violences',
      motif: 'Plainte déposée',
      par: 'Hélène Marchand',
    })
    await app.faire('responsable', 'dossiers.classer', {
      id,
      version: 2,
      classe: 'ordinaire',
      motif: 'Close',
    })
    expect((await tronc(id, 'charge')).protection).toBeNull()
  })
})
