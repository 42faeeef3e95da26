import { Button, Select, TextInput } from '@mantine/core'
import { useCollegues } from '#core/dossiers/web/index.ts'
import { ajouterJours, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { NatureDeSuite } from '../domain/model.ts'
import type { SuiteEnSaisie } from './brouillon.tsx'
import classes from './contacts.module.css'

type Champ = (path: string) => { id: string; error: string | undefined }

const JOURS = [
  { dans: 0, label: 'Aujourd’hui' },
  { dans: 1, label: 'Demain' },
  { dans: 7, label: 'Dans une semaine' },
] as const

const DUREES = [15, 30, 45, 60, 90].map((n) => ({ value: String(n), label: `${n}\u00a0minutes` }))

interface QuandProps {
  readonly nature: NatureDeSuite
  readonly valeur: Pick<SuiteEnSaisie, 'pourLe' | 'heure'>
  readonly onChange: (plus: Partial<Pick<SuiteEnSaisie, 'pourLe' | 'heure'>>) => void
  readonly champ: Champ
}

/** The day and the hour; the most frequent days in one click. */
export function ChampQuand({ nature, valeur, onChange, champ }: QuandProps) {
  const { today } = useWebSession()
  return (
    <div>
      <div className={classes['quand']}>
        <DayField
          {...champ('pourLe')}
          label="Le"
          value={valeur.pourLe}
          min={today}
          onChange={(pourLe) => onChange({ pourLe })}
        />
        <TextInput
          {...champ('heure')}
          type="time"
          label={nature === 'rappel' ? 'À (facultatif)' : 'À'}
          value={valeur.heure}
          onChange={(e) => onChange({ heure: e.currentTarget.value })}
        />
      </div>
      <div className={classes['jours']}>
        {JOURS.map(({ dans, label }) => (
          <Button
            key={dans}
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            onClick={() => onChange({ pourLe: ajouterJours(jourCivil(today), dans) })}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}

export interface ChampsDeSuiteProps {
  readonly nature: NatureDeSuite
  readonly valeur: SuiteEnSaisie
  /** the number that will be called */
  readonly telephone: string
  readonly onChange: (plus: Partial<SuiteEnSaisie>) => void
  readonly champ: Champ
}

/** When, by whom; for a call, the number; for an appointment, with whom and where. */
export function ChampsDeSuite({ nature, valeur, telephone, onChange, champ }: ChampsDeSuiteProps) {
  const { userId } = useWebSession()
  const collegues = useCollegues()
  const texte = (cle: 'avec' | 'lieu', label: string) => (
    <TextInput
      {...champ(cle)}
      label={label}
      value={valeur[cle]}
      maxLength={200}
      autoComplete="off"
      onChange={(e) => onChange({ [cle]: e.currentTarget.value })}
    />
  )
  return (
    <div className={classes['suite']}>
      <ChampQuand nature={nature} valeur={valeur} onChange={onChange} champ={champ} />
      {nature === 'rappel' && (
        <TextInput
          {...champ('telephone')}
          type="tel"
          label="Au numéro"
          value={telephone}
          maxLength={30}
          autoComplete="off"
          onChange={(e) => onChange({ telephone: e.currentTarget.value })}
        />
      )}
      {nature === 'rendez-vous' && (
        <>
          {texte('lieu', 'Lieu')}
          {texte('avec', 'Avec qui (facultatif)')}
          <Select
            {...champ('dureeMinutes')}
            label="Durée"
            data={DUREES}
            value={String(valeur.dureeMinutes)}
            allowDeselect={false}
            onChange={(v) => onChange({ dureeMinutes: Number(v ?? valeur.dureeMinutes) })}
          />
        </>
      )}
      <Select
        {...champ('agentId')}
        label="Confié à"
        data={[...collegues]}
        searchable
        allowDeselect={false}
        value={valeur.agentId ?? userId}
        nothingFoundMessage="Aucun agent de ce nom"
        onChange={(agentId) => onChange({ agentId })}
      />
    </div>
  )
}
