import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { nomComplet, useStructures } from '#core/structures/web/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { contract } from '../contract.ts'
import type { Criteres, VUES } from '../contract-criteres.ts'
import { CODES_D_ATTENTE } from '../domain/attente.ts'
import { LIBELLES_DES_ATTENTES } from '../domain/labels.ts'
import { LIBELLES_DES_PRIORITES, PRIORITES } from '../domain/priorite.ts'
import { useCollegues } from './choix-de-l-assigne.tsx'
import { FiltresDOrigine } from './filtres-d-origine.tsx'
import classes from './lister.module.css'
import { useEtiquettes } from './use-etiquettes.ts'

export type TypesDeDossier = OutputOf<typeof contract.listerTypes>['types']

export interface ListerFiltresProps {
  readonly criteres: Criteres
  readonly types: TypesDeDossier
  readonly recherche: string
  readonly onRecherche: (texte: string) => void
  readonly onChange: (criteres: Criteres) => void
}

export const LIBELLES_DES_VUES = {
  ouverts: 'En cours',
  'en-retard': 'En retard',
  'a-moi': 'Les miens',
  'non-assignes': 'Sans agent',
  'de-cote': 'Mis de côté',
  clos: 'Clos',
  tous: 'Tous',
} as const satisfies Record<(typeof VUES)[number], string>

const ORDRE = [
  'ouverts',
  'en-retard',
  'a-moi',
  'non-assignes',
  'de-cote',
  'clos',
  'tous',
] as const satisfies (typeof VUES)[number][]

/** Criteria without the one that is no longer wanted. */
const sans = (criteres: Criteres, ...noms: readonly (keyof Criteres)[]): Criteres => ({
  ...Object.fromEntries(Object.entries(criteres).filter(([nom]) => !noms.some((one) => one === nom))),
  vue: criteres.vue,
  tri: criteres.tri,
})

