import { listerObjetsDesModeles } from '#core/courriers/index.ts'
import { type RegistreDesTypes, recalculerTout } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, ancrerLeJournal, enTransaction } from '#core/journal/index.ts'
import { balayerLesPieces } from '#core/pieces/index.ts'
import { listerEtablissements } from '#core/structures/index.ts'
import { oublierLesBrouillons } from '#core/taches/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { createJobs, defineJob } from '#platform/jobs/index.ts'
import type { Base } from './base.ts'
import type { Journaliseur } from './traces.ts'

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
  options: { fuseau: string; horloge: () => Date; registre: RegistreDesTypes },
): Travaux {
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
  const oublier = defineJob({
    name: 'taches.oublier',
    cron: '20 2 * * *',
    run: async () => {
      const acteur = systeme('taches.oublier')
      const etablissements = await enTransaction(database, acteur, 'read', listerEtablissements)
      for (const id of etablissements) await oublierLesBrouillons(database, id, options.horloge())
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
    jobs: [ancrer, oublier, balayer, recalculer],
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
