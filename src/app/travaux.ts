import { phraseDeLEcart } from '#activities/exploitation/index.ts'
import { listerObjetsDesModeles } from '#core/courriers/index.ts'
import {
  type NatureReindexee,
  type RegistreDesTypes,
  recalculerTout,
  reindexerTout,
  trouverPerimees,
} from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import {
  type Acteur,
  ancrerLeJournal,
  controlerLeJournal,
  type Ecart,
  enTransaction,
} from '#core/journal/index.ts'
import { calculerLesCles } from '#core/personnes/index.ts'
import { balayerLesPieces } from '#core/pieces/index.ts'
import { listerEtablissements } from '#core/structures/index.ts'
import { type DependancesDesTaches, oublierLesBrouillons, relancerLesServices } from '#core/taches/index.ts'
import type { Database, Engine, Tx } from '#platform/db/index.ts'
import type { TextRecognizer } from '#platform/documents/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { createJobs, defineJob, type JobDefinition, type Jobs } from '#platform/jobs/index.ts'
import { creerLectures } from './lectures.ts'
import { faireLeMenage } from './menage.ts'
import type { Journaliseur } from './traces.ts'

const systeme = (travail: string): Acteur => ({ type: 'systeme', travail, etablissementId: null })

/** The journal no longer matches what was sealed: someone may have changed it outside the application. */
class JournalAltere extends Error {
  constructor(ecarts: readonly Ecart[]) {
    super(ecarts.map((ecart) => phraseDeLEcart(ecart, (instant) => instant)).join(' '))
    this.name = 'JournalAltere'
  }
}

/** The jobs of this process, and what sends one. */
export interface Travaux {
  /** also sends what brings stored computations up to the rules and forms of this version */
  demarrer(): Promise<void>
  arreter(): Promise<void>
  reglageChange(tx: Tx, etablissementId: EtablissementId): Promise<void>
}

export interface OptionsDesTravaux extends Pick<DependancesDesTaches, 'courriel' | 'adresse'> {
  readonly database: Database
  readonly engine: Engine
  readonly fichiers: FileStore
  readonly traces: Journaliseur
  readonly fuseau: string
  readonly horloge: () => Date
  readonly registre: RegistreDesTypes
  /** reads the letters of pictures */
  readonly reconnaissance: TextRecognizer
  /** keeps what an administrator must read */
  readonly alerter: (travail: string, error: Error) => void
}

const lesEtablissements = (database: Database, travail: string): Promise<EtablissementId[]> =>
  enTransaction(database, systeme(travail), 'read', listerEtablissements)

/** What happens at night, whatever the number of processes: each job runs once. */
function travauxDeNuit({ database, fichiers, horloge, alerter }: OptionsDesTravaux) {
  const ancrer = defineJob({
    name: 'journal.ancrer',
    cron: '10 2 * * *',
    run: async () => {
      await ancrerLeJournal(database, systeme('journal.ancrer'), horloge())
    },
  })
  const balayer = defineJob({
    name: 'pieces.balayer',
    cron: '30 2 * * *',
    run: async () => {
      const etablissements = await lesEtablissements(database, 'pieces.balayer')
      if (etablissements.length === 0) return
      await balayerLesPieces(
        { database, fichiers, etablissements, references: [listerObjetsDesModeles] },
        horloge(),
      )
    },
  })
  const oublier = defineJob({
    name: 'taches.oublier',
    cron: '20 2 * * *',
    run: async () => {
      for (const id of await lesEtablissements(database, 'taches.oublier'))
        await oublierLesBrouillons(database, id, horloge())
    },
  })
  const verifier = defineJob({
    name: 'journal.verifier',
    cron: '50 2 * * *',
    // a retry would tell of the same mismatch again: tomorrow night is soon enough
    retryLimit: 1,
    expireInSeconds: 3600,
    run: async () => {
      const { ecarts } = await controlerLeJournal(database, systeme('journal.verifier'), horloge())
      if (ecarts.length > 0) alerter('journal.verifier', new JournalAltere(ecarts))
    },
  })
  const nettoyer = defineJob({
    name: 'menage',
    cron: '20 3 * * *',
    run: async () => {
      await faireLeMenage(database, horloge())
    },
  })
  return [ancrer, oublier, balayer, verifier, nettoyer]
}

