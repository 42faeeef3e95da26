import { pathTo } from '#platform/web/path.ts'
import type { Criteres } from '../contract-criteres.ts'
import { COLONNES_PAR_DEFAUT, type Colonne } from '../domain/colonnes.ts'

/** Criteria that may stand in an address. Never the words searched: they may name someone. */
export type CriteresDAdresse = Partial<
  Pick<
    Criteres,
    | 'type'
    | 'etat'
    | 'serviceId'
    | 'assigneA'
    | 'personneId'
    | 'affaireId'
    | 'attente'
    | 'priorite'
    | 'etiquetteId'
    | 'vue'
    | 'tri'
  >
>

/** How the list is shown, beside what it keeps. */
export interface Affichage {
  readonly colonnes: readonly Colonne[]
  /** the saved list it comes from */
  readonly liste: string | null
}

const SEPARATEUR = ','

export const cheminDesDossiers = (criteres: CriteresDAdresse = {}, affichage?: Affichage): string => {
  const colonnes = (affichage?.colonnes ?? COLONNES_PAR_DEFAUT).join(SEPARATEUR)
  return pathTo(
    '/dossiers',
    {},
    {
      type: criteres.type,
      etat: criteres.etat,
      service: criteres.serviceId,
      agent: criteres.assigneA,
      personne: criteres.personneId,
      affaire: criteres.affaireId,
      attente: criteres.attente,
      priorite: criteres.priorite,
      etiquette: criteres.etiquetteId,
      vue: criteres.vue,
      tri: criteres.tri === 'recents' ? undefined : criteres.tri,
      colonnes: colonnes === COLONNES_PAR_DEFAUT.join(SEPARATEUR) ? undefined : colonnes,
      liste: affichage?.liste ?? undefined,
    },
  )
}

/** Every list, or the one the agent opens first. */
export const cheminDesListes = (): string => '/dossiers'

export const cheminDesAffaires = (): string => '/affaires'
export const cheminDeLAffaire = (id: string): string => pathTo('/affaires/$id', { id })

/** Any dossier by its id alone: leads to the page of its type. */
export const cheminParIdentifiant = (id: string): string => pathTo('/dossiers/$id', { id })
