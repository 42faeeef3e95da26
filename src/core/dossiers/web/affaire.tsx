import { Button } from '@mantine/core'
import { useState } from 'react'
import { cheminDeLaPersonne, nomComplet, ROLE_DANS_LE_DOSSIER } from '#core/personnes/web/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatDate, formatDay, formatShortDate } from '#platform/web/formats.ts'
import { usePathParam } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type LigneDeDossier } from '../contract.ts'
import { ChronologieDAffaire } from './chronologie-d-affaire.tsx'
import classes from './dossier.module.css'
import { DossiersEnLignes } from './dossiers-en-lignes.tsx'
import { ModifierAffaire } from './modifier-affaire.tsx'
import { cheminDesDossiers } from './paths.ts'
import { useCheminDuDossier } from './types-context.ts'

export type AffaireVue = OutputOf<typeof contract.obtenirAffaire>

const MONTRES = 50

/** Dossiers about the same facts on one page: what happened, what is due, who is in them. */
export function PageDAffaire() {
  const id = usePathParam('id')
  const affaire = useOperation(contract.obtenirAffaire, { id })
  return (
    <Page>
      <QueryView query={affaire}>{(vue) => <Affaire vue={vue} />}</QueryView>
    </Page>
  )
}

function Affaire({ vue }: { vue: AffaireVue }) {
  const { can } = useWebSession()
  const [modifie, setModifie] = useState(false)
  return (
    <>
      <PageHeader
        kicker={`Affaire, depuis le ${formatDate(vue.depuisLe)}`}
        title={vue.titre}
        documentTitle="Affaire"
        lead={vue.motif === '' ? undefined : vue.motif}
        actions={
          <>
            <Button variant="default" onClick={() => window.print()}>
              Imprimer
            </Button>
            {can('dossiers.modifier') && (
              <Button variant="default" onClick={() => setModifie(true)}>
                Modifier
              </Button>
            )}
          </>
        }
      />
      <div className={classes['colonnes-simples']}>
        <div className={classes['milieu']}>
          <DossiersDeLAffaire id={vue.id} />
          <ChronologieDAffaire id={vue.id} />
        </div>
        <aside className={classes['cote']} aria-label="Fiche de l’affaire">
          <Echeances vue={vue} />
          <Personnes vue={vue} />
          <p className="pv-muted pv-small">
            Cette page ne réunit que les dossiers que vos droits vous montrent.
          </p>
        </aside>
      </div>
      {modifie && <ModifierAffaire affaire={vue} onFermer={() => setModifie(false)} />}
    </>
  )
}

function DossiersDeLAffaire({ id }: { id: string }) {
  const { can } = useWebSession()
  const rafraichir = useInvalidateAll()
  const dossiers = useOperation(contract.lister, { affaireId: id, vue: 'tous', limite: MONTRES })
  const joindre = useOperationForm(contract.joindreAffaire, rafraichir)
  const quitter = useOperationForm(contract.quitterAffaire, rafraichir)
  const retirer = async ({ id: dossierId, numero }: LigneDeDossier): Promise<void> => {
    const sorti = await quitter.submit({ id: dossierId })
    if (sorti === null) return
    toast(`${numero} retiré de l’affaire.`, {
      label: 'Annuler',
      run: () => void joindre.submit({ id: dossierId, affaireId: sorti.affaireId }),
    })
  }
  return (
    <Card
      title="Dossiers"
      aside={<AppLink href={cheminDesDossiers({ affaireId: id, vue: 'tous' })}>Ouvrir en liste</AppLink>}
    >
      <QueryView query={dossiers}>
        {(lus) => (
          <DossiersEnLignes
            dossiers={lus.dossiers}
            aLaSuite={lus.suite !== null}
            vide="Plus aucun dossier dans cette affaire."
            {...(can('dossiers.modifier')
              ? {
                  geste: (dossier: LigneDeDossier) => (
                    <Button
                      variant="transparent"
                      px={0}
                      fw={500}
                      size="compact-sm"
                      className="pv-no-print"
                      onClick={() => void retirer(dossier)}
                      aria-label={`Retirer ${dossier.numero} de l’affaire`}
                    >
                      Retirer
                    </Button>
                  ),
                }
              : {})}
          />
        )}
      </QueryView>
    </Card>
  )
}

const TONS = { depassee: 'late', proche: 'soon', 'a-venir': 'neutral', sans: 'quiet' } as const

function Echeances({ vue: { echeances } }: { vue: AffaireVue }) {
  const { today } = useWebSession()
  const chemin = useCheminDuDossier()
  return (
    <Card title="Échéances">
      {echeances.length === 0 ? (
        <p className="pv-muted pv-small">Rien n’est dû sur ces dossiers.</p>
      ) : (
        <ul className="pv-lines">
          {echeances.map((e) => (
            <li key={`${e.dossierId}-${e.code}`} className="pv-small">
              <StatusBadge tone={TONS[e.situation]}>
                <time dateTime={e.limiteLe} title={formatDay(e.limiteLe)}>
                  {formatShortDate(e.limiteLe, today)}
                </time>
              </StatusBadge>{' '}
              {e.libelle} — <AppLink href={chemin(e.type, e.dossierId)}>{e.numero}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Personnes({ vue: { personnes } }: { vue: AffaireVue }) {
  return (
    <Card title="Personnes">
      {personnes.length === 0 ? (
        <p className="pv-muted pv-small">Personne n’est indiqué dans ces dossiers.</p>
      ) : (
        <ul className="pv-lines">
          {personnes.map((personne) => (
            <li key={personne.id} className="pv-small">
              <AppLink href={cheminDeLaPersonne(personne.id)}>{nomComplet(personne)}</AppLink>
              <span className="pv-muted">
                {' '}
                {personne.roles
                  .map(
                    ({ role, numero }) => `${ROLE_DANS_LE_DOSSIER[role].toLocaleLowerCase('fr')} (${numero})`,
                  )
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
