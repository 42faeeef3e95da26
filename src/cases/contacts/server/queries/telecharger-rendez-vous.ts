import { obtenirDossier } from '#core/dossiers/index.ts'
import { instantDe } from '#core/echeances/domain/instant.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { Download } from '#platform/http/index.ts'
import { calendarOf } from '#platform/icalendar.ts'
import type { contract } from '../../contract.ts'
import { obtenirSuite } from '../store.ts'

const MINUTE = 60_000

/**
 * An appointment for the agent's own calendar: its number, hour and place. Who comes and why stay in the dossier: a calendar
 * is shared. 404 for a call back.
 */
export async function telechargerRendezVous(
  ctx: Contexte,
  { id, suiteId }: InputOf<typeof contract.telechargerRendezVous>,
): Promise<Download> {
  const { numero } = await obtenirDossier(ctx.tx, id, null)
  ctx.about({ dossierId: id })
  const suite = await obtenirSuite(ctx.tx, id, suiteId)
  if (suite.nature !== 'rendez-vous') throw new AppError('not-found')
  const startsAt = instantDe(jourCivil(suite.pourLe), suite.heure, agentDe(ctx).fuseau)
  const annule = suite.etat === 'annule'
  const content = Buffer.from(
    calendarOf({
      uid: `${suite.id}@porte-voix`,
      stampedAt: ctx.now,
      startsAt,
      endsAt: new Date(startsAt.getTime() + suite.dureeMinutes * MINUTE),
      summary: `Rendez-vous – ${numero}`,
      location: suite.lieu,
      status: annule ? 'CANCELLED' : 'CONFIRMED',
      sequence: suite.etat === 'prevu' ? 0 : 1,
    }),
  )
  return {
    content,
    type: 'text/calendar; charset=utf-8',
    fileName: `Rendez-vous ${numero}.ics`,
    inline: false,
    size: content.length,
  }
}
