import { aujourdHui, type Ecriture, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import type { NiveauDeRelance } from './domain/tache.ts'
import type { TacheEnBase } from './store.ts'

export type FaitDeTache = 'tache-demandee' | 'tache-relancee' | 'tache-repondue' | 'tache-annulee'

/** What happened to a request, in the timeline of its dossier: the service is named there, nobody else. */
export async function noterLeFait(
  e: Ecriture,
  tache: TacheEnBase,
  code: FaitDeTache,
  plus: { readonly niveau?: NiveauDeRelance; readonly motif?: string } = {},
): Promise<void> {
  const { niveau, motif } = plus
  const avecJour = code === 'tache-demandee' ? { pourLe: tache.pourLe } : {}
  await enregistrerFaitSeul(e, tache.dossierId, {
    code,
    survenuLe: aujourdHui(e),
    details: {
      tacheId: tache.id,
      structure: tache.structureId === null ? tache.destinataireFonction : nomDuDestinataire(tache),
      nature: tache.nature,
      ...avecJour,
      ...(niveau === undefined ? {} : { niveau }),
    },
    ...(motif === undefined ? {} : { motif }),
  })
}
