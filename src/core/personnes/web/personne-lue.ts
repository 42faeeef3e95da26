import { z } from 'zod'
import { type PersonneSaisie, personneVue } from '../contract.ts'
import { PERSONNE_VIDE } from './identite.ts'

/** A person being entered, read back from a draft: what an older version wrote differently is left empty. */
export const personneLue = z.union([
  z.object({ choix: z.literal('aucune') }),
  z.object({ choix: z.literal('existante'), personne: personneVue }),
  z.object({
    choix: z.literal('nouvelle'),
    personne: z.record(z.string(), z.unknown()).transform((lue): PersonneSaisie => {
      const textes = Object.fromEntries(
        Object.entries(lue).filter(([cle, v]) => cle in PERSONNE_VIDE && typeof v === 'string'),
      )
      return { ...PERSONNE_VIDE, ...textes }
    }),
  }),
])
