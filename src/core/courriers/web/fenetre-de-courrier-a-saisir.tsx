import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import type { CourrierVu } from '../contract.ts'
import { LIBELLES_DES_ETATS } from '../domain/labels.ts'
import type { SaisieDeCourrier } from './use-saisie-de-courrier.ts'

export interface FenetreDeCourrierASaisirProps {
  readonly courrier: CourrierVu
  readonly titre: string
  /** verb of the main button */
  readonly bouton: string
  readonly saisie: Pick<SaisieDeCourrier<never, unknown>, 'form' | 'actuel'>
  readonly labels?: Readonly<Record<string, string>>
  readonly onEnvoyer: () => void
  readonly onFermer: () => void
  readonly children: ReactNode
}

/** A small form about a letter: fields, what is to be corrected, and the choice when someone was faster. */
export function FenetreDeCourrierASaisir(props: FenetreDeCourrierASaisirProps) {
  const { courrier, titre, bouton, saisie, labels = {}, onEnvoyer, onFermer, children } = props
  const { rafraichir } = useDossier()
  const { form, actuel } = saisie
  return (
    <Modal opened onClose={onFermer} title={titre} size="lg">
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
          <VersionConflict
            what="ce courrier"
            values={[
              {
                label: 'État',
                mine: LIBELLES_DES_ETATS[courrier.etat],
                current: LIBELLES_DES_ETATS[actuel.etat],
              },
              {
                label: 'Dernière version',
                mine: `${courrier.versions[0]?.rang ?? 1}, de ${courrier.versions[0]?.agent ?? 'Porte-voix'}`,
                current: `${actuel.rang}, de ${actuel.agent ?? 'Porte-voix'}`,
              },
            ]}
            onKeep={onEnvoyer}
            onTake={() => void rafraichir().then(onFermer)}
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
