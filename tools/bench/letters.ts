import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CASE_TYPES } from '#app/case-types.ts'
import type { Champs } from '#core/courriers/domain/balise.ts'
import type { ModeleDeCourrier } from '#core/courriers/domain/modele.ts'
import { preparerCourrier } from '#core/courriers/index.ts'
import { createFileStore, type FileStore, openMainKeys } from '#platform/files/index.ts'

export interface LetterFigures {
  readonly name: string
  /** bytes of the .docx */
  readonly size: number
  readonly perSecond: number
}

const LONG = 30

interface Letter {
  readonly name: string
  readonly modele: ModeleDeCourrier<Champs>
}

/** The same, its first list (griefs, measures, pieces…) repeated up to 30 lines; null when it has none. */
function lengthened({ name, modele }: Letter): Letter | null {
  const [list] = Object.entries(modele.exemple).flatMap(([key, value]) =>
    typeof value === 'object' && value.length > 1 ? [{ key, value }] : [],
  )
  if (list === undefined) return null
  const lines = Array.from({ length: LONG }, (_, i) => list.value[i % list.value.length] ?? {})
  return {
    name: `${name}, ${LONG} ${list.key}`,
    modele: { ...modele, exemple: { ...modele.exemple, [list.key]: lines } },
  }
}

function shippedLetters(): Letter[] {
  return CASE_TYPES.flatMap((type) => type.modeles ?? []).flatMap((modele) => {
    const letter = { name: modele.libelle, modele: { ...modele, exemple: { ...modele.exemple } } }
    const long = lengthened(letter)
    return long === null ? [letter] : [letter, long]
  })
}

async function measureLetter(
  fichiers: FileStore,
  { name, modele }: Letter,
  seconds: number,
): Promise<LetterFigures> {
  const write = () =>
    preparerCourrier(
      { fichiers },
      { modele, depose: null },
      { donnees: modele.exemple, numero: 'REC-2026-00001', maintenant: new Date() },
    )
  const { objet } = await write()
  const begun = performance.now()
  let count = 0
  for (; performance.now() - begun < seconds * 1000; count += 1) await write()
  return { name, size: objet.size, perSecond: (count * 1000) / (performance.now() - begun) }
}

/** Each shipped template merged, checked and stored, encrypted, one after the other in one process, for `seconds` each. */
export async function measureLetters(o: {
  readonly seconds: number
  readonly log: (line: string) => void
}): Promise<LetterFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-lettres-'))
  try {
    const data = join(folder, 'donnees')
    const { keys } = await openMainKeys({ path: join(folder, 'cle'), dataDirectory: data })
    const fichiers = await createFileStore({ directory: data, keys })
    const figures: LetterFigures[] = []
    for (const letter of shippedLetters()) {
      o.log(`  ${letter.name}`)
      figures.push(await measureLetter(fichiers, letter, o.seconds))
    }
    return figures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
