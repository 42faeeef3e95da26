import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'

/** The department's vocabulary; empty for who is not of it. */
export function useEtiquettes() {
  const enabled = useWebSession().can('dossiers.modifier')
  const lues = useOperation(contract.listerEtiquettes, {}, { enabled, staleTime: 60_000 }).data
  return { etiquettes: lues?.etiquettes ?? [], peutTenir: lues?.peutTenir === true }
}
