import type { Tx } from '#platform/db/index.ts'
import type { PersonneEsquissee, PersonneTrouvee } from './contract-personne.ts'
import {
  cleDuCourriel,
  cleDuTelephone,
  clesDeRapprochement,
  debutsDeNom,
  debutsDeSon,
} from './domain/cles.ts'
import { ecrireMatricule, lireMatricule } from './domain/nir.ts'
import {
  type Comparable,
  comparerLesRapprochements,
  type Rapprochement,
  rapprocher,
} from './domain/rapprochement.ts'
import { chercherPersonnes, type PersonneEnBase } from './store.ts'
import { listerParCles, type PersonneComparable } from './store-rapprochements.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

export interface Recherche {
  /** as typed in one field: a name, an e-mail, a phone number, an INS */
  readonly texte: string
  /** the exact mailbox of a received message, or '' */
  readonly courriel: string
  /** what is already typed of someone new */
  readonly personne: PersonneEsquissee | null
}

const matriculeDe = (saisi: string): string => {
  const lecture = lireMatricule(saisi)
  return 'matricule' in lecture ? ecrireMatricule(lecture.matricule) : ''
}

/** What one field stands for: an address, a number, or a name. */
function lireLeTexte(saisi: string) {
  const matricule = matriculeDe(saisi)
  const estUnCourriel = saisi.includes('@')
  const telephone = /\p{L}/u.test(saisi) || matricule !== '' ? '' : cleDuTelephone(saisi)
  const estUnNom = !estUnCourriel && telephone === '' && matricule === ''
  return {
    matricule,
    telephone,
    debutsDeNom: estUnNom ? debutsDeNom(saisi) : [],
    debutsDeSon: estUnNom ? debutsDeSon(saisi) : [],
    debutDeCourriel: estUnCourriel ? cleDuCourriel(saisi) : null,
  }
}

const enComparable = (p: PersonneEsquissee): Comparable => ({ ...p, matricule: null })

export interface Trouvee {
  readonly personne: PersonneEnBase
  readonly rapprochement: Rapprochement | null
}

/** Order of what was found: what goes with the person typed, the exact mailbox or number, names as spelled, names as they sound. */
function ordonner(
  parCles: readonly PersonneComparable[],
  parNom: readonly PersonneEnBase[],
  { courriel, personne }: Recherche,
): Trouvee[] {
  const typee = personne === null ? null : enComparable(personne)
  const comparees = parCles.map(({ personne: trouvee, comparable }) => ({
    personne: trouvee,
    rapprochement: typee === null ? null : rapprocher(typee, comparable),
  }))
  const rapprochees = comparees
    .filter(({ rapprochement }) => rapprochement !== null && rapprochement.niveau !== 'homonyme')
    .toSorted((a, b) => comparer(a.rapprochement, b.rapprochement))
  const exactes = comparees.filter((t) => courriel !== '' && cleDuCourriel(t.personne.courriel) === courriel)
  const niveaux = new Map(comparees.map((t) => [t.personne.id, t.rapprochement]))
  const nommees = parNom.map((trouvee) => ({
    personne: trouvee,
    rapprochement:
      niveaux.get(trouvee.id) ?? (typee === null ? null : rapprocher(typee, { ...trouvee, matricule: null })),
  }))
  const distinctes = new Map<string, Trouvee>()
  for (const trouvee of [...exactes, ...rapprochees, ...nommees, ...comparees])
    if (!distinctes.has(trouvee.personne.id)) distinctes.set(trouvee.personne.id, trouvee)
  return [...distinctes.values()]
}

const comparer = (a: Rapprochement | null, b: Rapprochement | null): number =>
  a === null || b === null ? 0 : comparerLesRapprochements(a, b)

/**
 * People found by a name as it is spelled or sounds, a mailbox, a number, or by what was typed of someone. Two statements at most,
 * each along its index.
 */
export async function trouverPersonnes(
  tx: Tx,
  etablissementId: string,
  recherche: Recherche,
  limite: number,
): Promise<Trouvee[]> {
  const lu = lireLeTexte(recherche.texte.trim())
  const typee = recherche.personne
  const cherchees = {
    cles: [
      ...(lu.telephone === '' ? [] : [`T${lu.telephone}`]),
      ...(typee === null ? [] : clesDeRapprochement(typee)),
    ],
    debuts: lu.debutsDeSon,
    courriel: recherche.courriel === '' ? cleDuCourriel(typee?.courriel ?? '') : recherche.courriel,
    matricule: lu.matricule,
  }
  const aDesCles = [...cherchees.cles, ...cherchees.debuts, cherchees.courriel, cherchees.matricule]
  const parCles = aDesCles.every((cle) => cle === '')
    ? []
    : await listerParCles(tx, etablissementId, cherchees)
  const parNom = await chercherPersonnes(tx, lu, limite)
  return ordonner(parCles, parNom, { ...recherche, courriel: cherchees.courriel }).slice(0, limite)
}

export const versPersonneTrouvee = ({ personne, rapprochement }: Trouvee): PersonneTrouvee => ({
  ...versPersonneVue(personne),
  rapprochement:
    rapprochement === null
      ? null
      : {
          niveau: rapprochement.niveau,
          indices: [...rapprochement.indices],
          contradictions: [...rapprochement.contradictions],
        },
})
