import { afterAll, beforeAll, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier, TroncVu } from '#core/dossiers/contract.ts'
import { type AgentId, type EtablissementId, parametresDe } from '#core/journal/domain/acteur.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { AGENTS, type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

interface Vocabulaire {
  readonly etiquettes: readonly { readonly id: string; readonly libelle: string; readonly version: number }[]
  readonly peutTenir: boolean
}

describeOnEachEngine('les étiquettes du département', (moteur) => {
  let app: ApplicationDeTest
  let id = ''
  let autre = ''
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    id = (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
    autre = (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
  })
  afterAll(() => app.fermer())

  const creer = (qui: Qui, libelle: string) =>
    app.faire<{ id: string; libelle: string }>(qui, 'dossiers.creerEtiquette', { libelle })
  const etiqueter = (dossier: string, ajouter: string[], retirer: string[] = []) =>
    app.faire('charge', 'dossiers.etiqueter', { id: dossier, ajouter, retirer })
  const vocabulaire = (qui: Qui = 'responsable') =>
    app.faire<Vocabulaire>(qui, 'dossiers.listerEtiquettes', {})
  const portees = async (dossier: string) =>
    (
      await app.faire<{ tronc: TroncVu }>('charge', 'reclamations.obtenir', { id: dossier })
    ).tronc.etiquettes.map((e) => e.libelle)
  const lister = (criteres: object) =>
    app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', { vue: 'tous', ...criteres })
  const parSql = (qui: Qui, sql: string) =>
    app.base.database.transaction(
      {
        mode: 'write',
        role: APPLICATION_ROLE,
        settings: parametresDe({
          type: 'agent',
          agentId: app.agents[qui] as AgentId,
          etablissementId: app.etablissementId as EtablissementId,
          role: AGENTS[qui].role,
          services: [],
          conflits: [],
          fuseau: 'Europe/Paris',
          calendrier: 'metropole',
        }),
      },
      async (tx) => (await tx.query(sql)).rows,
    )

  it('se créent une fois, accents et majuscules à part', async () => {
    const presse = await creer('charge', 'Presse')
    expect(await creer('collegue', 'présse')).toEqual(presse)
    expect((await app.refus('charge', 'dossiers.creerEtiquette', { libelle: '!!!' })).champs).toEqual({
      libelle: 'Une étiquette se dit en lettres ou en chiffres.',
    })
    expect((await vocabulaire()).etiquettes.map((e) => e.libelle)).toEqual(['Presse'])
  })

  it('se posent et s’ôtent sans changer la version du dossier', async () => {
    const presse = await creer('charge', 'Presse')
    const suivi = await creer('charge', 'À suivre')
    await etiqueter(id, [presse.id, suivi.id])
    await etiqueter(id, [presse.id])
    expect(await portees(id)).toEqual(['À suivre', 'Presse'])
    await etiqueter(id, [], [suivi.id])
    expect(await portees(id)).toEqual(['Presse'])
    expect(await app.lignes('select version from dossiers.dossier where id = $1', [id])).toEqual([
      { version: 1 },
    ])
  })

  it('filtrent la liste, et s’y lisent', async () => {
    const presse = await creer('charge', 'Presse')
    await etiqueter(autre, [presse.id])
    await etiqueter(autre, [], [presse.id])
    const { dossiers } = await lister({ etiquetteId: presse.id })
    expect(dossiers.map((d) => [d.id, d.etiquettes])).toEqual([[id, [presse]]])
  })

  it('se renomment et se retirent par qui tient le vocabulaire ; un dossier garde la sienne', async () => {
    const [suivi, presse] = (await vocabulaire()).etiquettes
    expect(suivi?.libelle).toBe('À suivre')
    const deja = { id: suivi?.id, version: suivi?.version, libelle: 'PRESSE' }
    expect((await app.refus('charge', 'dossiers.renommerEtiquette', deja)).status).toBe(403)
    expect((await app.refus('responsable', 'dossiers.renommerEtiquette', deja)).champs).toEqual({
      libelle: '« Presse » existe déjà.',
    })
    await app.faire('responsable', 'dossiers.renommerEtiquette', { ...presse, libelle: 'Presse locale' })
    expect(await portees(id)).toEqual(['Presse locale'])
    const vieille = { id: presse?.id, version: presse?.version }
    expect(await app.refus('responsable', 'dossiers.retirerEtiquette', vieille)).toMatchObject({
      code: 'stale',
    })
    await app.faire('responsable', 'dossiers.retirerEtiquette', { id: presse?.id, version: 2 })
    expect(await portees(id)).toEqual(['Presse locale'])
    expect((await vocabulaire()).etiquettes.map((e) => e.libelle)).toEqual(['À suivre'])
    expect(
      (await app.refus('charge', 'dossiers.etiqueter', { id: autre, ajouter: [presse?.id] })).champs,
    ).toEqual({
      ajouter: 'Cette étiquette n’est plus proposée : choisissez-en une autre.',
    })
    expect(await vocabulaire('charge')).toMatchObject({ peutTenir: false })
  })

  it('suivent le jour de réception corrigé', async () => {
    await app.lignes('update dossiers.dossier set recu_le = recu_le - 400 where id = $1', [id])
    expect(
      await app.lignes(
        'select 1 as un from dossiers.etiquetage g join dossiers.dossier d on d.id = g.dossier_id and d.recu_le = g.recu_le',
      ),
    ).toEqual([{ un: 1 }])
  })

  it('ne se lisent, par SQL direct, que du département et de son établissement', async () => {
    expect(await parSql('charge', 'select 1 from dossiers.etiquetage')).toHaveLength(1)
    expect(await parSql('chef', 'select 1 from dossiers.etiquetage')).toEqual([])
    expect(await parSql('chef', 'select 1 from dossiers.etiquette')).toEqual([])
    expect((await app.refus('chef', 'dossiers.listerEtiquettes', {})).status).toBe(403)
    expect((await app.refus('ailleurs', 'dossiers.etiqueter', { id, ajouter: [] })).status).toBe(404)
    expect(await vocabulaire('ailleurs')).toMatchObject({ etiquettes: [] })
  })
})
