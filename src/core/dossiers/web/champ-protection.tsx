import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { searchKey } from '#platform/keys.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { ProtectionSaisie } from '../contract-protection.ts'
import { LIBELLES_DES_RAISONS, precisionEstRequise, RAISONS_CHOISIES } from '../domain/protection.ts'
import { useConcernables } from './choix-de-l-assigne.tsx'
import classes from './dossier.module.css'

/** What protects the dossier being entered; null when nothing does. */
export interface ProtectionEnSaisie {
  readonly raison: (typeof RAISONS_CHOISIES)[number] | null
  readonly motif: string
  readonly agents: readonly string[]
}

export const PROTECTION_VIDE: ProtectionEnSaisie = { raison: null, motif: '', agents: [] }

/** As it is sent: an unchosen reason is refused by the contract, beside its field. */
export const enProtection = (p: ProtectionEnSaisie | null): ProtectionSaisie | null =>
  p === null ? null : { ...p, raison: p.raison as ProtectionSaisie['raison'], agents: [...p.agents] }

/** Read back from a draft: anything else than a protection is none. */
export function protectionLue(lue: unknown): ProtectionEnSaisie | null {
  if (typeof lue !== 'object' || lue === null) return null
  const { raison, motif, agents } = Object(lue)
  return {
    raison: RAISONS_CHOISIES.find((une) => une === raison) ?? null,
    motif: typeof motif === 'string' ? motif : '',
    agents: Array.isArray(agents) ? agents.filter((id) => typeof id === 'string') : [],
  }
}

export interface ChampProtectionProps {
  readonly valeur: ProtectionEnSaisie | null
  readonly onChange: (valeur: ProtectionEnSaisie | null) => void
  readonly champ: (path: string) => { id: string; error: string | undefined }
  /** people being entered, « Prénom Nom »: one may be a colleague cared for here */
  readonly noms: readonly string[]
}

/** Protects a dossier from its first minute: why, and from whom. Offered when someone entered bears the name of an agent. */
export function ChampProtection({ valeur, onChange, champ, noms }: ChampProtectionProps) {
  const { can } = useWebSession()
  const collegues = useConcernables()
  const cles = new Set(noms.map(searchKey).filter((cle) => cle !== ''))
  const memes = collegues.filter(({ label }) => cles.has(searchKey(label)))
  if (valeur === null)
    return (
      <div>
        {memes.map(({ value, label }) => (
          <Notice
            key={value}
            tone="soon"
            title={`${label} est aussi le nom d’un agent de l’établissement.`}
            action={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onChange({ raison: 'agent-soigne', motif: '', agents: [] })}
              >
                Protéger le dossier
              </Button>
            }
          >
            Si c’est bien cet agent, protégez le dossier&nbsp;: ses collègues ne le verront pas.
          </Notice>
        ))}
        <Button
          id={champ('protection').id}
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          onClick={() => onChange(PROTECTION_VIDE)}
        >
          Protéger ce dossier…
        </Button>
      </div>
    )
  return (
    <fieldset className={classes['protection']}>
      <legend>Dossier protégé</legend>
      <p className="pv-muted pv-small">
        {can('dossiers.proteger')
          ? 'Seuls la direction, le responsable et l’agent à qui il sera attribué le verront.'
          : 'Seuls la direction, le responsable et vous, qui le suivrez, le verrez.'}
      </p>
      <Select
        {...champ('protection.raison')}
        label="Raison"
        placeholder="Choisir"
        data={RAISONS_CHOISIES.map((value) => ({ value, label: LIBELLES_DES_RAISONS[value] }))}
        value={valeur.raison}
        onChange={(v) => onChange({ ...valeur, raison: RAISONS_CHOISIES.find((une) => une === v) ?? null })}
      />
      <TextInput
        {...champ('protection.motif')}
        label={valeur.raison !== null && precisionEstRequise(valeur.raison) ? 'Motif' : 'Motif (facultatif)'}
        value={valeur.motif}
        maxLength={1000}
        autoComplete="off"
        onChange={(e) => onChange({ ...valeur, motif: e.currentTarget.value })}
      />
      <MultiSelect
        {...champ('protection.agents')}
        label="Agents concernés, qui ne verront pas ce dossier (facultatif)"
        description="Mis en cause, ou proche de la personne : quel que soit leur rôle."
        placeholder={valeur.agents.length === 0 ? 'Choisir' : ''}
        data={[...collegues]}
        value={[...valeur.agents]}
        searchable
        nothingFoundMessage="Aucun agent de ce nom"
        onChange={(agents) => onChange({ ...valeur, agents })}
      />
      <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => onChange(null)}>
        Ne pas protéger
      </Button>
    </fieldset>
  )
}
