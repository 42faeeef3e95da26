import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { CANAUX } from '#core/dossiers/domain/canal.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import { ChampProtection, ChampServices } from '#core/dossiers/web/index.ts'
import { ChampPersonne, nomsEnSaisie } from '#core/personnes/web/index.ts'
import type { DepotVu } from '#core/pieces/contract.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { LIBELLES_DES_QUALITES } from '../domain/labels.ts'
import { QUALITES } from '../domain/model.ts'
import { choisirCanal, choisirQui, type Formulaire, QUI_EST_LE_PATIENT } from './brouillon.tsx'
import { ChampProvenance } from './champ-provenance.tsx'
import { Choix } from './choix.tsx'
import { DateDeReception } from './date-de-reception.tsx'
import type { Enregistrement } from './enregistrement.tsx'

const canaux = CANAUX.map((value) => ({ value, label: LIBELLES_DES_CANAUX[value] }))

const QUI = {
  auteur: 'L’auteur lui-même',
  autre: 'Quelqu’un d’autre',
  inconnu: 'Pas encore connu',
} as const
const quis = QUI_EST_LE_PATIENT.map((value) => ({ value, label: QUI[value] }))
const qualites = QUALITES.filter((q) => q !== 'patient').map((value) => ({
  value,
  label: LIBELLES_DES_QUALITES[value],
}))

export interface ChampsProps {
  readonly formulaire: Formulaire
  readonly onChange: (formulaire: Formulaire) => void
  readonly champ: Enregistrement['champ']
  /** the first message of the deposit */
  readonly message: DepotVu['message']
  /** the narrative is written on the left while nothing is deposited */
  readonly avecRecit: boolean
}

function Personnes({ formulaire: f, onChange, champ }: ChampsProps) {
  return (
    <>
      <div>
        {!f.estAnonyme && (
          <ChampPersonne
            label="Auteur de la réclamation"
            path="auteur"
            field={champ}
            valeur={f.auteur}
            onChange={(auteur) => onChange({ ...f, auteur })}
          />
        )}
        <Checkbox
          mt={f.estAnonyme ? 0 : 8}
          checked={f.estAnonyme}
          label="Réclamation anonyme"
          onChange={(e) => onChange({ ...f, estAnonyme: e.currentTarget.checked })}
        />
      </div>
      <Choix
        id={champ('qui').id}
        legende="Le patient est"
        error={undefined}
        choix={f.estAnonyme ? quis.filter(({ value }) => value !== 'auteur') : quis}
        valeur={f.qui}
        onChange={(qui) => onChange(choisirQui(f, qui))}
      />
      {f.qui !== 'auteur' && (
        <Select
          {...champ('qualite')}
          label="L’auteur écrit en qualité de"
          placeholder="Choisir"
          data={qualites}
          value={f.qualite}
          onChange={(v) => onChange({ ...f, qualite: QUALITES.find((q) => q === v) ?? null })}
        />
      )}
      {f.qui === 'autre' && (
        <ChampPersonne
          label="Patient"
          detail="patient"
          path="patient"
          field={champ}
          valeur={f.patient}
          onChange={(patient) => onChange({ ...f, patient })}
        />
      )}
    </>
  )
}

/** The fields of a complaint, in the order one reads a letter. */
export function Champs(props: ChampsProps) {
  const { formulaire: f, onChange, champ, message, avecRecit } = props
  const { today } = useWebSession()
  return (
    <>
      <Choix
        {...champ('canal')}
        legende="Arrivée par"
        choix={canaux}
        valeur={f.canal}
        onChange={(canal) => onChange(choisirCanal(f, canal, today))}
      />
      <DateDeReception champ={champ} formulaire={f} message={message} onChange={onChange} />
      <ChampProvenance
        valeur={f.provenance}
        onChange={(provenance) => onChange({ ...f, provenance })}
        champ={champ}
        chemin="provenance."
        recuLe={f.recuLe}
      />
      <Personnes {...props} />
      <ChampServices
        {...champ('services')}
        valeur={f.services}
        onChange={(services) => onChange({ ...f, services })}
      />
      <TextInput
        {...champ('objet')}
        label="Objet"
        placeholder="En quelques mots, sans nom de personne"
        value={f.objet}
        maxLength={300}
        onChange={(e) => onChange({ ...f, objet: e.currentTarget.value })}
      />
      {avecRecit && (
        <Textarea
          {...champ('recit')}
          label="Récit"
          description={
            message === null
              ? 'Ce que dit la lettre, en ses mots. Le document reste au dossier.'
              : 'Le texte du message, que vous pouvez réduire à l’essentiel. L’original reste au dossier.'
          }
          value={f.recit}
          minRows={5}
          maxRows={14}
          onChange={(e) => onChange({ ...f, recit: e.currentTarget.value })}
        />
      )}
      <ChampProtection
        valeur={f.protection}
        onChange={(protection) => onChange({ ...f, protection })}
        champ={champ}
        noms={nomsEnSaisie([f.auteur, f.patient])}
      />
    </>
  )
}
