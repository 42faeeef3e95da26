import { Button, Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { formatCount } from '#platform/web/formats.ts'
import { useListNavigation } from '#platform/web/use-list-navigation.ts'
import { useSingleKeyShortcuts } from '#platform/web/use-shortcut.ts'
import type { LigneDeDossier } from '../contract.ts'
import type { PassageTrouve } from '../contract-recherche.ts'
import { type Colonne, LIBELLES_DES_COLONNES } from '../domain/colonnes.ts'
import classes from './lister.module.css'
import { CarteDeDossier } from './lister-carte.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { RangDeDossier } from './lister-rang.tsx'
import type { Selection } from './use-selection.ts'

export interface ListerLignesProps {
  readonly dossiers: readonly LigneDeDossier[]
  readonly types: TypesDeDossier
  readonly avecType: boolean
  readonly colonnes: readonly Colonne[]
  readonly selection: Selection
  readonly suite: boolean
  /** a search that found more than it looks at */
  readonly tronquee: boolean
  readonly enCours: boolean
  readonly onSuite: () => void
  readonly trouvailles: Trouvailles
}

/** What a search found, over the pages shown. */
export interface Trouvailles {
  readonly surlignes: ReadonlyMap<string, number>
  readonly passages: ReadonlyMap<string, readonly PassageTrouve[]>
}

/** A virtual list shows what is on screen: paper needs everything. */
function useImpression(): boolean {
  const [impression, setImpression] = useState(false)
  useEffect(() => {
    const avant = (): void => setImpression(true)
    const apres = (): void => setImpression(false)
    window.addEventListener('beforeprint', avant)
    window.addEventListener('afterprint', apres)
    return () => {
      window.removeEventListener('beforeprint', avant)
      window.removeEventListener('afterprint', apres)
    }
  }, [])
  return impression
}

/** Shares of the width: the subject keeps the largest, however many columns stand beside it. */
const PART_DE_L_OBJET = 36
const PARTS = {
  numero: 14,
  type: 11,
  auteur: 14,
  services: 15,
  recu: 9,
  etat: 10,
  clos: 9,
  echeance: 22,
  attentes: 17,
  assigne: 13,
  priorite: 15,
  etiquettes: 14,
} as const satisfies Record<Colonne, number>

const largeurDe = (colonne: Colonne, colonnes: readonly Colonne[]): string => {
  const total = colonnes.reduce((somme, une) => somme + PARTS[une], PART_DE_L_OBJET)
  return `${((PARTS[colonne] / total) * 100).toFixed(1)}%`
}

const PHRASE_TRONQUEE =
  'La recherche ne regarde que les 300 dossiers les plus récents qui portent ces mots : précisez-la pour voir les autres.'

const HAUTEUR_DE_RANG = 66
const HAUTEUR_DE_CARTE = 150

/** The lines, as a table on a desk and as cards on a phone; arrows go from one to the next. */
export function ListerLignes(props: ListerLignesProps) {
  const { dossiers, colonnes, selection, suite, tronquee, enCours, onSuite, trouvailles } = props
  const etroit = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false }) === true
  const impression = useImpression()
  const cadre = useRef<HTMLDivElement>(null)
  const [marge, setMarge] = useState(0)
  useEffect(() => setMarge(cadre.current?.offsetTop ?? 0), [])
  const virtuel = useWindowVirtualizer({
    count: dossiers.length,
    estimateSize: () => (etroit ? HAUTEUR_DE_CARTE : HAUTEUR_DE_RANG),
    overscan: 12,
    scrollMargin: marge,
    getItemKey: (rank) => dossiers[rank]?.id ?? rank,
  })
  const viser = (rank: number): void => {
    virtuel.scrollToIndex(rank, { align: 'auto' })
    // The line exists once the list has moved.
    requestAnimationFrame(() => cadre.current?.querySelector<HTMLElement>(`a[data-rank="${rank}"]`)?.focus())
  }
  const list = useListNavigation(dossiers.length, { onMove: viser })

  const [raccourcis] = useSingleKeyShortcuts()
  const auClavier = (event: KeyboardEvent): void => {
    const rank = Math.max(list.active, 0)
    if (raccourcis && event.key.toLowerCase() === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      selection.basculer(rank, { etendre: event.shiftKey })
      return
    }
    const suivant = event.shiftKey ? { ArrowDown: rank + 1, ArrowUp: rank - 1 }[event.key] : undefined
    if (suivant !== undefined) selection.choisir([rank, suivant])
    list.onKeyDown(event)
  }

  const montres = virtuel.getVirtualItems()
  const rangs = impression ? dossiers.map((_, index) => index) : montres.map(({ index }) => index)
  const debut = impression ? 0 : (montres[0]?.start ?? marge) - marge
  const fin = impression ? 0 : virtuel.getTotalSize() - ((montres.at(-1)?.end ?? marge) - marge)
  const lignes = rangs.flatMap((rank) => {
    const dossier = dossiers[rank]
    if (dossier === undefined) return []
    return [
      {
        dossier,
        rank,
        mesure: virtuel.measureElement,
        enFoyer: rank === Math.max(list.active, 0),
        onFoyer: () => list.setActive(rank),
        choisi: selection.choisis.has(dossier.id),
        onChoisir: (etendre: boolean) => selection.basculer(rank, { etendre }),
        surlignes: trouvailles.surlignes,
        passages: trouvailles.passages.get(dossier.id) ?? [],
      },
    ]
  })
  return (
    <>
      <p className={classes['compte']} role="status">
        {formatCount(dossiers.length, 'dossier')}
        {suite ? ' affichés, il y en a d’autres' : ''}
        {tronquee ? `. ${PHRASE_TRONQUEE}` : ''}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside, which stay reachable by Tab */}
      <div ref={cadre} onKeyDown={auClavier}>
        {etroit ? (
          <ul className={classes['cartes']} style={{ paddingTop: debut, paddingBottom: fin }}>
            {lignes.map((ligne) => (
              <CarteDeDossier key={ligne.dossier.id} {...ligne} {...props} />
            ))}
          </ul>
        ) : (
          <table className={classes['table']} aria-rowcount={suite ? -1 : dossiers.length + 1}>
            <thead>
              <tr>
                <th scope="col" className={`${classes['choix']} pv-no-print`}>
                  <ChoisirTout dossiers={dossiers} selection={selection} />
                </th>
                <th scope="col">Dossier</th>
                {colonnes.map((colonne) => (
                  <th key={colonne} scope="col" style={{ width: largeurDe(colonne, colonnes) }}>
                    {LIBELLES_DES_COLONNES[colonne]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {debut > 0 && <tr style={{ height: debut }} />}
              {lignes.map((ligne) => (
                <RangDeDossier key={ligne.dossier.id} {...ligne} {...props} />
              ))}
              {fin > 0 && <tr style={{ height: fin }} />}
            </tbody>
          </table>
        )}
      </div>
      {suite && (
        <div className={`${classes['suite']} pv-no-print`}>
          <Button variant="default" loading={enCours} onClick={onSuite}>
            Afficher la suite
          </Button>
        </div>
      )}
    </>
  )
}

/** Every dossier shown, or none of them. */
function ChoisirTout({ dossiers, selection }: Pick<ListerLignesProps, 'dossiers' | 'selection'>) {
  const nombre = dossiers.filter(({ id }) => selection.choisis.has(id)).length
  const tous = nombre === dossiers.length
  return (
    <Checkbox
      size="sm"
      aria-label="Choisir tous les dossiers affichés"
      checked={tous}
      indeterminate={nombre > 0 && !tous}
      onChange={() => (tous ? selection.vider() : selection.choisir(dossiers.map((_dossier, rang) => rang)))}
    />
  )
}
