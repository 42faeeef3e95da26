import { useEffect, useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { contract, type PieceVue } from '../contract.ts'

/** A page of text takes a moment, a picture a few seconds; each look is written in the journal of the dossier: a few, then none. */
const ATTENTES_MS = [2000, 4000, 8000, 16_000, 32_000]

const estEnCours = ({ lecture }: PieceVue): boolean => lecture?.etat === 'a-lire'

/** The pieces, with what became since of the texts that were being read when the page was. */
export function useLectures(dossierId: string, pieces: readonly PieceVue[]): readonly PieceVue[] {
  const [lues, setLues] = useState<ReadonlyMap<string, PieceVue['lecture']>>(new Map())
  const attendues = pieces
    .filter(estEnCours)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    if (attendues === '') return
    let tour = 0
    let prochain: ReturnType<typeof setTimeout> | undefined
    const arret = new AbortController()
    const regarder = async (): Promise<void> => {
      const { pieces: vues } = await callOperation(
        contract.lister,
        { id: dossierId },
        { signal: arret.signal },
      )
      setLues(new Map(vues.map(({ id, lecture }) => [id, lecture])))
      if (vues.some(estEnCours)) attendre()
    }
    const attendre = (): void => {
      const delai = ATTENTES_MS[tour]
      tour += 1
      // out of reach, or out of time: the page says so at its next opening
      if (delai !== undefined) prochain = setTimeout(() => regarder().catch(() => undefined), delai)
    }
    attendre()
    return () => {
      clearTimeout(prochain)
      arret.abort()
    }
  }, [dossierId, attendues])
  return pieces.map((piece) =>
    estEnCours(piece) ? { ...piece, lecture: lues.get(piece.id) ?? piece.lecture } : piece,
  )
}
