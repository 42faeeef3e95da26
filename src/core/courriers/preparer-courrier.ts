import type { FileStore, StoredObject } from '#platform/files/index.ts'
import { safeFileName } from '#platform/files/index.ts'
import type { ModeleChoisi } from './choisir-modele.ts'
import type { Champs } from './domain/balise.ts'
import { nomDuCourrier } from './domain/labels.ts'
import { fusionner } from './fusionner.ts'
import { contenuDuModele } from './obtenir-modele.ts'

/** A letter written and stored, that no dossier has yet. */
export interface CourrierPrepare {
  readonly code: string
  readonly modeleId: string | null
  /** with its extension */
  readonly nom: string
  readonly objet: StoredObject
}

/** A letter is a few pages: beyond this, something is wrong with the template. */
const TAILLE_MAX = 20 * 1024 * 1024

/**
 * Fills the template and stores the letter, outside any transaction; `inscrireCourrier` then puts it in the dossier. A
 * letter that is never recorded is removed by the sweep. `refused` when a value is missing.
 */
export async function preparerCourrier<C extends Champs>(
  { fichiers }: { readonly fichiers: FileStore },
  choisi: ModeleChoisi<C>,
  courrier: { readonly donnees: C; readonly numero: string },
): Promise<CourrierPrepare> {
  const { modele, depose } = choisi
  const contenu = fusionner(await contenuDuModele(fichiers, choisi), modele, courrier.donnees)
  const objet = await fichiers.put(contenu, { maxBytes: TAILLE_MAX })
  const nom = safeFileName(`${nomDuCourrier(modele.libelle, courrier.numero)}.docx`)
  return { code: modele.code, modeleId: depose?.id ?? null, nom, objet }
}
