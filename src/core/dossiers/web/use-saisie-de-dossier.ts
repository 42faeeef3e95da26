import { useRef } from 'react'
import { z } from 'zod'
import type { Operation } from '#platform/contract.ts'
import { toast } from '#platform/web/toast.tsx'
import { type OperationForm, useOperationForm } from '#platform/web/use-operation-form.ts'
import { CLASSES } from '../contract.ts'
import { PRIORITES } from '../domain/priorite.ts'
import { useDossier } from './dossier-context.ts'

const actuel = z.object({
  version: z.int(),
  objet: z.string(),
  etat: z.string(),
  classe: z.enum(CLASSES),
  assigneA: z.string().nullable(),
  services: z.array(z.string()),
  priorite: z.enum(PRIORITES),
})
/** What the dossier holds now, sent with a refused save. */
export type DossierActuel = z.output<typeof actuel>

interface Cible {
  readonly id: string
  readonly version: number
}

export interface SaisieDeDossier<I, O> {
  readonly form: OperationForm<I, O>
  /** builds the input on the version read, or on the one just compared with, and sends it */
  readonly envoyer: (construire: (cible: Cible) => I) => Promise<O | null>
  /** what someone else saved meanwhile; null when nobody did */
  readonly actuel: DossierActuel | null
  /** sends the same input again, over what someone else saved */
  readonly garder: () => void
}

/**
 * A save of the dossier on screen. The version travels with it; when someone was faster, nothing typed is lost: both
 * values are shown and the agent chooses.
 */
export function useSaisieDeDossier<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  options: { readonly annonce: string; readonly onFait?: () => void },
): SaisieDeDossier<z.input<I>, z.output<O>> {
  const { tronc, rafraichir } = useDossier()
  const derniere = useRef<((cible: Cible) => z.input<I>) | null>(null)
  const form = useOperationForm(operation, async () => {
    toast(options.annonce)
    await rafraichir()
    options.onFait?.()
  })
  const lu = form.problem?.code === 'stale' ? actuel.safeParse(form.problem.actuel) : null
  const maintenant = lu?.success === true ? lu.data : null
  // Sent again after the comparison was shown: on the version compared with, and refused again if it moved since.
  const version = maintenant?.version ?? tronc.version
  const envoyer = (construire: (cible: Cible) => z.input<I>): Promise<z.output<O> | null> => {
    derniere.current = construire
    return form.submit(construire({ id: tronc.id, version }))
  }
  return {
    form,
    envoyer,
    actuel: maintenant,
    garder: () => {
      if (derniere.current !== null) void envoyer(derniere.current)
    },
  }
}
