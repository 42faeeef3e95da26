import type { ContexteLibre } from '#core/journal/index.ts'
import { type PieceAInscrire, recevoirDocument, retirerObjets } from '#core/pieces/index.ts'
import { AppError } from '#platform/errors.ts'
import type { FormFile } from '#platform/http/index.ts'
import { strippedText } from '#platform/texte.ts'
import { brouillonSaisi } from '../contract.ts'
import type { DependancesDesTaches } from '../dependances.ts'
import type { ReponseEcrite } from '../domain/rules.ts'

export interface FichierRefuse {
  readonly nom: string
  readonly message: string
}

/** A form as it came: texts, and files already in the store. */
export interface FormulaireRecu {
  readonly textes: ReadonlyMap<string, string>
  readonly pieces: readonly PieceAInscrire[]
  readonly refusees: readonly FichierRefuse[]
}

export const CHAMP_DU_SUJET = 'sujet-'
const MO = 1024 * 1024

/**
 * Reads the form of a page, its files streamed into the store; `garder: false` skips them. A file that is refused says why
 * beside the others, and the texts are read all the same. Nothing stays in the store when the form is cut.
 */
export async function lireFormulaire(
  d: DependancesDesTaches,
  ctx: ContexteLibre,
  { garder }: { readonly garder: boolean },
): Promise<FormulaireRecu> {
  const pieces: PieceAInscrire[] = []
  const refusees: FichierRefuse[] = []
  const onFile = async (fichier: FormFile): Promise<void> => {
    if (!garder) return
    const { content: contenu, fileName: nom, isTruncated: estCoupe } = fichier
    try {
      pieces.push(await recevoirDocument(d, { contenu, nom, estCoupe }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refusees.push({ nom: strippedText(nom).text, message: raisonDe(error, d.tailleMax) })
    }
  }
  try {
    const textes = (await ctx.form?.read({ maxFileBytes: d.tailleMax, onFile })) ?? new Map()
    return { textes, pieces, refusees }
  } catch (error) {
    await retirerObjets(
      d.fichiers,
      pieces.map(({ objet }) => objet),
    )
    throw error
  }
}

function raisonDe({ code, details }: AppError, tailleMax: number): string {
  if (code !== 'too-large') return details.message ?? 'Ce fichier ne peut pas être gardé.'
  return `Ce fichier dépasse la taille permise (${Math.floor(tailleMax / MO)}\u00a0Mo). Le reste de votre saisie est gardé.`
}

export type Erreurs = Readonly<Record<string, string>>

export interface Saisie {
  readonly ecrit: ReponseEcrite & { readonly version: number }
  /** field → sentence; empty when the texts may be kept */
  readonly erreurs: Erreurs
  readonly geste: 'garder' | 'relire'
  /** the piece to take out */
  readonly retirer: string | null
}

/** The texts of a form, as they were typed, and what keeps them from being kept. */
export function lireSaisie(textes: ReadonlyMap<string, string>): Saisie {
  const texte = (nom: string): string => textes.get(nom) ?? ''
  const reponses = Object.fromEntries(
    [...textes].flatMap(([nom, valeur]) =>
      nom.startsWith(CHAMP_DU_SUJET) ? [[nom.slice(CHAMP_DU_SUJET.length), valeur]] : [],
    ),
  )
  const version = Number(texte('version'))
  const ecrit = {
    nom: texte('nom'),
    fonction: texte('fonction'),
    reponse: texte('reponse'),
    reponses,
    version: Number.isSafeInteger(version) && version >= 0 ? version : 0,
  }
  const retirer = texte('retirer')
  return {
    ecrit,
    erreurs: erreursDe(ecrit),
    geste: texte('geste') === 'relire' && retirer === '' ? 'relire' : 'garder',
    retirer: UUID.test(retirer) ? retirer : null,
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function erreursDe(ecrit: Saisie['ecrit']): Erreurs {
  const lu = brouillonSaisi.safeParse(ecrit)
  const erreurs: Record<string, string> = {}
  for (const { path, message } of lu.error?.issues ?? []) {
    const champ = path[0] === 'reponses' ? `${CHAMP_DU_SUJET}${String(path[1])}` : String(path[0])
    erreurs[champ] ??= message
  }
  return erreurs
}
