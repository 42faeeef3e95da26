import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatCount, formatDate } from '#platform/web/formats.ts'
import type { PersonneTrouvee, PersonneVue } from '../contract.ts'
import { phraseDuRapprochement } from '../domain/labels.ts'
import { nomComplet } from './identite.ts'
import classes from './personnes.module.css'

/** What tells homonyms apart: birth, address, mail, how many files. */
export function distinction(personne: PersonneVue): string {
  const { neeLe, voie, codePostal, commune, courriel, nombreDeDossiers } = personne
  const adresse = [voie, [codePostal, commune].filter((mot) => mot !== '').join(' ')]
  return [
    ...(neeLe === null ? [] : [`né(e) le ${formatDate(neeLe)}`]),
    ...adresse,
    courriel,
    ...(nombreDeDossiers === undefined ? [] : [formatCount(nombreDeDossiers, 'dossier')]),
  ]
    .filter((mot) => mot !== '')
    .join(' · ')
}

/** What a screen adds under a known person: her last dossiers. `ou`: in a list of choices, where nothing can be clicked, or not. */
export type Complement = (
  personne: PersonneVue,
  trouvees: readonly PersonneVue[],
  ou: 'choix' | 'fiche',
) => ReactNode

export interface PersonnesConnuesProps {
  readonly personnes: readonly PersonneTrouvee[]
  readonly onChoisir: (personne: PersonneVue) => void
  readonly onEcarter: () => void
  readonly complement?: Complement | undefined
}

/** Known people who look like the one being entered. The agent says whether it is the same person; nothing is merged. */
export function PersonnesConnues({ personnes, onChoisir, onEcarter, complement }: PersonnesConnuesProps) {
  const [seule] = personnes
  if (seule === undefined) return null
  return (
    <section className={classes['connues']} aria-label="Personnes déjà connues">
      <p>
        {personnes.length === 1
          ? 'Une personne connue lui ressemble. Est-ce la même\u00a0?'
          : `${personnes.length} personnes connues lui ressemblent. Est-ce l’une d’elles\u00a0?`}
      </p>
      <ul>
        {personnes.map((personne) => (
          <li key={personne.id}>
            <span>
              <strong>{nomComplet(personne)}</strong>
              <span className={classes['distinction']}>{distinction(personne)}</span>
              {personne.rapprochement !== null && (
                <span className={classes['indices']}>{phraseDuRapprochement(personne.rapprochement)}</span>
              )}
              {complement?.(personne, personnes, 'fiche')}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChoisir(personne)}
              aria-label={`C’est elle : ${nomComplet(personne)}, ${distinction(personne)}`}
            >
              C’est elle
            </Button>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={onEcarter}>
        Non, c’est une autre personne
      </Button>
    </section>
  )
}
