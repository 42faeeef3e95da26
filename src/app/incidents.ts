import type { Database } from '#platform/db/index.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import type { Incident } from '#platform/http/index.ts'
import type { Journaliseur } from './traces.ts'

const CARACTERES_MAX = 4000

/** Keeps an unexpected error with the number given to the user. Never throws: an incident must not cause another. */
export function creerRecueilDesIncidents(database: Database, traces: Journaliseur, horloge: () => Date) {
  return (incident: Incident): void => {
    const { correlationId, operation, error } = incident
    const connue = error instanceof Error ? error : new Error(String(error))
    traces.error({ correlationId, operation, genre: connue.name }, 'incident')
    const ligne = [correlationId, horloge(), operation, connue.name, connue.message, connue.stack ?? ''].map(
      (v) => (typeof v === 'string' ? v.replaceAll('\u0000', '').toWellFormed().slice(0, CARACTERES_MAX) : v),
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
