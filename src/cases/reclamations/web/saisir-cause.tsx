import { Button, Select, Textarea } from '@mantine/core'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useKeptValues } from '#platform/web/kept-values.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { AnalyseVue } from '../contract-analyse.ts'
import { FAMILLES_DE_CAUSE, type FamilleDeCause } from '../domain/analyse.ts'
import { LIBELLES_DES_CAUSES, REFUS } from '../domain/labels.ts'
import classes from './analyse.module.css'
import { ChampGrief } from './champ-grief.tsx'

const familles = FAMILLES_DE_CAUSE.map((value) => ({
  value,
  label: `${LIBELLES_DES_CAUSES[value].libelle} : ${LIBELLES_DES_CAUSES[value].aide}`,
}))

interface Valeurs {
  readonly griefId: string | null
  readonly famille: FamilleDeCause | null
  readonly description: string
}

/** One cause: of what, where it lies, in words. */
export function SaisirCause({ vue, onFermer }: { vue: AnalyseVue; onFermer: () => void }) {
  const { id } = vue.entete
  const invalider = useInvalidateAll()
  const {
    values: valeurs,
    change: changer,
    forget: oublier,
  } = useKeptValues<Valeurs>(`cause ${id}`, {
    griefId: null,
    famille: null,
    description: '',
  })
  const form = useOperationForm(contract.ajouterCause, async () => {
    oublier()
    toast('Cause notée.')
    await invalider()
    onFermer()
  })
  return (
    <form
      className={`pv-form ${classes['formulaire']}`}
      noValidate
      aria-label="Nouvelle cause"
      onSubmit={(e) => {
        e.preventDefault()
        // an empty family is refused beside its field, by the contract
        void form.submit({ id, ...valeurs, famille: valeurs.famille ?? ('' as FamilleDeCause) })
      }}
    >
      <ErrorSummary
        form={form}
        labels={{ griefId: 'Concerne', famille: 'Où', description: 'Cause' }}
        refusals={REFUS}
      />
      <ChampGrief
        {...form.field('griefId')}
        griefs={vue.griefs}
        valeur={valeurs.griefId}
        onChange={(griefId) => changer({ griefId })}
      />
      <Select
        {...form.field('famille')}
        label="Où se trouve-t-elle"
        placeholder="Choisir"
        data={familles}
        value={valeurs.famille}
        onChange={(v) => changer({ famille: FAMILLES_DE_CAUSE.find((f) => f === v) ?? null })}
      />
      <Textarea
        {...form.field('description')}
        label="Cause"
        minRows={2}
        value={valeurs.description}
        maxLength={2000}
        onChange={(e) => changer({ description: e.currentTarget.value })}
      />
      <div className="pv-form-actions">
        <Button
          variant="default"
          onClick={() => {
            oublier()
            onFermer()
          }}
        >
          Annuler
        </Button>
        <Button type="submit" loading={form.pending}>
          Noter la cause
        </Button>
      </div>
    </form>
  )
}
