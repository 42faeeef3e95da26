import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract } from '../contract.ts'
import type { AffaireVue } from './affaire.tsx'
import { type AffaireSaisie, ChampsDAffaire, LABELS_D_AFFAIRE } from './champs-d-affaire.tsx'

const actuelle = z.object({
  version: z.int(),
  titre: z.string(),
  depuisLe: z.string(),
  motif: z.string(),
})

/** Title, day and reason of an affaire, on the version read. */
export function ModifierAffaire({ affaire, onFermer }: { affaire: AffaireVue; onFermer: () => void }) {
  const { id, titre, depuisLe, motif } = affaire
  const rafraichir = useInvalidateAll()
  const [saisie, setSaisie] = useState<AffaireSaisie>({ titre, depuisLe, motif })
  const form = useOperationForm(contract.modifierAffaire, async () => {
    await rafraichir()
    toast('Affaire modifiée.')
    onFermer()
  })
  const maintenant = form.problem?.code === 'stale' ? actuelle.safeParse(form.problem.actuel).data : undefined
  const envoyer = (version: number): void => void form.submit({ id, version, ...saisie })
  return (
    <Modal opened onClose={onFermer} title="Modifier l’affaire" size="lg">
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          envoyer(affaire.version)
        }}
      >
        {maintenant === undefined ? (
          <ErrorSummary form={form} labels={LABELS_D_AFFAIRE} />
        ) : (
          <VersionConflict
            what="cette affaire"
            values={(['titre', 'depuisLe', 'motif'] as const).map((champ) => ({
              label: LABELS_D_AFFAIRE[champ],
              mine: saisie[champ],
              current: maintenant[champ],
            }))}
            onKeep={() => envoyer(maintenant.version)}
            onTake={() => void rafraichir().then(onFermer)}
          />
        )}
        <ChampsDAffaire valeur={saisie} onChange={setSaisie} champ={form.field} />
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
