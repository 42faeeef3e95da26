import type { ContexteLibre } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { Cell } from '#platform/documents/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { RegistreDesTypes } from './registre.ts'

type Entree = InputOf<typeof contract.exporter>
type Details = Readonly<Record<string, string | number | boolean>>

/** What was asked, in codes and identifiers: the journal is never erased, and no word someone typed enters it. */
function criteresDe({ types }: RegistreDesTypes, entree: Entree): Details {
  const { recherche = '', ids, type = '', etat = '', ...codes } = entree
  const estConnu = {
    type: types.some((t) => t.code === type),
    etat: types.some((t) => Object.hasOwn(t.etats, etat)),
  }
  const presents = Object.entries(codes).filter((un): un is [string, string] => un[1] !== undefined)
  return {
    ...Object.fromEntries(presents),
    ...(estConnu.type ? { type } : {}),
    ...(estConnu.etat ? { etat } : {}),
    ...(recherche.trim() === '' ? {} : { recherche: true }),
    ...(ids === undefined ? {} : { choisis: ids.length }),
  }
}

/**
 * The same rows, journaled twice under one identifier: what is asked, before the first row leaves, by the entry of the
 * operation itself; then how it ended and how many rows were handed over, before the file is whole. A process that dies
 * halfway leaves the first.
 */
export function tracerLExport(
  ctx: ContexteLibre,
  registre: RegistreDesTypes,
  entree: Entree,
  rangs: AsyncIterable<readonly Cell[]>,
): AsyncIterable<readonly Cell[]> {
  const { feuille, format } = entree
  const objectId = uuidv7(ctx.now.getTime())
  ctx.about({ objectId, details: criteresDe(registre, entree) })
  return suivis(rangs, (fin) => ctx.auditEnd({ objectId, details: { feuille, format, ...fin } }))
}

interface Fin {
  readonly issue: 'complet' | 'interrompu' | 'echec'
  readonly lignes: number
}

async function* suivis(
  rangs: AsyncIterable<readonly Cell[]>,
  finir: (fin: Fin & Details) => Promise<void>,
): AsyncGenerator<readonly Cell[]> {
  let lignes = 0
  // What a reader who leaves does not change.
  let issue: Fin['issue'] = 'interrompu'
  try {
    for await (const rang of rangs) {
      lignes += 1
      yield rang
    }
    issue = 'complet'
  } catch (error) {
    issue = 'echec'
    throw error
  } finally {
    await finir({ issue, lignes })
  }
}
