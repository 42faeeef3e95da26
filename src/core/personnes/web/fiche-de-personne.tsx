import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import { CarteDePersonne } from './carte-de-personne.tsx'
import { ConsentementsDePersonne } from './consentements-de-personne.tsx'
import { DoublonsDePersonne } from './doublons-de-personne.tsx'
import { FusionsDePersonne } from './fusions-de-personne.tsx'
import { IdentifiantDePersonne } from './identifiant-de-personne.tsx'
import { nomComplet } from './identite.ts'
import { ModifierPersonne } from './modifier-personne.tsx'
import classes from './personnes.module.css'

export type FicheVue = OutputOf<typeof contract.obtenir>

/** The page of one person: identity, how to reach them, consents, who they may also be. `children`: their dossiers. */
export function FicheDePersonne({ id, children }: { id: string; children: ReactNode }) {
  const fiche = useOperation(contract.obtenir, { id })
  return (
    <Page>
      <QueryView query={fiche}>{(vue) => <Fiche vue={vue}>{children}</Fiche>}</QueryView>
    </Page>
  )
}

function Fiche({ vue, children }: { vue: FicheVue; children: ReactNode }) {
  const { personne } = vue
  const { can } = useWebSession()
  const rafraichir = useInvalidateAll()
  const [ouvert, setOuvert] = useState<'modifier' | 'consentements' | null>(null)
  const peut = can('personnes.modifier')
  const enVigueur = vue.consentements.filter(({ retireLe }) => retireLe === null).length
  return (
    <>
      <PageHeader
        kicker={`Personne · ${formatCount(personne.nombreDeDossiers ?? 0, 'dossier')}`}
        title={nomComplet(personne)}
        documentTitle="Personne"
        actions={
          peut ? (
            <Button variant="default" onClick={() => setOuvert('modifier')}>
              Corriger la fiche
            </Button>
          ) : undefined
        }
      />
      <div className={classes['colonnes']}>
        <div className={classes['milieu']}>
          {children}
          <DoublonsDePersonne vue={vue} />
        </div>
        <aside className={classes['cote']} aria-label="Fiche">
          <Card title="Coordonnées">
            {personne.nomDeNaissance !== '' && (
              <p className="pv-small">Nom de naissance&nbsp;: {personne.nomDeNaissance}</p>
            )}
            <CarteDePersonne personne={personne} />
          </Card>
          <IdentifiantDePersonne vue={vue} />
          <Card title="Consentements">
            <p className="pv-small">
              {vue.consentements.length === 0
                ? 'Aucun consentement enregistré.'
                : `${formatCount(enVigueur, 'consentement')} en vigueur, ${formatCount(vue.consentements.length - enVigueur, 'retiré')}.`}
            </p>
            {peut && (
              <Button
                variant="transparent"
                px={0}
                fw={500}
                size="compact-sm"
                onClick={() => setOuvert('consentements')}
              >
                Voir ou ajouter
              </Button>
            )}
          </Card>
          <FusionsDePersonne vue={vue} />
        </aside>
      </div>
      {ouvert === 'modifier' && (
        <ModifierPersonne personne={personne} onFermer={() => setOuvert(null)} onFait={rafraichir} />
      )}
      {ouvert === 'consentements' && (
        <ConsentementsDePersonne
          personne={personne}
          dossierId={null}
          onFermer={() => {
            setOuvert(null)
            void rafraichir()
          }}
        />
      )}
    </>
  )
}
