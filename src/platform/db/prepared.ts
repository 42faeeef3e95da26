/** Uses of a statement before it is worth keeping its plan. */
const USES = 3
/** Plans kept per session: a statement on many protected tables weighs a megabyte. */
const MAX_PLANS = 200

/** Its best plan depends on its values: rows kept, words searched. */
const PLANNED_EACH_TIME = /\blimit\b|@@|chercher|set_config/i
const READS_OR_WRITES = /^\s*(?:select|with|insert|update|delete)\b/i

/**
 * Names under which one session keeps the plans of the statements it repeats. Under row-level security planning costs ten
 * times what running does. Answers null for a statement to plan for its own values: a list, a search, the first uses.
 */
export function createStatementNames(): (text: string) => string | null {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size >= MAX_PLANS || !READS_OR_WRITES.test(text) || PLANNED_EACH_TIME.test(text)) return null
    const count = (uses.get(text) ?? 0) + 1
    if (count < USES) {
      // statements that never come back must not pile up
      if (uses.size > 10 * MAX_PLANS) uses.clear()
      uses.set(text, count)
      return null
    }
    uses.delete(text)
    const name = `p${names.size}`
    names.set(text, name)
    return name
  }
}
