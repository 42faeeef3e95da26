import { aujourdHui, type Ecriture, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import type { NatureDeTache, NiveauDeRelance } from './domain/tache.ts'

export type FaitDeTache =
  | 'tache-demandee'
  | 'tache-relancee'
  | 'tache-repondue'
  | 'tache-annulee'
  | 'relances-suspendues'
  | 'relances-reprises'

interface TacheANoter {
  readonly id: string
  readonly dossierId: string
  readonly structureId: string | null
  readonly structureNom: string | null
  readonly destinataireNom: string
  readonly destinataireFonction: string
  readonly nature: NatureDeTache
  readonly pourLe: string
}

interface Plus {
  readonly niveau?: NiveauDeRelance
  readonly motif?: string
  /** after the name of the service: « relance automatique » */
  readonly comment?: string
}

/** What happened to a request, in the timeline of its dossier: the service is named there, nobody else. */
export const noterLeFait = (
  e: Ecriture,
  tache: TacheANoter,
  code: FaitDeTache,
  plus: Plus = {},
): Promise<void> => noterLeFaitDu(e, tache, { code, jour: aujourdHui(e), ...plus })

/** The same on a day given: for who chases without being anyone. */
export async function noterLeFaitDu(
  e: Ecriture,
  tache: TacheANoter,
  { code, jour, niveau, motif, comment }: Plus & { readonly code: FaitDeTache; readonly jour: JourCivil },
): Promise<void> {
  const structure = tache.structureId === null ? tache.destinataireFonction : nomDuDestinataire(tache)
  await enregistrerFaitSeul(e, tache.dossierId, {
    code,
    survenuLe: jour,
    details: {
      tacheId: tache.id,
      structure,
      nature: tache.nature,
      ...(code === 'tache-demandee' ? { pourLe: tache.pourLe } : {}),
      ...(niveau === undefined ? {} : { niveau }),
      ...(comment === undefined
        ? {}
        : { precision: structure === '' ? comment : `${structure}, ${comment}` }),
    },
    ...(motif === undefined ? {} : { motif }),
  })
}
