import type { Canal } from '#core/dossiers/domain/canal.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { CodeDeRefus } from './labels.ts'
import type { RefusDeReclamation, Situation } from './rules.ts'

const refuser = (code: CodeDeRefus): RefusDeReclamation => ({ code })

export interface CourrierComplementaire {
  readonly recuLe: string
  readonly rouvrir: boolean
  /** it brings something: a file or a text */
  readonly aUnContenu: boolean
}

/** Why a further letter cannot join this complaint, or null. One that is closed may receive it without being reopened. */
export function refusDeJoindre(
  { etat }: Pick<Situation, 'etat'>,
  c: CourrierComplementaire,
  a: { readonly recuLe: string; readonly aujourdHui: string; readonly peutRouvrir: boolean },
): RefusDeReclamation | null {
  if (!c.aUnContenu) return refuser('courrier-vide')
  if (c.recuLe > a.aujourdHui) return refuser('envoi-dans-l-avenir')
  if (c.recuLe < a.recuLe) return refuser('suite-avant-la-reception')
  if (!c.rouvrir) return null
  if (etat !== 'clos') return refuser('deja-ouverte')
  return a.peutRouvrir ? null : refuser('rouvrir-reserve')
}

/** The narrative with what the new letter says after it: passages already quoted keep their place. */
export function recitComplete(
  precedent: string,
  ajout: string,
  { recuLe, canal }: { readonly recuLe: string; readonly canal: Canal },
): string {
  const canalEnMots = LIBELLES_DES_CANAUX[canal].toLocaleLowerCase('fr')
  const titre = `— Courrier complémentaire reçu le ${formaterJour(jourCivil(recuLe))} (${canalEnMots}) —`
  return precedent.trim() === '' ? `${titre}\n\n${ajout}` : `${precedent}\n\n${titre}\n\n${ajout}`
}
