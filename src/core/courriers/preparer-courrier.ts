import type { FileStore, StoredObject } from '#platform/files/index.ts'
import { safeFileName } from '#platform/files/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { ModeleChoisi } from './choisir-modele.ts'
import { TAILLE_MAX_DU_COURRIER } from './dependances.ts'
import type { Champs } from './domain/balise.ts'
import { nomDuCourrier } from './domain/labels.ts'
import type { MentionExigee } from './domain/mention.ts'
import { fusionner } from './fusionner.ts'
import { identiteDe } from './identite.ts'
import { contenuDuModele } from './obtenir-modele.ts'

/** A letter written and stored, that no dossier has yet. */
export interface CourrierPrepare {
  readonly courrierId: string
  readonly code: string
  readonly modeleId: string | null
  /** with its extension */
  readonly nom: string
  readonly objet: StoredObject
  readonly mentionsExigees: readonly MentionExigee[]
}

/**
 * Fills the template and stores the letter, outside any transaction; `inscrireCourrier` then puts it in the dossier. A
 * letter that is never recorded is removed by the sweep. `refused` when a value is missing, or when a mention of the law
 * could not be read in it.
 */
export async function preparerCourrier<C extends Champs>(
  { fichiers }: { readonly fichiers: FileStore },
  choisi: ModeleChoisi<C>,
  courrier: { readonly donnees: C; readonly numero: string; readonly maintenant: Date },
): Promise<CourrierPrepare> {
  const { modele, depose } = choisi
  const { donnees, numero, maintenant } = courrier
  const courrierId = uuidv7(maintenant.getTime())
  const modeleWord = await contenuDuModele(fichiers, choisi)
  const { contenu, mentions } = fusionner(modeleWord, modele, donnees, identiteDe(courrierId, numero))
  const objet = await fichiers.put(contenu, { maxBytes: TAILLE_MAX_DU_COURRIER })
  const nom = safeFileName(`${nomDuCourrier(modele.libelle, numero)}.docx`)
  return {
    courrierId,
    code: modele.code,
    modeleId: depose?.id ?? null,
    nom,
    objet,
    mentionsExigees: mentions,
  }
}
