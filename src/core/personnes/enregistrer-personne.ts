import { type Acteur, agentDe } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { PersonneChoisie } from './contract.ts'
import { exigerNaissancePassee } from './exiger-naissance.ts'
import { insererPersonne, listerPersonnesEnBase, type PersonneEnBase } from './store.ts'
import { trouverGardee } from './store-fusions.ts'

export interface PersonneEnregistree {
  readonly id: string
  readonly nom: string
  readonly prenom: string
}

/**
 * The person to put in a dossier: the one the agent chose, or a new row. A new one is never matched with a homonym: only
 * an agent can tell that two rows are one person. Throws `invalid` when the chosen one is not there, or born in the future;
 * `champ` is the path of the choice in the form. One statement, one more with a day of birth.
 */
export async function enregistrerPersonne(
  tx: Tx,
  ecriture: { readonly principal: Acteur; readonly now: Date },
  choix: PersonneChoisie,
  champ = 'personne',
): Promise<PersonneEnregistree> {
  const { etablissementId } = agentDe(ecriture)
  if (choix.choix === 'existante') {
    const personne = await trouverLaPersonne(tx, choix.personneId)
    if (personne !== null) return { id: personne.id, nom: personne.nom, prenom: personne.prenom }
    throw new AppError('invalid', {
      champs: { personneId: 'Cette personne n’est plus au répertoire. Choisissez-la de nouveau.' },
    })
  }
  await exigerNaissancePassee(tx, ecriture, choix.personne.neeLe, `${champ}.personne.neeLe`)
  const id = uuidv7(ecriture.now.getTime())
  const { nom, prenom } = choix.personne
  await insererPersonne(tx, { ...choix.personne, id, etablissementId, creeA: ecriture.now })
  return { id, nom, prenom }
}

/** The one chosen, or the record that took it in since: a draft may have kept the former. Two statements more at most. */
async function trouverLaPersonne(tx: Tx, id: string): Promise<PersonneEnBase | null> {
  const [personne] = await listerPersonnesEnBase(tx, [id])
  if (personne !== undefined) return personne
  const gardeeId = await trouverGardee(tx, id)
  const [gardee] = gardeeId === null ? [] : await listerPersonnesEnBase(tx, [gardeeId])
  return gardee ?? null
}
