import type { ContexteLibre } from '#core/journal/index.ts'
import type { Download } from '#platform/http/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { documentWord } from './document-word.ts'
import { contenuDuModele, obtenirChoisi } from './obtenir-modele.ts'

/** The template in use, the hospital's or the shipped one, to be edited in Word. */
export const telechargerModele =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, { code }: { code: string }): Promise<Download> => {
    ctx.about({ modele: code })
    const choisi = await obtenirChoisi(d, ctx.read, code)
    const contenu = await contenuDuModele(d.fichiers, choisi)
    return documentWord(contenu, choisi.depose?.nom ?? `${choisi.modele.libelle} - modèle.docx`)
  }
