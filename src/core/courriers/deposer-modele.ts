import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { safeFileName } from '#platform/files/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { type DependancesDesCourriers, TAILLE_MAX_DU_MODELE } from './dependances.ts'
import { obtenirModele } from './obtenir-modele.ts'
import { lireEnvoi } from './recevoir-fichier.ts'
import { insererModele } from './store.ts'
import { verifierModele } from './verifier-modele.ts'

type Sortie = OutputOf<typeof contract.deposerModele>

/** A new version of the hospital's template. With a single defect nothing is stored: all of them are listed. */
export const deposerModele =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, { code }: { code: string }): Promise<Sortie> => {
    const modele = obtenirModele(d, code)
    const agent = agentDe(ctx)
    const { octets: contenu, nom } = await lireEnvoi(ctx, TAILLE_MAX_DU_MODELE, TROP_GROS)
    const defauts = verifierModele(contenu, modele)
    ctx.about({ modele: code, defauts: defauts.length })
    if (defauts.length > 0) return { version: null, defauts }
    const objet = await d.fichiers.put(contenu, { maxBytes: TAILLE_MAX_DU_MODELE })
    const version = await ctx.write((tx) =>
      insererModele(tx, {
        id: uuidv7(ctx.now.getTime()),
        etablissementId: agent.etablissementId,
        code,
        nom: nomDuFichier(nom, modele.libelle),
        taille: objet.size,
        sha256: objet.sha256,
        objetCle: objet.key,
        cleEnveloppee: objet.wrappedKey,
        cleId: objet.keyId,
        deposeA: ctx.now,
        deposePar: agent.agentId,
      }),
    )
    return { version, defauts: [] }
  }

const nomDuFichier = (annonce: string, libelle: string): string => {
  const nom = safeFileName(annonce, libelle)
  return /\.docx$/iu.test(nom) ? nom : `${nom}.docx`
}

const TROP_GROS =
  'Ce modèle dépasse 5\u00a0Mo. Réduisez la taille des images qu’il contient, puis déposez-le de nouveau.'
