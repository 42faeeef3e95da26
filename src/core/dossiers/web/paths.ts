import { pathTo } from '#platform/web/path.ts'
import type { Criteres } from '../contract.ts'

/** Criteria that may stand in an address. Never the words searched: they may name someone. */
export type CriteresDAdresse = Partial<
  Pick<Criteres, 'type' | 'etat' | 'serviceId' | 'assigneA' | 'attente' | 'vue'>
>

export const cheminDesDossiers = (criteres: CriteresDAdresse = {}): string =>
  pathTo(
    '/dossiers',
    {},
    {
      type: criteres.type,
      etat: criteres.etat,
      service: criteres.serviceId,
      agent: criteres.assigneA,
      attente: criteres.attente,
      vue: criteres.vue,
    },
  )

/** Any dossier by its id alone: leads to the page of its type. */
export const cheminParIdentifiant = (id: string): string => pathTo('/dossiers/$id', { id })
