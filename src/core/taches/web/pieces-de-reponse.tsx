import { Button } from '@mantine/core'
import { useState } from 'react'
import { ChoisirDesFichiers } from '#core/pieces/web/index.ts'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { formatSize } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { uploadFile } from '#platform/web/upload.ts'
import { contract, type DemandeRecue } from '../contract.ts'
import classes from './taches.module.css'

/** Files joined to an answer, at once: a refusal is told beside the others. */
export function PiecesDeReponse({ demande }: { demande: DemandeRecue }) {
  const [pieces, setPieces] = useState(demande.pieces)
  const [refus, setRefus] = useState<readonly string[]>([])
  const [enCours, setEnCours] = useState(false)
  const joindre = async (fichiers: readonly File[]): Promise<void> => {
    setEnCours(true)
    setRefus([])
    for (const fichier of fichiers) {
      try {
        setPieces((await uploadFile(contract.joindre, fichier, { id: demande.id })).pieces)
      } catch (error) {
        setRefus((avant) => [...avant, `« ${fichier.name} » : ${toProblem(error).message}`])
      }
    }
    setEnCours(false)
  }
  const retirer = async (pieceId: string): Promise<void> => {
    try {
      setPieces((await callOperation(contract.retirerUnePiece, { id: demande.id, pieceId })).pieces)
    } catch (error) {
      setRefus([toProblem(error).message])
    }
  }
  return (
    <Card title="Pièces jointes">
      {pieces.length === 0 && (
        <p className="pv-muted pv-small">Protocole, planning, compte rendu d’événement… si c’est utile.</p>
      )}
      <ul className={classes['recues']}>
        {pieces.map(({ id, nom, taille }) => (
          <li key={id}>
            <span>
              {nom} <span className="pv-muted pv-small">{formatSize(taille)}</span>
            </span>
            <Button
              variant="transparent"
              px={0}
              size="compact-sm"
              aria-label={`Retirer ${nom}`}
              onClick={() => void retirer(id)}
            >
              Retirer
            </Button>
          </li>
        ))}
      </ul>
      {refus.map((phrase) => (
        <Notice key={phrase} tone="late">
          {phrase}
        </Notice>
      ))}
      <ChoisirDesFichiers size="compact-md" loading={enCours} onFichiers={(f) => void joindre(f)}>
        Joindre des fichiers
      </ChoisirDesFichiers>
    </Card>
  )
}
