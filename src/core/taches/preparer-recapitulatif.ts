import { empreinteDe } from '#core/agents/index.ts'
import type { Ecriture } from '#core/dossiers/index.ts'
import { type JourCivil, jourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { EtablissementEnBase } from '#core/structures/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { Cibles } from './domain/dates.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import { adresseDuLien, type MessageCompose } from './domain/messages.ts'
import { type LigneDuPlan, type MessageDuPlan, tientEncore } from './domain/plan-du-jour.ts'
import { composerRecapitulatif, type LigneDeRecapitulatif } from './domain/recapitulatif.ts'
import { ouvrirLienSelon } from './ouvrir-lien.ts'
import {
  insererLignes,
  type LigneEnBase,
  prendreRecapitulatif,
  type TacheEnAttente,
  verrouillerEnAttente,
} from './store-relances.ts'

/** Who writes, and from where its links are reached. */
export interface Emetteur {
  readonly etablissement: EtablissementEnBase
  readonly etablissementId: string
  readonly origine: string
  readonly cibles: Cibles
}

/** A message written down, ready to be handed over. */
export interface EnvoiDuJour extends MessageCompose {
  readonly id: string
  readonly essais: number
  readonly jour: JourCivil
  readonly aNom: string
  readonly aCourriel: string
}

/** What of the plan still stands once the requests are locked: answered, held back or chased by hand meanwhile, it is dropped. */
function quiTiennent(
  plan: readonly LigneDuPlan[],
  taches: readonly TacheEnAttente[],
  jour: string,
): readonly { readonly tache: TacheEnAttente; readonly niveau: LigneDuPlan['niveau'] }[] {
  return plan.flatMap(({ tacheId, niveau }) => {
    const tache = taches.find(({ id }) => id === tacheId)
    if (tache === undefined || tache.estSuspendue) return []
    return [{ tache, niveau: niveau !== null && tientEncore(niveau, tache.relances, jour) ? niveau : null }]
  })
}

/**
 * Writes the message of the day down, with a link of its own for each request: the earlier ones stay open, someone may be
 * writing there. Null when no step is left to take, or when it left already.
 */
export async function preparerRecapitulatif(
  e: Ecriture,
  message: MessageDuPlan,
  emetteur: Emetteur,
): Promise<EnvoiDuJour | null> {
  const { etablissement, etablissementId, cibles, origine } = emetteur
  const { fuseau } = etablissement
  const jour = jourDe(e.now, fuseau)
  const ids = message.lignes.map(({ tacheId }) => tacheId)
  const retenues = quiTiennent(message.lignes, await verrouillerEnAttente(e.tx, ids), jour)
  if (retenues.every(({ niveau }) => niveau === null)) return null
  const { nom: aNom, courriel: aCourriel, cle: cleCourriel } = message
  const id = uuidv7(e.now.getTime())
  const pris = await prendreRecapitulatif(e.tx, {
    ...{ id, etablissementId, cleCourriel, aNom, aCourriel, jour },
    tenteA: e.now,
  })
  if (pris === null) return null
  const lignes: LigneDeRecapitulatif[] = []
  const gardees: LigneEnBase[] = []
  for (const { tache, niveau } of retenues) {
    const lien = await ouvrirLienSelon(e, tache, { aujourdHui: jour, fuseau, cibles })
    gardees.push({ tacheId: tache.id, niveau, empreinte: empreinteDe(lien.jeton) })
    lignes.push({
      niveau,
      nature: tache.nature,
      objet: tache.objet,
      service: nomDuDestinataire(tache),
      demandeur: tache.demandeur,
      demandeeLe: jourCivil(tache.demandeeLe),
      pourLe: jourCivil(tache.pourLe),
      lien: adresseDuLien(origine, lien.jeton),
      dernierLe: lien.dernierLe,
    })
  }
  await insererLignes(e.tx, pris.id, gardees)
  const { nom, serviceNom, telephone } = etablissement
  const ecrit = composerRecapitulatif({
    ...{ etablissement: nom, serviceNom, telephone, destinataire: aNom, aujourdHui: jour, lignes },
    aLaPlaceDe: message.aLaPlaceDe,
  })
  return { ...pris, ...ecrit, jour, aNom, aCourriel }
}
