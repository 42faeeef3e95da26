/** What every guard finds: where, which rule, and one sentence saying what to do. */
export type Finding = { readonly file: string; readonly rule: string; readonly message: string }

/** Prints the findings of one guard and sets the exit code; `summary` says what was looked at, so that nothing is green over nothing. */
export function report(findings: readonly Finding[], summary: string): void {
  for (const { file, rule, message } of findings) console.error(`${file}: ${rule}: ${message}`)
  console.log(findings.length === 0 ? summary : `${findings.length} problem(s); ${summary}`)
  if (findings.length > 0) process.exitCode = 1
}
