/** Who a request is addressed to, as shown: the service, or the person outside any. */
export function nomDuDestinataire(tache: {
  readonly structureNom: string | null
  readonly destinataireNom: string
  readonly destinataireFonction: string
}): string {
  if (tache.structureNom !== null) return tache.structureNom
  const { destinataireNom: nom, destinataireFonction: fonction } = tache
  return fonction === '' ? nom : `${nom}, ${fonction}`
}
