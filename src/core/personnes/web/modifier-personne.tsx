import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { Notice } from '#platform/web/notice.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type PersonneVue } from '../contract.ts'
import { ChampsDePersonne } from './champs-de-personne.tsx'
import { nomComplet } from './identite.ts'

export interface ModifierPersonneProps {
  readonly personne: PersonneVue
  readonly onFermer: () => void
  readonly onFait: () => Promise<void>
}

/** Corrects someone's particulars, everywhere this person appears. */
export function ModifierPersonne({ personne, onFermer, onFait }: ModifierPersonneProps) {
  const [saisie, setSaisie] = useState(personne)
  const form = useOperationForm(contract.modifier, async () => {
    toast('Coordonnées enregistrées.')
    await onFait()
    onFermer()
  })
  const perimee = form.problem?.code === 'stale'
  return (
    <Modal opened onClose={onFermer} title={`Coordonnées de ${nomComplet(personne)}`} size="lg">
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void form.submit(saisie)
        }}
      >
        {perimee ? (
          <Notice tone="soon" title="Ces coordonnées viennent d’être modifiées par quelqu’un d’autre.">
            Notez votre saisie, fermez cette fenêtre et rouvrez-la pour partir des valeurs actuelles.
          </Notice>
        ) : (
          <ErrorSummary form={form} />
        )}
        <p className="pv-muted pv-small">
          La correction vaut pour tous les dossiers de cette personne. Les courriers déjà partis ne changent
          pas.
        </p>
        <ChampsDePersonne
          valeur={saisie}
          onChange={(champs) => setSaisie({ ...saisie, ...champs })}
          champ={form.field}
          detail="complet"
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Modal>
  )
}
