import {
  MissingValueError,
  type RenderedTemplate,
  renderTemplate,
  type TemplateData,
  TemplateRefusedError,
} from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import { strippedText } from '#platform/texte.ts'
import { type Champs, valeursManquantes } from './domain/balise.ts'
import { phraseDesMentionsPerdues, phraseDesValeursManquantes, REFUS_DES_COURRIERS } from './domain/labels.ts'
import { type MentionExigee, mentionsAbsentes, mentionsExigees } from './domain/mention.ts'
import type { ModeleDeCourrier } from './domain/modele.ts'

export interface Fusion {
  readonly contenu: Uint8Array
  /** what the letter says because the law asks for it, as it was merged */
  readonly mentions: readonly MentionExigee[]
  /** those of them nobody would read: hidden, or left out by a condition of the template */
  readonly perdues: readonly MentionExigee[]
}

/** The .docx with its fields replaced. `refused` naming each value that is missing, or when the file no longer fits. */
export function remplir(
  contenu: Uint8Array,
  modele: ModeleDeCourrier,
  donnees: Champs,
  identite: Readonly<Record<string, string>> = {},
): Fusion {
  refuserSiManque(valeursManquantes(modele.balises, donnees))
  const propres = nettoyer(donnees)
  const { bytes, paragraphs } = rendre(contenu, propres, identite)
  const mentions = mentionsExigees(modele.balises, propres)
  return { contenu: bytes, mentions, perdues: mentionsAbsentes(mentions, paragraphs) }
}

/** The same for a letter that will leave: `refused` when a mention of the law would not be read in it. */
export function fusionner(
  contenu: Uint8Array,
  modele: ModeleDeCourrier,
  donnees: Champs,
  identite: Readonly<Record<string, string>> = {},
): Fusion {
  const fusion = remplir(contenu, modele, donnees, identite)
  if (fusion.perdues.length > 0) {
    const libelles = [...new Set(fusion.perdues.map(({ libelle }) => libelle))]
    throw new AppError('refused', { refus: 'mention-illisible', message: phraseDesMentionsPerdues(libelles) })
  }
  return fusion
}

function rendre(
  contenu: Uint8Array,
  donnees: TemplateData,
  identite: Readonly<Record<string, string>>,
): RenderedTemplate {
  try {
    return renderTemplate(contenu, donnees, identite)
  } catch (error) {
    if (error instanceof MissingValueError) refuserSiManque(error.names)
    if (error instanceof TemplateRefusedError) {
      throw new AppError('refused', {
        refus: 'modele-inutilisable',
        message: REFUS_DES_COURRIERS['modele-inutilisable'],
      })
    }
    throw error
  }
}

function refuserSiManque(libelles: readonly string[]): void {
  if (libelles.length === 0) return
  throw new AppError('refused', { refus: 'valeur-manquante', message: phraseDesValeursManquantes(libelles) })
}

/** Text that a document cannot hold (half a character, NUL) would come out as garbage: it is cleaned first. */
function nettoyer(donnees: Champs): Champs {
  return Object.fromEntries(
    Object.entries(donnees).map(([nom, valeur]) => {
      if (typeof valeur === 'boolean') return [nom, valeur]
      return [nom, typeof valeur === 'string' ? strippedText(valeur).text : valeur.map(nettoyer)]
    }),
  )
}
