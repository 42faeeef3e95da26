import type { Role } from '#core/journal/domain/acteur.ts'

interface EtatDUnAgent {
  readonly role: Role
  readonly estActif: boolean
}

const estAdministrateurActif = ({ role, estActif }: EtatDUnAgent): boolean =>
  role === 'administrateur' && estActif

/**
 * Why an agent cannot be changed so, or null. `autresAdministrateursActifs`: active administrators but this one.
 * Without the last of them nobody could open an account again.
 */
export function refusDeModifierAgent(
  avant: EtatDUnAgent,
  apres: EtatDUnAgent,
  autresAdministrateursActifs: number,
): { readonly code: 'dernier-administrateur' } | null {
  const perdSonRole = estAdministrateurActif(avant) && !estAdministrateurActif(apres)
  return perdSonRole && autresAdministrateursActifs === 0 ? { code: 'dernier-administrateur' } : null
}

/** A « chef de service » sees the dossiers of named services only: without one, none. */
export function champsAPreciser(saisie: {
  readonly role: Role
  readonly services: readonly string[]
}): Readonly<Record<string, string>> | null {
  if (saisie.role !== 'chef-de-service' || saisie.services.length > 0) return null
  return { services: 'Choisissez au moins un service : sans lui, cet agent ne verrait aucun dossier.' }
}
