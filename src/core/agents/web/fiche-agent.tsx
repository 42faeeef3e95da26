import { Button, Modal, Radio, Switch, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ROLES, type Role } from '#core/journal/domain/acteur.ts'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatCount } from '#platform/web/formats.ts'
import type { ProblemError } from '#platform/web/problem-error.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { type ConflictingValue, VersionConflict } from '#platform/web/version-conflict.tsx'
import { type AgentVu, agentVu, contract } from '../contract.ts'
import { ROLE } from '../domain/labels.ts'
import { ChampMotDePasseProvisoire } from './champ-mot-de-passe-provisoire.tsx'
import { EXPLICATIONS_DES_ROLES } from './libelles.ts'
import { motDePasseProvisoire } from './mot-de-passe-provisoire.ts'
import { usePerimetre } from './perimetre-context.ts'

const LIBELLES = {
  prenom: 'Prénom',
  nom: 'Nom',
  fonction: 'Fonction',
  courriel: 'Adresse électronique',
  identifiant: 'Identifiant',
  motDePasse: 'Mot de passe',
  role: 'Rôle',
  services: 'Services',
} as const

interface Valeurs {
  readonly nom: string
  readonly prenom: string
  readonly courriel: string
  readonly fonction: string
  readonly identifiant: string
  readonly motDePasse: string
  readonly role: Role
  readonly services: readonly string[]
  readonly estActif: boolean
}

const valeursDe = (agent: AgentVu | null): Valeurs => ({
  nom: agent?.nom ?? '',
  prenom: agent?.prenom ?? '',
  courriel: agent?.courriel ?? '',
  fonction: agent?.fonction ?? '',
  identifiant: agent?.identifiant ?? '',
  motDePasse: agent === null ? motDePasseProvisoire() : '',
  role: agent?.role ?? 'charge',
  services: agent?.services ?? [],
  estActif: agent?.estActif ?? true,
})

/** The parts both operations take. */
const commun = (v: Valeurs) => ({
  nom: v.nom,
  prenom: v.prenom,
  courriel: v.courriel.trim(),
  fonction: v.fonction,
  role: v.role,
  services: v.role === 'chef-de-service' ? [...v.services] : [],
})

/** What the account is now, when someone was faster. */
function agentActuel(problem: ProblemError | null): AgentVu | null {
  if (problem?.code !== 'stale') return null
  return agentVu.safeParse(problem.actuel).data ?? null
}

const valeursEnConflit = (miennes: Valeurs, actuel: AgentVu): readonly ConflictingValue[] => {
  const actuelles = valeursDe(actuel)
  const enMots = (v: Valeurs): Readonly<Record<string, string>> => ({
    [LIBELLES.prenom]: v.prenom,
    [LIBELLES.nom]: v.nom,
    [LIBELLES.fonction]: v.fonction,
    [LIBELLES.courriel]: v.courriel,
    [LIBELLES.role]: ROLE[v.role],
    [LIBELLES.services]: formatCount(v.services.length, 'structure'),
    Compte: v.estActif ? 'actif' : 'désactivé',
  })
  const courant = enMots(actuelles)
  return Object.entries(enMots(miennes)).map(([label, mine]) => ({
    label,
    mine,
    current: courant[label] ?? '',
  }))
}

