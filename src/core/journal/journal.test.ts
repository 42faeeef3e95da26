import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnEachEngine, type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import type { ActeurAgent, AgentId, EtablissementId } from './domain/acteur.ts'
import {
  CHAINE_DU_SYSTEME,
  chaineDuDossier,
  enTransaction,
  type Inscription,
  inscrireAuJournal,
  trouverRupture,
} from './index.ts'

const MIDI = new Date('2026-01-05T11:00:00Z')
const AGENT: ActeurAgent = {
  type: 'agent',
  agentId: randomUUID() as AgentId,
  etablissementId: randomUUID() as EtablissementId,
  role: 'responsable',
  services: [],
  conflits: [],
  fuseau: 'Europe/Paris',
  calendrier: 'metropole',
}

describeOnEachEngine('le journal', (moteur) => {
  let base: TestDatabase
  beforeAll(async () => {
    base = await testDatabase(moteur)
  })
  afterAll(() => base.close())

  const inscrire = (inscription: Inscription) =>
    enTransaction(base.database, AGENT, 'write', (tx) => inscrireAuJournal(tx, AGENT, inscription, MIDI))
  const rupture = (chaine: string) =>
    enTransaction(base.database, AGENT, 'read', (tx) => trouverRupture(tx, chaine))
  const chaineDe = async (longueur: number): Promise<string> => {
    const dossierId = randomUUID()
    for (let i = 0; i < longueur; i += 1) await inscrire({ evenement: 'dossier-consulte', dossierId })
    return chaineDuDossier(dossierId)
  }
  const rangs = async (chaine: string) => {
    const { rows } = await base.admin.query(
      'select rang from journal.entree where chaine = $1 order by rang',
      [chaine],
    )
    return rows.map((r) => r['rang'])
  }

  it('enchaîne chaque entrée à la précédente, sur les octets exacts du contenu', async () => {
    const chaine = await chaineDe(3)
    const { rows } = await base.admin.query<{ contenu: string; empreinte: Buffer }>(
      'select contenu, empreinte from journal.entree where chaine = $1 order by rang',
      [chaine],
    )
    let precedente = createHash('sha256').update(chaine).digest()
    for (const { contenu, empreinte } of rows) {
      precedente = createHash('sha256').update(precedente).update(contenu).digest()
      expect(empreinte.equals(precedente)).toBe(true)
    }
    expect(rows).toHaveLength(3)
    expect(await rupture(chaine)).toBeNull()
  })

  it('tient une chaîne par dossier, et une pour le reste', async () => {
    const dossierId = randomUUID()
    await inscrire({ evenement: 'dossier-consulte', dossierId })
    await inscrire({ evenement: 'structures-listees' })
    const { rows } = await base.admin.query(
      'select chaine, dossier_id, acteur, agent_id, evenement from journal.entree where dossier_id = $1 or chaine = $2',
      [dossierId, CHAINE_DU_SYSTEME],
    )
    const commun = { acteur: 'agent', agent_id: AGENT.agentId }
    expect(rows).toContainEqual({
      ...commun,
      chaine: chaineDuDossier(dossierId),
      dossier_id: dossierId,
      evenement: 'dossier-consulte',
    })
    expect(rows).toContainEqual({
      ...commun,
      chaine: CHAINE_DU_SYSTEME,
      dossier_id: null,
      evenement: 'structures-listees',
    })
  })

  it('garde des rangs sans trou quand vingt personnes écrivent à la fois, et quand certaines renoncent', async () => {
    const dossierId = randomUUID()
    const ecrire = (rang: number) =>
      enTransaction(base.database, AGENT, 'write', async (tx) => {
        await inscrireAuJournal(tx, AGENT, { evenement: 'note-ajoutee', dossierId }, MIDI)
        if (rang % 4 === 0) throw new Error('renonce')
      }).catch(() => undefined)
    await Promise.all(Array.from({ length: 20 }, (_v, rang) => ecrire(rang)))
    const chaine = chaineDuDossier(dossierId)
    expect(await rangs(chaine)).toEqual(Array.from({ length: 15 }, (_v, i) => i + 1))
    expect(await rupture(chaine)).toBeNull()
  })

  it.each([
    [
      'un contenu a été réécrit',
      "update journal.entree set contenu = replace(contenu, 'agent:', 'AGENT:') where chaine = $1 and rang = 3",
      3,
    ],
    ['une entrée du milieu a disparu', 'delete from journal.entree where chaine = $1 and rang = 3', 4],
    ['la première a disparu', 'delete from journal.entree where chaine = $1 and rang = 1', 2],
    [
      'deux contenus ont été échangés',
      `update journal.entree e set contenu = (select x.contenu || ' ' from journal.entree x
       where x.chaine = e.chaine and x.rang = 7 - e.rang) where e.chaine = $1 and e.rang in (2, 5)`,
      2,
    ],
    [
      'une empreinte a été refaite sans la suivante',
      `update journal.entree set contenu = contenu || ' ',
       empreinte = sha256(empreinte_precedente || convert_to(contenu || ' ', 'UTF8')) where chaine = $1 and rang = 2`,
      3,
    ],
    [
      'une entrée a été déplacée à la fin',
      'update journal.entree set rang = 9 where chaine = $1 and rang = 2',
      3,
    ],
    [
      'une entrée vient d’une autre chaîne',
      `update journal.entree set chaine = $1, rang = 6
       where id = (select id from journal.entree where chaine <> $1 and rang = 2 limit 1)`,
      6,
    ],
    [
      'l’agent montré n’est plus celui qui a agi',
      "update journal.entree set agent_id = 'ffffffff-0000-7000-8000-000000000000' where chaine = $1 and rang = 3",
      3,
    ],
    [
      'l’heure montrée a été avancée',
      "update journal.entree set survenue_a = survenue_a - interval '1 hour' where chaine = $1 and rang = 4",
      4,
    ],
    [
      'l’acte montré a été changé',
      "update journal.entree set evenement = 'dossier-situe' where chaine = $1 and rang = 2",
      2,
    ],
  ] as const)('voit que %s', async (_cas, sql, attendu) => {
    await chaineDe(2)
    const chaine = await chaineDe(5)
    await base.admin.query(sql, [chaine])
    expect(await rupture(chaine)).toBe(attendu)
  })

  it('n’écrit rien quand la transaction qui l’appelle échoue', async () => {
    const dossierId = randomUUID()
    const echec = enTransaction(base.database, AGENT, 'write', async (tx) => {
      await inscrireAuJournal(tx, AGENT, { evenement: 'note-ajoutee', dossierId }, MIDI)
      throw new Error('panne')
    })
    await expect(echec).rejects.toThrow('panne')
    expect(await rangs(chaineDuDossier(dossierId))).toEqual([])
  })
})
