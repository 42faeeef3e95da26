/** Closes a switch over a union: a new case no longer compiles until it is handled. Throws if reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
