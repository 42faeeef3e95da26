import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#platform/web/query.ts'
import { contract, type PersonneSaisie } from '../contract.ts'
import { type Champ, ChampsDePersonne, type Detail } from './champs-de-personne.tsx'
import { AUCUNE_PERSONNE, lireNom, nomComplet, PERSONNE_VIDE, type PersonneEnSaisie } from './identite.ts'
import classes from './personnes.module.css'
import { type Complement, distinction, PersonnesConnues } from './personnes-connues.tsx'
import { RechercheDePersonne } from './recherche-de-personne.tsx'

export interface ChampPersonneProps {
  readonly label: string
  /** path of the choice in the form: errors of a new person are under `<path>.personne.<field>` */
  readonly path: string
  readonly field: Champ
  readonly valeur: PersonneEnSaisie
  readonly onChange: (personne: PersonneEnSaisie) => void
  /** what is asked first of a new person */
  readonly detail?: Detail
  readonly autoFocus?: boolean
  readonly complement?: Complement
}

const estUnJour = (jour: string | null): boolean => jour !== null && /^\d{4}-\d{2}-\d{2}$/.test(jour)

type Criteres = z.input<typeof contract.chercher.input>

/** Known people with something in common: how the name sounds, birth, mail, phone, address. */
function useRessemblantes(
  valeur: PersonneEnSaisie,
): ReturnType<typeof useOperation<typeof contract.chercher.input, typeof contract.chercher.output>> {
  const nouvelle = valeur.choix === 'nouvelle' ? valeur.personne : PERSONNE_VIDE
  const { nom, prenom, nomDeNaissance, neeLe, courriel, telephone, voie, codePostal } = nouvelle
  const saisis: Criteres = {
    texte: `${prenom} ${nom}`.trim(),
    personne: {
      ...{ nom, prenom, nomDeNaissance, courriel: courriel.trim(), telephone, voie, codePostal },
      // a date half written waits
      neeLe: estUnJour(neeLe) ? neeLe : null,
    },
  }
  // as a text: an object made anew at each render would never settle
  const [poses] = useDebouncedValue(JSON.stringify(saisis), 400)
  const criteres: Criteres = JSON.parse(poses)
  const assez = criteres.texte.length >= 3 || courriel.includes('@') || telephone.length >= 9
  return useOperation(contract.chercher, criteres, { enabled: assez, staleTime: 60_000 })
}

/** One person in a form: found among the known ones, or entered with a postal address. */
export function ChampPersonne(props: ChampPersonneProps) {
  const { label, path, field, valeur, onChange, detail = 'auteur', autoFocus = false, complement } = props
  const [ecartees, setEcartees] = useState(false)
  const ressemblantes = useRessemblantes(valeur)
  if (valeur.choix === 'aucune') {
    return (
      <RechercheDePersonne
        {...field(path)}
        label={label}
        error={field(path).error}
        autoFocus={autoFocus}
        complement={complement}
        onChoisir={(personne) => onChange({ choix: 'existante', personne })}
        onCreer={(texte) => onChange({ choix: 'nouvelle', personne: nouvelleDepuis(texte) })}
      />
    )
  }
  if (valeur.choix === 'existante') {
    return (
      <section aria-label={label}>
        <span className={classes['etiquette']}>{label}</span>
        <div className={classes['fiche']}>
          <span>
            <strong>{nomComplet(valeur.personne)}</strong>
            <span className={classes['distinction']}>{distinction(valeur.personne)}</span>
            {complement?.(valeur.personne, [valeur.personne], 'fiche')}
          </span>
          <Button
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            onClick={() => onChange(AUCUNE_PERSONNE)}
          >
            Changer
          </Button>
        </div>
      </section>
    )
  }
  const connues = ecartees ? [] : (ressemblantes.data?.personnes ?? [])
  return (
    <fieldset className={classes['nouvelle']}>
      <legend>{label}</legend>
      <Button
        size="compact-sm"
        variant="transparent"
        px={0}
        fw={500}
        className={classes['effacer'] ?? ''}
        onClick={() => onChange(AUCUNE_PERSONNE)}
      >
        Chercher une personne connue
      </Button>
      <PersonnesConnues
        personnes={connues}
        onChoisir={(personne) => onChange({ choix: 'existante', personne })}
        onEcarter={() => setEcartees(true)}
        complement={complement}
      />
      <ChampsDePersonne
        valeur={valeur.personne}
        detail={detail}
        onChange={(personne) => onChange({ choix: 'nouvelle', personne })}
        champ={(cle) => field(`${path}.personne.${cle}`)}
      />
    </fieldset>
  )
}

const nouvelleDepuis = (texte: string): PersonneSaisie =>
  texte.includes('@') ? { ...PERSONNE_VIDE, courriel: texte.trim() } : { ...PERSONNE_VIDE, ...lireNom(texte) }
