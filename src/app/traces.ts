import { pino } from 'pino'

/** What a log line may carry. Anything else is dropped: no name, no address of a person, no text. */
interface Champs {
  readonly correlationId?: string
  readonly operation?: string
  readonly status?: number
  readonly ms?: number
  readonly genre?: string
  readonly travail?: string
}

export interface Journaliseur {
  info(champs: Champs, message: string): void
  error(champs: Champs, message: string): void
}

const permis = ({ correlationId, operation, status, ms, genre, travail }: Champs): Champs =>
  Object.fromEntries(
    Object.entries({ correlationId, operation, status, ms, genre, travail }).filter(
      ([, v]) => v !== undefined,
    ),
  )

/** Technical traces, as JSON lines, from an allow-list of fields; on standard output unless told otherwise. */
export function creerTraces(options: {
  niveau: 'info' | 'error' | 'silent'
  sortie?: NodeJS.WritableStream
}): Journaliseur {
  const reglages = { level: options.niveau, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const sortie = options.sortie === undefined ? pino(reglages) : pino(reglages, options.sortie)
  return {
    info: (champs, message) => sortie.info(permis(champs), message),
    error: (champs, message) => sortie.error(permis(champs), message),
  }
}
