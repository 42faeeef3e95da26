import { Button, Textarea, TextInput } from '@mantine/core'
import { ChampService } from '#core/dossiers/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatDate } from '#platform/web/formats.ts'
import { useKeptValues } from '#platform/web/kept-values.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract } from '../contract.ts'
import { type FaitRelateVu, faitRelateVu } from '../contract-analyse.ts'
import type { GriefsVus } from '../contract-griefs.ts'
import { REFUS } from '../domain/labels.ts'
import classes from './analyse.module.css'

export interface SaisirFaitRelateProps {
  readonly entete: GriefsVus['entete']
  /** null for a new one */
  readonly fait: FaitRelateVu | null
  readonly onFermer: () => void
}

const LIBELLES = {
  survenuLe: 'Jour',
  heure: 'Heure',
  vecu: 'Ce que la personne a vécu',
  serviceId: 'Service',
  versionDuService: 'Ce que dit le service',
} as const

const valeursDe = (fait: FaitRelateVu | null) => ({
  survenuLe: fait?.survenuLe ?? '',
  heure: fait?.heure ?? '',
  vecu: fait?.vecu ?? '',
  serviceId: fait?.service?.id ?? null,
  versionDuService: fait?.versionDuService ?? '',
})

const jour = (le: string | null): string => (le === null || le === '' ? 'sans date' : formatDate(le))

/** One fact of the chain, with both accounts. */
export function SaisirFaitRelate({ entete, fait, onFermer }: SaisirFaitRelateProps) {
  const { today } = useWebSession()
  const invalider = useInvalidateAll()
  const {
    values: valeurs,
    change: changer,
    forget: oublier,
  } = useKeptValues(`fait ${entete.id} ${fait?.id ?? 'nouveau'}`, valeursDe(fait))
  const apres = async (): Promise<void> => {
    oublier()
    toast('Fait enregistré.')
    await invalider()
    onFermer()
  }
  const ajout = useOperationForm(contract.ajouterFaitRelate, apres)
  const modification = useOperationForm(contract.modifierFaitRelate, apres)
  const form = fait === null ? ajout : modification
  const { problem } = modification
  const actuel = problem?.code === 'stale' ? (faitRelateVu.safeParse(problem.actuel).data ?? null) : null
  const envoyer = (version: number): void => {
    const { survenuLe, ...reste } = valeurs
    const entree = { id: entete.id, ...reste, survenuLe: survenuLe === '' ? null : survenuLe }
    if (fait === null) void ajout.submit(entree)
    else void modification.submit({ ...entree, faitId: fait.id, version })
  }
  return (
    <form
      className={`pv-form ${classes['formulaire']}`}
      noValidate
      aria-label={fait === null ? 'Nouveau fait' : 'Fait'}
      onSubmit={(e) => {
        e.preventDefault()
        envoyer(fait?.version ?? 0)
      }}
    >
      {actuel === null ? (
        <ErrorSummary form={form} labels={LIBELLES} refusals={REFUS} />
      ) : (
        <VersionConflict
          what="ce fait"
          values={[
            { label: LIBELLES.survenuLe, mine: jour(valeurs.survenuLe), current: jour(actuel.survenuLe) },
            { label: LIBELLES.heure, mine: valeurs.heure, current: actuel.heure },
            { label: LIBELLES.vecu, mine: valeurs.vecu, current: actuel.vecu },
            {
              label: LIBELLES.versionDuService,
              mine: valeurs.versionDuService,
              current: actuel.versionDuService,
            },
          ]}
          onKeep={() => envoyer(actuel.version)}
          onTake={() => {
            oublier()
            void invalider().then(onFermer)
          }}
        />
      )}
      <div className="pv-form-columns">
        <DayField
          {...form.field('survenuLe')}
          label={LIBELLES.survenuLe}
          value={valeurs.survenuLe}
          max={today}
          onChange={(survenuLe) => changer({ survenuLe })}
          data-autofocus
        />
        <TextInput
          {...form.field('heure')}
          label={LIBELLES.heure}
          placeholder="vers 14 h, pendant la nuit"
          value={valeurs.heure}
          maxLength={60}
          onChange={(e) => changer({ heure: e.currentTarget.value })}
        />
        <ChampService
          {...form.field('serviceId')}
          valeur={valeurs.serviceId}
          dAbord={entete.services}
          onChange={(serviceId) => changer({ serviceId })}
        />
      </div>
      <div className="pv-form-columns">
        <Textarea
          {...form.field('vecu')}
          label={LIBELLES.vecu}
          value={valeurs.vecu}
          maxLength={5000}
          onChange={(e) => changer({ vecu: e.currentTarget.value })}
        />
        <Textarea
          {...form.field('versionDuService')}
          label={LIBELLES.versionDuService}
          value={valeurs.versionDuService}
          maxLength={5000}
          onChange={(e) => changer({ versionDuService: e.currentTarget.value })}
        />
      </div>
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
        {actuel === null && (
          <Button type="submit" loading={form.pending}>
            Enregistrer
          </Button>
        )}
      </div>
    </form>
  )
}
