import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { ChampService, useCollegues } from '#core/dossiers/web/index.ts'
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
import { type AnalyseVue, type MesureVue, mesureVue } from '../contract-analyse.ts'
import { NATURES_DE_MESURE, type NatureDeMesure } from '../domain/analyse.ts'
import { LIBELLES_DES_MESURES, REFUS } from '../domain/labels.ts'
import classes from './analyse.module.css'
import { ChampGrief } from './champ-grief.tsx'
import { Choix } from './choix.tsx'

export interface SaisirMesureProps {
  readonly vue: AnalyseVue
  /** null for a new one */
  readonly mesure: MesureVue | null
  readonly onFermer: () => void
}

const natures = NATURES_DE_MESURE.map((value) => ({ value, label: LIBELLES_DES_MESURES[value] }))

const valeursDe = (mesure: MesureVue | null) => ({
  griefId: mesure?.griefId ?? null,
  nature: mesure?.nature ?? ('promise' as NatureDeMesure),
  intitule: mesure?.intitule ?? '',
  responsable: mesure?.responsable ?? '',
  structureId: mesure?.structure?.id ?? null,
  agentId: mesure?.agent?.id ?? null,
  pourLe: mesure?.pourLe ?? '',
  faiteLe: mesure?.faiteLe ?? '',
})
type Valeurs = ReturnType<typeof valeursDe>

const LIBELLES = {
  intitule: 'Mesure',
  griefId: 'Concerne',
  agentId: 'Agent',
  structureId: 'Service',
  responsable: 'Ou en quelques mots',
  pourLe: 'Pour le',
  faiteLe: 'Prise le',
} as const

const ouRien = (jour: string): string | null => (jour === '' ? null : jour)
const jourDit = (jour: string | null): string => (jour === null || jour === '' ? '' : formatDate(jour))

function useSaisieDeMesure({ vue, mesure, onFermer }: SaisirMesureProps) {
  const { id } = vue.entete
  const invalider = useInvalidateAll()
  const {
    values: valeurs,
    change: changer,
    forget: oublier,
  } = useKeptValues<Valeurs>(`mesure ${id} ${mesure?.id ?? 'nouvelle'}`, valeursDe(mesure))
  const apres = async (): Promise<void> => {
    oublier()
    toast('Mesure enregistrée.')
    await invalider()
    onFermer()
  }
  const ajout = useOperationForm(contract.ajouterMesure, apres)
  const modification = useOperationForm(contract.modifierMesure, apres)
  const { problem } = modification
  const envoyer = (version: number): void => {
    const entree = { id, ...valeurs, pourLe: ouRien(valeurs.pourLe), faiteLe: ouRien(valeurs.faiteLe) }
    if (mesure === null) void ajout.submit(entree)
    else void modification.submit({ ...entree, mesureId: mesure.id, version })
  }
  return {
    valeurs,
    changer,
    form: mesure === null ? ajout : modification,
    actuel: problem?.code === 'stale' ? (mesureVue.safeParse(problem.actuel).data ?? null) : null,
    envoyer,
    abandonner: (): void => {
      oublier()
      onFermer()
    },
    reprendre: (): void => {
      oublier()
      void invalider().then(onFermer)
    },
  }
}

/** A measure: what, for which grief, by whom, and by which day. */
export function SaisirMesure(props: SaisirMesureProps) {
  const { vue, mesure } = props
  const { today } = useWebSession()
  const collegues = useCollegues()
  const { form, valeurs, changer, actuel, envoyer, abandonner, reprendre } = useSaisieDeMesure(props)
  const prise = valeurs.nature === 'prise'
  return (
    <form
      className={`pv-form ${classes['formulaire']}`}
      noValidate
      aria-label={mesure === null ? 'Nouvelle mesure' : 'Mesure'}
      onSubmit={(e) => {
        e.preventDefault()
        envoyer(mesure?.version ?? 0)
      }}
    >
      {actuel === null ? (
        <ErrorSummary form={form} labels={LIBELLES} refusals={REFUS} />
      ) : (
        <VersionConflict
          what="cette mesure"
          values={[
            { label: LIBELLES.intitule, mine: valeurs.intitule, current: actuel.intitule },
            { label: 'Responsable', mine: valeurs.responsable, current: actuel.responsable },
            { label: LIBELLES.pourLe, mine: jourDit(valeurs.pourLe), current: jourDit(actuel.pourLe) },
          ]}
          onKeep={() => envoyer(actuel.version)}
          onTake={reprendre}
        />
      )}
      <Choix
        {...form.field('nature')}
        legende="Elle est"
        choix={natures}
        valeur={valeurs.nature}
        onChange={(nature) => changer({ nature })}
      />
      <Textarea
        {...form.field('intitule')}
        label={LIBELLES.intitule}
        minRows={2}
        value={valeurs.intitule}
        maxLength={500}
        onChange={(e) => changer({ intitule: e.currentTarget.value })}
      />
      <ChampGrief
        {...form.field('griefId')}
        griefs={vue.griefs}
        valeur={valeurs.griefId}
        onChange={(griefId) => changer({ griefId })}
      />
      <div className="pv-form-columns">
        <ChampService
          {...form.field('structureId')}
          label="Service qui s’en charge"
          valeur={valeurs.structureId}
          dAbord={vue.entete.services}
          onChange={(structureId) => changer({ structureId })}
        />
        <Select
          {...form.field('agentId')}
          label="Agent"
          placeholder="Un collègue"
          searchable
          clearable
          data={[...collegues]}
          value={valeurs.agentId}
          onChange={(agentId) => changer({ agentId })}
          clearButtonProps={{ 'aria-label': 'Retirer l’agent' }}
        />
        <TextInput
          {...form.field('responsable')}
          label={LIBELLES.responsable}
          placeholder="Cadre de nuit, services techniques"
          value={valeurs.responsable}
          maxLength={200}
          onChange={(e) => changer({ responsable: e.currentTarget.value })}
        />
        <DayField
          {...form.field(prise ? 'faiteLe' : 'pourLe')}
          label={prise ? LIBELLES.faiteLe : LIBELLES.pourLe}
          value={prise ? valeurs.faiteLe : valeurs.pourLe}
          {...(prise ? { max: today } : { min: today })}
          onChange={(jour) => changer(prise ? { faiteLe: jour } : { pourLe: jour })}
        />
      </div>
      <div className="pv-form-actions">
        <Button variant="default" onClick={abandonner}>
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
