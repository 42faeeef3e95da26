import { z } from 'zod'
import { useDossier } from '#core/dossiers/web/index.ts'
import type { Operation } from '#platform/contract.ts'
import { toast } from '#platform/web/toast.tsx'
import { type OperationForm, useOperationForm } from '#platform/web/use-operation-form.ts'
import type { CourrierVu } from '../contract.ts'
import { ETATS_DE_COURRIER } from '../domain/etat.ts'

const actuel = z.object({
  version: z.int(),
  etat: z.enum(ETATS_DE_COURRIER),
  rang: z.int(),
  agent: z.string().nullable(),
})
/** What the letter is now, sent with a refused save. */
export type CourrierActuel = z.output<typeof actuel>

interface Cible {
  readonly id: string
  readonly version: number
}

export interface SaisieDeCourrier<I, O> {
  readonly form: OperationForm<I, O>
  /** builds the input on the version read, or on the one just compared with */
  readonly envoyer: (construire: (cible: Cible) => I) => Promise<O | null>
  readonly actuel: CourrierActuel | null
}

/** A save of a letter: its own version travels with it; when someone was faster, both are shown. */
export function useSaisieDeCourrier<I extends z.ZodType, O extends z.ZodType>(
  courrier: CourrierVu,
  operation: Operation<string, I, O>,
  options: { readonly annonce: string | null; readonly onFait?: (output: z.output<O>) => void },
): SaisieDeCourrier<z.input<I>, z.output<O>> {
  const { rafraichir } = useDossier()
  const form = useOperationForm(operation, async (output) => {
    if (options.annonce !== null) toast(options.annonce)
    await rafraichir()
    options.onFait?.(output)
  })
  const lu = form.problem?.code === 'stale' ? actuel.safeParse(form.problem.actuel) : null
  const maintenant = lu?.success === true ? lu.data : null
  const version = maintenant?.version ?? courrier.version
  return {
    form,
    envoyer: (construire) => form.submit(construire({ id: courrier.id, version })),
    actuel: maintenant,
  }
}
