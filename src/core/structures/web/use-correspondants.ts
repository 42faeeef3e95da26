import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { type CorrespondantVu, contract } from '../contract.ts'

/** Who may be written to: those still offered, none until they are read or when the role may not. */
export function useCorrespondants(): readonly CorrespondantVu[] {
  const peut = useWebSession().can('structures.tenir-les-correspondants')
  const lus = useOperation(contract.listerCorrespondants, {}, { enabled: peut, staleTime: 60_000 })
  return (lus.data?.correspondants ?? []).filter(({ estRetire }) => !estRetire)
}
