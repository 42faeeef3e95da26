import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { SentInputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { downloadFile } from '#platform/web/download.ts'
import { formatDay } from '#platform/web/formats.ts'
import { useGoTo, useHistoryText } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { ListSkeleton } from '#platform/web/skeleton.tsx'
import { toast } from '#platform/web/toast.tsx'
import { type Criteres, contract } from '../contract.ts'
import { LIBELLES_DES_VUES, ListerFiltres } from './lister-filtres.tsx'
import { ListerLignes } from './lister-lignes.tsx'
import { useCriteres, useListe } from './lister-requete.ts'
import { listeVide } from './lister-vide.tsx'
import { cheminDesDossiers } from './paths.ts'

const DELAI_DE_FRAPPE_MS = 250

async function exporter(input: SentInputOf<typeof contract.exporter>): Promise<void> {
  try {
    await downloadFile(contract.exporter, input, 'dossiers.csv')
    toast('Liste exportée : elle s’ouvre dans Excel.')
  } catch (error) {
    toast(toProblem(error).message)
  }
}

/** What a printed list is about: paper outlives the screen. */
const resume = (criteres: Criteres, cherche: string, jour: string): string =>
  [
    `Liste imprimée le ${formatDay(jour)}`,
    LIBELLES_DES_VUES[criteres.vue].toLocaleLowerCase('fr'),
    cherche === '' ? '' : `recherche « ${cherche} »`,
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** Any list of dossiers: criteria in the address, words searched in memory only. */
export function ListeDesDossiers() {
  const criteres = useCriteres()
  const goTo = useGoTo()
  const session = useWebSession()
  const [recherche, setRecherche] = useHistoryText('recherche')
  const [cherche] = useDebouncedValue(recherche.trim(), DELAI_DE_FRAPPE_MS)
  const [exportEnCours, setExportEnCours] = useState(false)
  const types = useOperation(contract.listerTypes, {}, { staleTime: 300_000 }).data?.types ?? []
  const input = { ...criteres, ...(cherche === '' ? {} : { recherche: cherche }) }
  const liste = useListe(input)
  const dossiers = liste.data?.pages.flatMap((page) => page.dossiers) ?? []
  const type = types.find(({ code }) => code === criteres.type)
  const partout = session.can('dossiers.modifier') ? 'Tous les dossiers' : 'Dossiers de mes services'
  const titre = criteres.type === undefined ? partout : (type?.pluriel ?? 'Dossiers')

  return (
    <Page>
      <PageHeader
        title={titre}
        actions={
          <>
            <Button
              variant="default"
              loading={exportEnCours}
              onClick={() => {
                setExportEnCours(true)
                void exporter(input).finally(() => setExportEnCours(false))
              }}
            >
              Exporter
            </Button>
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
        onChange={(suivants) => goTo(cheminDesDossiers(suivants), { replace: true, state: { recherche } })}
      />
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
            suite={liste.hasNextPage}
            enCours={liste.isFetchingNextPage}
            onSuite={() => void liste.fetchNextPage()}
          />
        )}
      </Card>
    </Page>
  )
}
