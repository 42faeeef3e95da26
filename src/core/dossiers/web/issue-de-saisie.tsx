import { Notice } from '#platform/web/notice.tsx'
import { ConflitDeVersion, type ValeurEnConflit } from './conflit-de-version.tsx'
import { useDossier } from './dossier-context.ts'
import type { DossierActuel, SaisieDeDossier } from './use-saisie-de-dossier.ts'

export interface IssueDeSaisieProps {
  readonly saisie: Pick<SaisieDeDossier<never, unknown>, 'form' | 'actuel' | 'garder'>
  readonly comparer?: (actuel: DossierActuel) => readonly ValeurEnConflit[]
}

/** Why a save made on the spot did not go through: someone was faster, or the reason. */
export function IssueDeSaisie({ saisie, comparer }: IssueDeSaisieProps) {
  const { rafraichir } = useDossier()
  const { actuel, form, garder } = saisie
  if (actuel === null) return form.problem && <Notice tone="late">{form.problem.message}</Notice>
  return (
    <ConflitDeVersion
      valeurs={comparer?.(actuel) ?? []}
      onGarder={garder}
      onReprendre={() => {
        form.clear()
        void rafraichir()
      }}
    />
  )
}
