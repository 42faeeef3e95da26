import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { griefSaisi, mesureSaisie, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { FAITS_COMMUNS, type FaitDeclare } from '#core/dossiers/domain/definition.ts'
import { CASE_TYPES } from './case-types.ts'
import { creerTableDesPermissions } from './permissions.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { demanderA } from './testing/demandes.ts'
import { cibleDe, donnerLaSignature, preparer, releverUnGrief } from './testing/reponse.ts'

const REDUITS = [
  'Motif du grief retiré',
  'De cardiologie',
  'Le ton ne va pas',
  'Écrite deux fois',
  'Interrogée par erreur',
  'Cardiologie',
  'Plus de budget',
  'Sonnettes portatives',
  'Retirée du dossier',
]

describe('la chronologie', () => {
  let app: ApplicationDeTest
  let id: string
  beforeAll(async () => {
    app = await ouvrirApplication()
    app.maintenant = LUNDI
    const { pneumologie, cardiologie } = app.structures
    const saisie = reclamationSaisie({ canal: 'courrier', services: [pneumologie] })
    id = (await app.faire('charge', 'reclamations.enregistrer', saisie)).id
    await donnerLaSignature(app)
    await releverUnGrief(app, id)
    const { griefId } = await app.faire<{ griefId: string }>('charge', 'reclamations.qualifierGrief', {
      id,
      ...griefSaisi({ serviceId: cardiologie, intitule: 'De cardiologie' }),
    })
    const retrait = { id, griefId, version: 1, motif: 'Motif du grief retiré' }
    await app.faire('charge', 'reclamations.retirerGrief', retrait)
    const { mesureId } = await app.faire<{ mesureId: string }>('charge', 'reclamations.ajouterMesure', {
      id,
      ...mesureSaisie(),
    })
    const abandon = { id, mesureId, version: 1, motif: 'Plus de budget' }
    await app.faire('charge', 'reclamations.abandonnerMesure', abandon)
    const { tacheId } = await demanderA(app, id, { structureId: cardiologie })
    await app.faire('charge', 'taches.annuler', { id: tacheId, version: 1, motif: 'Interrogée par erreur' })
    const { corps } = await preparer(app, id)
    const lettre = { id: corps['courrierId'] }
    const visa = { agentId: app.agents.responsable, message: 'Le ton ne va pas ?' }
    await app.faire('charge', 'courriers.demanderVisa', { ...lettre, version: 1, ...visa })
    const rendu = { decision: 'refuse', commentaire: 'Le ton ne va pas' }
    await app.faire('responsable', 'courriers.rendreVisa', { ...lettre, version: 2, ...rendu })
    await app.faire('charge', 'courriers.abandonner', { ...lettre, version: 3, motif: 'Écrite deux fois' })
    const [auteur] = (await voir('responsable')).tronc.personnes
    await app.faire('charge', 'dossiers.retirerPersonne', {
      ...(await cibleDe(app, id)),
      personneId: auteur?.id,
      role: 'auteur',
      motif: 'Retirée du dossier',
    })
  }, 120_000)
  afterAll(() => app.fermer())

  const voir = (qui: Qui) => app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })

  it('dit tout à qui instruit', async () => {
    const tout = JSON.stringify(await voir('charge'))
    expect(REDUITS.filter((mot) => !tout.includes(mot))).toEqual([])
  })

  it('dit au chef de service ce qui s’est passé, et rien de ce que le service se dit à lui-même', async () => {
    const { tronc, courriers } = await voir('chef')
    const complet = await voir('charge')
    expect(tronc.faits.map((f) => [f.code, f.survenuLe])).toEqual(
      complet.tronc.faits.map((f) => [f.code, f.survenuLe]),
    )
    const lu = JSON.stringify({ faits: tronc.faits, courriers })
    expect(REDUITS.filter((mot) => lu.includes(mot))).toEqual([])
  })

  it('ne réserve un détail qu’à une permission qui existe', () => {
    const { table } = creerTableDesPermissions(CASE_TYPES)
    const faits: FaitDeclare[] = [FAITS_COMMUNS, ...CASE_TYPES.map((t) => t.definition.faits)].flatMap(
      Object.values,
    )
    const reservees = new Set(faits.flatMap(({ detailsPour }) => detailsPour ?? []))
    expect(reservees.size).toBeGreaterThan(3)
    expect([...reservees].filter((permission) => !Object.hasOwn(table, permission))).toEqual([])
  })
})
