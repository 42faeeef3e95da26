import { useState } from 'react'
import { formatSize } from '#platform/web/formats.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { PieceVue } from '../contract.ts'
import { FenetreDePiece } from './fenetre-de-piece.tsx'
import { NATURE_DE_PIECE } from './labels.ts'
import classes from './pieces.module.css'

function LigneDePiece({ piece, onOuvrir }: { piece: PieceVue; onOuvrir: (piece: PieceVue) => void }) {
  return (
    <div className={classes['ligne']}>
      <button
        type="button"
        className={classes['lien']}
        onClick={() => onOuvrir(piece)}
        aria-haspopup="dialog"
      >
        {piece.nom}
      </button>
      <span className="pv-print-only">{piece.nom}</span>
      <span className={classes['meta']}>
        {NATURE_DE_PIECE[piece.nature]}, {formatSize(piece.taille)}
        {piece.lecture !== null && ` · ${piece.lecture.phrase}`}
        {piece.alertes.length > 0 && (
          <>
            {' '}
            <StatusBadge tone="soon">à ouvrir avec prudence</StatusBadge>
          </>
        )}
      </span>
    </div>
  )
}

/** The pieces of a dossier; attachments stand under their message. Each opens in a window. */
export function ListeDesPieces({
  pieces,
  onChange,
}: {
  pieces: readonly PieceVue[]
  /** after something of one changed */
  onChange?: () => Promise<void>
}) {
  const [ouverte, setOuverte] = useState<PieceVue | null>(null)
  const ids = new Set(pieces.map(({ id }) => id))
  const meres = pieces.filter(({ pieceMereId }) => pieceMereId === null || !ids.has(pieceMereId))
  return (
    <>
      <ul className={classes['pieces']}>
        {meres.map((mere) => {
          const jointes = pieces.filter(({ pieceMereId }) => pieceMereId === mere.id)
          return (
            <li key={mere.id}>
              <LigneDePiece piece={mere} onOuvrir={setOuverte} />
              {jointes.length > 0 && (
                <ul className={classes['jointes']}>
                  {jointes.map((jointe) => (
                    <li key={jointe.id}>
                      <LigneDePiece piece={jointe} onOuvrir={setOuverte} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      <FenetreDePiece
        // as it is now, not as it was when it was opened
        piece={pieces.find(({ id }) => id === ouverte?.id) ?? null}
        onFermer={() => setOuverte(null)}
        onChange={onChange}
      />
    </>
  )
}
