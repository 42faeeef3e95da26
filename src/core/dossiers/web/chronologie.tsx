import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatInstant, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { AjouterNote } from './ajouter-note.tsx'
import classes from './chronologie.module.css'
import { useDossier } from './dossier-context.ts'
import {
  type AjoutDeChronologie,
  type EntreeDeChronologie,
  entreesDeChronologie,
} from './entrees-de-chronologie.ts'
import { RectifierFait } from './rectifier-fait.tsx'

interface LigneProps {
  readonly entree: EntreeDeChronologie
  readonly onRectifier: ((entree: EntreeDeChronologie) => void) | null
}

function Ligne({ entree, onRectifier }: LigneProps) {
  const { today, timeZone } = useWebSession()
  const Titre = entree.estRectifie ? 's' : 'span'
  const classe = [entree.estMineure ? classes['mineure'] : '', entree.estRectifie ? classes['rectifiee'] : '']
  return (
    <li className={classe.join(' ')}>
      <p>
        <Titre>
          <time dateTime={entree.jour} className={classes['date']}>
            {formatShortDate(entree.jour, today)}
          </time>{' '}
          {entree.titre}
        </Titre>
        {entree.estRectifie && <span className="pv-sr"> (corrigé depuis)</span>}
        {entree.precision !== null && <span className="pv-muted"> — {entree.precision}</span>}
        {entree.agent !== null && (
          <span
            className={classes['qui']}
            title={`Enregistré le ${formatInstant(entree.enregistreA, timeZone)}`}
          >
            {' '}
            ({entree.agent})
          </span>
        )}
        {onRectifier !== null && entree.rectifiable !== null && (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            className={`${classes['rectifier']} pv-no-print`}
            onClick={() => onRectifier(entree)}
            aria-label={`Corriger la date : ${entree.titre}, ${formatShortDate(entree.jour, today)}`}
          >
            Corriger la date
          </Button>
        )}
      </p>
      {entree.motif !== null && <p className={classes['motif']}>Motif&nbsp;: {entree.motif}</p>}
      {entree.texte !== null && <p className={classes['texte-note']}>{entree.texte}</p>}
    </li>
  )
}

/** What happened, newest first: facts, letters and pieces on one thread. A corrected date stays, struck, with its reason. */
export function Chronologie({ ajouts = [] }: { ajouts?: readonly AjoutDeChronologie[] }) {
  const { tronc } = useDossier()
  const { can } = useWebSession()
  const [note, setNote] = useState(false)
  const [rectifie, setRectifie] = useState<EntreeDeChronologie | null>(null)
  const peutRectifier = can('dossiers.rectifier')
  return (
    <Card
      title="Chronologie"
      aside={
        can('dossiers.modifier') && !note ? (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setNote(true)}>
            Ajouter une note
          </Button>
        ) : undefined
      }
    >
      {note && <AjouterNote onFermer={() => setNote(false)} />}
      <ol className={classes['frise']} reversed>
        {entreesDeChronologie(tronc.faits, ajouts).map((entree) => (
          <Ligne key={entree.cle} entree={entree} onRectifier={peutRectifier ? setRectifie : null} />
        ))}
      </ol>
      {rectifie?.rectifiable !== null && rectifie !== null && (
        <RectifierFait fait={rectifie.rectifiable} onFermer={() => setRectifie(null)} />
      )}
    </Card>
  )
}
