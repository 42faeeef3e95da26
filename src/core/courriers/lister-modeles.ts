import type { Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import type { Balise } from './domain/balise.ts'
import { listerModelesEnUsage } from './store.ts'

type Sortie = OutputOf<typeof contract.listerModeles>

/** Fields of a loop follow it. */
const aplatir = (balises: readonly Balise[]): Sortie['modeles'][number]['balises'] =>
  balises.flatMap(({ nom, libelle, nature, exemple, enfants }) => [
    { nom, libelle, nature, exemple },
    ...aplatir(enfants),
  ])

/** Every template of the installation, its fields, and the hospital's version in use if there is one. */
export const listerModeles =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte): Promise<Sortie> => {
    const enUsage = new Map((await listerModelesEnUsage(ctx.tx)).map((ligne) => [ligne.code, ligne]))
    return {
      modeles: d.modeles.modeles.map(({ code, libelle, description, balises }) => {
        const depose = enUsage.get(code)
        const usage = depose && {
          version: depose.version,
          nom: depose.nom,
          deposeA: depose.deposeA.toISOString(),
        }
        return { code, libelle, description, enUsage: usage ?? null, balises: aplatir(balises) }
      }),
    }
  }
