import { z } from 'zod'
import { texte } from '#platform/texte.ts'
import { precisionEstRequise, RAISONS_CHOISIES, RAISONS_DE_PROTECTION } from './domain/protection.ts'

/** What protects a dossier from its registration: why, and who it is withheld from. */
export const protectionSaisie = z
  .object({
    raison: z.enum(RAISONS_CHOISIES, { error: 'Choisissez la raison.' }),
    motif: texte({ max: 1000 }),
    /** agents it concerns: it does not exist for them, whatever their role */
    agents: z.array(z.uuid()).max(20),
  })
  .refine(({ raison, motif }) => !precisionEstRequise(raison) || motif.trim() !== '', {
    error: 'Dites pourquoi : ce motif reste au dossier.',
    path: ['motif'],
  })
export type ProtectionSaisie = z.output<typeof protectionSaisie>

/** Why a dossier is sensitive, for who works on it. */
export const protectionVue = z.object({
  raison: z.enum(RAISONS_DE_PROTECTION),
  libelle: z.string(),
  motif: z.string().nullable(),
  depuisLe: z.string(),
  par: z.string().nullable(),
})
