import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccueilVu } from '#activities/tableau-de-bord/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import type { Attente } from '#core/dossiers/domain/attente.ts'
import { remplacerAttentes } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

describeOnEachEngine('ce qu’un dossier attend', (moteur) => {
  let app: ApplicationDeTest
  let pneumo: string
  let cardio: string

  const attendre = (dossierId: string, attentes: readonly Partial<Attente>[]) => {
    const etablissementId = app.etablissementId as EtablissementId
    const acteur = { type: 'systeme', travail: 'essai', etablissementId } as const
    const completes = attentes.map((a) => ({
      objetId: randomUUID(),
      code: 'explications' as const,
      de: 'Pneumologie',
      agentId: null,
      pourLe: '2026-01-12',
      ...a,
    }))
    return enTransaction(app.base.database, acteur, 'write', (tx) =>
      remplacerAttentes(tx, { id: dossierId, etablissementId }, 'taches', completes),
    )
  }
  const accueil = (qui: Qui) => app.faire<AccueilVu>(qui, 'tableau-de-bord.obtenirAccueil', {})
  const lister = async (criteres: object) =>
    (
      await app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', {
        vue: 'tous',
        ...criteres,
      })
    ).dossiers

  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    const creer = async (service: string) =>
      (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ services: [service] }))).id
    pneumo = await creer(app.structures.pneumologie)
    cardio = await creer(app.structures.cardiologie)
    await attendre(pneumo, [
      { de: 'Bloc opératoire', pourLe: null },
      { de: 'Pneumologie', pourLe: '2026-01-02' },
      { code: 'visa', de: 'Hélène Marchand', agentId: app.agents.responsable, pourLe: '2026-01-06' },
    ])
    await attendre(cardio, [{ de: 'Cardiologie', pourLe: '2026-01-20' }])
  })
  afterAll(() => app.fermer())

  it('se lit sur sa ligne, le plus urgent d’abord, ce qui n’a pas de jour à la fin', async () => {
    const ligne = (await lister({})).find(({ id }) => id === pneumo)
    expect(ligne?.attentes).toEqual([
      { code: 'explications', de: 'Pneumologie', pourLe: '2026-01-02' },
      { code: 'visa', de: 'Hélène Marchand', pourLe: '2026-01-06' },
      { code: 'explications', de: 'Bloc opératoire', pourLe: null },
    ])
  })

  it.each([
    ['explications', 2],
    ['visa', 1],
    ['mesure', 0],
  ] as const)('filtre la liste : %s', async (attente, combien) => {
    expect(await lister({ attente })).toHaveLength(combien)
  })

  it('est montré à l’accueil : ce qu’on attend de moi, puis qui doit quoi', async () => {
    const vu = await accueil('responsable')
    expect(vu.deMoi.map(({ code, dossier }) => [code, dossier.id])).toEqual([['visa', pneumo]])
    expect(vu.enAttente.map(({ de, situation }) => [de, situation])).toEqual([
      ['Pneumologie', 'depassee'],
      ['Cardiologie', 'a-venir'],
      ['Bloc opératoire', 'sans'],
    ])
    expect((await accueil('charge')).deMoi).toEqual([])
  })

  it('ne montre à un chef de service que ses dossiers', async () => {
    expect((await accueil('chefDeCardiologie')).enAttente.map(({ de }) => de)).toEqual(['Cardiologie'])
  })

  it('disparaît quand son module n’attend plus rien', async () => {
    await attendre(cardio, [])
    expect(await lister({ attente: 'explications' })).toHaveLength(1)
    await attendre(cardio, [{ de: 'Cardiologie', pourLe: '2026-01-20' }])
  })

  it('part dans l’export avec qui le doit', async () => {
    const { octets } = await app.appeler('charge', 'dossiers.exporter', { vue: 'tous', format: 'csv' })
    expect(octets.toString('utf8')).toContain('Explications\u00a0: Pneumologie, Visa\u00a0: Hélène Marchand')
  })
})
