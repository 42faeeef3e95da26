import { Button, Progress } from '@mantine/core'
import { formatSize } from '#platform/web/formats.ts'
import classes from './pieces.module.css'
import type { Depot, Depots } from './use-depots.ts'

const attenteOuPart = (depot: Depot): number => (depot.etat === 'envoi' ? Math.round(depot.part * 100) : 0)

function LigneEnCours({ depot }: { depot: Depot }) {
  const part = attenteOuPart(depot)
  return (
    <>
      <span className={classes['nom']}>{depot.nom}</span>
      <span className={classes['etat']}>
        {depot.etat === 'attente' ? 'en attente' : part < 100 ? `${part}\u00a0%` : 'lecture du fichier…'}
      </span>
      <Progress
        value={part}
        size={4}
        className={classes['barre'] ?? ''}
        aria-label={`Envoi de ${depot.nom}`}
      />
    </>
  )
}

function LigneRefusee({ depot, depots }: { depot: Extract<Depot, { etat: 'refuse' }>; depots: Depots }) {
  return (
    <>
      <span className={classes['nom']}>{depot.nom}</span>
      <span className={classes['gestes']}>
        <Button size="compact-sm" variant="default" onClick={() => depots.reessayer(depot.cle)}>
          Réessayer
        </Button>
        <Button
          size="compact-sm"
          variant="transparent"
          px={0}
          fw={500}
          onClick={() => depots.retirer(depot.cle)}
        >
          Écarter
        </Button>
      </span>
      <span className={classes['refus']}>{depot.message}</span>
    </>
  )
}

export interface ListeDesDepotsProps {
  readonly depots: Depots
  /** id of the piece shown now, and what to do when another is chosen */
  readonly montree?: string | null
  readonly onMontrer?: (pieceId: string) => void
}

function LigneFaite({
  depot,
  depots,
  montree,
  onMontrer,
}: ListeDesDepotsProps & { depot: Extract<Depot, { etat: 'fait' }> }) {
  const { piece, jointes } = depot.vu
  return (
    <>
      {onMontrer === undefined ? (
        <span className={classes['nom']}>{piece.nom}</span>
      ) : (
        <button
          type="button"
          className={classes['choix']}
          aria-pressed={montree === piece.id}
          onClick={() => onMontrer(piece.id)}
        >
          {piece.nom}
        </button>
      )}
      <span className={classes['gestes']}>
        <span className={classes['etat']}>
          {formatSize(piece.taille)}
          {jointes.length > 0 && `, ${jointes.length}\u00a0jointe${jointes.length > 1 ? 's' : ''}`}
        </span>
        <Button
          size="compact-sm"
          variant="transparent"
          px={0}
          fw={500}
          onClick={() => depots.retirer(depot.cle)}
          aria-label={`Retirer ${piece.nom}`}
        >
          Retirer
        </Button>
      </span>
      {depot.vu.refusees.map((refusee) => (
        <span key={refusee.nom} className={classes['refus']}>
          {refusee.nom}&nbsp;: {refusee.message}
        </span>
      ))}
    </>
  )
}

/** Files being sent, refused or deposited, one line each: a refusal is said beside its file. */
export function ListeDesDepots({ depots, montree, onMontrer }: ListeDesDepotsProps) {
  if (depots.depots.length === 0) return null
  return (
    <ul className={classes['depots']} aria-label="Fichiers déposés">
      {depots.depots.map((depot) => (
        <li key={depot.cle}>
          {depot.etat === 'refuse' ? (
            <LigneRefusee depot={depot} depots={depots} />
          ) : depot.etat === 'fait' ? (
            <LigneFaite
              depot={depot}
              depots={depots}
              {...(onMontrer === undefined ? {} : { onMontrer, montree: montree ?? null })}
            />
          ) : (
            <LigneEnCours depot={depot} />
          )}
        </li>
      ))}
    </ul>
  )
}
