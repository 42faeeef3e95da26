import { useState } from 'react'
import type { ReclamationVue } from '../contract.ts'
import type { Brouillon } from './brouillon.tsx'
import { Joindre } from './joindre.tsx'
import type { SuitePossible } from './suites-possibles.tsx'

export interface JoindreDepuisLaSaisieProps {
  readonly suite: SuitePossible
  readonly brouillon: Brouillon
  readonly brouillonId: string
  readonly onFermer: () => void
  readonly onFait: (id: string, numero: string) => Promise<void>
  readonly onFaireSuite: (vue: ReclamationVue) => void
}

/** What was being entered as a new complaint joins one that is already there; the draft goes with it. */
export function JoindreDepuisLaSaisie(props: JoindreDepuisLaSaisieProps) {
  const { formulaire: f, depots } = props.brouillon
  const [courrier, setCourrier] = useState({
    canal: f.canal,
    recuLe: f.recuLe,
    texte: f.recit,
    provenance: f.provenance,
  })
  return (
    <Joindre
      id={props.suite.id}
      courrier={courrier}
      onChange={setCourrier}
      pieces={depots.flatMap(({ piece, jointes }) => [piece.id, ...jointes.map(({ id }) => id)])}
      brouillonId={props.brouillonId}
      onFermer={props.onFermer}
      onFait={props.onFait}
      onFaireSuite={props.onFaireSuite}
    />
  )
}
