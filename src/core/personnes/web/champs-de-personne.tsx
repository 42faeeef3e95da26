import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import type { PersonneSaisie } from '../contract.ts'
import classes from './personnes.module.css'

export type Champ = (path: string) => { id: string; error: string | undefined }

export type Detail = 'auteur' | 'patient' | 'contact' | 'complet'

export interface ChampsDePersonneProps {
  readonly valeur: PersonneSaisie
  readonly onChange: (personne: PersonneSaisie) => void
  /** id and error of a field, by its name in `personneSaisie` */
  readonly champ: Champ
  /** what shows first: how to write to an author, what tells a patient apart, how to call back, or everything */
  readonly detail?: Detail
}

const SUITE = {
  auteur: 'Date de naissance, complément d’adresse, pays…',
  patient: 'Ajouter ses coordonnées',
  contact: 'Date de naissance, adresse…',
  complet: '',
} as const satisfies Record<Detail, string>

type CleDeTexte = Exclude<keyof PersonneSaisie, 'civilite' | 'neeLe'>

/** The fields of one person, the postal address in the order of the envelope. */
export function ChampsDePersonne({ valeur, onChange, champ, detail = 'auteur' }: ChampsDePersonneProps) {
  const [etendue, setEtendue] = useState(
    detail === 'complet' || valeur.complement !== '' || valeur.lieuDit !== '',
  )
  const montre = {
    naissance: etendue || detail === 'patient',
    joindre: etendue || detail !== 'patient',
    adresse: etendue || detail === 'auteur',
  }
  const texte = (cle: CleDeTexte, label: string, reste: Readonly<Record<string, unknown>> = {}) => (
    <TextInput
      {...champ(cle)}
      label={label}
      value={valeur[cle]}
      onChange={(e) => onChange({ ...valeur, [cle]: e.currentTarget.value })}
      autoComplete="off"
      {...reste}
    />
  )
  return (
    <div className={classes['champs']}>
      <div className={classes['identite']}>
        <SegmentedControl
          aria-label="Civilité"
          size="md"
          value={valeur.civilite === '' ? 'aucune' : valeur.civilite}
          onChange={(v) => onChange({ ...valeur, civilite: v === 'mme' || v === 'm' ? v : '' })}
          data={[
            { value: 'mme', label: 'Mme' },
            { value: 'm', label: 'M.' },
            { value: 'aucune', label: '—' },
          ]}
        />
        {texte('prenom', 'Prénom')}
        {texte('nom', 'Nom')}
      </div>
      {montre.naissance && (
        <div className={classes['deux']}>
          <DayField
            {...champ('neeLe')}
            label="Né(e) le"
            value={valeur.neeLe ?? ''}
            onChange={(jour) => onChange({ ...valeur, neeLe: jour === '' ? null : jour })}
          />
          {texte('nomDeNaissance', 'Nom de naissance')}
        </div>
      )}
      {montre.joindre && (
        <div className={classes['deux']}>
          {texte('courriel', 'Courriel', { type: 'email' })}
          {texte('telephone', 'Téléphone', { type: 'tel' })}
        </div>
      )}
      {montre.adresse && (
        <>
          {etendue && texte('complement', 'Bâtiment, étage, chez…', { maxLength: 38 })}
          {texte('voie', 'Numéro et voie', { maxLength: 38 })}
          {etendue && texte('lieuDit', 'Lieu-dit ou boîte postale', { maxLength: 38 })}
          <div className={classes['commune']}>
            {texte('codePostal', 'Code postal', { inputMode: 'numeric' })}
            {texte('commune', 'Commune')}
            {etendue && texte('pays', 'Pays, si ce n’est pas la France')}
          </div>
        </>
      )}
      {!etendue && (
        <Button
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          className={classes['plus'] ?? ''}
          onClick={() => setEtendue(true)}
        >
          {SUITE[detail]}
        </Button>
      )}
    </div>
  )
}
