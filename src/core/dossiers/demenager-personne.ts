import { nomAffiche } from './domain/nom-affiche.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { reindexer } from './reindexer.ts'
import {
  deplacerParticipations,
  type Participation,
  rendreParticipations,
  renommerAuteurs,
  sontInchangees,
  verrouillerDossiers,
} from './store-participations.ts'

interface Identite {
  readonly id: string
  readonly nom: string
  readonly prenom: string
}

interface Demenagement {
  readonly deplacements: readonly Participation[]
  readonly renommes: readonly string[]
}

const idsDe = (deplacements: readonly Participation[]): string[] =>
  [...new Set(deplacements.map(({ dossierId }) => dossierId))].toSorted()

/** Dossiers whose author this person is: those whose lists may show the name. */
const enAuteur = (deplacements: readonly Participation[]): string[] =>
  idsDe(deplacements.filter(({ role }) => role === 'auteur'))

async function dater(
  e: Ecriture,
  deplacements: readonly Participation[],
  code: 'personne-fusionnee' | 'fusion-annulee',
): Promise<void> {
  for (const id of idsDe(deplacements)) {
    const roles = deplacements.filter(({ dossierId }) => dossierId === id).map(({ role }) => role)
    await enregistrerFaitSeul(e, id, { code, survenuLe: aujourdHui(e), details: { roles } })
    await reindexer(e.tx, id)
  }
}

/**
 * Puts one record of a person in the place of another, in every dossier of the perimeter: roles, the name lists show, what they
 * are found by, and a fact in each timeline. Gives what it did, to be undone exactly.
 */
export async function demenagerPersonne(e: Ecriture, de: Identite, vers: Identite): Promise<Demenagement> {
  await verrouillerDossiers(e.tx, { personneId: de.id }, e.now)
  const deplacements = await deplacerParticipations(e.tx, de.id, vers.id)
  const renommes = await renommerAuteurs(e.tx, enAuteur(deplacements), {
    ancien: nomAffiche(de),
    nouveau: nomAffiche(vers),
  })
  await dater(e, deplacements, 'personne-fusionnee')
  return { deplacements, renommes }
}

/** Undoes exactly that. False, and nothing written, when the people of one of these dossiers are no longer what it left. */
export async function ramenerPersonne(
  e: Ecriture,
  { deplacements, renommes }: Demenagement,
  { de, vers }: { readonly de: Identite; readonly vers: Identite },
): Promise<boolean> {
  if (!(await sontInchangees(e.tx, vers.id, deplacements))) return false
  await verrouillerDossiers(e.tx, { ids: idsDe(deplacements) }, e.now)
  await rendreParticipations(e.tx, { de: de.id, vers: vers.id }, deplacements)
  await renommerAuteurs(e.tx, renommes, { ancien: nomAffiche(vers), nouveau: nomAffiche(de) })
  await dater(e, deplacements, 'fusion-annulee')
  return true
}
