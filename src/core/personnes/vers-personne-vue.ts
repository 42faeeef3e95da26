import type { PersonneVue } from './contract.ts'
import { lignesPostales } from './domain/adresse.ts'
import type { PersonneEnBase } from './store.ts'

/** A person as a screen shows it, the lines of the envelope ready to print. */
export const versPersonneVue = <P extends PersonneEnBase>(personne: P): P & PersonneVue => ({
  ...personne,
  lignesPostales: [...lignesPostales(personne)],
})
