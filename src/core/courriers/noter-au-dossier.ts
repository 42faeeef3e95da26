import { aujourdHui, type Ecriture, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { CourrierOuvert } from './ouvrir-courrier.ts'

/** Facts of a letter, whatever the type of its dossier. */
export type FaitDeCourrier =
  | 'courrier-corrige'
  | 'visa-demande'
  | 'visa-donne'
  | 'visa-refuse'
  | 'courrier-signe'
  | 'courrier-envoye'
  | 'courrier-abandonne'
  | 'recommande-depose'
  | 'recommande-avise'
  | 'recommande-distribue'
  | 'recommande-retourne'

/** Records what happened to a letter in the timeline of its dossier, under the letter's own name. Gives the fact's id. */
export function noterAuDossier(
  e: Ecriture,
  { courrier, libelle }: Pick<CourrierOuvert, 'courrier' | 'libelle'>,
  fait: {
    readonly code: FaitDeCourrier
    /** today when not told */
    readonly survenuLe?: string
    readonly precision?: string
    readonly details?: Readonly<Record<string, unknown>>
  },
): Promise<string> {
  const precision = fait.precision === undefined ? libelle : `${libelle}, ${fait.precision}`
  return enregistrerFaitSeul(e, courrier.dossierId, {
    code: fait.code,
    survenuLe: fait.survenuLe ?? aujourdHui(e),
    details: { courrierId: courrier.id, precision, ...fait.details },
  })
}
