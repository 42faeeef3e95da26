import { AppLink } from '#platform/web/app-link.tsx'
import { formatDay, formatShortDate } from '#platform/web/formats.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneDeDossier } from '../contract.ts'
import classes from './lister.module.css'
import { AttenteEnLigne, EcheanceEnLigne } from './lister-echeance.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { useCheminDuDossier } from './types-context.ts'

export interface LigneProps {
  readonly dossier: LigneDeDossier
  readonly rank: number
  readonly types: TypesDeDossier
  readonly avecType: boolean
  /** one line of the list is in the tabulation order; arrows reach the others */
  readonly enFoyer: boolean
  readonly onFoyer: () => void
  readonly mesure: (element: Element | null) => void
}

const typeDe = (dossier: LigneDeDossier, types: TypesDeDossier): string =>
  types.find(({ code }) => code === dossier.type)?.libelle ?? ''

/** Number, state, class: what tells a dossier from another at a glance. */
export function RepereDeDossier({
  dossier,
  types,
  avecType,
}: Pick<LigneProps, 'dossier' | 'types' | 'avecType'>) {
  return (
    <span className={classes['repere']}>
      <span className="pv-nowrap">{dossier.numero}</span>
      {avecType && <span>{typeDe(dossier, types).toLocaleLowerCase('fr')}</span>}
      <span>{dossier.libelleEtat.toLocaleLowerCase('fr')}</span>
      {dossier.classe === 'sensible' && <StatusBadge tone="quiet">sensible</StatusBadge>}
    </span>
  )
}

/** One dossier on one row; the whole row opens it. */
export function RangDeDossier({ dossier, rank, types, avecType, enFoyer, onFoyer, mesure }: LigneProps) {
  const { today } = useWebSession()
  const goTo = useGoTo()
  const href = useCheminDuDossier()(dossier.type, dossier.id)
  return (
    <tr
      ref={mesure}
      data-index={rank}
      aria-rowindex={rank + 2}
      onClick={(event) => {
        // A selection of text, or the link itself, is not a click on the row.
        if (event.defaultPrevented || (getSelection()?.toString() ?? '') !== '') return
        if (event.target instanceof Element && event.target.closest('a') !== null) return
        goTo(href)
      }}
    >
      <td>
        <AppLink
          href={href}
          className={classes['objet']}
          data-rank={rank}
          tabIndex={enFoyer ? 0 : -1}
          onFocus={onFoyer}
        >
          {dossier.objet}
        </AppLink>
        <div className={classes['dessous']}>
          <RepereDeDossier dossier={dossier} types={types} avecType={avecType} />
          {dossier.auteur !== '' && <span>{dossier.auteur}</span>}
        </div>
      </td>
      <td>{dossier.services.join(', ')}</td>
      <td className="pv-nowrap" title={formatDay(dossier.recuLe)}>
        {formatShortDate(dossier.recuLe, today)}
      </td>
      <td>
        <EcheanceEnLigne dossier={dossier} jour={today} />
        <AttenteEnLigne dossier={dossier} jour={today} />
      </td>
      <td>{dossier.assigneNom ?? <span className="pv-muted">personne</span>}</td>
    </tr>
  )
}
