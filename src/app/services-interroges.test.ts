import { afterAll, beforeAll, expect, it } from 'vitest'
import type { contract } from '#core/taches/contract.ts'
import type { OutputOf } from '#platform/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { demanderA, porteur } from './testing/demandes.ts'
import { lireClasseur, lireCsv } from './testing/lire-tableau.ts'

const JOUR = 86_400_000
type Services = OutputOf<typeof contract.listerServicesInterroges>
type EnCours = OutputOf<typeof contract.listerDemandesEnCours>

describeOnEachEngine('ce que les services doivent', (moteur) => {
  let app: ApplicationDeTest
  const ilYA = (jours: number): Date => new Date(LUNDI.getTime() - jours * JOUR)

  const repondre = async (jeton: string, quand: Date): Promise<void> => {
    app.maintenant = quand
    const service = porteur(app, jeton)
    await service.envoyer('', { nom: 'L', fonction: 'C', reponse: 'Voici.', version: '0', geste: 'relire' })
    await service.envoyer('/envoi', { version: '1', pieces: '' })
  }
  /** Asked some days before, answered after some more, or still waited for. */
  const demander = async (structureId: string | null, demandeeIlYA: number, reponduApres: number | null) => {
    app.maintenant = ilYA(demandeeIlYA)
    const pourLe = ilYA(demandeeIlYA - 15)
      .toISOString()
      .slice(0, 10)
    const recuLe = app.maintenant.toISOString().slice(0, 10)
    const services = structureId === null ? [] : [structureId]
    const saisie = { objet: 'Un fauteuil rendu sans repose-pied', fauteuil: 'F-12', recuLe, services }
    const dossier = (await app.faire('charge', 'pret-de-fauteuil.enregistrer', saisie)).id
    const { jeton } = await demanderA(app, dossier, { structureId, pourLe })
    if (reponduApres !== null) await repondre(jeton, ilYA(demandeeIlYA - reponduApres))
  }

  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    const { pneumologie, cardiologie } = app.structures
    await demander(pneumologie, 40, 4)
    await demander(pneumologie, 30, 10)
    await demander(pneumologie, 20, null)
    await demander(pneumologie, 5, null)
    await demander(cardiologie, 400, 1)
    await demander(cardiologie, 3, null)
    await demander(null, 2, null)
    app.maintenant = LUNDI
  }, 120_000)
  afterAll(() => app.fermer())

  it('se lit par service, le plus en retard d’abord, avec son délai médian', async () => {
    const { services, aReprendre } = await app.faire<Services>(
      'charge',
      'taches.listerServicesInterroges',
      {},
    )
    expect(services.map((s) => [s.nom, s.attendues, s.enRetard, s.plusAncienneLe, s.delaiMedian])).toEqual([
      ['Pneumologie', 2, 1, '2025-12-16', 7],
      // the answer of more than a year ago says nothing of how it answers now
      ['Cardiologie', 1, 0, '2026-01-02', null],
      ['Personnes hors de toute structure', 1, 0, '2026-01-03', null],
    ])
    expect(services.map((s) => s.pole?.nom)).toEqual(['Pôle médecine', 'Pôle médecine', undefined])
    expect(aReprendre).toBe(0)
  })

  it('mène aux demandes d’un service, avec ce que fait la relance', async () => {
    const structureId = app.structures.pneumologie
    const lue = await app.faire<EnCours>('charge', 'taches.listerDemandesEnCours', { structureId })
    expect(lue.nom).toBe('Pneumologie')
    expect(lue.demandes.map((d) => [d.demandeeLe, d.destinataire, d.dossier.objet])).toEqual([
      ['2025-12-16', 'Léa Fontaine', 'Un fauteuil rendu sans repose-pied'],
      ['2025-12-31', 'Léa Fontaine', 'Un fauteuil rendu sans repose-pied'],
    ])
    // no mail server in this installation
    expect(lue.demandes[0]).toMatchObject({
      prochaine: null,
      empechement: expect.stringContaining('courriel'),
    })
    const hors = await app.faire<EnCours>('charge', 'taches.listerDemandesEnCours', { structureId: 'aucun' })
    expect(hors.demandes).toHaveLength(1)
    const inconnu = { structureId: '0198a0c0-0000-7000-8000-000000000009' }
    expect((await app.refus('charge', 'taches.listerDemandesEnCours', inconnu)).code).toBe('not-found')
  })

  it('coûte le même nombre de requêtes quel que soit le nombre de demandes', async () => {
    app.transactions.length = 0
    await app.faire('charge', 'taches.listerServicesInterroges', {})
    await app.faire('charge', 'taches.listerDemandesEnCours', { structureId: app.structures.pneumologie })
    const lectures = app.transactions.filter((t) => t.mode === 'read').map((t) => t.instructions)
    expect(Math.max(...lectures)).toBeLessThanOrEqual(4)
  })

  it('s’exporte, d’un pôle ou en entier', async () => {
    const exporter = (entree: object) => app.appeler('charge', 'taches.exporterServicesInterroges', entree)
    const csv = lireCsv((await exporter({ format: 'csv' })).octets.toString('utf8'))
    expect(csv).toHaveLength(1 + 3)
    expect(csv[1]).toEqual(['Pôle médecine', 'Pneumologie', '2', '1', '16/12/2025', '2', '7'])
    const duPole = await exporter({ format: 'xlsx', poleId: app.structures.pole })
    expect(lireClasseur(duPole.octets)).toHaveLength(1 + 2)
  })

  it('n’est pas à un chef de service ni à l’administrateur', async () => {
    for (const qui of ['chef', 'administrateur'] as const)
      expect((await app.refus(qui, 'taches.listerServicesInterroges', {})).code).toBe('forbidden')
  })
})
