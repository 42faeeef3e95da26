import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { RequestFacts } from '#platform/http/index.ts'
import type { LienFait } from './contract.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import {
  adresseDuLien,
  type MessageAComposer,
  type MessageCompose,
  messageDeDemande,
} from './domain/messages.ts'
import type { LienOuvert } from './ouvrir-lien.ts'
import type { TacheEnBase } from './store.ts'

export interface LienAMontrer {
  readonly tache: TacheEnBase
  readonly lien: LienOuvert
  /** who the message greets, when not the addressee of the request */
  readonly a?: { readonly nom: string; readonly courriel: string }
  /** the wording, when it is not that of a first request */
  readonly composer?: (m: MessageAComposer) => MessageCompose
}

/** A link just made, with the message that carries it, ready to copy: shown once. One statement. */
export async function lienAMontrer(
  tx: Tx,
  request: Pick<RequestFacts, 'origin'>,
  { tache, lien, a, composer = messageDeDemande }: LienAMontrer,
): Promise<LienFait> {
  const { nom, serviceNom, telephone } = await obtenirEtablissement(tx)
  const adresse = adresseDuLien(request.origin, lien.jeton)
  const message = composer({
    nature: tache.nature,
    etablissement: nom,
    serviceNom,
    telephone,
    demandeur: tache.demandeur,
    destinataire: a?.nom ?? tache.destinataireNom,
    objet: tache.objet,
    lien: adresse,
    pourLe: jourCivil(tache.pourLe),
    dernierLe: lien.dernierLe,
    demandeeLe: jourCivil(tache.demandeeLe),
  })
  return {
    tacheId: tache.id,
    pour: nomDuDestinataire(tache),
    lien: adresse,
    dernierLe: lien.dernierLe,
    ...message,
    courriel: a?.courriel ?? tache.destinataireCourriel,
  }
}
