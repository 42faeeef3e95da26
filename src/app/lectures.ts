import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction } from '#core/journal/index.ts'
import { CANAL_DES_LECTURES, type DependancesDesLectures, lireLesTextes } from '#core/pieces/index.ts'
import { listerEtablissements } from '#core/structures/index.ts'
import type { Engine } from '#platform/db/index.ts'
import { defineJob, type JobDefinition, type Jobs } from '#platform/jobs/index.ts'

interface PourUnEtablissement {
  readonly etablissementId: EtablissementId
}

export interface Lectures {
  readonly travail: JobDefinition<PourUnEtablissement>
  /** reads what waited while the application was stopped, then what each commit adds */
  demarrer(): Promise<void>
  arreter(): Promise<void>
}

const SYSTEME: Acteur = { type: 'systeme', travail: 'pieces.lire', etablissementId: null }

/** The reading of texts in the background: woken by the database when a transaction that added pieces commits. */
export function creerLectures(
  o: DependancesDesLectures & { readonly engine: Engine; readonly enPanne: (error: unknown) => void },
  file: () => Jobs,
): Lectures {
  /** One waiting job is enough, however many pieces wait for it. */
  const demander = (etablissements: readonly EtablissementId[] | null): Promise<void> =>
    enTransaction(o.database, SYSTEME, 'write', async (tx) => {
      for (const etablissementId of etablissements ?? (await listerEtablissements(tx)))
        await file().send(tx, travail, { etablissementId }, { singletonKey: etablissementId })
    })
  const travail = defineJob<PourUnEtablissement>({
    name: 'pieces.lire',
    // a document of thirty pictures takes minutes
    expireInSeconds: 3600,
    run: async ({ etablissementId }, { signal }) => {
      if (await lireLesTextes(o, etablissementId, { signal })) await demander([etablissementId])
    },
  })
  let enAttente = false
  let cesser: () => Promise<void> = () => Promise.resolve()
  const reveiller = (): void => {
    if (enAttente) return
    enAttente = true
    // out of the call of the database that told it; the others of the same instant are one
    setImmediate(() => {
      enAttente = false
      demander(null).catch(o.enPanne)
    })
  }
  return {
    travail,
    async demarrer() {
      cesser = await o.engine.listen(CANAL_DES_LECTURES, reveiller)
      await demander(null)
    },
    arreter: () => cesser(),
  }
}
