import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { type CorrespondantVu, contract } from '../contract.ts'
import { LIBELLES_DES_CORRESPONDANTS } from '../domain/correspondant.ts'
import { FicheCorrespondant } from './fiche-correspondant.tsx'
import classes from './structures.module.css'

function Ligne({
  correspondant,
  onModifier,
  onRetirer,
}: {
  correspondant: CorrespondantVu
  onModifier: () => void
  onRetirer: () => void
}) {
  const { nom, nature, adresse, courriel, estRetire } = correspondant
  return (
    <li>
      <div className={classes['ligne']}>
        <span className={classes['nom']}>
          <strong className={estRetire ? classes['fermee'] : undefined}>{nom}</strong>
          <span className="pv-muted pv-small">
            {LIBELLES_DES_CORRESPONDANTS[nature]}
            {estRetire && ' · plus proposé'}
          </span>
        </span>
        <span className={classes['actions']}>
          <Button size="compact-sm" variant="default" onClick={onModifier} aria-label={`Modifier ${nom}`}>
            Modifier
          </Button>
          <Button
            size="compact-sm"
            variant="transparent"
            fw={500}
            onClick={onRetirer}
            aria-label={estRetire ? `Proposer de nouveau ${nom}` : `Ne plus proposer ${nom}`}
          >
            {estRetire ? 'Proposer de nouveau' : 'Ne plus proposer'}
          </Button>
        </span>
      </div>
      <p className="pv-muted pv-small">{[...adresse, courriel].filter((l) => l !== '').join(', ')}</p>
    </li>
  )
}

/** The directory of administrations letters go to: typed once, then chosen. */
export function Correspondants() {
  const query = useOperation(contract.listerCorrespondants, {})
  const invalider = useInvalidate()
  const [ouvert, setOuvert] = useState<CorrespondantVu | 'nouveau' | null>(null)
  const form = useOperationForm(contract.modifierCorrespondant, () =>
    invalider(contract.listerCorrespondants),
  )
  const basculer = async ({ estRetire, ...c }: CorrespondantVu): Promise<void> => {
    const fait = await form.submit({ ...c, estRetire: !estRetire })
    if (fait !== null) toast(estRetire ? `« ${c.nom} » est proposé.` : `« ${c.nom} » n’est plus proposé.`)
  }
  const ajouter = <Button onClick={() => setOuvert('nouveau')}>Ajouter un correspondant</Button>
  return (
    <Page narrow>
      <PageHeader
        title="Correspondants"
        lead="Les administrations à qui une réclamation peut être transmise : l’ARS, le Défenseur des droits, les autres établissements. Leur adresse s’écrit une fois, ici ou en transmettant."
        actions={ajouter}
      />
      <ErrorSummary form={form} />
      <Card>
        <QueryView query={query}>
          {({ correspondants }) =>
            correspondants.length === 0 ? (
              <EmptyState title="Aucun correspondant" action={ajouter}>
                Commencez par l’agence régionale de santé : c’est elle que l’on saisit le plus souvent.
              </EmptyState>
            ) : (
              <ul className="pv-lines">
                {correspondants.map((c) => (
                  <Ligne
                    key={c.id}
                    correspondant={c}
                    onModifier={() => setOuvert(c)}
                    onRetirer={() => void basculer(c)}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
      {ouvert !== null && (
        <FicheCorrespondant
          correspondant={ouvert === 'nouveau' ? null : ouvert}
          onFermer={() => setOuvert(null)}
        />
      )}
    </Page>
  )
}
