import { Button } from '@mantine/core'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { dayOf, formatDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { FicheVue } from './fiche-de-personne.tsx'

/** Records this one took in: by whom, why, and the way back. */
export function FusionsDePersonne({ vue: { fusions } }: { vue: FicheVue }) {
  const { can, timeZone } = useWebSession()
  const rafraichir = useInvalidateAll()
  const form = useOperationForm(contract.annulerFusion, async () => {
    toast('Fusion annulée : les deux fiches sont comme avant.')
    await rafraichir()
  })
  const annuler = async (id: string, absorbee: string): Promise<void> => {
    const oui = await confirm({
      title: 'Annuler cette fusion ?',
      text: `La fiche de ${absorbee} reparaît, avec ses dossiers et ses consentements, et celle-ci reprend ce qu’elle disait avant.`,
      action: 'Annuler la fusion',
      cancel: 'Ne rien changer',
    })
    if (oui) await form.submit({ id })
  }
  if (fusions.length === 0) return null
  return (
    <Card title="Fiches réunies" className="pv-no-print">
      {form.problem !== null && <Notice tone="late">{form.problem.message}</Notice>}
      <ul className="pv-lines">
        {fusions.map(({ id, absorbee, faiteA, par, motif, annuleeA }) => (
          <li key={id} className="pv-small">
            {absorbee}, le {formatDate(dayOf(faiteA, timeZone))}
            {par !== null && <span className="pv-muted"> par {par}</span>}
            {motif !== '' && <span className="pv-muted"> — {motif}</span>}
            {annuleeA !== null && (
              <span className="pv-muted">, annulée le {formatDate(dayOf(annuleeA, timeZone))}</span>
            )}
            {annuleeA === null && can('personnes.modifier') && (
              <div>
                <Button
                  variant="transparent"
                  px={0}
                  fw={500}
                  size="compact-sm"
                  loading={form.pending}
                  onClick={() => void annuler(id, absorbee)}
                  aria-label={`Annuler la fusion avec ${absorbee}`}
                >
                  Annuler la fusion
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
