import { Readable } from 'node:stream'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { type Cell, writeCsv, writeXlsx } from '#platform/documents/index.ts'
import type { Download } from '#platform/http/index.ts'
import type { contract } from '../../contract.ts'
import { type Comptes, lireComptes } from './compter.ts'

const FORMATS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ecrire: writeXlsx },
  csv: { type: 'text/csv; charset=utf-8', ecrire: writeCsv },
} as const

async function* lignesDe({ poles, sansService, total }: Comptes): AsyncGenerator<readonly Cell[]> {
  for (const pole of poles) {
    for (const s of pole.services) yield [pole.nom, s.nom, s.recus, s.transmis]
    yield [pole.nom, 'Ensemble du pôle (chaque éloge une fois)', pole.recus, pole.transmis]
  }
  yield ['', 'Aucun service en particulier', sansService.recus, sansService.transmis]
  yield ['', 'Établissement (chaque éloge une fois)', total.recus, total.transmis]
}

/** The same counts as a file. */
export async function exporterLesComptes(
  ctx: ContexteLibre,
  { du, au, format }: InputOf<typeof contract.exporterLesComptes>,
): Promise<Download> {
  const { etablissementId } = agentDe(ctx)
  const comptes = await ctx.read((tx) => lireComptes(tx, { etablissementId, du, au }))
  ctx.about({ details: { du, au } })
  const { type, ecrire } = FORMATS[format]
  const tableau = {
    name: 'Éloges',
    columns: [
      { title: 'Pôle', width: 34 },
      { title: 'Service', width: 40 },
      { title: `Éloges reçus du ${du} au ${au}`, width: 18 },
      { title: 'Dont transmis à l’équipe', width: 18 },
    ],
    rows: lignesDe(comptes),
  }
  const content = Readable.from(ecrire(tableau), { objectMode: false })
  return { content, type, fileName: `eloges-${du}-${au}.${format}`, inline: false }
}
