import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ChampProtection, ChampService } from '#core/dossiers/web/index.ts'
import { heureEnMots } from '#core/echeances/domain/instant.ts'
import { ChampPersonne, nomsEnSaisie } from '#core/personnes/web/index.ts'
import { ChoiceField } from '#platform/web/choice-field.tsx'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { LIBELLES_DES_CANAUX, LIBELLES_DES_MOTIFS, LIBELLES_DES_ORIENTATIONS } from '../domain/labels.ts'
import { APRES, type Apres, CANAUX_DE_CONTACT, MOTIFS, ORIENTATIONS } from '../domain/model.ts'
import { apresDe, type Formulaire, natureDe, telephoneDe } from './brouillon.tsx'
import { ChampsDeSuite } from './champs-de-suite.tsx'
import classes from './contacts.module.css'
import { dossiersConnus } from './precedents.tsx'

const options = <V extends string>(codes: readonly V[], libelles: Readonly<Record<V, string>>) =>
  codes.map((value) => ({ value, label: libelles[value] }))

const CANAUX = options(CANAUX_DE_CONTACT, LIBELLES_DES_CANAUX)
export const CHOIX_DES_MOTIFS = options(MOTIFS, LIBELLES_DES_MOTIFS)
export const CHOIX_DES_ORIENTATIONS = options(ORIENTATIONS, LIBELLES_DES_ORIENTATIONS)
const SUITES = options(APRES, {
  clore: 'Rien, c’est réglé',
  rappel: 'Rappeler',
  'rendez-vous': 'Rendez-vous',
  suivre: 'À suivre',
} as const satisfies Record<Apres, string>)
const DUREES = [5, 10, 15, 20, 30, 45, 60].map((n) => ({ value: String(n), label: `${n}\u00a0minutes` }))

export interface ChampsProps {
  readonly formulaire: Formulaire
  readonly onChange: (plus: Partial<Formulaire>) => void
  readonly champ: (path: string) => { id: string; error: string | undefined }
}

/** When it happened: now, unless the agent says otherwise. */
function Moment({ formulaire, onChange, champ }: ChampsProps) {
  const { today } = useWebSession()
  const [ouvert, setOuvert] = useState(false)
  const { recuLe, heure } = formulaire
  const enErreur = champ('recuLe').error !== undefined || champ('heure').error !== undefined
  if (!ouvert && !enErreur) {
    const jour = recuLe === null ? 'Maintenant' : recuLe === today ? 'Aujourd’hui' : `Le ${formatDay(recuLe)}`
    return (
      <p className={classes['moment']}>
        {jour}
        {heure === '' ? '' : ` à\u00a0${heureEnMots(heure)}`}
        <Button
          size="compact-sm"
          variant="transparent"
          px={0}
          fw={500}
          onClick={() => {
            onChange({})
            setOuvert(true)
          }}
          aria-label="Changer le jour ou l’heure"
        >
          Changer
        </Button>
      </p>
    )
  }
  return (
    <div className={classes['quand']}>
      <DayField
        {...champ('recuLe')}
        label="Le"
        value={recuLe ?? ''}
        max={today}
        onChange={(jour) => onChange({ recuLe: jour })}
      />
      <TextInput
        {...champ('heure')}
        type="time"
        label="À (facultatif)"
        value={heure}
        onChange={(e) => onChange({ heure: e.currentTarget.value })}
      />
    </div>
  )
}

/** What the agent writes while the person speaks: how, who, why, a few words. */
export function ChampsDuContact(props: ChampsProps) {
  const { formulaire: f, onChange, champ } = props
  return (
    <div className={classes['colonne']}>
      <Moment {...props} />
      <ChoiceField
        {...champ('canal')}
        label="Canal"
        choices={CANAUX}
        value={f.canal}
        onChange={(canal) => onChange({ canal })}
      />
      <ChampPersonne
        label="Personne (facultatif)"
        path="personne"
        field={champ}
        detail="contact"
        autoFocus
        valeur={f.personne}
        onChange={(personne) => onChange({ personne })}
        complement={dossiersConnus}
      />
      <ChoiceField
        {...champ('motif')}
        label="Motif"
        choices={CHOIX_DES_MOTIFS}
        value={f.motif}
        onChange={(motif) => onChange({ motif })}
      />
      {f.motif === 'insatisfaction' && (
        <Notice>
          La personne peut demander que sa réclamation soit consignée par écrit&nbsp;: une copie lui est alors
          remise sans délai (CSP, art.&nbsp;R.&nbsp;1112-91).
        </Notice>
      )}
      <Textarea
        {...champ('note')}
        label="Note (facultatif)"
        placeholder="Ce que dit la personne, ce qu’elle demande"
        value={f.note}
        minRows={4}
        maxRows={16}
        onChange={(e) => onChange({ note: e.currentTarget.value })}
      />
    </div>
  )
}

/** What was done of it, and what is promised. */
export function ChampsDeLaSuite({ formulaire: f, onChange, champ }: ChampsProps) {
  const apres = apresDe(f)
  const nature = natureDe(apres)
  return (
    <div className={classes['colonne']}>
      <Select
        {...champ('orientation')}
        label="Orientation (facultatif)"
        placeholder="Ce qui a été fait tout de suite"
        data={CHOIX_DES_ORIENTATIONS}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Retirer l’orientation' }}
        value={f.orientation}
        nothingFoundMessage="Aucune orientation de ce nom"
        onChange={(v) => onChange({ orientation: ORIENTATIONS.find((o) => o === v) ?? null })}
      />
      {f.orientation !== null && (
        <TextInput
          {...champ('orientationPrecision')}
          label="Précision (facultatif)"
          placeholder="À qui, comment les joindre"
          value={f.orientationPrecision}
          maxLength={500}
          autoComplete="off"
          onChange={(e) => onChange({ orientationPrecision: e.currentTarget.value })}
        />
      )}
      <ChampService
        {...champ('services')}
        label="Service concerné (facultatif)"
        valeur={f.service}
        onChange={(service) => onChange({ service })}
      />
      <ChoiceField
        {...champ('clore')}
        label="Et ensuite"
        choices={SUITES}
        value={apres}
        onChange={(choisi) => onChange({ apres: choisi })}
      />
      {nature !== null && (
        <div className={classes['cadre']}>
          <ChampsDeSuite
            nature={nature}
            valeur={f.suite}
            telephone={telephoneDe(f)}
            onChange={(plus) => onChange({ suite: { ...f.suite, ...plus } })}
            champ={(path) => champ(`suite.${path}`)}
          />
        </div>
      )}
      <Select
        {...champ('dureeMinutes')}
        label="Temps passé (facultatif)"
        placeholder="Temps passé avec la personne"
        data={DUREES}
        clearable
        clearButtonProps={{ 'aria-label': 'Retirer la durée' }}
        value={f.dureeMinutes === null ? null : String(f.dureeMinutes)}
        onChange={(v) => onChange({ dureeMinutes: v === null ? null : Number(v) })}
      />
      <ChampProtection
        valeur={f.protection}
        onChange={(protection) => onChange({ protection })}
        champ={champ}
        noms={nomsEnSaisie([f.personne])}
      />
    </div>
  )
}
