import { empreinteDe, nouveauJeton } from '#core/agents/index.ts'
import type { Ecriture } from '#core/dossiers/index.ts'
import { type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { auteurDe } from '#core/journal/index.ts'
import { lireCibles } from './cibles.ts'
import { type Cibles, finDuLien } from './domain/dates.ts'
import { insererLien } from './store-liens.ts'

export interface LienOuvert {
  /** never kept, never written anywhere: what is lost is replaced */
  readonly jeton: string
  readonly dernierLe: JourCivil
}

interface TacheAOuvrir {
  readonly id: string
  readonly pourLe: string
}

/** Opens one more link on a request, until some days after the wanted day, or after today when that is later. */
export async function ouvrirLien(
  e: Ecriture,
  tache: TacheAOuvrir,
  aujourdHui: JourCivil,
): Promise<LienOuvert> {
  const { etablissementId, fuseau } = auteurDe(e)
  const cibles = await lireCibles(e.tx, etablissementId)
  return ouvrirLienSelon(e, tache, { aujourdHui, fuseau, cibles })
}

/** The same for who chases without being anyone: the settings are read once for all. */
export async function ouvrirLienSelon(
  e: Pick<Ecriture, 'tx' | 'now'>,
  tache: TacheAOuvrir,
  { aujourdHui, fuseau, cibles }: { aujourdHui: JourCivil; fuseau: string; cibles: Cibles },
): Promise<LienOuvert> {
  const depuis = tache.pourLe > aujourdHui ? jourCivil(tache.pourLe) : aujourdHui
  const { dernierLe, expireA } = finDuLien(depuis, cibles, fuseau)
  const jeton = nouveauJeton()
  await insererLien(e.tx, { empreinte: empreinteDe(jeton), tacheId: tache.id, creeA: e.now, expireA })
  return { jeton, dernierLe }
}
