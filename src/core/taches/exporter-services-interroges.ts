import { Readable } from 'node:stream'
import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { type Cell, writeCsv, writeXlsx } from '#platform/documents/index.ts'
import type { Download } from '#platform/http/index.ts'
import type { contract } from './contract.ts'
import type { ServiceInterroge } from './contract-services.ts'
import { lireServicesInterroges } from './lister-services-interroges.ts'

const FORMATS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ecrire: writeXlsx },
  csv: { type: 'text/csv; charset=utf-8', ecrire: writeCsv },
} as const

const cellules = (s: ServiceInterroge): readonly Cell[] => [
  s.pole?.nom ?? '',
  s.nom,
  s.attendues,
  s.enRetard,
  s.plusAncienneLe === null ? null : { day: s.plusAncienneLe },
  s.repondues,
  s.delaiMedian,
]

/** What each service owes, as a file: the rows of the screen, of one pôle when it is chosen. */
export async function exporterServicesInterroges(
  ctx: ContexteLibre,
  { poleId, format }: InputOf<typeof contract.exporterServicesInterroges>,
): Promise<Download> {
  const agent = agentDe(ctx)
  const jour = aujourdHui(ctx)
  const lus = await ctx.read((tx) => lireServicesInterroges(tx, agent, jour))
  const services = lus.filter(({ pole }) => poleId === undefined || pole?.id === poleId)
  const { type, ecrire } = FORMATS[format]
  async function* lignes(): AsyncGenerator<readonly Cell[]> {
    yield* services.map(cellules)
  }
  const tableau = {
    name: 'Services',
    columns: [
      { title: 'Pôle', width: 34 },
      { title: 'Service', width: 36 },
      { title: 'Demandes en attente', width: 14 },
      { title: 'Dont en retard', width: 12 },
      { title: 'La plus ancienne, du', width: 14 },
      { title: 'Explications reçues sur 12 mois', width: 16 },
      { title: 'Délai médian, en jours', width: 14 },
    ],
    rows: lignes(),
  }
  const content = Readable.from(ecrire(tableau), { objectMode: false })
  return { content, type, fileName: `services-interroges-${jour}.${format}`, inline: false }
}
