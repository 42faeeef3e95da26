import { afterAll, beforeAll, expect, it } from 'vitest'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { type AgentId, type EtablissementId, parametresDe } from '#core/journal/domain/acteur.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { AGENTS, type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'

describeOnEachEngine('la note personnelle', (moteur) => {
  let app: ApplicationDeTest
  let id = ''
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    id = (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())).id
    await garder('  Rappeler après le 12.  ', null)
  })
  afterAll(() => app.fermer())

  const noteDe = (qui: Qui) =>
    app.faire<{ texte: string; modifieeA: string | null }>(qui, 'dossiers.lireNotePersonnelle', { id })
  const lire = async (qui: Qui) => (await noteDe(qui)).texte
  const garder = (texte: string, modifieeA: string | null) =>
    app.faire('charge', 'dossiers.garderNotePersonnelle', { id, texte, modifieeA })
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
      async (tx) => (await tx.query<{ texte: string }>(sql)).rows.map((r) => r.texte),
    )

  it('n’est lue que de qui l’a écrite, et ne change pas le dossier', async () => {
    expect(await lire('charge')).toBe('Rappeler après le 12.')
    for (const qui of ['collegue', 'responsable', 'directeur'] as const) expect(await lire(qui)).toBe('')
    const [dossier] = await app.lignes('select version from dossiers.dossier where id = $1', [id])
    expect(dossier).toEqual({ version: 1 })
    const traces = await app.lignes(
      "select 1 from journal.entree where evenement like 'note-personnelle%' and evenement not like '%refus'",
    )
    expect(traces).toEqual([])
  })

  it('tient à son auteur par SQL direct, et au périmètre du dossier', async () => {
    const toutes = 'select texte from dossiers.note_personnelle'
    expect(await parSql('charge', toutes)).toEqual(['Rappeler après le 12.'])
    for (const qui of ['collegue', 'responsable', 'chef'] as const)
      expect(await parSql(qui, toutes)).toEqual([])
    const ecrite = `insert into dossiers.note_personnelle (agent_id, dossier_id, texte, modifiee_a)
      values ('${app.agents.charge}', '${id}', 'Usurpée', now())`
    await expect(parSql('collegue', ecrite)).rejects.toMatchObject({ code: '42501' })
    expect((await app.refus('ailleurs', 'dossiers.lireNotePersonnelle', { id })).status).toBe(404)
    expect((await app.refus('chef', 'dossiers.lireNotePersonnelle', { id })).status).toBe(403)
  })

  it('n’efface pas ce que son auteur vient d’écrire dans un autre onglet', async () => {
    const { modifieeA } = await noteDe('charge')
    const refuse = async (texte: string, lue: string | null) =>
      app.refus('charge', 'dossiers.garderNotePersonnelle', { id, texte, modifieeA: lue })
    await garder('Rappeler le 13.', modifieeA)
    const deLautre = await noteDe('charge')
    expect(deLautre.texte).toBe('Rappeler le 13.')
    for (const [texte, lue] of [
      ['Rappeler le 14.', modifieeA],
      ['Rappeler le 14.', null],
      ['', modifieeA],
      ['', null],
    ] as const)
      expect(await refuse(texte, lue)).toMatchObject({ code: 'stale', actuel: deLautre })
    expect(await noteDe('charge')).toEqual(deLautre)
  })

  it('se remplace, puis s’efface quand on la vide', async () => {
    await garder('Autre chose.', (await noteDe('charge')).modifieeA)
    const { texte, modifieeA } = await noteDe('charge')
    expect(texte).toBe('Autre chose.')
    await garder('   ', modifieeA)
    expect(await app.lignes('select 1 from dossiers.note_personnelle')).toEqual([])
    expect(
      await app.refus('charge', 'dossiers.garderNotePersonnelle', { id, texte: 'Reprise.', modifieeA }),
    ).toMatchObject({ code: 'stale', actuel: { texte: '', modifieeA: null } })
    await garder('', null)
  })
})
