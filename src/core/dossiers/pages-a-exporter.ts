import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Criteres } from './contract-criteres.ts'
import { aujourdHui } from './ecriture.ts'
import type { FeuilleDExport } from './feuilles.ts'
import {
  type DossierListe,
  type Lecteur,
  listerDossiers,
  listerDossiersParIds,
  type Repere,
  repereDe,
} from './store-listes.ts'
import { chercherIds } from './store-recherche.ts'

/** Dossiers read at a time: a few tens of milliseconds of a connection, a few megabytes of memory. */
const PAR_PAGE = 500

export interface PageExportee {
  readonly dossiers: readonly DossierListe[]
  /** what the sheet adds to each, nothing when a dossier is a row by itself */
  readonly complements: Awaited<ReturnType<FeuilleDExport['lire']>>
}

type Completer = { readonly lire: FeuilleDExport['lire']; readonly peut: (permission: string) => boolean }

async function pageDe(tx: Tx, dossiers: readonly DossierListe[], c: Completer | null): Promise<PageExportee> {
  if (c === null) return { dossiers, complements: new Map() }
  const ids = dossiers.map(({ id }) => id)
  return { dossiers, complements: await c.lire(tx, ids, c.peut) }
}

/** What the list shows with these criteria, page after page, each in a transaction of its own. */
export async function* pagesAExporter(
  ctx: ContexteLibre,
  criteres: Criteres & { readonly ids?: readonly string[] | undefined },
  completer: Completer | null,
): AsyncGenerator<PageExportee> {
  const { agentId, etablissementId } = agentDe(ctx)
  const lecteur: Lecteur = { agentId, etablissementId, aujourdHui: aujourdHui(ctx) }
  const saisi = criteres.recherche?.trim() ?? ''
  if (criteres.ids !== undefined || saisi !== '') {
    yield await ctx.read(async (tx) => {
      const ids = criteres.ids ?? (await chercherIds(tx, etablissementId, saisi))
      const trouves = await listerDossiersParIds(tx, ids, criteres, lecteur, {
        depart: 0,
        limite: ids.length,
      })
      return pageDe(tx, trouves, completer)
    })
    return
  }
  let apres: Repere | null = null
  do {
    const depuis: Repere | null = apres
    const page: PageExportee = await ctx.read(async (tx) =>
      pageDe(tx, await listerDossiers(tx, criteres, lecteur, depuis, PAR_PAGE), completer),
    )
    yield page
    const dernier = page.dossiers.at(-1)
    apres = page.dossiers.length < PAR_PAGE || dernier === undefined ? null : repereDe(dernier, criteres)
  } while (apres !== null)
}
