import { phraseDeLEcart } from '#activities/exploitation/index.ts'
import { listerObjetsDesModeles } from '#core/courriers/index.ts'
import { type RegistreDesTypes, recalculerTout } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import {
  type Acteur,
  ancrerLeJournal,
  controlerLeJournal,
  type Ecart,
  enTransaction,
} from '#core/journal/index.ts'
import { balayerLesPieces } from '#core/pieces/index.ts'
import { listerEtablissements } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { createJobs, defineJob } from '#platform/jobs/index.ts'
import type { Base } from './base.ts'
import type { Journaliseur } from './traces.ts'

/** The journal no longer matches what was sealed: someone may have changed it outside the application. */
class JournalAltere extends Error {
  constructor(ecarts: readonly Ecart[]) {
    super(ecarts.map((ecart) => phraseDeLEcart(ecart, (instant) => instant)).join(' '))
    this.name = 'JournalAltere'
  }
}

const systeme = (travail: string): Acteur => ({ type: 'systeme', travail, etablissementId: null })

/** The jobs of this process, and what sends one. */
export interface Travaux {
  demarrer(): Promise<void>
  arreter(): Promise<void>
  reglageChange(tx: Tx, etablissementId: EtablissementId): Promise<void>
}

/** What happens at night, whatever the number of processes: each job runs once. */
export function creerTravaux(
  base: Base,
  fichiers: FileStore,
  traces: Journaliseur,
  options: {
    fuseau: string
    horloge: () => Date
    registre: RegistreDesTypes
    /** keeps what an administrator must read */
    alerter: (travail: string, error: Error) => void
  },
): Travaux {
  const { database } = base
  const ancrer = defineJob({
    name: 'journal.ancrer',
    cron: '10 2 * * *',
    run: async () => {
      const acteur = systeme('journal.ancrer')
      await ancrerLeJournal(database, acteur, options.horloge())
    },
  })
  const verifier = defineJob({
    name: 'journal.verifier',
    cron: '50 2 * * *',
    // a retry would tell of the same mismatch again: tomorrow night is soon enough
    retryLimit: 1,
    expireInSeconds: 3600,
    run: async () => {
      const { ecarts } = await controlerLeJournal(database, systeme('journal.verifier'), options.horloge())
      if (ecarts.length > 0) options.alerter('journal.verifier', new JournalAltere(ecarts))
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
  const recalculer = defineJob<{ etablissementId: EtablissementId }>({
    name: 'dossiers.recalculer',
    run: async ({ etablissementId }) => {
      await recalculerTout({ database, registre: options.registre }, etablissementId)
    },
  })
  const file = createJobs({
    engine: base.engine,
    jobs: [ancrer, verifier, balayer, recalculer],
    timeZone: options.fuseau,
    onError: (error, travail) =>
      traces.error({ genre: error.name, travail: travail ?? 'file' }, 'travail en échec'),
  })
  return {
    demarrer: () => file.start(),
    arreter: () => file.stop(),
    // one waiting job is enough, however many targets are changed in a row
    reglageChange: async (tx, etablissementId) => {
      await file.send(tx, recalculer, { etablissementId }, { singletonKey: etablissementId })
    },
  }
}
