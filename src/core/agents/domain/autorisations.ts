import type { Role } from '#core/journal/domain/acteur.ts'

/** Permission → roles that hold it; the composition root merges those of every module. */
export type TableDesPermissions = Readonly<Record<string, readonly Role[]>>

/** Whether a role holds a permission. A permission absent from the table is held by nobody. */
export function autorise(role: Role, permission: string, table: TableDesPermissions): boolean {
  return Object.hasOwn(table, permission) && (table[permission] ?? []).includes(role)
}

/** Every permission a role holds, in alphabetical order. */
export function permissionsDuRole(role: Role, table: TableDesPermissions): readonly string[] {
  return Object.keys(table)
    .filter((permission) => autorise(role, permission, table))
    .sort()
}
