import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { formatCount } from '#platform/web/formats.ts'
import { useListNavigation } from '#platform/web/use-list-navigation.ts'
import type { LigneDeDossier } from '../contract.ts'
import classes from './lister.module.css'
import { CarteDeDossier } from './lister-carte.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { RangDeDossier } from './lister-rang.tsx'

export interface ListerLignesProps {
  readonly dossiers: readonly LigneDeDossier[]
  readonly types: TypesDeDossier
  readonly avecType: boolean
  readonly suite: boolean
  readonly enCours: boolean
  readonly onSuite: () => void
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

const HAUTEUR_DE_RANG = 66
const HAUTEUR_DE_CARTE = 150

/** The lines, as a table on a desk and as cards on a phone; arrows go from one to the next. */
export function ListerLignes(props: ListerLignesProps) {
  const { dossiers, suite, enCours, onSuite } = props
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
      },
    ]
  })
  return (
    <>
      <p className={classes['compte']} role="status">
        {formatCount(dossiers.length, 'dossier')}
        {suite ? ' affichés, il y en a d’autres' : ''}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside, which stay reachable by Tab */}
      <div ref={cadre} onKeyDown={list.onKeyDown}>
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
                <th scope="col">Dossier</th>
                <th scope="col">Services</th>
                <th scope="col">Reçu</th>
                <th scope="col">Prochaine échéance</th>
                <th scope="col">Suivi par</th>
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
