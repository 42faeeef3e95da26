import { Button } from '@mantine/core'
import { useState } from 'react'
import { cheminDesDossiers } from '#core/dossiers/web/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { DayField } from '#platform/web/day-field.tsx'
import { downloadFile } from '#platform/web/download.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatCount, formatNumber } from '#platform/web/formats.ts'
import { useGoTo, useQueryParams } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import classes from './comptes.module.css'
import { cheminDesComptes } from './paths.ts'

type Comptes = OutputOf<typeof contract.compter>
type Pole = Comptes['poles'][number]

/** The year so far: what the annual report asks for. */
const debutDAnnee = (jour: string): string => `${jour.slice(0, 4)}-01-01`

/** How many praises came over a period, by pôle and by service, as a page and as a file. */
export function ComptesDesEloges() {
  const { today } = useWebSession()
  const goTo = useGoTo()
  const { du = debutDAnnee(today), au = today } = useQueryParams()
  const query = useOperation(contract.compter, { du, au })
  const choisir = (autre: { du?: string; au?: string }): void =>
    goTo(cheminDesComptes({ du, au, ...autre }), { replace: true })
  return (
    <Page>
      <PageHeader
        title="Éloges par service"
        lead="Ceux reçus pendant la période, des deux jours compris. Un éloge qui remercie deux services compte dans chacun, une fois dans leur pôle et une fois au total."
        actions={<Exporter du={du} au={au} />}
      />
      <div className={`${classes['periode']} pv-no-print`}>
        <DayField label="Du" value={du} max={au} onChange={(jour) => choisir({ du: jour })} />
        <DayField label="Au" value={au} max={today} onChange={(jour) => choisir({ au: jour })} />
      </div>
      <QueryView query={query}>{(comptes) => <Tableau comptes={comptes} />}</QueryView>
    </Page>
  )
}

const FORMATS = { xlsx: 'Exporter en Excel', csv: 'en CSV' } as const

function Exporter({ du, au }: { du: string; au: string }) {
  const [enCours, setEnCours] = useState(false)
  const exporter = async (format: keyof typeof FORMATS): Promise<void> => {
    setEnCours(true)
    try {
      await downloadFile(contract.exporterLesComptes, { du, au, format }, `eloges.${format}`)
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

function Tableau({ comptes: { poles, sansService, total } }: { comptes: Comptes }) {
  if (total.recus === 0) {
    return (
      <Card>
        <EmptyState title="Aucun éloge sur cette période">
          Choisissez une autre période. Chaque éloge enregistré se compte ici, par service remercié.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card>
      <div className={classes['defile']}>
        <table className={classes['tableau']}>
          <caption className="pv-sr">Éloges reçus, par pôle et par service</caption>
          <thead>
            <tr>
              <th scope="col">Pôle et service</th>
              <th scope="col">Reçus</th>
              <th scope="col">Transmis à l’équipe</th>
            </tr>
          </thead>
          {poles.map((pole) => (
            <LignesDuPole key={pole.id} pole={pole} />
          ))}
          <tbody>
            {sansService.recus > 0 && (
              <tr>
                <th scope="row">Aucun service en particulier</th>
                <td>{formatNumber(sansService.recus)}</td>
                <td>{formatNumber(sansService.transmis)}</td>
              </tr>
            )}
            <tr className={classes['total']}>
              <th scope="row">{formatCount(total.recus, 'éloge')} en tout</th>
              <td>{formatNumber(total.recus)}</td>
              <td>{formatNumber(total.transmis)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const listeDe = (serviceId: string): string => cheminDesDossiers({ type: 'eloge', vue: 'tous', serviceId })

function LignesDuPole({ pole }: { pole: Pole }) {
  const seul = pole.services.length === 1 && pole.services[0]?.id === pole.id
  return (
    <tbody>
      <tr className={classes['pole']}>
        <th scope="rowgroup">{seul ? <AppLink href={listeDe(pole.id)}>{pole.nom}</AppLink> : pole.nom}</th>
        <td>{formatNumber(pole.recus)}</td>
        <td>{formatNumber(pole.transmis)}</td>
      </tr>
      {!seul &&
        pole.services.map((service) => (
          <tr key={service.id}>
            <th scope="row" className={classes['service']}>
              <AppLink href={listeDe(service.id)}>{service.nom}</AppLink>
            </th>
            <td>{formatNumber(service.recus)}</td>
            <td>{formatNumber(service.transmis)}</td>
          </tr>
        ))}
    </tbody>
  )
}
