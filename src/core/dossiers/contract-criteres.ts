import { z } from 'zod'
import { texte } from '#platform/texte.ts'
import { CODES_D_ATTENTE } from './domain/attente.ts'
import { PRIORITES } from './domain/priorite.ts'

/** Filters the list offers beside type, state, service and assignee. */
export const VUES = ['tous', 'ouverts', 'a-moi', 'non-assignes', 'en-retard', 'de-cote', 'clos'] as const

/** Newest first, oldest first, most urgent first. */
export const TRIS = ['recents', 'anciens', 'echeance'] as const
export type Tri = (typeof TRIS)[number]

export const criteres = z.object({
  type: z.string().max(60).optional(),
  etat: z.string().max(60).optional(),
  serviceId: z.uuid().optional(),
  assigneA: z.uuid().optional(),
  priorite: z.enum(PRIORITES).optional(),
  etiquetteId: z.uuid().optional(),
  /** those of this affaire */
  affaireId: z.uuid().optional(),
  /** those this person is in, whatever the role */
  personneId: z.uuid().optional(),
  /** dossiers that wait for this */
  attente: z.enum(CODES_D_ATTENTE).optional(),
  vue: z.enum(VUES).default('ouverts'),
  /** the order of the list; what is found by words comes best first whatever it is */
  tri: z.enum(TRIS).default('recents'),
  /** words or a name, accents optional; looks at the newest 300 matches */
  recherche: texte({ max: 200 }).optional(),
})
export type Criteres = z.output<typeof criteres>
