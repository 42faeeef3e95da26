import type { Ecriture } from '#core/dossiers/index.ts'
import { abonneDe } from './abonnes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import type { ModeDEnvoi } from './domain/etat.ts'
import { LIBELLES_DES_MODES } from './domain/labels.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import type { CourrierOuvert } from './ouvrir-courrier.ts'
import { lierLeFait } from './store-envois.ts'

export interface Depart {
  readonly envoiId: string
  readonly mode: ModeDEnvoi
  readonly envoyeLe: string
}

const enEnvoi = ({ courrier }: CourrierOuvert, { mode, envoyeLe }: Omit<Depart, 'envoiId'>) => ({
  dossierId: courrier.dossierId,
  courrierId: courrier.id,
  code: courrier.code,
  mode,
  envoyeLe,
})

/** The case type may refuse before anything leaves. */
export async function demanderALAbonne(
  e: Ecriture,
  d: DependancesDesCourriers,
  ouvert: CourrierOuvert,
  depart: Omit<Depart, 'envoiId'>,
): Promise<void> {
  await abonneDe(d.abonnes, ouvert.courrier.code).refuserLEnvoi?.(e, enEnvoi(ouvert, depart))
}

/** The case type may refuse that a letter be approved or signed: what it tells no longer stands. */
export async function exigerLActualite(
  e: Ecriture,
  d: DependancesDesCourriers,
  { courrier: { id, dossierId, code } }: CourrierOuvert,
): Promise<void> {
  await abonneDe(d.abonnes, code).refuserLaSignature?.(e, { dossierId, courrierId: id, code })
}

/** The letter left: the case type records its own fact, or the common one tells it. */
export async function prevenirLAbonne(
  e: Ecriture,
  d: DependancesDesCourriers,
  ouvert: CourrierOuvert,
  depart: Depart,
): Promise<void> {
  const dit = await abonneDe(d.abonnes, ouvert.courrier.code).envoye?.(e, enEnvoi(ouvert, depart))
  const faitId =
    dit?.faitId ??
    (await noterAuDossier(e, ouvert, {
      code: 'courrier-envoye',
      survenuLe: depart.envoyeLe,
      precision: LIBELLES_DES_MODES[depart.mode],
      details: { mode: depart.mode },
    }))
  await lierLeFait(e.tx, depart.envoiId, faitId)
}
