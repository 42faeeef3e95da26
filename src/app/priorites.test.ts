import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication } from './testing/application-de-test.ts'

describeOnEachEngine('la priorité d’un dossier', (moteur) => {
  let app: ApplicationDeTest
  let id = ''
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    id = (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
    await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())
  })
  afterAll(() => app.fermer())

  const voir = async () =>
    (await app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })).tronc
  const lister = async (criteres: object) =>
    (await app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', criteres)).dossiers

  it('est normale à l’arrivée, se change, se voit et se filtre', async () => {
    const avant = await voir()
    expect(avant.priorite).toBe('normale')
    const { version } = await app.faire('charge', 'dossiers.prioriser', {
      id,
      version: 1,
      priorite: 'urgente',
    })
    const apres = await voir()
    expect(apres).toMatchObject({ priorite: 'urgente', version })
    expect(apres.faits.map((f) => f.libelle)).toContain('Priorité : urgente')
    expect(apres.lectures?.map((l) => l.libelle)).toContain('A changé la priorité')
    expect((await lister({ priorite: 'urgente' })).map((d) => d.id)).toEqual([id])
    expect(await lister({ priorite: 'haute' })).toEqual([])
  })

  it('ne déplace aucune échéance', async () => {
    const echeances = async () => (await voir()).echeances.map((e) => [e.code, e.limiteLe])
    const avant = await echeances()
    await app.faire('charge', 'dossiers.prioriser', { id, version: 2, priorite: 'haute' })
    expect(await echeances()).toEqual(avant)
  })

  it('se refuse sur une version dépassée, en disant laquelle vaut, et à qui ne tient pas le dossier', async () => {
    const perime = { id, version: 1, priorite: 'normale' }
    const refus = await app.refus('collegue', 'dossiers.prioriser', perime)
    expect(refus).toMatchObject({ status: 409, actuel: { version: 3, priorite: 'haute' } })
    expect((await app.refus('chef', 'dossiers.prioriser', perime)).status).toBe(403)
    expect((await app.refus('ailleurs', 'dossiers.prioriser', perime)).status).toBe(404)
  })

  it('ne laisse pas de trace quand elle ne change pas', async () => {
    const combien = async () => (await voir()).faits.filter((f) => f.code === 'priorite-changee').length
    const avant = await combien()
    await app.faire('charge', 'dossiers.prioriser', { id, version: 3, priorite: 'haute' })
    expect(await combien()).toBe(avant)
  })
})
