import type { ApplicationDeTest } from './application-de-test.ts'

/** Tables of every module, partitions and the queue left out. */
export async function listerTables(app: Pick<ApplicationDeTest, 'lignes'>): Promise<string[]> {
  const lignes = await app.lignes<{ nom: string }>(
    `select n.nspname || '.' || c.relname as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'jobs')
        and n.nspname not like 'pg\\_%' order by 1`,
  )
  return lignes.map((l) => l.nom)
}

/** A digest of each table's rows: what tells that nothing was written, wherever it was. */
export async function prendreEmpreintes(
  app: Pick<ApplicationDeTest, 'lignes'>,
  sauf: readonly string[] = [],
): Promise<Record<string, string>> {
  const tables = (await listerTables(app)).filter((t) => !sauf.includes(t))
  const parTable = tables.map(
    (t) =>
      `select '${t}' as nom, coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as empreinte from ${t} x`,
  )
  const lignes = await app.lignes<{ nom: string; empreinte: string }>(parTable.join(' union all '))
  return Object.fromEntries(lignes.map((l) => [l.nom, l.empreinte]))
}
