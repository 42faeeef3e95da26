import type { Tx } from '#platform/db/index.ts'
import type { ReponseEcrite } from './domain/rules.ts'
import type { SujetEnBase, TacheEnBase } from './store.ts'
import {
  type BrouillonEnBase,
  insererBrouillon,
  remplacerBrouillon,
  trouverBrouillon,
} from './store-brouillons.ts'

export interface BrouillonLu extends ReponseEcrite {
  /** 0 while nothing was kept */
  readonly version: number
  readonly modifieA: Date | null
}

/** What is shown to begin with: the addressee is likely to be the one who answers, and may say otherwise. */
export async function lireBrouillon(tx: Tx, tache: TacheEnBase): Promise<BrouillonLu> {
  const garde = await trouverBrouillon(tx, tache.id)
  if (garde !== null) return garde
  return {
    nom: tache.destinataireNom,
    fonction: tache.destinataireFonction,
    reponse: '',
    reponses: {},
    version: 0,
    modifieA: null,
  }
}

export type BrouillonGarde =
  | { readonly conflit: null; readonly version: number; readonly modifieA: Date }
  /** someone else kept another text meanwhile */
  | { readonly conflit: BrouillonEnBase }

const PARTIES = ['nom', 'fonction', 'reponse'] as const

function estLeMeme(a: ReponseEcrite, b: ReponseEcrite, sujets: readonly SujetEnBase[]): boolean {
  return (
    PARTIES.every((partie) => a[partie] === b[partie]) &&
    sujets.every(({ sujetId }) => (a.reponses[sujetId] ?? '') === (b.reponses[sujetId] ?? ''))
  )
}

/**
 * Keeps what is written, over the version that was read. Two people of the service may write the same answer: the second is
 * told, and nothing of the first is lost. The same text kept twice (a form sent twice) is no conflict.
 */
export async function garderBrouillon(
  tx: Tx,
  tache: { readonly id: string; readonly sujets: readonly SujetEnBase[] },
  ecrit: ReponseEcrite & { readonly version: number },
  maintenant: Date,
): Promise<BrouillonGarde> {
  const { version, ...reste } = ecrit
  // An answer to what was not asked is no part of it.
  const reponses = Object.fromEntries(
    tache.sujets.map(({ sujetId }) => [sujetId, reste.reponses[sujetId] ?? '']),
  )
  const aGarder = { ...reste, reponses, tacheId: tache.id, modifieA: maintenant }
  const garde = await trouverBrouillon(tx, tache.id, { verrou: true })
  if (garde === null) {
    if (await insererBrouillon(tx, aGarder)) return { conflit: null, version: 1, modifieA: maintenant }
    return garderBrouillon(tx, tache, ecrit, maintenant)
  }
  if (estLeMeme(garde, aGarder, tache.sujets))
    return { conflit: null, version: garde.version, modifieA: garde.modifieA }
  if (garde.version !== version) return { conflit: garde }
  return { conflit: null, version: await remplacerBrouillon(tx, aGarder), modifieA: maintenant }
}
