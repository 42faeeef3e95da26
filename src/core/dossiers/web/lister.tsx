import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useGoTo, useHistoryText, useQueryParams } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { ListSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import type { Criteres } from '../contract-criteres.ts'
import classes from './lister.module.css'
import { ChoisirLesColonnes } from './lister-colonnes.tsx'
import { ExporterLaListe } from './lister-export.tsx'
import { LIBELLES_DES_VUES, ListerFiltres } from './lister-filtres.tsx'
import { ListerLignes } from './lister-lignes.tsx'
import { cheminDeLaListe, ListesEnregistrees, useListesEnregistrees } from './lister-listes.tsx'
import { ListerLot } from './lister-lot.tsx'
import { OrdreDeLaListe } from './lister-ordre.tsx'
import { trouvaillesDe, useAffichage, useCriteres, useListe } from './lister-requete.ts'
import { listeVide } from './lister-vide.tsx'
import { type Affichage, cheminDesDossiers } from './paths.ts'
import { useSelection } from './use-selection.ts'

const DELAI_DE_FRAPPE_MS = 250

/** What a printed list is about: paper outlives the screen. */
const resume = (criteres: Criteres, cherche: string, jour: string): string =>
  [
    `Liste imprimée le ${formatDay(jour)}`,
    LIBELLES_DES_VUES[criteres.vue].toLocaleLowerCase('fr'),
    cherche === '' ? '' : `recherche « ${cherche} »`,
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** The list the agent opens first, or every dossier: a bare address says no more. */
export function ListeDesDossiers() {
  const estNue = Object.keys(useQueryParams()).length === 0
  const goTo = useGoTo()
  const listes = useListesEnregistrees()
  const premiere = listes.data?.listes.find(({ estParDefaut }) => estParDefaut)
  const pret = listes.isSuccess || listes.isError
  const chemin = premiere === undefined ? cheminDesDossiers({ vue: 'tous' }) : cheminDeLaListe(premiere)
  useEffect(() => {
    if (estNue && pret) goTo(chemin, { replace: true })
  }, [estNue, pret, chemin, goTo])
  return estNue ? null : <ListeFiltree />
}

/** Any list of dossiers: criteria in the address, words searched in memory only. */
function ListeFiltree() {
  const criteres = useCriteres()
  const affichage = useAffichage()
  const goTo = useGoTo()
  const session = useWebSession()
  const [recherche, setRecherche] = useHistoryText('recherche')
  const [cherche] = useDebouncedValue(recherche.trim(), DELAI_DE_FRAPPE_MS)
  const types = useOperation(contract.listerTypes, {}, { staleTime: 300_000 }).data?.types ?? []
  const input = { ...criteres, ...(cherche === '' ? {} : { recherche: cherche }) }
  const liste = useListe(input)
  const dossiers = liste.data?.pages.flatMap((page) => page.dossiers) ?? []
  const trouvailles = trouvaillesDe(liste.data?.pages ?? [])
  const selection = useSelection(dossiers)
  // Chosen among other rows than those on screen, a dossier would be acted on unseen.
  const { vider } = selection
  const montre = `${cheminDesDossiers(criteres)} ${cherche}`
  useEffect(() => {
    if (montre !== '') vider()
  }, [montre, vider])
  const type = types.find(({ code }) => code === criteres.type)
  const partout = session.can('dossiers.modifier') ? 'Tous les dossiers' : 'Dossiers de mes services'
  const active = useListesEnregistrees().data?.listes.find(({ id }) => id === affichage.liste)
  const titre = active?.nom ?? (criteres.type === undefined ? partout : (type?.pluriel ?? 'Dossiers'))
  const aller = (vers: Criteres, autre: Affichage = affichage): void =>
    goTo(cheminDesDossiers(vers, autre), { replace: true, state: { recherche } })

  return (
    <Page>
      <PageHeader
        title={titre}
        actions={
          <>
            <ExporterLaListe criteres={input} types={types} />
            <Button variant="default" onClick={() => window.print()}>
              Imprimer
            </Button>
          </>
        }
      />
      <p className="pv-print-only">{resume(criteres, cherche, session.today)}</p>
      <ListerFiltres
        criteres={criteres}
        types={types}
        recherche={recherche}
        onRecherche={setRecherche}
        onChange={(suivants) => aller(suivants)}
      />
      <div className={`${classes['reglages']} pv-no-print`}>
        <ListesEnregistrees criteres={criteres} affichage={affichage} active={active} />
        <OrdreDeLaListe criteres={criteres} onChange={(suivants) => aller(suivants)} />
        <ChoisirLesColonnes
          colonnes={affichage.colonnes}
          onChange={(colonnes) => aller(criteres, { ...affichage, colonnes })}
        />
      </div>
      <Card>
        {liste.isError && dossiers.length === 0 && (
          <ProblemView
            error={liste.error}
            action={
              <Button variant="default" onClick={() => void liste.refetch()}>
                Réessayer
              </Button>
            }
          />
        )}
        {liste.isPending && <ListSkeleton rows={8} />}
        {liste.isSuccess &&
          dossiers.length === 0 &&
          listeVide({ criteres, recherche: cherche, type, goTo, effacer: () => setRecherche('') })}
        {dossiers.length > 0 && (
          <ListerLignes
            dossiers={dossiers}
            avecType={criteres.type === undefined && types.length > 1}
            types={types}
            colonnes={affichage.colonnes}
            selection={selection}
            trouvailles={trouvailles}
            suite={liste.hasNextPage}
            tronquee={liste.data?.pages.at(0)?.tronquee === true}
            enCours={liste.isFetchingNextPage}
            onSuite={() => void liste.fetchNextPage()}
          />
        )}
      </Card>
      <ListerLot selection={selection} types={types} />
    </Page>
  )
}
