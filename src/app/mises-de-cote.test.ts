import { afterAll, beforeAll, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier, TroncVu } from '#core/dossiers/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

describeOnEachEngine('un dossier mis de côté', (moteur) => {
  let app: ApplicationDeTest
  let id = ''
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    id = (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
    const { version } = await tronc('charge')
    for (const qui of ['charge'] as const)
      await app.faire(qui, 'dossiers.assigner', { id, version, agentId: app.agents.charge })
  })
  afterAll(() => app.fermer())

  const tronc = async (qui: Qui) =>
    (await app.faire<{ tronc: TroncVu }>(qui, 'reclamations.obtenir', { id })).tronc
  const enListe = async (qui: Qui, vue: string) =>
    (await app.faire<{ dossiers: LigneDeDossier[] }>(qui, 'dossiers.lister', { vue })).dossiers.map(
      (d) => d.id,
    )
  const echeance = async () =>
    (
      await app.lignes<{ le: string }>(
        'select prochaine_echeance_le as le from dossiers.dossier where id = $1',
        [id],
      )
    )[0]?.le ?? ''

  it('quitte les listes de qui l’a mis de côté, pas celles des autres', async () => {
    const jusquAu = await echeance()
    await app.faire('charge', 'dossiers.mettreDeCote', { id, jusquAu, motif: 'Le service rappelle.' })
    expect((await tronc('charge')).miseDeCote).toEqual({ jusquAu, motif: 'Le service rappelle.' })
    expect((await tronc('responsable')).miseDeCote).toBeNull()
    expect(await enListe('charge', 'a-moi')).toEqual([])
    expect(await enListe('charge', 'de-cote')).toEqual([id])
    expect(await enListe('charge', 'ouverts')).toEqual([id])
    expect(await enListe('responsable', 'de-cote')).toEqual([])
    expect(await enListe('responsable', 'ouverts')).toEqual([id])
  })

  it('ne va pas au-delà de sa prochaine échéance', async () => {
    const [apres] = await app.lignes<{ le: string }>('select ($1::date + 1)::text as le', [await echeance()])
    const refus = await app.refus('charge', 'dossiers.mettreDeCote', { id, jusquAu: apres?.le })
    expect(refus.champs).toEqual({
      jusquAu: 'Une échéance tombe avant ce jour : le dossier doit être revenu d’ici là.',
    })
    expect((await app.refus('ailleurs', 'dossiers.mettreDeCote', { id, jusquAu: apres?.le })).status).toBe(
      404,
    )
    expect((await app.refus('chef', 'dossiers.mettreDeCote', { id, jusquAu: apres?.le })).status).toBe(403)
  })

  it('reste en vue dès qu’une échéance est dépassée', async () => {
    const le = await echeance()
    await app.lignes("update dossiers.dossier set prochaine_echeance_le = '2020-01-01' where id = $1", [id])
    expect(await enListe('charge', 'a-moi')).toEqual([id])
    await app.lignes('update dossiers.dossier set prochaine_echeance_le = $2 where id = $1', [id, le])
    expect(await enListe('charge', 'a-moi')).toEqual([])
  })

  it('revient de lui-même, ou quand on le reprend', async () => {
    await app.lignes("update dossiers.mise_de_cote set jusqu_au = '2020-01-01'")
    expect(await enListe('charge', 'a-moi')).toEqual([id])
    await app.faire('charge', 'dossiers.mettreDeCote', { id, jusquAu: await echeance() })
    expect(await enListe('charge', 'a-moi')).toEqual([])
    await app.faire('charge', 'dossiers.leverMiseDeCote', { id })
    expect(await enListe('charge', 'a-moi')).toEqual([id])
    expect((await tronc('charge')).miseDeCote).toBeNull()
  })
})
