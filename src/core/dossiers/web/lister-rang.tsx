import { Checkbox } from '@mantine/core'
import { AppLink } from '#platform/web/app-link.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneDeDossier } from '../contract.ts'
import type { PassageTrouve } from '../contract-recherche.ts'
import type { Colonne } from '../domain/colonnes.ts'
import { BadgeDePriorite } from './badge-de-priorite.tsx'
import { Surligne } from './fragments.tsx'
import classes from './lister.module.css'
import { CelluleDeDossier } from './lister-cellule.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { PassagesTrouves } from './passages-trouves.tsx'
import { useCheminDuDossier } from './types-context.ts'

export interface LigneProps {
  readonly dossier: LigneDeDossier
  readonly rank: number
  readonly types: TypesDeDossier
  readonly avecType: boolean
  /** shown beside the subject, in order */
  readonly colonnes: readonly Colonne[]
  /** one line of the list is in the tabulation order; arrows reach the others */
  readonly enFoyer: boolean
  readonly onFoyer: () => void
  readonly choisi: boolean
  readonly onChoisir: (etendre: boolean) => void
  readonly mesure: (element: Element | null) => void
  /** keys of the words searched, for what the line shows */
  readonly surlignes: ReadonlyMap<string, number>
  /** where else the search found them */
  readonly passages: readonly PassageTrouve[]
}

const typeDe = (dossier: LigneDeDossier, types: TypesDeDossier): string =>
  types.find(({ code }) => code === dossier.type)?.libelle ?? ''

/** Number, state, class: what tells a dossier from another at a glance. */
export function RepereDeDossier({
  dossier,
  types,
  avecType,
  colonnes = [],
}: Pick<LigneProps, 'dossier' | 'types' | 'avecType'> & Partial<Pick<LigneProps, 'colonnes'>>) {
  const libre = (colonne: Colonne): boolean => !colonnes.includes(colonne)
  return (
    <span className={classes['repere']}>
      {libre('numero') && <span className="pv-nowrap">{dossier.numero}</span>}
      {avecType && libre('type') && <span>{typeDe(dossier, types).toLocaleLowerCase('fr')}</span>}
      {libre('etat') && <span>{dossier.libelleEtat.toLocaleLowerCase('fr')}</span>}
      {libre('priorite') && <BadgeDePriorite priorite={dossier.priorite} />}
      {libre('etiquettes') &&
        dossier.etiquettes.map(({ id, libelle }) => (
          <StatusBadge key={id} tone="quiet">
            {libelle}
          </StatusBadge>
        ))}
      {dossier.classe === 'sensible' && <StatusBadge tone="quiet">sensible</StatusBadge>}
    </span>
  )
}

/** Chooses a dossier for what is done to several: Shift extends to it. */
export function CaseDeChoix({
  dossier,
  enFoyer,
  choisi,
  onChoisir,
}: Pick<LigneProps, 'dossier' | 'enFoyer' | 'choisi' | 'onChoisir'>) {
  return (
    <Checkbox
      size="sm"
      aria-label={`Choisir ${dossier.numero}`}
      checked={choisi}
      tabIndex={enFoyer ? 0 : -1}
      onChange={(event) => {
        const { nativeEvent } = event
        onChoisir(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }}
    />
  )
}

/** One dossier on one row; the whole row opens it. */
export function RangDeDossier(props: LigneProps) {
  const { dossier, rank, types, avecType, colonnes, enFoyer, onFoyer, choisi, mesure } = props
  const { surlignes, passages } = props
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
        if (event.target instanceof Element && event.target.closest('a, input, label') !== null) return
        goTo(href)
      }}
      data-choisi={choisi}
    >
      <td className="pv-no-print">
        <CaseDeChoix {...props} />
      </td>
      <td>
        <AppLink
          href={href}
          className={classes['objet']}
          data-rank={rank}
          tabIndex={enFoyer ? 0 : -1}
          onFocus={onFoyer}
        >
          <Surligne texte={dossier.objet} mots={surlignes} />
        </AppLink>
        <div className={classes['dessous']}>
          <RepereDeDossier dossier={dossier} types={types} avecType={avecType} colonnes={colonnes} />
          {dossier.auteur !== '' && !colonnes.includes('auteur') && (
            <span>
              <Surligne texte={dossier.auteur} mots={surlignes} />
            </span>
          )}
        </div>
        <PassagesTrouves passages={passages} />
      </td>
      {colonnes.map((colonne) => (
        <td key={colonne}>
          <CelluleDeDossier {...{ colonne, colonnes, dossier, types, surlignes, jour: today }} />
        </td>
      ))}
    </tr>
  )
}
