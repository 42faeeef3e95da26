import { Card } from '#platform/web/card.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { usePathParam } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract, type DemandeRecue } from '../contract.ts'
import { NATURE_DE_TACHE } from '../domain/labels.ts'
import { FormulaireDeReponse } from './formulaire-de-reponse.tsx'
import { Reponse } from './reponse.tsx'
import classes from './taches.module.css'

function Contenu({ demande }: { demande: DemandeRecue }) {
  const { structure, etat, nature } = demande
  return (
    <Page narrow>
      <PageHeader
        title={NATURE_DE_TACHE[nature]}
        documentTitle={`${NATURE_DE_TACHE[nature]}, ${demande.objet}`}
        kicker={`${structure?.nom ?? demande.destinataire.nom}, au sujet du ${demande.objet}`}
        lead={`Demandé le ${formatDay(demande.demandeeLe)} par ${demande.demandeur}, souhaité pour le ${formatDay(demande.pourLe)}.`}
      />
      {demande.aLaPlaceDe !== null && (
        <Notice>Vous répondez à la place de {demande.aLaPlaceDe}, pendant son absence.</Notice>
      )}
      {structure !== null && structure.fermeLe !== null && (
        <Notice tone="soon">
          Ce service a fermé le {formatDay(structure.fermeLe)}, après cette demande.
        </Notice>
      )}
      <Card title={nature === 'restitution' ? 'Message' : 'Ce qui est demandé'}>
        <p className={classes['texte']}>{demande.message}</p>
      </Card>
      {etat === 'demandee' && <FormulaireDeReponse demande={demande} />}
      {etat === 'repondue' && (
        <Card title="Votre réponse">
          <Reponse tache={demande} />
        </Card>
      )}
      {etat === 'annulee' && <Notice>Cette demande n’attend plus de réponse.</Notice>}
    </Page>
  )
}

/** A request to one's service, and its answer. */
export function PageDeDemandeRecue() {
  const id = usePathParam('id')
  // Read once: what is typed since is on the screen, and kept by itself.
  const query = useOperation(contract.obtenirRecue, { id }, { staleTime: 0 })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(demande) => <Contenu key={`${demande.id} ${demande.etat}`} demande={demande} />}
    </QueryView>
  )
}
