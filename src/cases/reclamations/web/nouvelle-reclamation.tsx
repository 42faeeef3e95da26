import { useState } from 'react'
import { contract as dossiers } from '#core/dossiers/contract.ts'
import { DepuisUnDossier } from '#core/dossiers/web/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useQueryParams } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import { FORMULAIRE_VIDE, lireBrouillon, remplirDepuisLaPrecedente } from './brouillon.tsx'
import { remplirDepuisLOrigine } from './origine.tsx'
import { cheminDUneNouvelleReclamation } from './paths.ts'
import { Saisie } from './saisie.tsx'

function BrouillonIntrouvable() {
  return (
    <Page narrow>
      <PageHeader title="Brouillon introuvable" />
      <EmptyState
        title="Ce brouillon n’existe plus"
        action={<AppLink href={cheminDUneNouvelleReclamation()}>Commencer une réclamation</AppLink>}
      >
        Il a peut-être déjà été enregistré comme dossier&nbsp;: cherchez-le dans la liste des réclamations.
      </EmptyState>
    </Page>
  )
}

function Reprise({ id }: { id: string }) {
  const query = useOperation(dossiers.listerBrouillons, {}, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {({ brouillons }) => {
        const brouillon = brouillons.find((un) => un.id === id)
        return brouillon === undefined ? (
          <BrouillonIntrouvable />
        ) : (
          <Saisie key={id} brouillonId={id} initial={lireBrouillon(brouillon.contenu)} />
        )
      }}
    </QueryView>
  )
}

/** A new complaint that follows another one, with its people and services. */
function Suite({ precedente, brouillonId }: { precedente: string; brouillonId: string }) {
  const query = useOperation(contract.obtenir, { id: precedente }, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(vue) => (
        <Saisie
          key={brouillonId}
          brouillonId={brouillonId}
          initial={{ formulaire: remplirDepuisLaPrecedente(FORMULAIRE_VIDE, vue), depots: [] }}
        />
      )}
    </QueryView>
  )
}

/** A new complaint, or a draft resumed where it was left. */
export function NouvelleReclamation() {
  const { brouillon, precedente, origine } = useQueryParams()
  const [neuf] = useState(() => uuidv7(Date.now()))
  if (brouillon !== undefined) return <Reprise id={brouillon} />
  if (precedente !== undefined) return <Suite precedente={precedente} brouillonId={neuf} />
  if (origine !== undefined)
    return (
      <DepuisUnDossier id={origine}>
        {(vue) => (
          <Saisie
            key={neuf}
            brouillonId={neuf}
            initial={{ formulaire: remplirDepuisLOrigine(vue), depots: [] }}
          />
        )}
      </DepuisUnDossier>
    )
  return <Saisie key={neuf} brouillonId={neuf} initial={{ formulaire: FORMULAIRE_VIDE, depots: [] }} />
}
