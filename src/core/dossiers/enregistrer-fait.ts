import { agentIdDe } from '#core/journal/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { actualiserEcheances } from './actualiser-echeances.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import type { Ecriture } from './ecriture.ts'
import { insererFait } from './store-faits.ts'
import { indexerParties } from './store-parties.ts'

export interface FaitAEnregistrer {
  readonly code: string
  /** the legal day, in the establishment's zone */
  readonly survenuLe: string
  readonly survenuA?: Date
  readonly details?: Readonly<Record<string, unknown>>
  /** id of the fact it corrects; a reason is then mandatory */
  readonly rectifie?: string
  readonly motif?: string
}

/** Records what happened and rebuilds the deadlines that follow from it. Returns the id of the fact. */
export async function enregistrerFait(
  e: Ecriture,
  dossierId: string,
  type: TypeDeDossier,
  fait: FaitAEnregistrer,
): Promise<string> {
  const id = await enregistrerFaitSeul(e, dossierId, fait)
  await actualiserEcheances(e, dossierId, type)
  return id
}

/** Records a fact no deadline depends on. */
export async function enregistrerFaitSeul(
  e: Ecriture,
  dossierId: string,
  fait: FaitAEnregistrer,
): Promise<string> {
  const id = uuidv7(e.now.getTime())
  await insererFait(e.tx, {
    id,
    dossierId,
    code: fait.code,
    survenuLe: fait.survenuLe,
    survenuA: fait.survenuA ?? null,
    enregistreA: e.now,
    agentId: agentIdDe(e),
    details: fait.details ?? {},
    rectifie: fait.rectifie ?? null,
    motif: fait.motif ?? null,
  })
  await indexerLaNote(e, dossierId, id, fait)
  return id
}

/** What a fact tells at length is found too, by who works on every dossier; a correction takes the place of what it corrects. */
async function indexerLaNote(
  e: Ecriture,
  dossierId: string,
  id: string,
  fait: FaitAEnregistrer,
): Promise<void> {
  const texte = fait.details?.['texte']
  if (typeof texte !== 'string') return
  const note = { source: 'note', audience: 'departement', structureId: null, lieu: '' } as const
  await indexerParties(e.tx, dossierId, [
    ...(fait.rectifie === undefined ? [] : [{ ...note, objetId: fait.rectifie, texte: '' }]),
    { ...note, objetId: id, texte },
  ])
}