/** One account: created with a password to hand over, or modified. */
export function FicheAgent({ agent, onClose }: { agent: AgentVu | null; onClose: () => void }) {
  const [valeurs, setValeurs] = useState(() => valeursDe(agent))
  const [version, setVersion] = useState(agent?.version ?? 0)
  const invalidate = useInvalidate()
  const creation = useOperationForm(contract.creerAgent, () =>
    done(`Compte créé pour ${valeurs.prenom} ${valeurs.nom}.`),
  )
  const modification = useOperationForm(contract.modifierAgent, () => done('Compte modifié.'))
  const form = agent === null ? creation : modification
  const done = async (text: string): Promise<void> => {
    await invalidate(contract.listerAgents)
    toast(text)
    onClose()
  }
  const modifier = (surVersion: number): void => {
    if (agent === null) return
    setVersion(surVersion)
    void modification.submit({
      ...commun(valeurs),
      id: agent.id,
      version: surVersion,
      estActif: valeurs.estActif,
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { identifiant, motDePasse } = valeurs
    if (agent === null)
      void creation.submit({ ...commun(valeurs), identifiant: identifiant.trim(), motDePasse })
    else modifier(version)
  }
  const actuel = agentActuel(modification.problem)
  const changer = (part: Partial<Valeurs>): void => setValeurs((v) => ({ ...v, ...part }))
  const champ = (nom: 'nom' | 'prenom' | 'courriel' | 'fonction' | 'identifiant') => ({
    ...form.field(nom),
    label: LIBELLES[nom],
    value: valeurs[nom],
    onChange: (event: { currentTarget: HTMLInputElement }) => changer({ [nom]: event.currentTarget.value }),
    autoComplete: 'off',
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={agent === null ? 'Créer un compte' : 'Modifier le compte'}
    >
      <form className="pv-form" onSubmit={submit} noValidate>
        {actuel === null ? (
          <ErrorSummary form={form} labels={LIBELLES} />
        ) : (
          <VersionConflict
            what="ce compte"
            values={valeursEnConflit(valeurs, actuel)}
            onKeep={() => modifier(actuel.version)}
            onTake={() => {
              setVersion(actuel.version)
              setValeurs(valeursDe(actuel))
              form.clear()
            }}
          />
        )}
        <div className="pv-form-columns">
          <TextInput {...champ('prenom')} data-autofocus />
          <TextInput {...champ('nom')} />
        </div>
        <div className="pv-form-columns">
          <TextInput {...champ('fonction')} label={<Facultatif>Fonction</Facultatif>} />
          <TextInput
            {...champ('courriel')}
            label={<Facultatif>Adresse électronique</Facultatif>}
            type="email"
          />
        </div>
        {agent === null && (
          <div className="pv-form-columns">
            <TextInput
              {...champ('identifiant')}
              description="Ne change plus ensuite. Par exemple « c.vasseur »."
              autoCapitalize="none"
              spellCheck={false}
            />
            <ChampMotDePasseProvisoire
              {...form.field('motDePasse')}
              value={valeurs.motDePasse}
              onChange={(motDePasse) => changer({ motDePasse })}
            />
          </div>
        )}
        <ChoixDuRole role={valeurs.role} error={form.errors['role']} onChange={(role) => changer({ role })} />
        {valeurs.role === 'chef-de-service' && (
          <ChoixDesServices
            id={form.idOf('services')}
            error={form.errors['services']}
            value={valeurs.services}
            onChange={(services) => changer({ services })}
          />
        )}
        {agent !== null && (
          <Switch
            label="Compte actif"
            description="Désactivé, il ne peut plus se connecter ; ses sessions ouvertes se ferment."
            checked={valeurs.estActif}
            onChange={(event) => changer({ estActif: event.currentTarget.checked })}
          />
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            {agent === null ? 'Créer le compte' : 'Enregistrer'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface ChoixDuRoleProps {
  readonly role: Role
  readonly error: string | undefined
  readonly onChange: (role: Role) => void
}

const isRole = (value: string): value is Role => ROLES.some((role) => role === value)

function ChoixDuRole({ role, error, onChange }: ChoixDuRoleProps) {
  return (
    <Radio.Group
      label="Rôle"
      value={role}
      error={error}
      onChange={(value) => {
        if (isRole(value)) onChange(value)
      }}
    >
      <div className="pv-choices">
        {ROLES.map((one) => (
          <Radio key={one} value={one} label={ROLE[one]} description={EXPLICATIONS_DES_ROLES[one]} />
        ))}
      </div>
    </Radio.Group>
  )
}

interface ChoixDesServicesProps {
  readonly id: string
  readonly error: string | undefined
  readonly value: readonly string[]
  readonly onChange: (services: readonly string[]) => void
}

/** The perimeter field comes from the module of structures, which core's order puts after this one. */
function ChoixDesServices(props: ChoixDesServicesProps): ReactNode {
  const Champ = usePerimetre()
  return <Champ {...props} label="Services et pôles dont il lit les dossiers" />
}

const Facultatif = ({ children }: { children: string }) => (
  <>
    {children} <span className="pv-optional">facultatif</span>
  </>
)
