import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ChampServices } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { cheminDuPretDeFauteuil } from './paths.ts'

const LIBELLES = { objet: 'Objet', fauteuil: 'Fauteuil', recuLe: 'Date', services: 'Services' }

/** Opens a dossier. */
export function Ouvrir() {
  const { today } = useWebSession()
  const goTo = useGoTo()
  const invalider = useInvalidateAll()
  const [objet, setObjet] = useState('')
  const [fauteuil, setFauteuil] = useState('')
  const [recuLe, setRecuLe] = useState(today)
  const [services, setServices] = useState<readonly string[]>([])
  const form = useOperationForm(contract.enregistrer, async ({ id, numero }) => {
    toast(`Dossier ${numero} enregistré.`)
    await invalider()
    goTo(cheminDuPretDeFauteuil(id))
  })
  return (
    <Page narrow>
      <PageHeader title="Prêt de fauteuil" lead="Ouvrir un dossier." />
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void form.submit({ objet, fauteuil, recuLe, services: [...services] })
        }}
      >
        <ErrorSummary form={form} labels={LIBELLES} />
        <TextInput
          {...form.field('objet')}
          label="Objet"
          value={objet}
          maxLength={300}
          onChange={(e) => setObjet(e.currentTarget.value)}
        />
        <TextInput
          {...form.field('fauteuil')}
          label="Fauteuil"
          value={fauteuil}
          maxLength={100}
          onChange={(e) => setFauteuil(e.currentTarget.value)}
        />
        <DayField {...form.field('recuLe')} label="Date" value={recuLe} max={today} onChange={setRecuLe} />
        <ChampServices {...form.field('services')} valeur={services} onChange={setServices} />
        <div className="pv-form-actions">
          <Button type="submit" loading={form.pending}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Page>
  )
}
