import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DepotVu, PieceVue } from '#core/pieces/contract.ts'
import { ChoisirDesFichiers, type Depots, ListeDesDepots, Visionneuse } from '#core/pieces/web/index.ts'
import { AlertesDeDepot } from './alertes-de-depot.tsx'
import { type Destination, Lettre } from './lettre.tsx'
import classes from './nouvelle-reclamation.module.css'

export interface ArriveeProps {
  readonly depots: Depots
  readonly estOrale: boolean
  readonly recit: { readonly id: string; readonly error: string | undefined; readonly valeur: string }
  readonly onRecit: (texte: string) => void
  readonly onReprendre: (texte: string, vers: Destination) => void
  readonly onRemplir: (depot: DepotVu) => void
}

interface Montre {
  readonly depot: DepotVu
  readonly piece: PieceVue
}

function trouverMontre(faits: readonly DepotVu[], pieceId: string | null): Montre | null {
  for (const depot of faits)
    for (const piece of [depot.piece, ...depot.jointes]) if (piece.id === pieceId) return { depot, piece }
  const [premier] = faits
  return premier === undefined ? null : { depot: premier, piece: premier.piece }
}

function Vide({ estOrale, depots, recit, onRecit }: ArriveeProps) {
  return (
    <div className={classes['feuille']}>
      {!estOrale && (
        <div className={classes['depot']}>
          <p className={classes['invite']}>Déposez ici le courriel, le scan ou la photo</p>
          <p className="pv-muted">
            Plusieurs fichiers à la fois si besoin&nbsp;; un courriel (.eml, .msg) remplit la fiche. Vous
            pouvez aussi coller un texte ou une image.
          </p>
          <ChoisirDesFichiers onFichiers={depots.deposer}>Choisir des fichiers…</ChoisirDesFichiers>
        </div>
      )}
      <Textarea
        id={recit.id}
        error={recit.error}
        label={estOrale ? 'Ce que dit la personne' : 'Ou écrivez ce que dit la personne'}
        description={
          estOrale
            ? 'Écrivez-le avec ses mots et relisez-le avec elle : une copie lui est remise sans délai (CSP, art. R. 1112-91).'
            : undefined
        }
        value={recit.valeur}
        minRows={estOrale ? 14 : 6}
        maxRows={28}
        onChange={(e) => onRecit(e.currentTarget.value)}
        classNames={{ input: classes['ecrit'] ?? '' }}
      />
      {estOrale && (
        <p className="pv-muted pv-small">
          La personne apporte un document&nbsp;?{' '}
          <ChoisirDesFichiers
            onFichiers={depots.deposer}
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
          >
            L’ajouter
          </ChoisirDesFichiers>
        </p>
      )}
    </div>
  )
}

/** What arrived: the message, the scan, the photo, or the sheet on which an oral complaint is written down. */
export function Arrivee(props: ArriveeProps) {
  const { depots, onReprendre, onRemplir } = props
  const [pieceId, setPieceId] = useState<string | null>(null)
  if (depots.depots.length === 0) return <Vide {...props} />
  const montre = trouverMontre(depots.faits, pieceId)
  const message = montre?.piece.id === montre?.depot.piece.id ? (montre?.depot.message ?? null) : null
  return (
    <div className={classes['arrivee']}>
      <AlertesDeDepot depots={depots} onRemplir={onRemplir} />
      <div className={classes['feuille']}>
        <div className={classes['fichiers']}>
          <ListeDesDepots depots={depots} montree={montre?.depot.piece.id ?? null} onMontrer={setPieceId} />
          <ChoisirDesFichiers
            onFichiers={depots.deposer}
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
          >
            Ajouter un fichier
          </ChoisirDesFichiers>
        </div>
        {montre !== null && montre.piece.id !== montre.depot.piece.id && (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            className={classes['retour'] ?? ''}
            onClick={() => setPieceId(montre.depot.piece.id)}
          >
            Revenir au message
          </Button>
        )}
        {montre !== null && message !== null && (
          <Lettre depot={montre.depot} message={message} onReprendre={onReprendre} onMontrer={setPieceId} />
        )}
        {montre !== null && message === null && <Visionneuse piece={montre.piece} />}
      </div>
    </div>
  )
}
