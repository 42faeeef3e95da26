/** Invisible properties of every merged file, by which a file that comes back is recognised. */
const COURRIER = 'PorteVoixCourrier'
const DOSSIER = 'PorteVoixDossier'

export const identiteDe = (courrierId: string, numero: string): Readonly<Record<string, string>> => ({
  [COURRIER]: courrierId,
  [DOSSIER]: numero,
})

/** What a file says it is; null when it carries no identity. */
export function lireIdentite(
  proprietes: ReadonlyMap<string, string>,
): { readonly courrierId: string; readonly numero: string } | null {
  const courrierId = proprietes.get(COURRIER)
  return courrierId === undefined ? null : { courrierId, numero: proprietes.get(DOSSIER) ?? '' }
}
