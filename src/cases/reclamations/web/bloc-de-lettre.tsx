import { memo } from 'react'
import { type Etendue, segmentsDe } from '../domain/passages.ts'
import classes from './lettre-a-lire.module.css'
import { DEBUT } from './selection.tsx'

/** Numbers of what is painted without being a grief: the word looked for, the passage of the grief being written. */
export const TROUVE = 0
export const EN_COURS = -1

/** A passage painted in the letter, with the number of its grief. */
export interface PassagePeint extends Etendue {
  readonly numero: number
  /** read in another version of the narrative, found again in this one */
  readonly reporte: boolean
}

export interface BlocDeLettreProps {
  readonly rang: number
  readonly bloc: Etendue
  readonly texte: string
  /** the passages that touch this block */
  readonly passages: readonly PassagePeint[]
  /** what `passages` says, to paint again only the blocks where it changed */
  readonly cle: string
  /** the paragraph the keyboard is on */
  readonly estActif: boolean
  readonly onGrief: (numero: number) => void
}

const classeDe = (peints: readonly PassagePeint[]): string | undefined => {
  if (peints.some(({ numero }) => numero === TROUVE)) return classes['trouve']
  if (peints.some(({ numero }) => numero === EN_COURS)) return classes['en-cours']
  return peints.every(({ reporte }) => reporte) ? classes['reporte'] : classes['retenu']
}

function Bloc({ rang, bloc, texte, passages, estActif, onGrief }: BlocDeLettreProps) {
  const numeros = [...new Set(passages.map(({ numero }) => numero))].filter((numero) => numero > 0)
  return (
    <div className={classes['bloc']} data-bloc={rang}>
      <div className={classes['marge']}>
        {numeros.map((numero) => (
          <button
            key={numero}
            type="button"
            className={classes['renvoi']}
            aria-label={`Aller au grief ${numero}`}
            onClick={() => onGrief(numero)}
          >
            {numero}
          </button>
        ))}
      </div>
      <p className={classes['texte']} {...{ [DEBUT]: bloc.debut }} tabIndex={estActif ? 0 : -1}>
        {segmentsDe(bloc, passages).map(({ debut, fin, numeros: ici, ouvre }) => {
          const extrait = texte.slice(debut, fin)
          if (ici.length === 0) return extrait
          const ouverts = ouvre.filter((numero) => numero > 0).join(' ')
          return (
            <mark
              key={debut}
              className={classeDe(passages.filter((p) => p.debut <= debut && p.fin >= fin))}
              {...(ouverts === '' ? {} : { 'data-numeros': ouverts })}
            >
              {extrait}
            </mark>
          )
        })}
      </p>
    </div>
  )
}

/** A paragraph of the letter: its text, the passages kept, and beside it the numbers of the griefs, each a way to them. */
export const BlocDeLettre = memo(
  Bloc,
  (avant, apres) =>
    avant.cle === apres.cle &&
    avant.estActif === apres.estActif &&
    avant.texte === apres.texte &&
    avant.bloc === apres.bloc &&
    avant.onGrief === apres.onGrief,
)
