import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { pathTo } from '#platform/web/path.ts'

/** What the page of a complaint opens at once: the acknowledgement just asked for, or the copy to hand over. */
export type Suite = 'accuse' | 'copie'

export const cheminDeLaReclamation = (id: string, suite?: Suite): string =>
  pathTo('/reclamations/$id', { id }, { suite })

/** The letter and the griefs found in it; one of them at once. */
export const cheminDesGriefs = (id: string, grief?: string): string =>
  pathTo('/reclamations/$id/griefs', { id }, { grief })

/** What happened, why, what was found and what changes. */
export const cheminDeLAnalyse = (id: string): string => pathTo('/reclamations/$id/analyse', { id })

/** Intake: a new one, or a draft resumed. */
export const cheminDUneNouvelleReclamation = (brouillon?: string): string =>
  pathTo('/reclamations/nouvelle', {}, { brouillon })

/** Intake of a complaint that follows another one: same people, same services. */
export const cheminDUneSuite = (precedente: string): string =>
  pathTo('/reclamations/nouvelle', {}, { precedente })

/** Intake of a complaint made from a dossier of another type: a contact. */
export const cheminDepuisUnDossier = (origine: string): string =>
  pathTo('/reclamations/nouvelle', {}, { origine })

export const cheminDesReclamations = (): string => cheminDesDossiers({ type: 'reclamation' })
