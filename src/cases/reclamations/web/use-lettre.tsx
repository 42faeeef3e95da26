import { useMemo } from 'react'
import type { GriefsVus } from '../contract-griefs.ts'
import { blocsDe, type Etendue, phrasesDe, phrasesNonRetenues, reporter } from '../domain/passages.ts'
import type { PassagePeint } from './bloc-de-lettre.tsx'

export interface LettrePreparee {
  readonly texte: string
  readonly blocs: readonly Etendue[]
  readonly phrases: readonly Etendue[]
  /** passages of the griefs that stand, those of other versions where their words are found again */
  readonly peints: readonly PassagePeint[]
  /** sentences no grief rests on */
  readonly nonRetenues: readonly Etendue[]
}

/** One version of the narrative, cut once into blocks and sentences, with what the griefs keep of it. */
export function useLettre({ recits, griefs }: GriefsVus, recitId: string): LettrePreparee {
  const texte = recits.find(({ id }) => id === recitId)?.texte ?? ''
  const blocs = useMemo(() => blocsDe(texte), [texte])
  const phrases = useMemo(() => phrasesDe(texte, { debut: 0, fin: texte.length }), [texte])
  const peints = useMemo(
    () =>
      griefs.flatMap(({ rang: numero, passage }): PassagePeint[] => {
        if (passage === null) return []
        const { debut, fin } = passage
        if (passage.recitId === recitId) return [{ numero, debut, fin, reporte: false }]
        const ancien = recits.find(({ id }) => id === passage.recitId)?.texte
        const ici = ancien === undefined ? null : reporter(ancien, texte, passage)
        return ici === null ? [] : [{ numero, ...ici, reporte: true }]
      }),
    [griefs, recits, recitId, texte],
  )
  const nonRetenues = useMemo(() => phrasesNonRetenues(texte, phrases, peints), [texte, phrases, peints])
  return { texte, blocs, phrases, peints, nonRetenues }
}
