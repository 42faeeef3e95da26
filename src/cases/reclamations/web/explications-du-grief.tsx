import { NIVEAU_DE_RELANCE } from '#core/taches/domain/labels.ts'
import { dayOf, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import classes from './analyse.module.css'
import type { Explication } from './use-explications.tsx'

const deQui = ({ structure, destinataire }: Explication['tache']): string =>
  structure?.nom ?? destinataire.nom

/** « Explications demandées à Orthopédie le 12 nov., rappel le 19 nov. » */
export function DemandeEnCours({ explication: { tache } }: { explication: Explication }) {
  const { today } = useWebSession()
  const derniere = tache.relances.at(-1)
  return (
    <p className="pv-small pv-muted">
      Explications demandées à {deQui(tache)} le {formatShortDate(tache.demandeeLe, today)}
      {derniere !== undefined &&
        `, ${NIVEAU_DE_RELANCE[derniere.niveau].libelle.toLocaleLowerCase('fr')} le ${formatShortDate(derniere.faiteLe, today)}`}
      .
    </p>
  )
}

function Reponse({ explication: { tache, reponse } }: { explication: Explication }) {
  const { today, timeZone } = useWebSession()
  const { repondant, repondueA } = tache
  return (
    <div>
      <p className={classes['service']}>
        {deQui(tache)}
        {repondueA !== null && `, le ${formatShortDate(dayOf(repondueA, timeZone), today)}`}
        {repondant !== null && ` (${repondant.nom}, ${repondant.fonction})`}
      </p>
      <p className={classes['paroles']}>{reponse ?? 'Sans réponse sur ce point.'}</p>
      {tache.reponse.trim() !== '' && <p className={classes['interne']}>{tache.reponse}</p>}
    </div>
  )
}

/** What the services say of a grief, beside it. */
export function ExplicationsDuGrief({ explications }: { explications: readonly Explication[] }) {
  if (explications.length === 0) return null
  return (
    <div className={classes['explications']}>
      {explications.map((explication) =>
        explication.tache.etat === 'repondue' ? (
          <Reponse key={explication.tache.id} explication={explication} />
        ) : (
          <DemandeEnCours key={explication.tache.id} explication={explication} />
        ),
      )}
    </div>
  )
}
