import { type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
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
import { repondantsDe } from './domain/repondants.ts'
import type { LienOuvert } from './ouvrir-lien.ts'
import type { TacheEnBase } from './store.ts'
import { lireAnnuaire } from './store-annuaire.ts'

export interface LienAMontrer {
  readonly tache: TacheEnBase
  readonly lien: LienOuvert
  /** today in the establishment: who is away gives way to who stands in */
  readonly jour: JourCivil
  /** who the message greets, when someone chose */
  readonly a?: { readonly nom: string; readonly courriel: string }
  /** the wording, when it is not that of a first request */
  readonly composer?: (m: MessageAComposer) => MessageCompose
}

interface Adressee {
  readonly pour: string
  readonly nom: string
  readonly courriel: string
}

/** Who the link goes to: who was chosen, who stands in for the one who is away, or who answers for the service. */
async function adresseeDe(tx: Tx, { tache, jour, a }: LienAMontrer): Promise<Adressee> {
  const pour = nomDuDestinataire(tache)
  if (a !== undefined) return { pour, ...a }
  const { destinataireNom: nom, destinataireCourriel: courriel } = tache
  const [repondant] = repondantsDe(tache, await lireAnnuaire(tx, jour))
  if (repondant === undefined) return { pour, nom, courriel }
  const { aLaPlaceDe } = repondant
  if (aLaPlaceDe === null) return { pour, nom, courriel: courriel === '' ? repondant.courriel : courriel }
  return { ...repondant, pour: `${pour} (${repondant.nom}, à la place de ${aLaPlaceDe})` }
}

/** A link just made, with the message that carries it, ready to copy: shown once. Two statements. */
export async function lienAMontrer(
  tx: Tx,
  request: Pick<RequestFacts, 'origin'>,
  demande: LienAMontrer,
): Promise<LienFait> {
  const { tache, lien, composer = messageDeDemande } = demande
  const { nom: etablissement, serviceNom, telephone } = await obtenirEtablissement(tx)
  const adressee = await adresseeDe(tx, demande)
  const adresse = adresseDuLien(request.origin, lien.jeton)
  const message = composer({
    ...{ nature: tache.nature, etablissement, serviceNom, telephone },
    demandeur: tache.demandeur,
    destinataire: adressee.nom,
    objet: tache.objet,
    lien: adresse,
    pourLe: jourCivil(tache.pourLe),
    dernierLe: lien.dernierLe,
    demandeeLe: jourCivil(tache.demandeeLe),
  })
  return {
    tacheId: tache.id,
    pour: adressee.pour,
    lien: adresse,
    dernierLe: lien.dernierLe,
    ...message,
    courriel: adressee.courriel,
  }
}
