import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { downloadFile } from '#platform/web/download.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { daysBetween, formatCount, formatNumber, formatShortDate } from '#platform/web/formats.ts'
import { useGoTo, useQueryParams } from '#platform/web/navigation.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import type { ServiceInterroge } from '../contract-services.ts'
import { cheminDesServicesInterroges, cheminDUnServiceInterroge } from './paths.ts'
import classes from './services-interroges.module.css'
import { ORDRES, type Ordre, triees } from './tri-des-services.ts'

/** What each service owes the department and since when, the most late first; how it usually answers. */
export function ServicesInterroges() {
  const query = useOperation(contract.listerServicesInterroges, {})
  const { pole } = useQueryParams()
  return (
    <Page>
      <PageHeader
        title="Ce que les services doivent"
        lead="Les demandes restées sans réponse, par service, et le délai habituel de ses réponses."
        actions={<Exporter pole={pole} />}
      />
      <QueryView query={query}>
        {({ services, aReprendre }) => (
          <>
            {aReprendre > 0 && (
              <Notice
                tone="late"
                action={
                  <AppLink href={cheminDesDossiers({ vue: 'tous', attente: 'relance-a-reprendre' })}>
                    Voir les dossiers
                  </AppLink>
                }
              >
                {formatCount(aReprendre, 'relance')} {aReprendre > 1 ? 'n’ont' : 'n’a'} pas pu partir.
              </Notice>
            )}
            <Contenu services={services} pole={pole} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

const FORMATS = { xlsx: 'Exporter en Excel', csv: 'en CSV' } as const

function Exporter({ pole }: { pole: string | undefined }) {
  const [enCours, setEnCours] = useState(false)
  const exporter = async (format: keyof typeof FORMATS): Promise<void> => {
    setEnCours(true)
    try {
      const entree = pole === undefined ? { format } : { format, poleId: pole }
      await downloadFile(contract.exporterServicesInterroges, entree, `services.${format}`)
      toast('Exporté : le fichier est dans vos téléchargements.')
    } catch (error) {
      toast(toProblem(error).message)
    } finally {
      setEnCours(false)
    }
  }
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} variant="default" disabled={enCours} onClick={() => void exporter(format)}>
          {FORMATS[format]}
        </Button>
      ))}
    </>
  )
}

function Contenu({ services, pole }: { services: readonly ServiceInterroge[]; pole: string | undefined }) {
  const goTo = useGoTo()
  const [ordre, setOrdre] = useState<Ordre>('retard')
  const poles = new Map(services.flatMap((s) => (s.pole === null ? [] : [[s.pole.id, s.pole.nom] as const])))
  const choisis = services.filter((s) => pole === undefined || s.pole?.id === pole)
  if (services.length === 0) {
    return (
      <Card>
        <EmptyState title="Aucun service n’a été interrogé">
          Quand vous demandez des explications depuis un dossier, ce que chaque service doit s’affiche ici,
          avec son délai habituel.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card>
      {poles.size > 1 && (
        <div className={`${classes['filtres']} pv-no-print`}>
          <Select
            label="Pôle"
            data={[...poles].map(([value, label]) => ({ value, label }))}
            value={pole ?? null}
            placeholder="Tous"
            clearable
            clearButtonProps={{ 'aria-label': 'Tous les pôles' }}
            onChange={(id) => goTo(cheminDesServicesInterroges(id ?? undefined), { replace: true })}
          />
        </div>
      )}
      <div className={classes['defile']}>
        <table className={classes['tableau']}>
          <caption className="pv-sr">Ce que chaque service doit</caption>
          <thead>
            <tr>
              {ORDRES.map(({ cle, titre }) => (
                <th key={cle} scope="col" aria-sort={ordre === cle ? 'descending' : 'none'}>
                  <button type="button" className={classes['trier']} onClick={() => setOrdre(cle)}>
                    {titre}
                    {ordre === cle && <span aria-hidden="true"> ↓</span>}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {triees(choisis, ordre).map((service) => (
              <Ligne key={service.id ?? ''} service={service} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="pv-small pv-muted">
        Délai médian&nbsp;: la moitié des explications des douze derniers mois sont arrivées en moins de
        temps.
      </p>
    </Card>
  )
}

/** Beside each figure on a narrow screen, where columns no longer stand side by side. */
const TITRES = Object.fromEntries(ORDRES.map(({ cle, titre }) => [cle, titre])) as Readonly<
  Record<Ordre, string>
>

function Ligne({ service }: { service: ServiceInterroge }) {
  const { today } = useWebSession()
  const { id, nom, pole, attendues, enRetard, plusAncienneLe, delaiMedian, repondues } = service
  return (
    <tr>
      <th scope="row">
        {attendues === 0 ? nom : <AppLink href={cheminDUnServiceInterroge(id)}>{nom}</AppLink>}
        {pole !== null && pole.id !== id && <span className={classes['pole']}>{pole.nom}</span>}
      </th>
      <td data-titre={TITRES.attendues}>{formatNumber(attendues)}</td>
      <td data-titre={TITRES.retard}>
        {enRetard === 0 ? '0' : <StatusBadge tone="late">{formatNumber(enRetard)}</StatusBadge>}
      </td>
      <td data-titre={TITRES.ancienne}>
        {plusAncienneLe === null ? (
          '–'
        ) : (
          <>
            {formatShortDate(plusAncienneLe, today)}
            <span className={classes['pole']}>
              {plusAncienneLe === today
                ? 'aujourd’hui'
                : formatCount(daysBetween(plusAncienneLe, today), 'jour')}
            </span>
          </>
        )}
      </td>
      <td data-titre={TITRES.delai}>
        {delaiMedian === null ? (
          <span className="pv-muted">aucune réponse</span>
        ) : (
          <>
            {formatCount(Math.round(delaiMedian), 'jour')}
            <span className={classes['pole']}>{formatCount(repondues, 'réponse')}</span>
          </>
        )}
      </td>
    </tr>
  )
}
