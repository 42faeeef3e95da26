import { listerObjetsDesModeles } from '#core/courriers/index.ts'
import { type Acteur, ancrerLeJournal, enTransaction } from '#core/journal/index.ts'
import { balayerLesPieces } from '#core/pieces/index.ts'
import { listerEtablissements } from '#core/structures/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { createJobs, defineJob, type Jobs } from '#platform/jobs/index.ts'
import type { Base } from './base.ts'
import type { Journaliseur } from './traces.ts'

const systeme = (travail: string): Acteur => ({ type: 'systeme', travail, etablissementId: null })

/** What happens at night, whatever the number of processes: each job runs once. */
export function creerTravaux(
  base: Base,
  fichiers: FileStore,
  traces: Journaliseur,
  options: { fuseau: string; horloge: () => Date },
): Jobs {
  const { database } = base
  const ancrer = defineJob({
    name: 'journal.ancrer',
    cron: '10 2 * * *',
    run: async () => {
      const acteur = systeme('journal.ancrer')
      await enTransaction(database, acteur, 'write', (tx) => ancrerLeJournal(tx, acteur, options.horloge()))
    },
  })
  const balayer = defineJob({
    name: 'pieces.balayer',
    cron: '30 2 * * *',
    run: async () => {
      const etablissements = await enTransaction(
        database,
        systeme('pieces.balayer'),
        'read',
        listerEtablissements,
      )
      if (etablissements.length === 0) return
      await balayerLesPieces(
        { database, fichiers, etablissements, references: [listerObjetsDesModeles] },
        options.horloge(),
      )
    },
  })
  return createJobs({
    engine: base.engine,
    jobs: [ancrer, balayer],
    timeZone: options.fuseau,
    onError: (error, travail) =>
      traces.error({ genre: error.name, travail: travail ?? 'file' }, 'travail en échec'),
  })
}
