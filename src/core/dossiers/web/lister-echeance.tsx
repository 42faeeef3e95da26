import { formatDay, formatRelativeDay } from '#platform/web/formats.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneDeDossier } from '../contract.ts'
import { phraseDAttente } from '../domain/labels.ts'
import classes from './lister.module.css'

const TONS = {
  depassee: 'late',
  proche: 'soon',
  'a-venir': 'neutral',
  sans: 'quiet',
} as const satisfies Record<LigneDeDossier['situation'], BadgeTone>

/** Who owes what on a line: the most urgent, and how many more. */
function AttenteEnLigne({ dossier, jour }: { dossier: LigneDeDossier; jour: string }) {
  const [premiere, ...autres] = dossier.attentes
  if (premiere === undefined) return null
  const pour = premiere.pourLe === null ? '' : `, ${formatRelativeDay(premiere.pourLe, jour)}`
  const suite = autres.length === 0 ? '' : ` et ${autres.length} autre${autres.length > 1 ? 's' : ''}`
  return (
    <div className="pv-small pv-muted" title={dossier.attentes.map(phraseDAttente).join('\n')}>
      {phraseDAttente(premiere)}
      {pour}
      {suite}
    </div>
  )
}

/** The next deadline of a line: what, then when, in words. */
function Echeance({ dossier, jour }: { dossier: LigneDeDossier; jour: string }) {
  const { prochaineEcheanceLe: limite, prochaineEcheance: objet, situation } = dossier
  if (limite === null) return <span className="pv-muted pv-small">{dossier.estClos ? 'clos' : 'aucune'}</span>
  return (
    <>
      {objet !== null && <span className={classes['quoi']}>{objet}</span>}{' '}
      <span title={formatDay(limite)}>
        <StatusBadge tone={TONS[situation]}>{formatRelativeDay(limite, jour)}</StatusBadge>
      </span>
    </>
  )
}

/** The next deadline, and what is awaited unless another column says it. No « aucune » where something is awaited. */
export function EcheanceEnLigne(props: { dossier: LigneDeDossier; jour: string; avecAttente?: boolean }) {
  const { dossier, jour, avecAttente = true } = props
  const attend = avecAttente && dossier.attentes.length > 0
  return (
    <>
      {(dossier.prochaineEcheanceLe !== null || !attend) && <Echeance dossier={dossier} jour={jour} />}
      {attend && <AttenteEnLigne dossier={dossier} jour={jour} />}
    </>
  )
}
