import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnEachEngine, type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { type Ancre, trousEntre } from './ancre.ts'
import {
  type Acteur,
  ancrerLeJournal,
  chaineDuDossier,
  controlerLeJournal,
  type Ecart,
  enTransaction,
  inscrireAuJournal,
  verifierLeJournal,
} from './index.ts'
import { parcourirEntrees } from './store.ts'

const SYSTEME: Acteur = { type: 'systeme', travail: 'journal.ancrer', etablissementId: null }
const HEURE = 3_600_000
const NUIT = 24 * HEURE
/** ten past two, the first night */
const PREMIERE_NUIT = Date.parse('2026-01-06T01:10:00Z')
const nuit = (rang: number): Date => new Date(PREMIERE_NUIT + (rang - 1) * NUIT)
/** noon of the day before that night */
const jour = (rang: number): Date => new Date(nuit(rang).getTime() - 14 * HEURE)

describeOnEachEngine('l’ancrage du journal', (moteur) => {
  let base: TestDatabase
  beforeAll(async () => {
    base = await testDatabase(moteur)
  })
  afterAll(() => base.close())
  beforeEach(() => base.admin.query('delete from journal.entree'))

  const inscrire = (quand: Date, dossierId?: string) =>
    enTransaction(base.database, SYSTEME, 'write', (tx) =>
      inscrireAuJournal(tx, SYSTEME, { evenement: 'dossier-consulte', dossierId }, quand),
    )
  const ancrer = (rang: number) => ancrerLeJournal(base.database, SYSTEME, nuit(rang))
  const ecarts = async (nuits?: number): Promise<readonly Ecart[]> =>
    (await verifierLeJournal(base.database, SYSTEME, nuits === undefined ? {} : { nuits })).ecarts
  /** Three days of work on two dossiers, anchored each night; the dossiers keep growing. */
  const troisNuits = async () => {
    const [a, b] = [randomUUID(), randomUUID()]
    for (const rang of [1, 2, 3]) {
      for (const dossierId of [a, b, a]) await inscrire(jour(rang), dossierId)
      await inscrire(jour(rang))
      await ancrer(rang)
    }
    await inscrire(jour(4), a)
    return { a: chaineDuDossier(a), b: chaineDuDossier(b) }
  }

  it('couvre les entrées depuis l’ancre d’avant, jusqu’à une heure avant elle', async () => {
    await inscrire(jour(1), randomUUID())
    // still being written perhaps: left to the next night
    await inscrire(new Date(nuit(1).getTime() - 60_000), randomUUID())
    const une = await ancrer(1)
    expect(une).toMatchObject({ depuis: null, jusquA: '2026-01-06T00:10:00.000Z', nombre: 1 })
    expect(await ancrer(2)).toMatchObject({
      depuis: une?.jusquA,
      jusquA: '2026-01-07T00:10:00.000Z',
      nombre: 2,
    })
  })

  it('n’en ajoute pas quand le travail est relancé dans l’heure', async () => {
    await ancrer(1)
    expect(await ancrerLeJournal(base.database, SYSTEME, nuit(1))).toBeNull()
  })

  it('reste vérifiable alors que les chaînes ont grandi depuis', async () => {
    await troisNuits()
    const verification = await verifierLeJournal(base.database, SYSTEME)
    expect(verification).toMatchObject({ ancres: 3, entrees: 16, ecarts: [] })
    expect(verification.derniere?.jusquA).toBe('2026-01-08T00:10:00.000Z')
  })

  it('donne la même empreinte quel que soit le découpage en lots', async () => {
    await troisNuits()
    const parLots = async (limite: number) => {
      let etat: Buffer = Buffer.alloc(32)
      let position = { a: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
      for (;;) {
        const lot = await enTransaction(base.database, SYSTEME, 'read', (tx) =>
          parcourirEntrees(tx, { position, jusquA: 'infinity', limite, etat, verifier: false }),
        )
        etat = lot.etat
        if (lot.dernierA === null || lot.dernierId === null) return etat.toString('hex')
        position = { a: lot.dernierA, id: lot.dernierId }
      }
    }
    const entiere = await parLots(1000)
    expect([await parLots(1), await parLots(7)]).toEqual([entiere, entiere])
  })

  const ancreDe = (rang: number) => new Date(nuit(rang).getTime() - HEURE).toISOString()
  it.each([
    [
      'la dernière entrée d’une chaîne a disparu, ce que la chaîne seule ne dit pas',
      "delete from journal.entree where chaine = $1 and rang = (select max(rang) from journal.entree where chaine = $1 and survenue_a < '2026-01-08')",
      'b',
      [{ nature: 'ancre', jusquA: ancreDe(3), attendues: 5, trouvees: 4 }],
    ],
    [
      'une chaîne entière a disparu',
      'delete from journal.entree where chaine = $1',
      'b',
      [1, 2, 3].map((rang) => ({
        nature: 'ancre',
        jusquA: ancreDe(rang),
        attendues: rang === 1 ? 4 : 5,
        trouvees: rang === 1 ? 3 : 4,
      })),
    ],
    [
      'une chaîne a été réécrite d’un bout à l’autre, empreintes refaites',
      `with recursive refaite (rang, contenu, precedente, empreinte) as (
         select e.rang, replace(e.contenu, 'dossier-consulte', 'dossier-situe'), e.empreinte_precedente,
                sha256(e.empreinte_precedente || convert_to(replace(e.contenu, 'dossier-consulte', 'dossier-situe'), 'UTF8'))
           from journal.entree e where e.chaine = $1 and e.rang = 1
         union all
         select e.rang, e.contenu, r.empreinte, sha256(r.empreinte || convert_to(e.contenu, 'UTF8'))
           from journal.entree e join refaite r on e.rang = r.rang + 1 where e.chaine = $1)
       update journal.entree e set contenu = r.contenu, empreinte_precedente = r.precedente, empreinte = r.empreinte,
              evenement = case when e.rang = 1 then 'dossier-situe' else e.evenement end
         from refaite r where e.chaine = $1 and e.rang = r.rang`,
      'b',
      [1, 2, 3].map((rang) => ({
        nature: 'ancre',
        jusquA: ancreDe(rang),
        attendues: rang === 1 ? 4 : 5,
        trouvees: rang === 1 ? 4 : 5,
      })),
    ],
    [
      'une entrée a été glissée dans une nuit passée',
      `select journal.inscrire('019b8d62-0000-7000-8000-0000000000aa', $1, '2026-01-05T12:00:00Z', null, null, 'systeme',
        'dossier-consulte', split_part($1, ':', 2)::uuid,
        json_build_object('evenement', 'dossier-consulte', 'dossierId', split_part($1, ':', 2), 'acteur', 'systeme:x',
                          'survenueA', '2026-01-05T12:00:00.000Z')::text)`,
      'b',
      [{ nature: 'ancre', jusquA: ancreDe(1), attendues: 4, trouvees: 5 }],
    ],
    [
      'un contenu a été réécrit',
      "update journal.entree set contenu = replace(contenu, 'systeme:', 'agent:') where chaine = $1 and rang = 2",
      'b',
      [{ nature: 'liens', nombre: 1, chaine: 'b', rang: 2 }],
    ],
    [
      'une ancre a été effacée',
      "delete from journal.entree where chaine = 'systeme' and rang = 4 and $1 <> ''",
      'b',
      [
        { nature: 'ancre-absente', jusquA: ancreDe(3) },
        { nature: 'liens', nombre: 1, chaine: 'systeme', rang: 5 },
        { nature: 'ancre', jusquA: ancreDe(3), attendues: 5, trouvees: 4 },
      ],
    ],
  ] as const)('voit que %s', async (_cas, sql, chaine, attendus) => {
    const chaines = await troisNuits()
    await base.admin.query(sql, [chaines[chaine]])
    const nommes = attendus.map((e) => ('chaine' in e && e.chaine === 'b' ? { ...e, chaine: chaines.b } : e))
    expect(await ecarts()).toEqual(nommes)
    expect(await ecarts(30)).toEqual(nommes)
  })

  it('vérifie aussi les liens de ce qu’aucune ancre ne couvre encore', async () => {
    const { a } = await troisNuits()
    await base.admin.query(
      "update journal.entree set contenu = contenu || ' ' where chaine = $1 and rang = 7",
      [a],
    )
    expect(await ecarts(1)).toEqual([{ nature: 'liens', nombre: 1, chaine: a, rang: 7 }])
  })

  it('s’en tient la nuit aux dernières ancres', async () => {
    const { b } = await troisNuits()
    await base.admin.query(
      "update journal.entree set contenu = contenu || ' ' where chaine = $1 and rang = 1",
      [b],
    )
    expect(await ecarts(2)).toEqual([])
    expect(await ecarts()).toHaveLength(1)
  })

  it('laisse de côté les ancres d’avant, qui n’avaient pas de fenêtre', async () => {
    await inscrire(jour(1), randomUUID())
    await enTransaction(base.database, SYSTEME, 'write', (tx) =>
      inscrireAuJournal(tx, SYSTEME, { evenement: 'journal-ancre', details: { empreinte: 'ff' } }, jour(1)),
    )
    expect(await ancrer(1)).toMatchObject({ depuis: null, nombre: 2 })
    expect(await ecarts()).toEqual([])
  })

  const evenements = async () => {
    const { rows } = await base.admin.query<{ evenement: string; details: unknown }>(
      `select evenement, contenu::json -> 'details' as details from journal.entree
        where evenement in ('journal-verifie', 'journal-altere') order by rang`,
    )
    return rows
  }
  it('dit chaque nuit ce qu’il a vérifié, et ce qui ne correspond plus', async () => {
    const { b } = await troisNuits()
    await controlerLeJournal(base.database, SYSTEME, new Date(nuit(4).getTime() + HEURE))
    expect(await evenements()).toEqual([
      { evenement: 'journal-verifie', details: { ancres: 3, entrees: 16, ecarts: 0 } },
    ])
    await base.admin.query('delete from journal.entree where chaine = $1 and rang = 3', [b])
    await controlerLeJournal(base.database, SYSTEME, new Date(nuit(4).getTime() + 2 * HEURE))
    const [, altere, verifie] = await evenements()
    expect(altere).toEqual({
      evenement: 'journal-altere',
      details: { nature: 'ancre', jusquA: ancreDe(3), attendues: 5, trouvees: 4 },
    })
    expect(verifie?.details).toMatchObject({ ecarts: 1 })
  })
})

describe('la suite des ancres', () => {
  const ancre = (depuis: string | null, jusquA: string): Ancre => ({
    depuis,
    jusquA,
    nombre: 0,
    empreinte: '',
  })
  it.each([
    ['se touchent', [ancre(null, 'a'), ancre('a', 'b'), ancre('b', 'c')], []],
    ['se recouvrent', [ancre(null, 'b'), ancre('a', 'c')], []],
    ['laissent un trou', [ancre(null, 'a'), ancre('b', 'c'), ancre('c', 'd')], ['c']],
    ['repartent de zéro', [ancre(null, 'a'), ancre(null, 'b')], ['b']],
  ] as const)('quand elles %s', (_cas, ancres, trous) => {
    expect(trousEntre(ancres)).toEqual(trous)
  })
})
