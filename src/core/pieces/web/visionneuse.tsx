import { Button } from '@mantine/core'
import { useState } from 'react'
import { assertNever } from '#platform/assert-never.ts'
import { urlOf } from '#platform/web/client.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatSize } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { contract, type PieceVue } from '../contract.ts'
import { NATURE_DE_PIECE } from './labels.ts'
import classes from './pieces.module.css'
import { RelireLeTexte } from './relire-le-texte.tsx'
import { TexteDePiece } from './texte-de-piece.tsx'

/** Opens the address of a piece: bytes as received, saved as a file. */
export const adresseDeTelechargement = (id: string): string => urlOf(contract.telecharger, { id })

function ImageDePiece({ piece }: { piece: PieceVue }) {
  const [grande, setGrande] = useState(false)
  const [illisible, setIllisible] = useState(false)
  if (illisible) return <SansApercu piece={piece} />
  return (
    <button
      type="button"
      className={grande ? classes['image-grande'] : classes['image']}
      onClick={() => setGrande(!grande)}
      aria-label={grande ? 'Réduire l’image à la largeur' : 'Agrandir l’image'}
    >
      <img
        src={urlOf(contract.apercevoir, { id: piece.id })}
        alt={`Pièce ${piece.nom}`}
        onError={() => setIllisible(true)}
      />
    </button>
  )
}

function SansApercu({ piece }: { piece: PieceVue }) {
  return (
    <EmptyState
      title="Pas d’aperçu pour ce fichier"
      action={
        <Button component="a" c="var(--pv-ink)" href={adresseDeTelechargement(piece.id)} variant="default">
          Télécharger {piece.extension === '' ? '' : `(.${piece.extension})`}
        </Button>
      }
    >
      Il est conservé tel qu’il a été reçu. Téléchargez-le pour l’ouvrir avec son logiciel.
    </EmptyState>
  )
}

function Apercu({ piece }: { piece: PieceVue }) {
  switch (piece.apercu) {
    case 'pdf':
      return (
        <iframe
          className={classes['cadre']}
          src={`${urlOf(contract.apercevoir, { id: piece.id })}#navpanes=0&view=FitH`}
          title={`Document ${piece.nom}`}
        />
      )
    case 'image':
      return <ImageDePiece piece={piece} />
    case 'texte':
      return <TexteDePiece id={piece.id} nom={piece.nom} />
    case 'aucun':
      return <SansApercu piece={piece} />
    default:
      return assertNever(piece.apercu)
  }
}

/** One piece to read: what to beware of, the document itself, and the way to save it. */
export function Visionneuse({
  piece,
  onChange,
}: {
  piece: PieceVue
  /** after something of it changed; absent where nothing of it may */
  onChange?: (() => Promise<void>) | undefined
}) {
  return (
    <div className={classes['visionneuse']}>
      <div className={classes['entete']}>
        <span className="pv-muted pv-small">
          {NATURE_DE_PIECE[piece.nature]} · {formatSize(piece.taille)}
          {piece.lecture !== null && <> · {piece.lecture.phrase}</>}
        </span>
        <span className="pv-small pv-row">
          {piece.apercu === 'pdf' && (
            <a href={urlOf(contract.apercevoir, { id: piece.id })} target="_blank" rel="noreferrer">
              Ouvrir dans un onglet
            </a>
          )}
          {onChange !== undefined && <RelireLeTexte piece={piece} onChange={onChange} />}
          <a href={adresseDeTelechargement(piece.id)}>Télécharger</a>
        </span>
      </div>
      {piece.alertes.map((une) => (
        <Notice key={une.code} tone="soon">
          {une.message}
        </Notice>
      ))}
      <Apercu key={piece.id} piece={piece} />
    </div>
  )
}
