import type { ContexteLibre } from '#core/journal/index.ts'
import type { Download } from '#platform/http/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { documentWord } from './document-word.ts'
import type { Champs } from './domain/balise.ts'
import { remplir } from './fusionner.ts'
import { contenuDuModele, obtenirChoisi } from './obtenir-modele.ts'

/** The template in use filled with its example: what the letter will look like. */
export const essayerModele =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, { code }: { code: string }): Promise<Download> => {
    ctx.about({ modele: code })
    const choisi = await obtenirChoisi(d, ctx.read, code)
    const exemple: Champs = { ...choisi.modele.exemple }
    const { contenu } = remplir(await contenuDuModele(d.fichiers, choisi), choisi.modele, exemple)
    return documentWord(contenu, `Essai - ${choisi.modele.libelle}.docx`)
  }
