import { usePathParam } from '#platform/web/navigation.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import type { AnalyseVue } from '../contract-analyse.ts'
import classes from './analyse.module.css'
import { CausesDeReclamation } from './causes-de-reclamation.tsx'
import { ConstatsDeReclamation } from './constats-de-reclamation.tsx'
import { FaitsRelates } from './faits-relates.tsx'
import { MesuresDeReclamation } from './mesures-de-reclamation.tsx'
import { PageDeTravail } from './page-de-travail.tsx'

function Contenu({ vue }: { vue: AnalyseVue }) {
  // findings and causes are working papers: a chef de service reads the facts and the measures of his services
  const analyse = useWebSession().can('reclamations.analyser')
  return (
    <PageDeTravail entete={vue.entete} partie="Analyse">
      <div className={classes['analyse']}>
        <FaitsRelates vue={vue} />
        {analyse && <ConstatsDeReclamation vue={vue} />}
        <div className={classes['deux']}>
          {analyse && <CausesDeReclamation vue={vue} />}
          <MesuresDeReclamation vue={vue} />
        </div>
      </div>
    </PageDeTravail>
  )
}

/** What happened as lived and as told by the service, what was found of each grief, why, and what changes. */
export function Analyse() {
  const id = usePathParam('id')
  const query = useOperation(contract.obtenirAnalyse, { id })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(vue) => <Contenu key={vue.entete.id} vue={vue} />}
    </QueryView>
  )
}
