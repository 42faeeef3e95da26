import type { Tx } from '#platform/db/index.ts'
import { type PersonneVue, ROLES_DANS_LE_DOSSIER } from './contract.ts'
import { listerParticipants, listerPersonnesEnBase } from './store.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

export type RoleDansLeDossier = (typeof ROLES_DANS_LE_DOSSIER)[number]
export type Participant = PersonneVue & { role: RoleDansLeDossier; qualite: string }

/** People of a dossier, one row per role: author, patient, representative, witness. One statement. */
export async function listerPersonnesDuDossier(tx: Tx, dossierId: string): Promise<Participant[]> {
  const participants = await listerParticipants(tx, dossierId)
  return participants.map((participant) => ({
    ...versPersonneVue(participant),
    role: ROLES_DANS_LE_DOSSIER.find((role) => role === participant.role) ?? 'temoin',
  }))
}

/** These people, by name; an id outside the perimeter is absent. One statement. */
export async function personnesLues(tx: Tx, ids: readonly string[]): Promise<PersonneVue[]> {
  const distincts = [...new Set(ids)]
  if (distincts.length === 0) return []
  return (await listerPersonnesEnBase(tx, distincts)).map(versPersonneVue)
}
