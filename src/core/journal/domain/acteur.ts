import type { Brand } from '#platform/brand.ts'

export type AgentId = Brand<string, 'AgentId'>
export type EtablissementId = Brand<string, 'EtablissementId'>
export type StructureId = Brand<string, 'StructureId'>
export type DossierId = Brand<string, 'DossierId'>
export type TacheId = Brand<string, 'TacheId'>

export const ROLES = ['charge', 'responsable', 'directeur', 'chef-de-service', 'administrateur'] as const
export type Role = (typeof ROLES)[number]

/** A request answered in place of someone. */
export interface Remplacement {
  readonly tacheId: TacheId
  /** name of who is away */
  readonly absent: string
}

/** A signed-in member of the hospital, with all the perimeter needs. */
export interface ActeurAgent {
  readonly type: 'agent'
  readonly agentId: AgentId
  readonly etablissementId: EtablissementId
  readonly role: Role
  /** services and poles of a chef de service; ignored for those who see everything */
  readonly services: readonly StructureId[]
  /** requests answered in place of a chef de service who is away, today */
  readonly remplacements?: readonly Remplacement[]
  /** the dossier of the one of them being answered, while the answer is sent and then only */
  readonly dossierId?: DossierId
  /** dossiers withheld from this agent by a declared conflict of interest */
  readonly conflits: readonly DossierId[]
  readonly fuseau: string
  readonly calendrier: string
}

/** What a link still allows: `repondu`, to read again what was sent; the others, nothing. */
export type SituationDuLien = 'ouvert' | 'repondu' | 'expire' | 'revoque' | 'annule'

/** Whoever holds the link of one request: bearer of that request, and of nothing else. */
export interface ActeurLien {
  readonly type: 'lien-de-tache'
  readonly tacheId: TacheId
  readonly etablissementId: EtablissementId
  /** the dossier of the request, only while its answer is sent: reading and drafting see none */
  readonly dossierId: DossierId | null
  readonly situation: SituationDuLien
  readonly fuseau: string
  readonly calendrier: string
}

/** Who opens a transaction. Without an acteur no row is visible. */
export type Acteur =
  | ActeurAgent
  | { readonly type: 'systeme'; readonly travail: string; readonly etablissementId: EtablissementId | null }
  | ActeurLien
  | { readonly type: 'portail'; readonly etablissementId: EtablissementId }
  | { readonly type: 'installation'; readonly etablissementId: EtablissementId }
  | { readonly type: 'anonyme' }

const VOIENT_TOUT: Readonly<Record<Role, boolean>> = {
  charge: true,
  responsable: true,
  directeur: true,
  'chef-de-service': false,
  administrateur: false,
}
const VOIENT_LE_SENSIBLE: Readonly<Record<Role, boolean>> = {
  charge: false,
  responsable: true,
  directeur: true,
  'chef-de-service': false,
  administrateur: false,
}

const tableau = (ids: readonly string[]): string => `{${ids.join(',')}}`

/** An expired or revoked link opens nothing: not even the request it was made for. */
function parametresDuLien({ situation, tacheId, dossierId }: ActeurLien): Readonly<Record<string, string>> {
  const lit = situation === 'ouvert' || situation === 'repondu'
  return {
    'app.tache': lit ? tacheId : '',
    'app.dossier': situation === 'ouvert' && dossierId !== null ? dossierId : '',
  }
}

/** The local settings the policies read, for one acteur: names are those of the `acces` functions. */
export function parametresDe(acteur: Acteur): Readonly<Record<string, string>> {
  const vide = {
    'app.actor': cleDe(acteur),
    'app.agent': '',
    'app.etablissement': 'etablissementId' in acteur ? (acteur.etablissementId ?? '') : '',
    'app.role': '',
    'app.voit_tout': 'off',
    'app.voit_sensible': 'off',
    'app.services': '{}',
    'app.conflits': '{}',
    'app.reads_incidents': 'off',
    'app.acteur': acteur.type,
    'app.tache': '',
    'app.taches_remplacees': '{}',
    'app.dossier': '',
  }
  if (acteur.type === 'systeme') return { ...vide, 'app.voit_tout': 'on', 'app.voit_sensible': 'on' }
  if (acteur.type === 'lien-de-tache') return { ...vide, ...parametresDuLien(acteur) }
  if (acteur.type !== 'agent') return vide
  return {
    ...vide,
    'app.agent': acteur.agentId,
    'app.role': acteur.role,
    'app.voit_tout': VOIENT_TOUT[acteur.role] ? 'on' : 'off',
    'app.voit_sensible': VOIENT_LE_SENSIBLE[acteur.role] ? 'on' : 'off',
    'app.services': VOIENT_TOUT[acteur.role] ? '{}' : tableau(acteur.services),
    'app.conflits': tableau(acteur.conflits),
    'app.taches_remplacees': tableau((acteur.remplacements ?? []).map(({ tacheId }) => tacheId)),
    'app.dossier': acteur.dossierId ?? '',
    'app.reads_incidents': acteur.role === 'administrateur' ? 'on' : 'off',
  }
}

/** Short stable name of an acteur: key of its idempotence rows and author of its journal entries. */
export function cleDe(acteur: Acteur): string {
  switch (acteur.type) {
    case 'agent':
      return `agent:${acteur.agentId}`
    case 'systeme':
      return `systeme:${acteur.travail}`
    case 'lien-de-tache':
      return `lien-de-tache:${acteur.tacheId}`
    case 'portail':
    case 'installation':
    case 'anonyme':
      return acteur.type
  }
}
