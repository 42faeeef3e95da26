import { Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useCorrespondants } from '#core/structures/web/index.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay } from '#platform/web/formats.ts'
import type { ProvenanceSaisie } from '../contract.ts'
import { LIBELLES_DES_PROVENANCES } from '../domain/labels.ts'
import { NATURES_DE_PROVENANCE, type NatureDeProvenance } from '../domain/model.ts'
import { comptePourLeSilence, faitDeDemande, silenceDe } from '../domain/provenance.ts'

/** What the screen holds of it: days are empty while not typed. */
export interface ProvenanceEnSaisie {
  readonly nature: NatureDeProvenance
  readonly nom: string
  readonly reference: string
  readonly premiereReceptionLe: string
  readonly explicationsPourLe: string
}

export const PROVENANCE_VIDE: Omit<ProvenanceEnSaisie, 'nature'> = {
  nom: '',
  reference: '',
  premiereReceptionLe: '',
  explicationsPourLe: '',
}

/** What is sent: a field the chosen transmitter does not have is left out. */
export function enProvenanceSaisie(p: ProvenanceEnSaisie | null): ProvenanceSaisie | null {
  if (p === null) return null
  const jour = (j: string): string | null => (j === '' ? null : j)
  return {
    nature: p.nature,
    nom: p.nom.trim(),
    reference: p.reference.trim(),
    premiereReceptionLe: jour(p.premiereReceptionLe),
    explicationsPourLe: faitDeDemande(p.nature) === null ? null : jour(p.explicationsPourLe),
  }
}

const DIRECTE = 'directe'
const choix = [
  { value: DIRECTE, label: 'Reçue directement, sans intermédiaire' },
  ...NATURES_DE_PROVENANCE.map((value) => ({ value, label: LIBELLES_DES_PROVENANCES[value] })),
]

type Champ = (path: string) => { id: string; error: string | undefined }

export interface ChampProvenanceProps {
  readonly valeur: ProvenanceEnSaisie | null
  readonly onChange: (valeur: ProvenanceEnSaisie | null) => void
  readonly champ: Champ
  /** path of these fields in the form, with its dot; empty when they are the form */
  readonly chemin?: string
  /** the day it reached the hospital */
  readonly recuLe: string
  /** « reçue directement » is not a choice when correcting one */
  readonly estRequise?: boolean
}

/** The rejection date as the first administration's receipt makes it, said before it is saved. */
function phraseDuSilence({ nature, premiereReceptionLe }: ProvenanceEnSaisie, recuLe: string): string {
  if (premiereReceptionLe === '' || recuLe === '' || premiereReceptionLe > recuLe)
    return 'Le délai du rejet implicite court de ce jour (CRPA, art. L. 114-3). S’il n’est pas indiqué, demandez-le.'
  const { rejetLe, autreLecture } = silenceDe(recuLe, [{ nature, premiereReceptionLe }])
  const autre =
    autreLecture === null || autreLecture.rejetLe === null
      ? ''
      : ` Selon une autre lecture, le ${formatDay(autreLecture.rejetLe)}.`
  return rejetLe === null
    ? ''
    : `Sans réponse, elle sera réputée rejetée le ${formatDay(rejetLe)} (CRPA, art. L. 114-3).${autre}`
}

/** Who handed the complaint over, when the person did not send it: one discreet field, the rest when it is used. */
export function ChampProvenance(props: ChampProvenanceProps) {
  const { valeur, onChange, champ, chemin = '', recuLe, estRequise = false } = props
  const connus = useCorrespondants()
  const liste = useId()
  const noms = connus.filter(({ nature }) => nature === valeur?.nature).map(({ nom }) => nom)
  const change = (plus: Partial<ProvenanceEnSaisie>): void => {
    if (valeur !== null) onChange({ ...valeur, ...plus })
  }
  const choisir = (v: string | null): void => {
    const nature = NATURES_DE_PROVENANCE.find((n) => n === v)
    if (nature === undefined) onChange(null)
    else onChange({ ...PROVENANCE_VIDE, ...valeur, nature })
  }
  return (
    <>
      <Select
        {...champ(`${chemin}nature`)}
        label="Transmise par"
        data={estRequise ? choix.slice(1) : choix}
        value={valeur?.nature ?? DIRECTE}
        allowDeselect={false}
        onChange={choisir}
      />
      {valeur !== null && (
        <>
          <div className="pv-form-columns">
            <TextInput
              {...champ(`${chemin}nom`)}
              label="Nom"
              placeholder={valeur.nature === 'ars' ? 'ARS Île-de-France' : undefined}
              value={valeur.nom}
              maxLength={200}
              list={liste}
              autoComplete="off"
              onChange={(e) => change({ nom: e.currentTarget.value })}
            />
            <TextInput
              {...champ(`${chemin}reference`)}
              label="Sa référence"
              value={valeur.reference}
              maxLength={100}
              autoComplete="off"
              onChange={(e) => change({ reference: e.currentTarget.value })}
            />
          </div>
          <datalist id={liste}>
            {noms.map((nom) => (
              <option key={nom} value={nom} />
            ))}
          </datalist>
          {comptePourLeSilence(valeur.nature) && (
            <DayField
              {...champ(`${chemin}premiereReceptionLe`)}
              label="Reçue là-bas le"
              description={phraseDuSilence(valeur, recuLe)}
              value={valeur.premiereReceptionLe}
              {...(recuLe === '' ? {} : { max: recuLe })}
              onChange={(premiereReceptionLe) => change({ premiereReceptionLe })}
            />
          )}
          {faitDeDemande(valeur.nature) !== null && (
            <DayField
              {...champ(`${chemin}explicationsPourLe`)}
              label="Explications demandées pour le"
              description="Le jour qu’indique sa lettre, s’il y en a un : il devient une échéance du dossier."
              value={valeur.explicationsPourLe}
              onChange={(explicationsPourLe) => change({ explicationsPourLe })}
            />
          )}
        </>
      )}
    </>
  )
}
