import type { Database } from '#platform/db/index.ts'
import { APPLICATION_ROLE, DatabaseError } from '#platform/db/index.ts'
import type { Incident } from '#platform/http/index.ts'
import type { Journaliseur } from './traces.ts'

const CARACTERES_MAX = 4000

/** PostgreSQL quotes the value it refuses, which may be someone's name: codes stay, quoted words go. */
function direSansCiter(error: Error): string {
  if (!(error instanceof DatabaseError)) return error.message
  const { code, constraint, schema, table, column } = error
  const lieu = [schema, table, column, constraint].filter((x) => x !== undefined).join('.')
  return `${code} ${lieu} ${error.message.replace(/".*"/s, '"…"')}`.replace(/ +/g, ' ')
}

/** Keeps an unexpected error with the number given to the user. Never throws: an incident must not cause another. */
export function creerRecueilDesIncidents(database: Database, traces: Journaliseur, horloge: () => Date) {
  return (incident: Incident): void => {
    const { correlationId, operation, error } = incident
    const connue = error instanceof Error ? error : new Error(String(error))
    traces.error({ correlationId, operation, genre: connue.name }, 'incident')
    const message = direSansCiter(connue)
    const pile = (connue.stack ?? '').replaceAll(connue.message, message)
    const ligne = [correlationId, horloge(), operation, connue.name, message, pile].map((v) =>
      typeof v === 'string' ? v.replaceAll('\u0000', '').toWellFormed().slice(0, CARACTERES_MAX) : v,
    )
    database
      .transaction({ mode: 'write', role: APPLICATION_ROLE, settings: {} }, (tx) =>
        tx.query(
          'insert into platform.incident (id, occurred_at, operation, kind, message, stack) values ($1, $2, $3, $4, $5, $6)',
          ligne,
        ),
      )
      .catch((autre: unknown) => {
        traces.error(
          { correlationId, genre: autre instanceof Error ? autre.name : 'inconnu' },
          'incident non conservé',
        )
      })
  }
}
