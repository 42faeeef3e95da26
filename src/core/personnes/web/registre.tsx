import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { useGoTo, useHistoryText, useQueryParams } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { keyOf } from '#platform/web/query.ts'
import { ListSkeleton } from '#platform/web/skeleton.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { contract } from '../contract.ts'
import { nomComplet } from './identite.ts'
import { cheminDeLaPersonne, cheminDuRegistre } from './paths.ts'
import classes from './personnes.module.css'
import { distinction } from './personnes-connues.tsx'

type Inscrite = OutputOf<typeof contract.lister>['personnes'][number]

const DELAI_DE_FRAPPE_MS = 250
/** Pages without any duplicate that are gone through before asking whether to go on. */
const PAGES_SANS_RIEN = 5

const premierePage = (): string | null => null

function useRegistre(texte: string, doublons: boolean) {
  const input = { texte, doublons }
  return useInfiniteQuery({
    queryKey: keyOf(contract.lister, input),
    queryFn: ({ pageParam, signal }) =>
      callOperation(contract.lister, pageParam === null ? input : { ...input, apres: pageParam }, { signal }),
    initialPageParam: premierePage(),
    getNextPageParam: (page) => page.suite,
    placeholderData: keepPreviousData,
  })
}

function Ligne({ personne }: { personne: Inscrite }) {
  const { nombreDeDoublons: n } = personne
  return (
    <li className={classes['ligne']}>
      <span>
        <AppLink href={cheminDeLaPersonne(personne.id)} className={classes['nom']}>
          {nomComplet(personne)}
        </AppLink>
        {personne.nomDeNaissance !== '' && (
          <span className="pv-muted"> née ou né {personne.nomDeNaissance}</span>
        )}
        <span className={classes['distinction']}>{distinction(personne)}</span>
      </span>
      {n > 0 && (
        <StatusBadge tone="soon">{n === 1 ? 'un doublon possible' : `${n} doublons possibles`}</StatusBadge>
      )}
    </li>
  )
}

function RegistreVide({ cherche, doublons }: { cherche: string; doublons: boolean }) {
  if (cherche !== '')
    return (
      <EmptyState title={`Personne ne correspond à « ${cherche} »`}>
        On cherche par le nom, tel qu’il s’écrit ou tel qu’il sonne, le courriel, le téléphone ou l’INS.
      </EmptyState>
    )
  if (doublons)
    return (
      <EmptyState title="Aucun doublon à examiner">
        Deux fiches se proposent quand elles ont, outre le nom, une date de naissance, une adresse, un
        téléphone, un courriel ou une INS en commun. De simples homonymes ne se proposent jamais.
      </EmptyState>
    )
  return (
    <EmptyState title="Personne au registre">
      Les personnes s’y inscrivent d’elles-mêmes, à l’enregistrement d’un contact, d’un éloge ou d’une
      réclamation.
    </EmptyState>
  )
}

/** Everyone in the dossiers one may see, and who may be entered twice. The words searched stay out of the address. */
export function RegistreDesPersonnes() {
  const goTo = useGoTo()
  const doublons = useQueryParams()['doublons'] === 'oui'
  const [recherche, setRecherche] = useHistoryText('recherche')
  const [cherche] = useDebouncedValue(recherche.trim(), DELAI_DE_FRAPPE_MS)
  const registre = useRegistre(cherche, doublons)
  const pages = registre.data?.pages ?? []
  const personnes = pages.flatMap((page) => page.personnes)
  const { fetchNextPage, hasNextPage, isFetching } = registre
  const poursuivre = hasNextPage && !isFetching && personnes.length === 0 && pages.length < PAGES_SANS_RIEN
  useEffect(() => {
    if (poursuivre) void fetchNextPage()
  }, [poursuivre, fetchNextPage])
  const filtrer = (oui: boolean): void =>
    goTo(cheminDuRegistre({ doublons: oui }), { replace: true, state: { recherche } })
  return (
    <Page narrow>
      <PageHeader
        title="Personnes"
        lead="Les personnes des dossiers que vous voyez : qui a écrit, qui est soigné, qui représente."
      />
      <search className={classes['filtres']} aria-label="Chercher une personne">
        <TextInput
          label="Chercher"
          type="search"
          placeholder="Nom, courriel, téléphone ou INS"
          value={recherche}
          onChange={(e) => setRecherche(e.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <fieldset className={classes['vues']}>
          <legend className="pv-sr">Vue</legend>
          {[false, true].map((oui) => (
            <button
              key={String(oui)}
              type="button"
              className={classes['vue']}
              aria-pressed={doublons === oui}
              onClick={() => filtrer(oui)}
            >
              {oui ? 'Doublons possibles' : 'Toutes'}
            </button>
          ))}
        </fieldset>
      </search>
      <Card>
        {registre.isError && (
          <ProblemView
            error={registre.error}
            action={
              <Button variant="default" onClick={() => void registre.refetch()}>
                Réessayer
              </Button>
            }
          />
        )}
        {registre.isPending && <ListSkeleton rows={8} />}
        {registre.isSuccess && (
          <p className="pv-muted pv-small" role="status">
            {formatCount(personnes.length, 'personne')}
            {hasNextPage && ' affichées, la suite reste à lire'}
            {pages.at(-1)?.tronquee === true && '. Il y en a d’autres\u00a0: précisez la recherche.'}
          </p>
        )}
        {registre.isSuccess && personnes.length === 0 && !hasNextPage && (
          <RegistreVide cherche={cherche} doublons={doublons} />
        )}
        <ul className="pv-lines">
          {personnes.map((personne) => (
            <Ligne key={personne.id} personne={personne} />
          ))}
        </ul>
        {hasNextPage && (
          <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            {doublons ? 'Continuer la recherche' : 'Afficher la suite'}
          </Button>
        )}
      </Card>
    </Page>
  )
}
