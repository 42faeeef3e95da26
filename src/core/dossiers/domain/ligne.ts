import type { AttenteVue } from './attente.ts'
import type { Priorite } from './priorite.ts'

/** What a list knows of a dossier, for rules that order or word its rows. */
export interface LigneDeDossier {
  readonly id: string
  readonly type: string
  readonly numero: string
  readonly objet: string
  readonly auteur: string
  readonly etat: string
  readonly libelleEtat: string
  readonly estClos: boolean
  readonly classe: 'ordinaire' | 'sensible'
  readonly recuLe: string
  readonly closLe: string | null
  readonly version: number
  readonly priorite: Priorite
  readonly prochaineEcheanceLe: string | null
  readonly prochaineEcheanceCode: string | null
  readonly prochaineEcheance: string | null
  readonly situation: 'a-venir' | 'proche' | 'depassee' | 'sans'
  readonly assigneA: string | null
  readonly assigneNom: string | null
  readonly services: string[]
  /** who owes what, the most urgent first */
  readonly attentes: AttenteVue[]
  readonly etiquettes: { readonly id: string; readonly libelle: string }[]
  readonly deCoteJusquAu: string | null
}
