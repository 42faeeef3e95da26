import { Button } from '@mantine/core'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type PersonneTrouvee, type PersonneVue } from '../contract.ts'
import { LIBELLES_DES_NIVEAUX, phraseDuRapprochement } from '../domain/labels.ts'
import type { FicheVue } from './fiche-de-personne.tsx'
import { nomComplet } from './identite.ts'
import { cheminDeFusion, cheminDeLaPersonne } from './paths.ts'
import classes from './personnes.module.css'
import { distinction } from './personnes-connues.tsx'

interface GestesProps {
  readonly id: string
  readonly autre: PersonneVue
}

/** Tells two records apart for good, or suggests them again. */
function useDistinction({ id, autre }: GestesProps) {
  const rafraichir = useInvalidateAll()
  const rapprocher = useOperationForm(contract.rapprocher, rafraichir)
  const distinguer = useOperationForm(contract.distinguer, async () => {
    await rafraichir()
    toast(`${nomComplet(autre)}\u00a0: c’est une autre personne.`, {
      label: 'Annuler',
      run: () => void rapprocher.submit({ id, autreId: autre.id }),
    })
  })
  return { rapprocher, distinguer, cible: { id, autreId: autre.id } }
}

function Rapprochee({ id, autre }: { id: string; autre: PersonneTrouvee }) {
  const goTo = useGoTo()
  const { can } = useWebSession()
  const { distinguer, cible } = useDistinction({ id, autre })
  const { rapprochement } = autre
  if (rapprochement === null) return null
  const estSure = rapprochement.niveau === 'certain' || rapprochement.niveau === 'probable'
  return (
    <li className={classes['ligne']}>
      <span>
        <AppLink href={cheminDeLaPersonne(autre.id)} className={classes['nom']}>
          {nomComplet(autre)}
        </AppLink>{' '}
        <StatusBadge tone={estSure ? 'soon' : 'quiet'}>
          {LIBELLES_DES_NIVEAUX[rapprochement.niveau]}
        </StatusBadge>
        <span className={classes['distinction']}>{phraseDuRapprochement(rapprochement)}</span>
        <span className={classes['distinction']}>{distinction(autre)}</span>
        {distinguer.problem !== null && <Notice tone="late">{distinguer.problem.message}</Notice>}
      </span>
      {can('personnes.modifier') && (
        <span className={classes['boutons']}>
          <Button
            size="compact-sm"
            variant={estSure ? 'filled' : 'default'}
            onClick={() => goTo(cheminDeFusion(id, autre.id))}
            aria-label={`Comparer avec la fiche de ${nomComplet(autre)}, ${distinction(autre)}`}
          >
            Comparer
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={distinguer.pending}
            onClick={() => void distinguer.submit(cible)}
            aria-label={`${nomComplet(autre)}, ${distinction(autre)} : c’est une autre personne`}
          >
            C’est une autre personne
          </Button>
        </span>
      )}
    </li>
  )
}

function Distinguee({ id, autre }: GestesProps) {
  const { rapprocher, cible } = useDistinction({ id, autre })
  return (
    <li className={classes['ligne']}>
      <span>
        <AppLink href={cheminDeLaPersonne(autre.id)}>{nomComplet(autre)}</AppLink>
        <span className={classes['distinction']}>{distinction(autre)}</span>
      </span>
      <Button
        size="compact-sm"
        variant="transparent"
        px={0}
        fw={500}
        loading={rapprocher.pending}
        onClick={() => void rapprocher.submit(cible)}
        aria-label={`Proposer de nouveau ${nomComplet(autre)}`}
      >
        Proposer de nouveau
      </Button>
    </li>
  )
}

/** Other records that may be this person, with what brings them together; homonyms are told apart from them. */
export function DoublonsDePersonne({ vue }: { vue: FicheVue }) {
  const { personne, rapprochements, distinguees } = vue
  const { can } = useWebSession()
  const proches = rapprochements.filter((p) => p.rapprochement?.niveau !== 'homonyme')
  const homonymes = rapprochements.filter((p) => p.rapprochement?.niveau === 'homonyme')
  return (
    <Card title="Doublons possibles">
      {proches.length === 0 && (
        <p className="pv-muted pv-small">
          Aucune autre fiche n’a, outre le nom, de quoi être celle de la même personne.
        </p>
      )}
      <ul className="pv-lines">
        {proches.map((autre) => (
          <Rapprochee key={autre.id} id={personne.id} autre={autre} />
        ))}
      </ul>
      {homonymes.length > 0 && (
        <details className={classes['homonymes']}>
          <summary>
            {homonymes.length === 1 ? 'Un homonyme' : `${homonymes.length} homonymes`}, que rien d’autre ne
            rapproche
          </summary>
          <ul className="pv-lines">
            {homonymes.map((autre) => (
              <Rapprochee key={autre.id} id={personne.id} autre={autre} />
            ))}
          </ul>
        </details>
      )}
      {distinguees.length > 0 && can('personnes.modifier') && (
        <details className={classes['homonymes']}>
          <summary>
            {distinguees.length === 1 ? 'Une fiche écartée' : `${distinguees.length} fiches écartées`}
            &nbsp;: une autre personne
          </summary>
          <ul className="pv-lines">
            {distinguees.map((autre) => (
              <Distinguee key={autre.id} id={personne.id} autre={autre} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
