import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { AnalyseVue, CauseVue } from '../contract-analyse.ts'
import { LIBELLES_DES_CAUSES } from '../domain/labels.ts'
import classes from './analyse.module.css'
import { SaisirCause } from './saisir-cause.tsx'

/** « Grief 2 », or the dossier as a whole. */
export const concerneDe = (griefs: AnalyseVue['griefs'], griefId: string | null): string => {
  const grief = griefs.find(({ id }) => id === griefId)
  if (grief !== undefined) return `Grief ${grief.rang}, ${grief.intitule}`
  return griefId === null ? 'Tout le dossier' : 'Un grief retiré'
}

/** Why it happened, by family of the ALARM method, of a grief or of the dossier. */
export function CausesDeReclamation({ vue }: { vue: AnalyseVue }) {
  const { entete, griefs, causes, actions } = vue
  const [saisit, setSaisit] = useState(false)
  const invalider = useInvalidateAll()
  const retrait = useOperationForm(contract.retirerCause, async () => {
    toast('Cause retirée.')
    await invalider()
  })
  const peut = actions.analyser === null
  const retirer = async ({ id: causeId, version, description }: CauseVue): Promise<void> => {
    const oui = await confirm({
      title: 'Retirer cette cause',
      text: `« ${description} » ne figurera plus dans l’analyse.`,
      action: 'Retirer la cause',
    })
    if (oui) await retrait.submit({ id: entete.id, causeId, version })
  }
  return (
    <Card
      title="Causes"
      aside={
        peut && !saisit ? (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setSaisit(true)}>
            Ajouter une cause
          </Button>
        ) : undefined
      }
    >
      {saisit && <SaisirCause vue={vue} onFermer={() => setSaisit(false)} />}
      {causes.length === 0 && !saisit && (
        <p className="pv-muted">
          Ce qui a rendu l’événement possible, du côté du patient, des tâches, de l’équipe, de l’organisation…
          Pas qui est fautif&nbsp;: ce qui peut changer.
        </p>
      )}
      <ul className="pv-lines">
        {causes.map((cause) => (
          <li key={cause.id} className={classes['ligne']}>
            <div>
              <p>
                <strong>{LIBELLES_DES_CAUSES[cause.famille].libelle}</strong> — {cause.description}
              </p>
              <p className="pv-small pv-muted">{concerneDe(griefs, cause.griefId)}</p>
            </div>
            {peut && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => void retirer(cause)}
                aria-label={`Retirer la cause « ${cause.description} »`}
              >
                Retirer
              </Button>
            )}
          </li>
        ))}
      </ul>
      {retrait.problem !== null && <p role="alert">{retrait.problem.message}</p>}
    </Card>
  )
}