/** What happens during the day, in the hours each establishment chose: the job looks every hour whether it is time. */
function travauxDuJour(o: OptionsDesTravaux) {
  const relancer = defineJob({
    name: 'taches.relancer',
    cron: '5 * * * *',
    // what did not leave is tried again an hour later
    retryLimit: 0,
    expireInSeconds: 3000,
    run: async () => {
      for (const id of await lesEtablissements(o.database, 'taches.relancer'))
        await relancerLesServices(o, id, o.horloge())
    },
  })
  return [relancer]
}

interface PourUnEtablissement {
  readonly etablissementId: EtablissementId
}
interface Reindexation extends PourUnEtablissement {
  readonly avant: string | null
}

function travailDeReindexation(
  o: OptionsDesTravaux,
  name: string,
  nature: NatureReindexee,
  file: () => Jobs,
): JobDefinition<Reindexation> {
  const travail = defineJob<Reindexation>({
    name,
    run: async ({ etablissementId, avant }) => {
      const suite = await reindexerTout(o, etablissementId, { nature, avant, maintenant: o.horloge() })
      if (suite === null) return
      await enTransaction(o.database, systeme(name), 'write', (tx) =>
        file().send(tx, travail, { etablissementId, avant: suite }),
      )
    },
  })
  return travail
}

/** The jobs of this installation: those of the night, and those that bring stored computations up to date. */
export function creerTravaux(o: OptionsDesTravaux): Travaux {
  const { database, registre, horloge } = o
  const recalculer = defineJob<PourUnEtablissement>({
    name: 'dossiers.recalculer',
    run: async ({ etablissementId }) => {
      await recalculerTout(o, etablissementId, horloge())
    },
  })
  const rapprocher = defineJob<PourUnEtablissement>({
    name: 'personnes.calculer-cles',
    run: async ({ etablissementId }) => {
      if (await calculerLesCles(database, etablissementId)) return
      await enTransaction(database, systeme('personnes.calculer-cles'), 'write', (tx) =>
        file.send(tx, rapprocher, { etablissementId }),
      )
    },
  })
  const reindexations = {
    recherche: travailDeReindexation(o, 'dossiers.reindexer', 'recherche', () => file),
    parties: travailDeReindexation(o, 'dossiers.reindexer-les-parties', 'parties', () => file),
  } as const satisfies Record<NatureReindexee, unknown>
  const enPanne = (error: unknown, travail: string | null): void =>
    o.traces.error(
      { genre: error instanceof Error ? error.name : 'inconnu', travail: travail ?? 'file' },
      'travail en échec',
    )
  const lectures = creerLectures({ ...o, enPanne: (error) => enPanne(error, 'pieces.lire') }, () => file)
  const derives = [recalculer, ...Object.values(reindexations), rapprocher]
  const file = createJobs({
    engine: o.engine,
    jobs: [...travauxDeNuit(o), ...travauxDuJour(o), ...derives, lectures.travail],
    timeZone: o.fuseau,
    onError: enPanne,
  })
  const mettreAJour = async (etablissementId: EtablissementId): Promise<void> => {
    const perimees = await trouverPerimees(database, registre, etablissementId)
    const options = { singletonKey: etablissementId }
    await enTransaction(database, systeme('dossiers.deriver'), 'write', async (tx) => {
      if (perimees.includes('echeances')) await file.send(tx, recalculer, { etablissementId }, options)
      for (const nature of ['recherche', 'parties'] as const)
        if (perimees.includes(nature))
          await file.send(tx, reindexations[nature], { etablissementId, avant: null }, options)
      // nothing to do costs one statement
      await file.send(tx, rapprocher, { etablissementId }, options)
    })
  }
  return {
    async demarrer() {
      await file.start()
      for (const id of await lesEtablissements(database, 'dossiers.deriver')) await mettreAJour(id)
      await lectures.demarrer()
    },
    async arreter() {
      await lectures.arreter()
      await file.stop()
    },
    // one waiting job is enough, however many targets are changed in a row
    reglageChange: async (tx, etablissementId) => {
      await file.send(tx, recalculer, { etablissementId }, { singletonKey: etablissementId })
    },
  }
}
