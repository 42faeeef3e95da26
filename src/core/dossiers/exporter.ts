import { Readable } from 'node:stream'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { type Cell, type SheetToWrite, writeCsv, writeXlsx } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Download } from '#platform/http/index.ts'
import { COLONNES_DU_DOSSIER, COLONNES_DU_REPERE, type ColonneDeDossier } from './colonnes-exportees.ts'
import type { contract, FormatDExport } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { FEUILLE_DES_DOSSIERS, type FeuilleDExport } from './feuilles.ts'
import { versLigne } from './lignes.ts'
import { pagesAExporter } from './pages-a-exporter.ts'
import type { DependancesDesDossiers } from './registre.ts'
import type { DossierListe } from './store-listes.ts'
import { tracerLExport } from './tracer-export.ts'

type Entree = InputOf<typeof contract.exporter>

const FORMATS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ecrire: writeXlsx },
  csv: { type: 'text/csv; charset=utf-8', ecrire: writeCsv },
} as const satisfies Record<FormatDExport, object>

const SEUIL_SANS_OBJET = 0

function feuilleVoulue(d: DependancesDesDossiers, role: string, code: string): FeuilleDExport | null {
  if (code === FEUILLE_DES_DOSSIERS) return null
  const feuille = d.feuilles.find((f) => f.code === code)
  if (feuille === undefined || !d.peut(role, feuille.permission))
    throw new AppError('invalid', { champs: { feuille: 'Cet export n’existe pas.' } })
  return feuille
}

/**
 * The filtered list as a file, written while it is read: a page of dossiers in a transaction of its own, then its rows, so
 * that a list of any length weighs the same. Journaled before the first row leaves, and once it has ended.
 */
export const exporter =
  (d: DependancesDesDossiers) =>
  async (ctx: ContexteLibre, entree: Entree): Promise<Download> => {
    const { role } = agentDe(ctx)
    const feuille = feuilleVoulue(d, role, entree.feuille)
    const jour = aujourdHui(ctx)
    const reperes = feuille === null ? COLONNES_DU_DOSSIER : COLONNES_DU_REPERE
    const nom = feuille?.code ?? FEUILLE_DES_DOSSIERS
    const tableau: SheetToWrite = {
      name: `${nom.charAt(0).toUpperCase()}${nom.slice(1)}`,
      columns: [...reperes, ...(feuille?.colonnes ?? [])],
      rows: tracerLExport(ctx, d.registre, entree, lignesDe(d, ctx, entree, { feuille, reperes })),
    }
    const { type, ecrire } = FORMATS[entree.format]
    const content = Readable.from(ecrire(tableau), { objectMode: false })
    return { content, type, fileName: `${nom}-${jour}.${entree.format}`, inline: false }
  }

interface Export {
  readonly feuille: FeuilleDExport | null
  readonly reperes: readonly ColonneDeDossier[]
}

async function* lignesDe(
  d: DependancesDesDossiers,
  ctx: ContexteLibre,
  entree: Entree,
  { feuille, reperes }: Export,
): AsyncGenerator<readonly Cell[]> {
  const { role } = agentDe(ctx)
  const jour = aujourdHui(ctx)
  const repere = (dossier: DossierListe): readonly Cell[] => {
    const ligne = versLigne(dossier, d.registre, jour, SEUIL_SANS_OBJET)
    return reperes.map(({ cellule }) => cellule(ligne, d.registre.obtenir(ligne.type)))
  }
  if (feuille === null) {
    for await (const { dossiers } of pagesAExporter(ctx, entree, null)) yield* dossiers.map(repere)
    return
  }
  const criteres = { ...entree, type: entree.type ?? feuille.type }
  const completer = { lire: feuille.lire, peut: (permission: string) => d.peut(role, permission) }
  for await (const { dossiers, complements } of pagesAExporter(ctx, criteres, completer))
    for (const dossier of dossiers)
      yield* (complements.get(dossier.id) ?? []).map((cellules) => [...repere(dossier), ...cellules])
}
