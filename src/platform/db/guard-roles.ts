import type { Session } from './engine.ts'
import { APPLICATION_ROLE, DEFINER_ROLE } from './roles.ts'

/** The login of DATABASE_URL is too powerful, or not powerful enough. The message is a French sentence. */
export class UnsafeLoginError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnsafeLoginError'
  }
}

interface LoginFacts {
  readonly login: string
  readonly superuser: boolean
  readonly bypass: boolean
  readonly owned: string | null
  readonly definer: boolean
  readonly application: boolean
}

// «member» and not «usage»: a role one may switch to is a role one has.
const FACTS = `
  select r.rolname::text as login, r.rolsuper as superuser, r.rolbypassrls as bypass,
    (select min(n.nspname || '.' || c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
       and pg_has_role(session_user, c.relowner, 'member')) as owned,
    exists (select 1 from pg_roles d where d.rolname = $1 and pg_has_role(session_user, d.oid, 'member')) as definer,
    exists (select 1 from pg_roles a where a.rolname = $2 and pg_has_role(session_user, a.oid, 'member')) as application
  from pg_roles r where r.rolname = session_user
`

function refusalOf(facts: LoginFacts): string | null {
  const who = `Le compte « ${facts.login} » de DATABASE_URL`
  const remedy =
    'Donnez à DATABASE_URL un compte ordinaire, distinct de celui de DATABASE_MIGRATION_URL, puis relancez la migration.'
  if (facts.superuser) return `${who} est superutilisateur : il lirait tous les dossiers. ${remedy}`
  if (facts.bypass) return `${who} contourne le cloisonnement des lignes (BYPASSRLS). ${remedy}`
  if (facts.owned !== null) return `${who} possède la table ${facts.owned}. ${remedy}`
  if (facts.definer) return `${who} peut prendre le rôle ${DEFINER_ROLE}. ${remedy}`
  if (!facts.application) {
    return `${who} n’a pas reçu le rôle ${APPLICATION_ROLE} : lancez la migration avec DATABASE_MIGRATION_URL.`
  }
  return null
}

/**
 * Start-up check on a server: the application's login is no superuser, bypasses no row level security, owns no table,
 * cannot become the definer, and received the application role. Throws UnsafeLoginError.
 */
export async function assertSafeLogin(session: Session): Promise<void> {
  const { rows } = await session.query<LoginFacts>(FACTS, [DEFINER_ROLE, APPLICATION_ROLE])
  const facts = rows[0]
  const refusal = facts === undefined ? 'Le compte de DATABASE_URL est inconnu du serveur.' : refusalOf(facts)
  if (refusal !== null) throw new UnsafeLoginError(refusal)
}

/** Tables on which row level security is not forced, as `schema.table`, extensions and system left out. */
export async function tablesWithoutForcedSecurity(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1
  `)
  return rows.map((row) => row.name)
}

/** SECURITY DEFINER functions that are not the definer's or do not pin their search_path, as `schema.name`. */
export async function unsafeDefinerFunctions(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select n.nspname || '.' || p.proname as name
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
       and (r.rolname <> $1 or not exists (
         select 1 from unnest(p.proconfig) as setting where setting like 'search_path=%'))
     order by 1`,
    [DEFINER_ROLE],
  )
  return rows.map((row) => row.name)
}
