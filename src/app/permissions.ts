import { PERMISSIONS_DU_SOCLE } from '#core/agents/domain/permissions.ts'
import { ROLES } from '#core/journal/domain/acteur.ts'
import type { Role } from '#core/journal/index.ts'
import type { CaseType } from './case-types.ts'

/** Who may do what, over all modules. Anything not listed is refused. */
export interface TableDesPermissions {
  readonly table: Readonly<Record<string, readonly Role[]>>
  peut(role: string, permission: string): boolean
  permissionsDe(role: Role): string[]
}

/** Merges the permissions of the core and of the case types. Throws when a module declares another's permission. */
export function creerTableDesPermissions(types: readonly CaseType[]): TableDesPermissions {
  const table: Record<string, readonly Role[]> = { ...PERMISSIONS_DU_SOCLE }
  for (const { permissions } of types) {
    for (const [permission, roles] of Object.entries(permissions)) {
      if (Object.hasOwn(table, permission)) throw new Error(`Permission declared twice: ${permission}`)
      table[permission] = roles
    }
  }
  const peut = (role: string, permission: string): boolean =>
    Object.hasOwn(table, permission) && (table[permission] ?? []).some((r) => r === role)
  const toutes = Object.keys(table)
  return {
    table,
    peut,
    permissionsDe: (role) => (ROLES.includes(role) ? toutes.filter((p) => peut(role, p)) : []),
  }
}
