import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { ConflitDeVersion, type ValeurEnConflit } from './conflit-de-version.tsx'
import { useDossier } from './dossier-context.ts'
import type { DossierActuel, SaisieDeDossier } from './use-saisie-de-dossier.ts'

export interface FenetreDeSaisieProps {
  readonly titre: string
  /** verb of the main button */
  readonly bouton: string
  readonly saisie: Pick<SaisieDeDossier<never, unknown>, 'form' | 'actuel'>
  readonly labels?: Readonly<Record<string, string>>
  readonly onEnvoyer: () => void
  readonly onFermer: () => void
  readonly comparer?: (actuel: DossierActuel) => readonly ValeurEnConflit[]
  readonly taille?: string
  readonly children: ReactNode
}

/** A small form over a dossier page: fields, what is to be corrected, and the choice when someone was faster. */
export function FenetreDeSaisie(props: FenetreDeSaisieProps) {
  const { titre, bouton, saisie, labels = {}, onEnvoyer, onFermer, comparer, taille = 'lg', children } = props
  const { rafraichir } = useDossier()
  const { form, actuel } = saisie
  const reprendre = (): void => {
    void rafraichir().then(onFermer)
  }
  return (
    <Modal opened onClose={onFermer} title={titre} size={taille}>
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          onEnvoyer()
        }}
      >
        {actuel === null ? (
          <ErrorSummary form={form} labels={labels} />
        ) : (
          <ConflitDeVersion
            valeurs={comparer?.(actuel) ?? []}
            onGarder={onEnvoyer}
            {...(comparer === undefined ? {} : { onReprendre: reprendre })}
          />
        )}
        {children}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          {actuel === null && (
            <Button type="submit" loading={form.pending}>
              {bouton}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
