import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type StructureVue } from '../contract.ts'
import { ArbreDesStructures } from './arbre-des-structures.tsx'
import { FicheStructure, type Ouverture } from './fiche-structure.tsx'

/** Poles, services and units: where griefs happen, and what each chef de service may read. */
export function Structures() {
  const query = useOperation(contract.lister, {})
  const invalidate = useInvalidate()
  const [ouverture, setOuverture] = useState<Ouverture | null>(null)
  const form = useOperationForm(contract.modifier, () => invalidate(contract.lister))

  const fermer = async (structure: StructureVue): Promise<void> => {
    const oui = await confirm({
      title: `Fermer « ${structure.nom} » ?`,
      text: 'Elle ne sera plus proposée dans les nouveaux dossiers. Les dossiers qui la citent la gardent. Vous pourrez la rouvrir.',
      action: 'Fermer la structure',
    })
    if (!oui) return
    const done = await form.submit({ id: structure.id, nom: structure.nom, estFermee: true })
    if (done !== null) toast(`« ${structure.nom} » est fermée.`)
  }
  const rouvrir = async (structure: StructureVue): Promise<void> => {
    const done = await form.submit({ id: structure.id, nom: structure.nom, estFermee: false })
    if (done !== null) toast(`« ${structure.nom} » est rouverte.`)
  }

  const creer = (
    <Button onClick={() => setOuverture({ creation: { parentId: null, nature: 'pole' } })}>
      Ajouter un pôle
    </Button>
  )
  return (
    <Page>
      <PageHeader
        title="Structures"
        lead="Les pôles, services et unités de l’établissement. Chaque réclamation les désigne ; un chef de service lit les dossiers des siens."
        actions={creer}
      />
      <ErrorSummary form={form} />
      <Card>
        <QueryView query={query}>
          {({ structures }) =>
            structures.length === 0 ? (
              <EmptyState title="Aucune structure" action={creer}>
                Commencez par un pôle, puis ajoutez-y ses services. Les unités fonctionnelles sont
                facultatives.
              </EmptyState>
            ) : (
              <ArbreDesStructures
                structures={structures}
                onAjouter={(parentId, nature) => setOuverture({ creation: { parentId, nature } })}
                onRenommer={(structure) => setOuverture({ renommage: structure })}
                onFermer={(structure) => void fermer(structure)}
                onRouvrir={(structure) => void rouvrir(structure)}
              />
            )
          }
        </QueryView>
      </Card>
      {ouverture !== null && (
        <FicheStructure
          ouverture={ouverture}
          structures={query.data?.structures ?? []}
          onClose={() => setOuverture(null)}
        />
      )}
    </Page>
  )
}
