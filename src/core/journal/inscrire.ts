import type { Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { type Acteur, cleDe } from './domain/acteur.ts'
import { CHAINE_DU_SYSTEME, inscrireEntree } from './store.ts'

/** What an entry says: codes, identifiers and digests only. A name or a free text here could never be erased. */
export interface Inscription {
  readonly evenement: string
  readonly dossierId?: string | undefined
  readonly objetId?: string | undefined
  readonly operation?: string | undefined
  readonly refus?: string | null | undefined
  /** second entry, of what has ended since its first: how, in `details` */
  readonly estFin?: true | undefined
  /** hex digest of the criteria of a list or a search */
  readonly criteres?: string | null | undefined
  readonly details?: Readonly<Record<string, string | number | boolean | null>> | undefined
}

/** The event as it is listed. Its first part alone is in the text that is hashed, which says the rest in its own fields. */
const evenementListe = ({ evenement, refus, estFin }: Inscription): string => {
  if (refus) return `${evenement}:refus`
  return estFin === true ? `${evenement}:fin` : evenement
}

export const chaineDuDossier = (dossierId: string): string => `dossier:${dossierId}`

/** Writes one entry in the chain of its dossier, or in the system chain, within the caller's transaction. */
export async function inscrireAuJournal(
  tx: Tx,
  acteur: Acteur,
  inscription: Inscription,
  maintenant: Date,
): Promise<void> {
  const { dossierId } = inscription
  const agentId = acteur.type === 'agent' ? acteur.agentId : null
  const contenu = JSON.stringify({
    ...inscription,
    acteur: cleDe(acteur),
    survenueA: maintenant.toISOString(),
  })
  await inscrireEntree(tx, {
    id: uuidv7(maintenant.getTime()),
    chaine: dossierId === undefined ? CHAINE_DU_SYSTEME : chaineDuDossier(dossierId),
    survenueA: maintenant,
    etablissementId: 'etablissementId' in acteur ? acteur.etablissementId : null,
    agentId,
    acteur: acteur.type,
    evenement: evenementListe(inscription),
    dossierId: dossierId ?? null,
    contenu,
  })
}
