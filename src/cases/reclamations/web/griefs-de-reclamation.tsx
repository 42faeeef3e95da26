import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ReclamationVue } from '../contract.ts'
import { DemandeEnCours } from './explications-du-grief.tsx'
import { FicheDeGrief } from './fiche-de-grief.tsx'
import classes from './griefs.module.css'
import { cheminDeLAnalyse, cheminDesGriefs } from './paths.ts'
import { useExplications } from './use-explications.tsx'

/** The griefs on the page of the complaint: what each is, what was found, what will be said. */
export function GriefsDeReclamation({ vue }: { vue: ReclamationVue }) {
  const { tronc, griefs, actions } = vue
  const analyse = useWebSession().can('reclamations.analyser')
  const explicationsDe = useExplications(tronc.id)
  return (
    <Card title="Griefs" aside={<AppLink href={cheminDesGriefs(tronc.id)}>Relire la lettre</AppLink>}>
      {griefs.length === 0 ? (
        <p className="pv-muted">
          {actions.qualifier === null ? (
            <>
              Aucun grief relevé.{' '}
              <AppLink href={cheminDesGriefs(tronc.id)}>Surlignez-les dans la lettre</AppLink>&nbsp;: chacun
              aura son motif, son service et sa réponse.
            </>
          ) : (
            'Aucun grief relevé.'
          )}
        </p>
      ) : (
        <ol className={`pv-lines ${classes['liste']}`}>
          {griefs.map((grief) => (
            <li key={grief.id}>
              <FicheDeGrief
                grief={grief}
                actions={
                  analyse && grief.constat === null && actions.qualifier === null ? (
                    <AppLink href={cheminDeLAnalyse(tronc.id)} className={classes['poser']}>
                      Poser le constat<span className="pv-sr"> du grief {grief.rang}</span>
                    </AppLink>
                  ) : undefined
                }
              >
                {grief.reponse !== '' && <p className={classes['reponse']}>{grief.reponse}</p>}
                {grief.reponse === '' &&
                  explicationsDe(grief.id)
                    .filter(({ tache }) => tache.etat === 'demandee')
                    .map((explication) => (
                      <DemandeEnCours key={explication.tache.id} explication={explication} />
                    ))}
              </FicheDeGrief>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
