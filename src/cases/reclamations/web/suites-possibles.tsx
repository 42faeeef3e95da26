import { Button } from '@mantine/core'
import { cheminParIdentifiant } from '#core/dossiers/web/index.ts'
import type { DepotVu } from '#core/pieces/contract.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useOperation } from '#platform/web/query.ts'
import { contract } from '../contract.ts'
import type { Formulaire } from './brouillon.tsx'
import classes from './nouvelle-reclamation.module.css'

/** A complaint this letter may follow, and why it is suggested. */
export interface SuitePossible {
  readonly id: string
  readonly numero: string
  readonly objet: string
  readonly raison: 'meme-auteur' | 'reponse-a-un-message' | 'numero-cite'
}

const RAISONS = {
  'reponse-a-un-message': 'ce message répond à l’un des siens',
  'numero-cite': 'son numéro est cité',
  'meme-auteur': 'même auteur',
} as const satisfies Record<SuitePossible['raison'], string>

const MONTREES = 3

/** What the deposits say, then what is known of the person chosen; each complaint once. */
export function suitesDe(
  depots: readonly DepotVu[],
  duMemeAuteur: readonly SuitePossible[],
): SuitePossible[] {
  const desDepots = depots
    .flatMap(({ suites }) => suites)
    .filter(({ type }) => type === 'reclamation')
    .map(({ dossierId, numero, objet, raison }): SuitePossible => ({ id: dossierId, numero, objet, raison }))
  const parId = new Map<string, SuitePossible>()
  for (const suite of [...desDepots, ...duMemeAuteur]) if (!parId.has(suite.id)) parId.set(suite.id, suite)
  return [...parId.values()]
}

/** Complaints of the very person chosen as author: a homonym, or a person being typed, has none. */
export function useSuitesDeLAuteur({ auteur, estAnonyme }: Formulaire): readonly SuitePossible[] {
  const personneId = !estAnonyme && auteur.choix === 'existante' ? auteur.personne.id : null
  const lues = useOperation(
    contract.listerSuites,
    { personneId: personneId ?? '' },
    { enabled: personneId !== null, staleTime: 60_000 },
  )
  if (personneId === null) return []
  return (lues.data?.suites ?? []).map(({ id, numero, objet }) => ({
    id,
    numero,
    objet,
    raison: 'meme-auteur',
  }))
}

export interface SuitesPossiblesProps {
  readonly suites: readonly SuitePossible[]
  readonly onJoindre: (suite: SuitePossible) => void
  readonly onFaireSuite: (suite: SuitePossible) => void
}

/** This letter may follow a complaint already here: the agent says, nothing is joined by itself. */
export function SuitesPossibles({ suites, onJoindre, onFaireSuite }: SuitesPossiblesProps) {
  if (suites.length === 0) return null
  const autres = suites.length - MONTREES
  return (
    <Notice tone="soon" title="Ce courrier suit-il une réclamation déjà enregistrée ?">
      <ul className={classes['suites']}>
        {suites.slice(0, MONTREES).map((suite) => (
          <li key={suite.id} className={classes['suite']}>
            <span>
              <AppLink href={cheminParIdentifiant(suite.id)}>{suite.numero}</AppLink>, «&nbsp;{suite.objet}
              &nbsp;» <span className="pv-muted">({RAISONS[suite.raison]})</span>
            </span>
            <span className="pv-row">
              <Button size="compact-sm" variant="default" onClick={() => onJoindre(suite)}>
                Joindre à {suite.numero}
              </Button>
              <Button
                size="compact-sm"
                variant="transparent"
                px={0}
                fw={500}
                onClick={() => onFaireSuite(suite)}
                aria-label={`Nouvelle, qui lui fait suite : ${suite.numero}`}
              >
                Nouvelle, qui lui fait suite
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {autres > 0 && (
        <p className="pv-muted pv-small">
          Et {formatCount(autres, 'autre réclamation', 'autres réclamations')} de la même personne.
        </p>
      )}
    </Notice>
  )
}
