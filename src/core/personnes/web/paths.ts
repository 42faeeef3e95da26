import { pathTo } from '#platform/web/path.ts'

/** Never a name in an address: only what narrows the register. */
export const cheminDuRegistre = (filtre: { readonly doublons?: boolean } = {}): string =>
  pathTo('/personnes', {}, { doublons: filtre.doublons === true ? 'oui' : undefined })
export const cheminDeLaPersonne = (id: string): string => pathTo('/personnes/$id', { id })
/** `id` is the record that stays. */
export const cheminDeFusion = (id: string, autreId: string): string =>
  pathTo('/personnes/$id/fusion/$autre', { id, autre: autreId })
