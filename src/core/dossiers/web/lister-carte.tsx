import { AppLink } from '#platform/web/app-link.tsx'
import { formatPastDay } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { Surligne } from './fragments.tsx'
import classes from './lister.module.css'
import { EcheanceEnLigne } from './lister-echeance.tsx'
import { CaseDeChoix, type LigneProps, RepereDeDossier } from './lister-rang.tsx'
import { PassagesTrouves } from './passages-trouves.tsx'
import { useCheminDuDossier } from './types-context.ts'

/** One dossier on a phone. */
export function CarteDeDossier(props: LigneProps) {
  const { dossier, rank, types, avecType, enFoyer, onFoyer, choisi, mesure, surlignes } = props
  const { today } = useWebSession()
  const href = useCheminDuDossier()(dossier.type, dossier.id)
  const autour = [
    dossier.auteur,
    dossier.services.join(', '),
    dossier.assigneNom === null ? '' : `suivi par ${dossier.assigneNom}`,
    `reçu ${formatPastDay(dossier.recuLe, today)}`,
    dossier.closLe === null ? '' : `clos ${formatPastDay(dossier.closLe, today)}`,
  ].filter((part) => part !== '')
  return (
    <li ref={mesure} data-index={rank} className={classes['carte']} data-choisi={choisi}>
      <div className={classes['titreDeCarte']}>
        <CaseDeChoix {...props} />
        <AppLink
          href={href}
          className={classes['objet']}
          data-rank={rank}
          tabIndex={enFoyer ? 0 : -1}
          onFocus={onFoyer}
        >
          <Surligne texte={dossier.objet} mots={surlignes} />
        </AppLink>
      </div>
      <div className={classes['dessous']}>
        <RepereDeDossier dossier={dossier} types={types} avecType={avecType} />
      </div>
      <div className="pv-small pv-muted">
        <Surligne texte={autour.join(' · ')} mots={surlignes} />
      </div>
      <PassagesTrouves passages={props.passages} />
      <div className={classes['bas']}>
        <EcheanceEnLigne dossier={dossier} jour={today} />
      </div>
    </li>
  )
}
