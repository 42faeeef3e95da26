import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { Priorite } from '../domain/priorite.ts'

/** A priority that is not the ordinary one, in words and by a sign. */
export function BadgeDePriorite({ priorite }: { priorite: Priorite }) {
  if (priorite === 'normale') return null
  return priorite === 'urgente' ? (
    <StatusBadge tone="late">priorité urgente</StatusBadge>
  ) : (
    <StatusBadge tone="soon">priorité haute</StatusBadge>
  )
}
