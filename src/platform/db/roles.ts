import type { Session } from './engine.ts'

/** Every transaction of the application runs as this role: it owns nothing and row level security binds it. */
export const APPLICATION_ROLE = 'porte_voix_application'

/** Owns the few SECURITY DEFINER functions; has no BYPASSRLS, its reach is a policy per table. */
export const DEFINER_ROLE = 'porte_voix_definer'

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function createRole(session: Session, role: string): Promise<void> {
  const { rowCount } = await session.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount > 0) return
  // Roles belong to the cluster: another database may be creating it at this instant.
  await session.exec(`
    do $$ begin create role ${quoteName(role)} nologin; exception when duplicate_object or unique_violation then null; end $$
  `)
}

const isMember = async (session: Session, member: string, role: string): Promise<boolean> => {
  const { rowCount } = await session.query(
    `select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
     where r.rolname = $1 and u.rolname = $2`,
    [role, member],
  )
  return rowCount > 0
}

async function grantRole(session: Session, role: string, member: string): Promise<void> {
  if (await isMember(session, member, role)) return
  await session.exec(`grant ${quoteName(role)} to ${quoteName(member)}`)
}

/**
 * What migrations stand on: extensions, the two roles, and the default privileges that let a schema made later be used
 * by the application and receive functions owned by the definer. Run by the migrating login; harmless when run again.
 */
export async function bootstrapRoles(session: Session, applicationLogin: string | null): Promise<void> {
  await session.exec('create extension if not exists pg_trgm with schema public')
  await session.exec('create extension if not exists unaccent with schema public')
  await createRole(session, APPLICATION_ROLE)
  await createRole(session, DEFINER_ROLE)
  const { rows } = await session.query<{ name: string }>('select current_user::text as name')
  const migrator = rows[0]?.name ?? ''
  await grantRole(session, DEFINER_ROLE, migrator)
  if (applicationLogin !== null && applicationLogin !== migrator) {
    await grantRole(session, APPLICATION_ROLE, applicationLogin)
  }
  await session.exec(`
    alter default privileges grant usage on schemas to ${APPLICATION_ROLE};
    alter default privileges grant usage, create on schemas to ${DEFINER_ROLE};
  `)
}
