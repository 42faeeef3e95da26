import { type Etendue, phraseVoisine, rangDans } from '../domain/passages.ts'

export interface Geste {
  /** the paragraph to be on */
  readonly bloc?: number
  /** the passage to select; null: none */
  readonly passage?: Etendue | null
  /** the passage to make a grief of */
  readonly relever?: Etendue
}

export interface PlaceAuClavier {
  readonly blocs: readonly Etendue[]
  readonly phrases: readonly Etendue[]
  /** the paragraph the keyboard is on */
  readonly actif: number
  readonly passage: Etendue | null
}

/** The sentence where the reader is: that of the selection, else the first of the paragraph. */
function phraseCourante({ phrases, passage, blocs, actif }: PlaceAuClavier): Etendue | null {
  const position = passage?.debut ?? blocs[actif]?.debut ?? 0
  return phrases[rangDans(phrases, position)] ?? null
}

/** From sentence to sentence: selected when one arrives on it, the first one first. */
function voisine(place: PlaceAuClavier, sens: 1 | -1): Geste {
  const { passage, phrases, blocs } = place
  const vers =
    passage === null
      ? phraseCourante(place)
      : phraseVoisine(phrases, sens === 1 ? passage.fin - 1 : passage.debut, sens)
  return vers === null ? {} : { passage: vers, bloc: rangDans(blocs, vers.debut) }
}

/** The selection longer or shorter by a sentence. */
function etendre(place: PlaceAuClavier, sens: 1 | -1): Geste {
  const { passage, phrases } = place
  if (passage === null) return voisine(place, sens)
  const derniere = rangDans(phrases, passage.fin - 1)
  const fin = phrases[derniere + sens]?.fin
  return fin === undefined || fin <= passage.debut ? {} : { passage: { debut: passage.debut, fin } }
}

/** The selection to the end of the paragraph, or of the next one. */
function etendreAuBloc({ blocs, actif, passage }: PlaceAuClavier): Geste {
  const debut = passage?.debut ?? blocs[actif]?.debut
  if (debut === undefined) return {}
  const ici = passage === null ? actif : rangDans(blocs, passage.fin)
  const fin = blocs.slice(ici).find((b) => b.fin > (passage?.fin ?? debut))?.fin
  return fin === undefined ? {} : { passage: { debut, fin } }
}

const aller = ({ blocs, passage }: PlaceAuClavier, bloc: number): Geste =>
  blocs[bloc] === undefined ? {} : { bloc, ...(passage === null ? {} : { passage: null }) }

const GESTES: Readonly<Record<string, (place: PlaceAuClavier, maj: boolean) => Geste | null>> = {
  ArrowDown: (place, maj) => (maj ? etendreAuBloc(place) : aller(place, place.actif + 1)),
  ArrowUp: (place, maj) => (maj ? etendre(place, -1) : aller(place, place.actif - 1)),
  ArrowRight: (place, maj) => (maj ? etendre(place, 1) : voisine(place, 1)),
  ArrowLeft: (place, maj) => (maj ? etendre(place, -1) : voisine(place, -1)),
  Home: (place) => aller(place, 0),
  End: (place) => aller(place, place.blocs.length - 1),
  Escape: ({ passage }) => (passage === null ? null : { passage: null }),
  Enter: ({ passage, blocs, actif }) => {
    const choisi = passage ?? blocs[actif]
    return choisi === undefined ? null : { relever: choisi }
  },
}

/**
 * What a key does in the letter: arrows go by paragraph and by sentence, with Shift they extend the selection, Enter makes a
 * grief of it, Escape drops it. Null: the key is not ours.
 */
export const gesteDe = (touche: string, maj: boolean, place: PlaceAuClavier): Geste | null =>
  GESTES[touche]?.(place, maj) ?? null
