import { contract as dossiers, type LigneDeDossier, type PassageTrouve } from '#core/dossiers/contract.ts'
import { phraseDuLieu } from '#core/dossiers/domain/labels.ts'
import { cheminDesDossiers, useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { searchKey } from '#platform/keys.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import type { CreationEntry, NavigationEntry } from '#platform/web/page-definition.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'

export interface PaletteItem {
  readonly key: string
  readonly group: string
  readonly label: string
  readonly detail: string | null
  readonly open: () => void
}

interface Asked {
  readonly text: string
  /** the same, once typing has paused: what is sent */
  readonly searched: string
  readonly entries: readonly NavigationEntry[]
  readonly creations: readonly CreationEntry[]
  readonly searches: boolean
}

const SHOWN = 8

const detailOf = (dossier: LigneDeDossier, where: PassageTrouve | undefined): string =>
  [
    dossier.auteur,
    dossier.services.join(', '),
    dossier.libelleEtat,
    where === undefined ? '' : phraseDuLieu(where).toLocaleLowerCase('fr'),
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** What the palette offers for a text: dossiers first, then screens, then what can be created. */
export function usePaletteItems(asked: Asked): { items: readonly PaletteItem[]; loading: boolean } {
  const goTo = useGoTo()
  const session = useWebSession()
  const cheminDuDossier = useCheminDuDossier()
  const words = asked.searched.trim()
  const enabled = asked.searches && words.length >= 2 && session.can('dossiers.consulter')
  const query = useOperation(
    dossiers.lister,
    { vue: 'tous', recherche: words, limite: SHOWN },
    { enabled, staleTime: 10_000 },
  )
  const wanted = searchKey(asked.text)
  const matches = (label: string): boolean => wanted === '' || searchKey(label).includes(wanted)
  const found = enabled ? (query.data?.dossiers ?? []) : []
  const items: PaletteItem[] = found.map((dossier) => ({
    key: dossier.id,
    group: 'Dossiers',
    label: `${dossier.numero} · ${dossier.objet}`,
    detail: detailOf(dossier, query.data?.passages[dossier.id]?.[0]),
    open: () => goTo(cheminDuDossier(dossier.type, dossier.id)),
  }))
  if (found.length === SHOWN) {
    items.push({
      key: 'all',
      group: 'Dossiers',
      label: `Voir tous les dossiers pour « ${words} »`,
      detail: null,
      open: () => goTo(cheminDesDossiers({ vue: 'tous' }), { state: { recherche: words } }),
    })
  }
  for (const { label, href } of asked.entries.filter((entry) => matches(entry.label))) {
    items.push({ key: href, group: 'Aller à', label, detail: null, open: () => goTo(href) })
  }
  for (const { label, description, href } of asked.creations.filter((entry) =>
    matches(`nouveau ${entry.label}`),
  )) {
    items.push({ key: href, group: 'Nouveau', label, detail: description, open: () => goTo(href) })
  }
  return { items, loading: enabled && (query.isFetching || asked.text !== asked.searched) }
}
