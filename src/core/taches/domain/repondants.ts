/** Someone a request may be written to. */
export interface Repondant {
  readonly nom: string
  readonly courriel: string
  /** who is away, when this is who stands in */
  readonly aLaPlaceDe: string | null
}

/** Who answers for what on a day, as the accounts and the structures say it. */
export interface Annuaire {
  readonly personnes: readonly {
    readonly nom: string
    readonly courriel: string
    readonly role: string
    readonly services: readonly string[]
    readonly remplacant: { readonly nom: string; readonly courriel: string } | null
  }[]
  /** structure → the one above, null at the top */
  readonly parents: ReadonlyMap<string, string | null>
}

export interface Adresse {
  readonly structureId: string | null
  readonly destinataireNom: string
  readonly destinataireCourriel: string
}

type Personne = Annuaire['personnes'][number]

/** What tells one address from another. */
export const cleDuCourriel = (courriel: string): string => courriel.trim().toLowerCase()

const enRepondant = ({ nom, courriel, remplacant }: Personne): Repondant =>
  remplacant === null ? { nom, courriel, aLaPlaceDe: null } : { ...remplacant, aLaPlaceDe: nom }

const chefsDe = ({ personnes }: Annuaire, structureId: string): readonly Personne[] =>
  personnes.filter(({ role, services }) => role === 'chef-de-service' && services.includes(structureId))

/** The structure and those above it, the nearest first. */
function lignee({ parents }: Annuaire, structureId: string | null): readonly string[] {
  const ids: string[] = []
  for (let id = structureId; id !== null && !ids.includes(id); id = parents.get(id) ?? null) ids.push(id)
  return ids
}

const uniques = (repondants: readonly Repondant[]): Repondant[] =>
  [...new Map(repondants.toReversed().map((r) => [cleDuCourriel(r.courriel), r])).values()].reverse()

/** The nearest structure somebody answers for. */
const pourvue = (annuaire: Annuaire, ids: readonly string[]): string | undefined =>
  ids.find((id) => chefsDe(annuaire, id).length > 0)

/**
 * Who a request goes to that day: the address written on it, or whoever answers for the service or, failing that, for what is
 * above. Who is away gives way to who stands in. Empty when nobody is known.
 */
export function repondantsDe(adresse: Adresse, annuaire: Annuaire): readonly Repondant[] {
  const { destinataireCourriel: courriel, destinataireNom: nom } = adresse
  if (courriel.trim() !== '') {
    const connue = annuaire.personnes.find((p) => cleDuCourriel(p.courriel) === cleDuCourriel(courriel))
    if (connue !== undefined && connue.remplacant !== null) return [enRepondant(connue)]
    return [{ nom: nom === '' ? (connue?.nom ?? '') : nom, courriel: courriel.trim(), aLaPlaceDe: null }]
  }
  const structure = pourvue(annuaire, lignee(annuaire, adresse.structureId))
  return structure === undefined ? [] : uniques(chefsDe(annuaire, structure).map(enRepondant))
}

/**
 * The head above the service: of the nearest structure above the one that answers. Whoever was already written to is not their
 * own hierarchy. Empty when nobody is known.
 */
export function hierarchieDe(adresse: Adresse, annuaire: Annuaire): readonly Repondant[] {
  const deja = new Set(repondantsDe(adresse, annuaire).map(({ courriel }) => cleDuCourriel(courriel)))
  const [service, ...dessus] = lignee(annuaire, adresse.structureId)
  if (service === undefined) return []
  for (const id of dessus) {
    const autres = chefsDe(annuaire, id)
      .map(enRepondant)
      .filter(({ courriel }) => !deja.has(cleDuCourriel(courriel)))
    if (autres.length > 0) return uniques(autres)
  }
  return []
}
