import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ajouterJours, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'

const RACCOURCIS = [
  { libelle: 'Demain', jours: 1 },
  { libelle: 'Dans une semaine', jours: 7 },
  { libelle: 'Dans un mois', jours: 30 },
] as const

/** Chooses the day the dossier comes back into the agent's own lists. */
export function MettreDeCote({ onFermer }: { onFermer: () => void }) {
  const { tronc, rafraichir } = useDossier()
  const { today } = useWebSession()
  const [jusquAu, setJusquAu] = useState(tronc.miseDeCote?.jusquAu ?? ajouterJours(jourCivil(today), 7))
  const [motif, setMotif] = useState(tronc.miseDeCote?.motif ?? '')
  const form = useOperationForm(contract.mettreDeCote, async () => {
    toast(`De côté jusqu’au ${formatDay(jusquAu)}.`)
    await rafraichir()
    onFermer()
  })
  return (
    <Modal opened onClose={onFermer} title="Mettre de côté">
      <form
        className="pv-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit({ id: tronc.id, jusquAu, motif })
        }}
      >
        <p className="pv-muted">
          Le dossier quitte votre accueil et « Les miens », puis y revient ce jour-là. Vos collègues le voient
          comme avant.
        </p>
        <ErrorSummary form={form} labels={{ jusquAu: 'Jusqu’au', motif: 'Pourquoi' }} />
        <div className="pv-row">
          {RACCOURCIS.map(({ libelle, jours }) => (
            <Button
              key={libelle}
              variant="default"
              size="compact-sm"
              onClick={() => setJusquAu(ajouterJours(jourCivil(today), jours))}
            >
              {libelle}
            </Button>
          ))}
        </div>
        <DayField
          {...form.field('jusquAu')}
          label="Jusqu’au"
          value={jusquAu}
          onChange={setJusquAu}
          required
        />
        <TextInput
          {...form.field('motif')}
          label="Pourquoi"
          description="Facultatif, pour vous seul : on vous le rappellera."
          value={motif}
          onChange={(event) => setMotif(event.currentTarget.value)}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Mettre de côté
          </Button>
        </div>
      </form>
    </Modal>
  )
}
