import { useOperation } from '#platform/web/query.ts'
import { contract } from '../contract.ts'

/** What is late or due today, as last read by the home; null until then. Reads nothing by itself. */
export function useNombreAFaire(): number | null {
  const accueil = useOperation(contract.obtenirAccueil, {}, { enabled: false }).data
  return accueil === undefined ? null : accueil.compteurs.enRetard + accueil.compteurs.aujourdHui
}
