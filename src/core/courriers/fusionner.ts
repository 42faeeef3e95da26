import {
  MissingValueError,
  renderTemplate,
  type TemplateData,
  TemplateRefusedError,
} from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import { strippedText } from '#platform/texte.ts'
import { type Champs, valeursManquantes } from './domain/balise.ts'
import { phraseDesValeursManquantes, REFUS_DES_COURRIERS } from './domain/labels.ts'
import type { ModeleDeCourrier } from './domain/modele.ts'

/** The .docx with its fields replaced. `refused` naming each value that is missing, or when the file no longer fits. */
export function fusionner(contenu: Uint8Array, modele: ModeleDeCourrier, donnees: Champs): Uint8Array {
  refuserSiManque(valeursManquantes(modele.balises, donnees))
  try {
    return renderTemplate(contenu, donneesDuGabarit(donnees))
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
function donneesDuGabarit(donnees: Champs): TemplateData {
  return Object.fromEntries(
    Object.entries(donnees).map(([nom, valeur]) => {
      if (typeof valeur === 'boolean') return [nom, valeur]
      return [nom, typeof valeur === 'string' ? strippedText(valeur).text : valeur.map(donneesDuGabarit)]
    }),
  )
}
