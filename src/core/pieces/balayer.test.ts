import { utimes } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/domain/acteur.ts'
import { balayerLesPieces, type ListerReferences } from './balayer.ts'
import type { DepotVu } from './contract.ts'
import { rattacherPieces } from './index.ts'
import { routesDesPieces } from './routes.ts'
import { type Banc, MAINTENANT, ouvrirBanc } from './testing.ts'
import { eml, PDF } from './testing-fichiers.ts'

const JOUR = 24 * 60 * 60 * 1000

describe('balayer les dépôts et les fichiers sans pièce', () => {
  let banc: Banc
  let charge: ActeurAgent

  beforeAll(async () => {
    banc = await ouvrirBanc((fichiers) => routesDesPieces({ fichiers, tailleMax: 1024 * 1024 }))
    charge = await banc.agent('charge')
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    banc.maintenant = MAINTENANT
    await banc.base.admin.query('delete from pieces.piece')
    for (const cle of await banc.objets()) await banc.fichiers.remove(cle)
  })

  const deposer = (nom: string, contenu: Uint8Array, dossierId?: string) =>
    banc.appeler<DepotVu>(charge, 'pieces.deposer', dossierId === undefined ? {} : { dossierId }, {
      nom,
      contenu,
    })
  /** Sweeps `jours` after the deposits; the files are as old as they look to the store. */
  const balayer = async (jours: number, references: readonly ListerReferences[] = []) => {
    const { base, fichiers, etablissementId } = banc
    await vieillir(MAINTENANT)
    const apres = new Date(MAINTENANT.getTime() + jours * JOUR)
    return balayerLesPieces(
      { database: base.database, fichiers, etablissements: [etablissementId], references },
      apres,
    )
  }
  const vieillir = async (a: Date) => {
    // a deposit under way gives its file another name meanwhile
    const parti = (e: NodeJS.ErrnoException): void => {
      if (e.code !== 'ENOENT') throw e
    }
    for (const chemin of await banc.chemins()) await utimes(chemin, a, a).catch(parti)
  }
  const orphelin = () => banc.fichiers.put(PDF, { maxBytes: 1e6 })
  const nomsRestants = async () =>
    (await banc.lignes('select nom from pieces.piece order by nom')).map((l) => l['nom'])

  it('retire au bout de sept jours un dépôt qu’aucun dossier n’a pris, octets compris', async () => {
    await deposer('m.eml', eml({ jointes: [{ nom: 'a.pdf', contenu: PDF }] }))
    expect(await balayer(6.9)).toEqual({ depots: 0, objets: 0 })
    expect(await balayer(7.1)).toEqual({ depots: 2, objets: 2 })
    expect(await banc.objets()).toEqual([])
    expect(await nomsRestants()).toEqual([])
  })

  it('ne touche jamais à une pièce versée au dossier', async () => {
    const { piece } = await deposer('a.pdf', PDF, await banc.dossier())
    expect(await balayer(3650)).toEqual({ depots: 0, objets: 0 })
    expect((await banc.telecharger(charge, 'pieces.telecharger', { id: piece.id })).octets.equals(PDF)).toBe(
      true,
    )
  })

  it('garde une pièce jointe versée seule quand son message abandonné disparaît', async () => {
    const dossierId = await banc.dossier()
    const { jointes } = await deposer('m.eml', eml({ jointes: [{ nom: 'a.pdf', contenu: PDF }] }))
    await banc.ecrire(charge, (tx) => rattacherPieces(tx, charge, [jointes[0]?.id ?? ''], dossierId))
    expect(await balayer(8)).toEqual({ depots: 1, objets: 1 })
    expect(await nomsRestants()).toEqual(['a.pdf'])
  })

  it('retire après un jour un fichier que nulle pièce ne mentionne', async () => {
    await orphelin()
    expect(await balayer(0.9)).toEqual({ depots: 0, objets: 0 })
    expect(await balayer(1.1)).toEqual({ depots: 0, objets: 1 })
  })

  it('garde le fichier qu’un autre module mentionne', async () => {
    const { key } = await orphelin()
    expect(await balayer(30, [async () => [key]])).toEqual({ depots: 0, objets: 0 })
    expect(await banc.objets()).toEqual([key])
  })

  it('garde le fichier d’un dépôt dont un autre établissement se sert', async () => {
    const { piece } = await deposer('a.pdf', PDF)
    const [ligne] = await banc.lignes('select objet_cle from pieces.piece where id = $1', [piece.id])
    const cle = String(ligne?.['objet_cle'])
    expect(await balayer(8, [async (_tx, cles) => cles.filter((c) => c === cle)])).toEqual({
      depots: 1,
      objets: 0,
    })
    expect(await banc.objets()).toEqual([cle])
  })

  it('ne prend pas pour abandonné un dépôt en cours pendant le balayage', async () => {
    await orphelin()
    const [depot] = await Promise.all([deposer('a.pdf', PDF), balayer(0)])
    const lu = await banc.telecharger(charge, 'pieces.telecharger', { id: depot.piece.id })
    expect(lu.octets.equals(PDF)).toBe(true)
  })

  it('s’arrête sans rien retirer quand trop de fichiers semblent n’être à personne', async () => {
    for (let i = 0; i < 60; i += 1) await orphelin()
    await expect(balayer(2)).rejects.toThrow('is this the right database?')
    expect(await banc.objets()).toHaveLength(60)
  })

  it('refuse de travailler sans connaître les établissements', async () => {
    const { base, fichiers } = banc
    const d = { database: base.database, fichiers, etablissements: [], references: [] }
    await expect(balayerLesPieces(d, MAINTENANT)).rejects.toThrow('every establishment')
  })

  it('s’arrête sans rien retirer quand l’acteur ne voit pas tout l’établissement', async () => {
    await deposer('a.pdf', PDF)
    const definition = (corps: string) =>
      banc.base.admin.query(
        `create or replace function acces.voit_tout() returns boolean language sql stable as $$ ${corps} $$`,
      )
    await definition('select false')
    try {
      await expect(balayer(30)).rejects.toThrow('does not see all the pieces')
    } finally {
      await definition("select coalesce(current_setting('app.voit_tout', true), '') = 'on'")
    }
    expect(await banc.objets()).toHaveLength(1)
  })

  it('laisse une trace, sans nom, de ce qui a été retiré', async () => {
    await deposer('Dupont Jeanne.pdf', PDF)
    await balayer(8)
    const [trace] = await banc.lignes(
      "select contenu from journal.entree where evenement = 'depots-abandonnes-retires'",
    )
    expect(String(trace?.['contenu'])).toContain('"pieces":')
    expect(String(trace?.['contenu'])).not.toContain('Dupont')
  })
})