/** What the list keeps: a view in one click, the rest in fields. */
export function ListerFiltres({ criteres, types, recherche, onRecherche, onChange }: ListerFiltresProps) {
  const session = useWebSession()
  const choisi = types.find(({ code }) => code === criteres.type)
  const [replie, setReplie] = useState(true)
  const precises =
    criteres.etat ??
    criteres.serviceId ??
    criteres.assigneA ??
    criteres.attente ??
    criteres.priorite ??
    criteres.etiquetteId
  const vues = session.can('dossiers.modifier')
    ? ORDRE
    : ORDRE.filter((vue) => vue !== 'a-moi' && vue !== 'non-assignes' && vue !== 'de-cote')
  return (
    <search className={`${classes['filtres']} pv-no-print`} aria-label="Filtrer la liste">
      <fieldset className={classes['vues']}>
        <legend className="pv-sr">Vue</legend>
        {vues.map((vue) => (
          <button
            key={vue}
            type="button"
            className={classes['vue']}
            aria-pressed={criteres.vue === vue}
            onClick={() => onChange({ ...criteres, vue })}
          >
            {LIBELLES_DES_VUES[vue]}
          </button>
        ))}
      </fieldset>
      <div className={classes['champs']} data-replie={replie}>
        <TextInput
          className={classes['recherche'] ?? ''}
          label="Chercher"
          type="search"
          placeholder="Nom, numéro, mot de l’objet"
          value={recherche}
          onChange={(event) => onRecherche(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button
          variant="subtle"
          size="compact-md"
          className={classes['replier'] ?? ''}
          aria-expanded={!replie}
          onClick={() => setReplie(!replie)}
        >
          {replie ? 'Plus de filtres' : 'Moins de filtres'}
        </Button>
        {types.length > 1 && (
          <Select
            label="Type"
            data={types.map(({ code, pluriel }) => ({ value: code, label: pluriel }))}
            value={criteres.type ?? null}
            placeholder="Tous"
            clearable
            clearButtonProps={{ 'aria-label': 'Tous les types' }}
            onChange={(type) =>
              onChange(type === null ? sans(criteres, 'type', 'etat') : { ...sans(criteres, 'etat'), type })
            }
          />
        )}
        {choisi !== undefined && (
          <Select
            label="État"
            data={choisi.etats.map(({ code, libelle }) => ({ value: code, label: libelle }))}
            value={criteres.etat ?? null}
            placeholder="Tous"
            clearable
            clearButtonProps={{ 'aria-label': 'Tous les états' }}
            // A state may be closed or open: the view « Tous » lets it show either way.
            onChange={(etat) =>
              onChange(etat === null ? sans(criteres, 'etat') : { ...criteres, etat, vue: 'tous' })
            }
          />
        )}
        <FiltreService criteres={criteres} onChange={onChange} />
        <FiltrePriorite criteres={criteres} onChange={onChange} />
        <FiltreEtiquette criteres={criteres} onChange={onChange} />
        <FiltreAttente criteres={criteres} onChange={onChange} />
        {session.can('agents.consulter') && <FiltreAgent criteres={criteres} onChange={onChange} />}
        <FiltresDOrigine criteres={criteres} onRetirer={(filtre) => onChange(sans(criteres, filtre))} />
        {precises !== undefined && (
          <Button
            variant="subtle"
            className={classes['effacer'] ?? ''}
            onClick={() =>
              onChange(sans(criteres, 'etat', 'serviceId', 'assigneA', 'attente', 'priorite', 'etiquetteId'))
            }
          >
            Effacer les filtres
          </Button>
        )}
      </div>
    </search>
  )
}

type FiltreProps = Pick<ListerFiltresProps, 'criteres' | 'onChange'>

function FiltreService({ criteres, onChange }: FiltreProps) {
  const structures = useStructures()
  return (
    <Select
      label="Service"
      data={structures
        .filter(({ id, fermeLe }) => fermeLe === null || id === criteres.serviceId)
        .map((structure) => ({ value: structure.id, label: nomComplet(structure, structures) }))}
      value={criteres.serviceId ?? null}
      placeholder="Tous"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Tous les services' }}
      nothingFoundMessage="Aucun service de ce nom"
      onChange={(serviceId) =>
        onChange(serviceId === null ? sans(criteres, 'serviceId') : { ...criteres, serviceId })
      }
    />
  )
}

/** A closed dossier may still wait: for a measure promised to the person. */
function FiltreAttente({ criteres, onChange }: FiltreProps) {
  return (
    <Select
      label="En attente de"
      data={CODES_D_ATTENTE.map((code) => ({ value: code, label: LIBELLES_DES_ATTENTES[code] }))}
      value={criteres.attente ?? null}
      placeholder="Tout"
      clearable
      clearButtonProps={{ 'aria-label': 'Quoi que l’on attende' }}
      onChange={(choisie) => {
        const attente = CODES_D_ATTENTE.find((code) => code === choisie)
        onChange(attente === undefined ? sans(criteres, 'attente') : { ...criteres, attente, vue: 'tous' })
      }}
    />
  )
}

function FiltrePriorite({ criteres, onChange }: FiltreProps) {
  return (
    <Select
      label="Priorité"
      data={PRIORITES.map((value) => ({ value, label: LIBELLES_DES_PRIORITES[value] }))}
      value={criteres.priorite ?? null}
      placeholder="Toutes"
      clearable
      clearButtonProps={{ 'aria-label': 'Quelle que soit la priorité' }}
      onChange={(choisie) => {
        const priorite = PRIORITES.find((code) => code === choisie)
        onChange(priorite === undefined ? sans(criteres, 'priorite') : { ...criteres, priorite })
      }}
    />
  )
}

/** Once the department has labels. */
function FiltreEtiquette({ criteres, onChange }: FiltreProps) {
  const { etiquettes } = useEtiquettes()
  if (etiquettes.length === 0) return null
  return (
    <Select
      label="Étiquette"
      data={etiquettes.map(({ id, libelle }) => ({ value: id, label: libelle }))}
      value={criteres.etiquetteId ?? null}
      placeholder="Toutes"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Quelle que soit l’étiquette' }}
      nothingFoundMessage="Aucune étiquette de ce nom"
      onChange={(etiquetteId) =>
        onChange(etiquetteId === null ? sans(criteres, 'etiquetteId') : { ...criteres, etiquetteId })
      }
    />
  )
}

function FiltreAgent({ criteres, onChange }: FiltreProps) {
  const collegues = useCollegues()
  return (
    <Select
      label="Agent"
      data={[...collegues]}
      value={criteres.assigneA ?? null}
      placeholder="Tous"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Tous les agents' }}
      nothingFoundMessage="Aucun agent de ce nom"
      onChange={(assigneA) =>
        onChange(assigneA === null ? sans(criteres, 'assigneA') : { ...criteres, assigneA })
      }
    />
  )
}
