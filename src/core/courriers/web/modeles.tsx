import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { contract } from '../contract.ts'
import { Modele } from './modele.tsx'

/** The letters of the application and the Word template each one uses. */
export function ModelesDeCourrier() {
  const query = useOperation(contract.listerModeles, {})
  const invalidate = useInvalidate()
  return (
    <Page narrow>
      <PageHeader
        title="Modèles de courrier"
        lead="Chaque courrier part sur un modèle Word. Téléchargez celui en usage, mettez-le à l’en-tête de l’hôpital, puis déposez-le : il est vérifié avant d’être mis en service."
      />
      <QueryView query={query}>
        {({ modeles }) => (
          <div className="pv-stack">
            {modeles.map((modele) => (
              <Modele key={modele.code} modele={modele} onFait={() => invalidate(contract.listerModeles)} />
            ))}
          </div>
        )}
      </QueryView>
    </Page>
  )
}
