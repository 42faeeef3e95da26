import type { OutputOf } from '#platform/contract.ts'
import { checkTemplate, type KnownTag } from '#platform/documents/index.ts'
import type { contract } from './contract.ts'
import type { Balise, Champs } from './domain/balise.ts'
import { phraseDeBaliseAbsente, phraseDeBaliseInvisible } from './domain/labels.ts'
import type { ModeleDeCourrier } from './domain/modele.ts'
import { remplir } from './fusionner.ts'

export type DefautDeModele = OutputOf<typeof contract.deposerModele>['defauts'][number]

const NATURES = { texte: 'text', boucle: 'loop', condition: 'condition' } as const

const connue = ({ nom, nature, enfants }: Balise): KnownTag => ({
  name: nom,
  kind: NATURES[nature],
  children: enfants.map(connue),
})

/** Everything that prevents this .docx from being the template of this letter, each with its place, in French. */
export function verifierModele(contenu: Uint8Array, modele: ModeleDeCourrier): DefautDeModele[] {
  const { tags, errors: trouvees } = checkTemplate(contenu, modele.balises.map(connue))
  const encadrantes = modele.balises.filter(({ nature, facultative }) => nature === 'texte' && facultative)
  const errors = trouvees.filter(
    ({ code, tag }) => code !== 'wrong-kind' || !encadrantes.some(({ nom }) => nom === tag),
  )
  const defauts = errors.map(({ code, tag, place, message }) => ({
    code,
    balise: tag,
    endroit: place,
    message,
  }))
  // Without a readable document, every mandatory field would be said absent: only the real reason is told.
  if (defauts.some(({ endroit }) => endroit === 'fichier') || (defauts.length > 0 && tags.length === 0))
    return defauts
  const absentes = modele.balises
    .filter(({ nom, exigee }) => exigee && !tags.includes(nom))
    .map(({ nom, libelle }) => ({
      code: 'balise-absente',
      balise: nom,
      endroit: 'document',
      message: phraseDeBaliseAbsente(nom, libelle),
    }))
  const trouves = [...defauts, ...absentes]
  return trouves.length > 0 ? trouves : mentionsInvisibles(contenu, modele)
}

/** Filled with the example, a field in a part that disappears or in hidden text says nothing to anybody. */
function mentionsInvisibles(contenu: Uint8Array, modele: ModeleDeCourrier): DefautDeModele[] {
  const exemple: Champs = { ...modele.exemple }
  return remplir(contenu, modele, exemple).perdues.map(({ nom, libelle }) => ({
    code: 'mention-invisible',
    balise: nom,
    endroit: 'document',
    message: phraseDeBaliseInvisible(nom, libelle),
  }))
}
