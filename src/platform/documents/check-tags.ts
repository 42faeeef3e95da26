import {
  isTagName,
  type KnownTag,
  type TemplateCheck,
  type TemplateError,
  tagName,
} from './template-model.ts'

/** A tag as found in a part of the document. */
export interface FoundTag {
  readonly raw: string
  readonly part: string
  readonly kind: 'text' | 'section' | 'other'
  readonly children: readonly FoundTag[]
}

type Where = (part: string, tag: string) => string

/** Compares the tags of a document with the fields that exist; inside a loop, the fields around it still exist. */
export function checkTags(
  found: readonly FoundTag[],
  known: readonly KnownTag[],
  where: Where,
): TemplateCheck {
  const tags = new Set<string>()
  const errors: TemplateError[] = []
  const walk = (list: readonly FoundTag[], scope: readonly KnownTag[], inLoop: boolean) => {
    for (const tag of list) {
      const name = tagName(tag.raw)
      const match = scope.find((candidate) => candidate.name === name)
      const error = errorOf(tag, name, match, { scope, inLoop })
      if (error === null) tags.add(name)
      else errors.push({ ...error, tag: name, place: where(tag.part, tag.raw) })
      walk(tag.children, [...(match?.children ?? []), ...scope], inLoop || match?.kind === 'loop')
    }
  }
  walk(found, known, false)
  tags.delete('.')
  return { tags: [...tags], errors }
}

type Scope = { readonly scope: readonly KnownTag[]; readonly inLoop: boolean }

function errorOf(
  tag: FoundTag,
  name: string,
  match: KnownTag | undefined,
  { scope, inLoop }: Scope,
): Pick<TemplateError, 'code' | 'message'> | null {
  if (name === '.' && inLoop && tag.kind === 'text') return null
  if (tag.kind === 'other' || !isTagName(name)) {
    return {
      code: 'invalid-tag',
      message: `La balise {${tag.raw}} n’est pas un nom de champ. Écrivez seulement le nom, sans guillemets ni calcul, par exemple {${scope[0]?.name ?? 'nom'}}.`,
    }
  }
  if (match === undefined) return { code: 'unknown-tag', message: unknownMessage(name, scope) }
  if (match.kind === 'text' && tag.kind === 'section') {
    return {
      code: 'wrong-kind',
      message: `« ${name} » est un champ simple : écrivez {${name}}, sans # ni /.`,
    }
  }
  if (match.kind !== 'text' && tag.kind === 'text') {
    return {
      code: 'wrong-kind',
      message: `« ${name} » encadre une partie du document : écrivez {#${name}} avant et {/${name}} après.`,
    }
  }
  return null
}

function unknownMessage(name: string, scope: readonly KnownTag[]): string {
  const near = scope
    .map((tag) => ({ name: tag.name, distance: editDistance(simplified(tag.name), simplified(name)) }))
    .sort((a, b) => a.distance - b.distance)[0]
  const hint =
    near !== undefined && near.distance <= Math.max(2, Math.floor(name.length / 4))
      ? ` Vouliez-vous écrire {${near.name}} ?`
      : ' Consultez la liste des champs disponibles.'
  return `Le champ {${name}} n’existe pas.${hint}`
}

function simplified(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}\s_.-]/gu, '')
    .toLowerCase()
}

/** Number of single-letter changes from one word to the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const choices = [(previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same]
      current.push(Math.min(...choices))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
