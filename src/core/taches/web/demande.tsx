import {
  daysBetween,
  formatCount,
  formatDayInYear,
  formatInstant,
  formatShortDate,
} from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { TacheVue } from '../contract.ts'
import { ENVOI, ETAT_DE_TACHE, LIEN_ENVOYE, NATURE_DE_TACHE, NIVEAU_DE_RELANCE } from '../domain/labels.ts'
import { ActionsDeDemande } from './actions-de-demande.tsx'
import { Reponse } from './reponse.tsx'
import { SuiteDeLaDemande } from './suite-de-la-demande.tsx'
import classes from './taches.module.css'

/** Who it was asked of: the service, or the person outside any. */
const quiDe = ({ structure, destinataire }: TacheVue): string => structure?.nom ?? destinataire.nom

function EtatDeLaDemande({ tache }: { tache: TacheVue }) {
  const { today } = useWebSession()
  if (tache.etat === 'repondue') return <StatusBadge tone="ok">{ETAT_DE_TACHE.repondue}</StatusBadge>
  if (tache.etat === 'annulee') return <StatusBadge tone="quiet">{ETAT_DE_TACHE.annulee}</StatusBadge>
  const retard = daysBetween(tache.pourLe, today)
  if (retard > 0) return <StatusBadge tone="late">attendue depuis {formatCount(retard, 'jour')}</StatusBadge>
  return <StatusBadge tone="neutral">{ETAT_DE_TACHE.demandee}</StatusBadge>
}

/** « demandées le 5 janv. par Camille Roux, souhaitées pour le mardi 20 janvier » */
function Phrase({ tache }: { tache: TacheVue }) {
  const { today } = useWebSession()
  const { nature, destinataire, structure, sujets } = tache
  const a = structure === null || destinataire.nom === '' ? '' : `, à ${destinataire.nom}`
  const points = sujets.length === 0 ? '' : `, ${formatCount(sujets.length, 'point')}`
  return (
    <p className={classes['meta']}>
      {NATURE_DE_TACHE[nature]}
      {points}
      {a}, le {formatShortDate(tache.demandeeLe, today)} par {tache.demandeur}
      {tache.etat === 'demandee' && (
        <>
          . {nature === 'restitution' ? 'Lecture' : 'Réponse'} souhaitée pour le{' '}
          <strong>{formatDayInYear(tache.pourLe)}</strong>
        </>
      )}
      .
    </p>
  )
}

function Relances({ tache }: { tache: TacheVue }) {
  const { today } = useWebSession()
  if (tache.relances.length === 0) return null
  return (
    <ul className={classes['relances']}>
      {tache.relances.map(({ niveau, faiteLe, a, envoi, estAutomatique }, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reminder has no name of its own, and none is ever removed
        <li key={rang}>
          {NIVEAU_DE_RELANCE[niveau].libelle} le {formatShortDate(faiteLe, today)}
          {a !== '' && `, à ${a}`} ({estAutomatique && 'automatique, '}
          {ENVOI[envoi]})
        </li>
      ))}
    </ul>
  )
}

/** Where its links went: an address that is not the right one is seen here, and its link replaced. */
function LiensEnvoyes({ tache }: { tache: TacheVue }) {
  const { timeZone } = useWebSession()
  if (tache.liensEnvoyes.length === 0) return null
  return (
    <ul className={classes['relances']}>
      {tache.liensEnvoyes.map(({ a, le, envoi }) => (
        <li key={`${le} ${a}`}>
          {LIEN_ENVOYE[envoi]} {a} le {formatInstant(le, timeZone)}
        </li>
      ))}
    </ul>
  )
}

/** One request: who, what, since when, what was done about it, and the answer. */
export function Demande({
  tache,
  courrielIndisponible,
}: {
  tache: TacheVue
  courrielIndisponible: string | null
}) {
  const { timeZone, today } = useWebSession()
  const { structure, annulation } = tache
  return (
    <li>
      <div className={classes['tete']}>
        <h3>{quiDe(tache)}</h3>
        <EtatDeLaDemande tache={tache} />
      </div>
      <Phrase tache={tache} />
      {structure !== null && structure.fermeLe !== null && (
        <p className={classes['meta']}>
          Ce service a fermé le {formatShortDate(structure.fermeLe, today)}&nbsp;: la demande reste ouverte,
          mais vérifiez qui peut y répondre.
        </p>
      )}
      <LiensEnvoyes tache={tache} />
      <Relances tache={tache} />
      <SuiteDeLaDemande tache={tache} />
      {annulation !== null && (
        <p className={classes['meta']}>
          Annulée le {formatInstant(annulation.a, timeZone)}. Motif&nbsp;: {annulation.motif}
        </p>
      )}
      {tache.etat === 'repondue' && <Reponse tache={tache} />}
      {tache.etat === 'demandee' && (
        <ActionsDeDemande tache={tache} courrielIndisponible={courrielIndisponible} />
      )}
    </li>
  )
}
