import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '#platform/contract.ts'
import { callOperation } from '#platform/web/client.ts'
import { useQueryParams } from '#platform/web/navigation.ts'
import { keyOf } from '#platform/web/query.ts'
import { contract } from '../contract.ts'
import { type Criteres, TRIS, VUES } from '../contract-criteres.ts'
import { CODES_D_ATTENTE } from '../domain/attente.ts'
import { lireColonnes } from '../domain/colonnes.ts'
import { PRIORITES } from '../domain/priorite.ts'
import type { Trouvailles } from './lister-lignes.tsx'
import type { Affichage } from './paths.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Criteria of the address; anything malformed counts as absent. */
export function useCriteres(): Criteres {
  const query = useQueryParams()
  const { type, etat, service = '', agent = '', etiquette = '', personne = '', affaire = '' } = query
  const attente = CODES_D_ATTENTE.find((code) => code === query['attente'])
  const priorite = PRIORITES.find((code) => code === query['priorite'])
  const vue = VUES.find((one) => one === query['vue']) ?? 'ouverts'
  const tri = TRIS.find((one) => one === query['tri']) ?? 'recents'
  return {
    vue,
    tri,
    ...(type === undefined ? {} : { type }),
    ...(etat === undefined ? {} : { etat }),
    ...(priorite === undefined ? {} : { priorite }),
    ...(attente === undefined ? {} : { attente }),
    ...(UUID.test(service) ? { serviceId: service } : {}),
    ...(UUID.test(etiquette) ? { etiquetteId: etiquette } : {}),
    ...(UUID.test(agent) ? { assigneA: agent } : {}),
    ...(UUID.test(affaire) ? { affaireId: affaire } : {}),
    ...(UUID.test(personne) ? { personneId: personne } : {}),
  }
}

/** Columns and saved list of the address. */
export function useAffichage(): Affichage {
  const { colonnes, liste = '' } = useQueryParams()
  return { colonnes: lireColonnes(colonnes), liste: UUID.test(liste) ? liste : null }
}

/** The list, page after page; the previous one stays on screen while a criterion changes. */
export function useListe(criteres: Criteres) {
  return useInfiniteQuery({
    queryKey: keyOf(contract.lister, criteres),
    queryFn: ({ pageParam, signal }) =>
      callOperation(contract.lister, pageParam === null ? criteres : { ...criteres, apres: pageParam }, {
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.suite,
    placeholderData: keepPreviousData,
  })
}

/** What a search found, over the pages read so far. */
export const trouvaillesDe = (
  pages: readonly Pick<OutputOf<typeof contract.lister>, 'surlignes' | 'passages'>[],
): Trouvailles => ({
  surlignes: new Map(pages.flatMap((page) => page.surlignes.map((cle) => [cle, 0] as const))),
  passages: new Map(pages.flatMap((page) => Object.entries(page.passages))),
})

const firstPage = (): string | null => null
