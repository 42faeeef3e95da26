import { useCallback, useRef, useState } from 'react'
import { toast } from '#platform/web/toast.tsx'
import { type LigneDeDossier, LOT_MAX } from '../contract.ts'

export interface Selection {
  readonly choisis: ReadonlyMap<string, LigneDeDossier>
  /** chooses or releases one; `etendre` does the same to every one since the last touched */
  readonly basculer: (rang: number, options?: { readonly etendre?: boolean }) => void
  readonly choisir: (rangs: readonly number[]) => void
  readonly vider: () => void
}

/** Dossiers chosen in a list, kept while more of it is shown. At most as many as one may act on. */
export function useSelection(dossiers: readonly LigneDeDossier[]): Selection {
  const [choisis, setChoisis] = useState<ReadonlyMap<string, LigneDeDossier>>(new Map())
  const ancre = useRef(0)
  const mettre = (suivants: Map<string, LigneDeDossier>): void => {
    if (suivants.size > LOT_MAX) toast(`On agit sur ${LOT_MAX} dossiers au plus à la fois.`)
    setChoisis(new Map([...suivants].slice(0, LOT_MAX)))
  }
  const deA = (rangs: readonly number[], oui: boolean): Map<string, LigneDeDossier> => {
    const suivants = new Map(choisis)
    for (const rang of rangs) {
      const dossier = dossiers[rang]
      if (dossier === undefined) continue
      if (oui) suivants.set(dossier.id, dossier)
      else suivants.delete(dossier.id)
    }
    return suivants
  }
  // What a reading has just brought: the version acted on is the one on screen.
  const lus = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
  return {
    choisis: new Map([...choisis].map(([id, dossier]) => [id, lus.get(id) ?? dossier])),
    basculer: (rang, { etendre = false } = {}) => {
      const oui = !choisis.has(dossiers[rang]?.id ?? '')
      const depuis = etendre ? Math.min(ancre.current, rang) : rang
      const combien = etendre ? Math.abs(ancre.current - rang) + 1 : 1
      ancre.current = rang
      mettre(
        deA(
          Array.from({ length: combien }, (_v, i) => depuis + i),
          oui || etendre,
        ),
      )
    },
    choisir: (rangs) => mettre(deA(rangs, true)),
    vider: useCallback(() => setChoisis(new Map()), []),
  }
}
