import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction } from '#core/journal/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import { conclureRecapitulatif, type RecapitulatifAConclure } from './conclure-recapitulatif.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { type MessageDuPlan, planDuJour } from './domain/plan-du-jour.ts'
import { estHeureDEnvoi } from './domain/relance-automatique.ts'
import { envoyerCourriel } from './envoyer-courriel.ts'
import { lireMoyens, manqueDe } from './moyens.ts'
import { type Emetteur, preparerRecapitulatif } from './preparer-recapitulatif.ts'
import { enDemandeSuivie, listerEnAttente, listerInacheves, listerRecapitulatifs } from './store-relances.ts'

export type DependancesDeLaRelance = Pick<DependancesDesTaches, 'database' | 'courriel' | 'adresse'>

/** Longer than any dialogue with a mail server. */
const INACHEVE_MS = 15 * 60_000
const ESSAIS_PAR_JOUR = 3

/** What one run did: messages, by what became of them. */
export interface BilanDesRelances {
  readonly partis: number
  readonly incertains: number
  readonly echecs: number
}

/**
 * The chase of an establishment: one message a day and per address, on working days and out of the quiet hours. Run every hour:
 * what left is not sent again, what did not leave is tried again, at most three times a day.
 */
export async function relancerLesServices(
  d: DependancesDeLaRelance,
  etablissementId: EtablissementId,
  maintenant: Date,
): Promise<BilanDesRelances> {
  const acteur: Acteur = { type: 'systeme', travail: 'taches.relancer', etablissementId }
  await conclureLesInacheves(d, acteur, maintenant)
  const plan = await lirePlan(d, acteur, { etablissementId, maintenant })
  const bilan = { partis: 0, incertains: 0, echecs: 0 }
  for (const message of plan.messages) {
    const envoi = await envoyer(d, acteur, { message, emetteur: plan.emetteur, maintenant })
    if (envoi === 'parti') bilan.partis += 1
    else if (envoi === 'incertain') bilan.incertains += 1
    else if (envoi === 'echec') bilan.echecs += 1
  }
  return bilan
}

interface Plan {
  readonly messages: readonly MessageDuPlan[]
  readonly emetteur: Emetteur
}

function lirePlan(
  d: DependancesDeLaRelance,
  acteur: Acteur,
  { etablissementId, maintenant }: { readonly etablissementId: EtablissementId; readonly maintenant: Date },
): Promise<Plan> {
  return enTransaction(d.database, acteur, 'read', async (tx) => {
    const etablissement = await obtenirEtablissement(tx)
    const manque = manqueDe(d)
    const lieu = { etablissementId, maintenant, ...etablissement }
    const moyens = await lireMoyens(tx, lieu, manque)
    const emetteur = { etablissement, etablissementId, origine: d.adresse() ?? '', cibles: moyens.cibles }
    if (
      manque !== null ||
      !estHeureDEnvoi(maintenant, moyens.cadence, { ...lieu, calendrier: moyens.calendrier })
    )
      return { messages: [], emetteur }
    const taches = await listerEnAttente(tx, etablissementId)
    const faits = await listerRecapitulatifs(tx, moyens.aujourdHui)
    const messages = planDuJour(taches.map(enDemandeSuivie), moyens).filter(({ cle }) => {
      const fait = faits.get(cle)
      return fait === undefined || (fait.envoi === 'echec' && fait.essais < ESSAIS_PAR_JOUR)
    })
    return { messages, emetteur }
  })
}

async function envoyer(
  d: DependancesDeLaRelance,
  acteur: Acteur,
  a: { readonly message: MessageDuPlan; readonly emetteur: Emetteur; readonly maintenant: Date },
): Promise<'parti' | 'incertain' | 'echec' | null> {
  const pret = await enTransaction(d.database, acteur, 'write', (tx) =>
    preparerRecapitulatif({ tx, principal: acteur, now: a.maintenant }, a.message, a.emetteur),
  )
  if (pret === null) return null
  const { courriel: de } = a.emetteur.etablissement
  const { id, essais, objet, texte } = pret
  const issue = await envoyerCourriel(d.courriel, { id: `${id}.${essais}`, de, a: a.message, objet, texte })
  await conclure(d, acteur, pret, issue, a.maintenant)
  return issue.envoi
}

const conclure = (
  d: DependancesDeLaRelance,
  acteur: Acteur,
  recapitulatif: RecapitulatifAConclure,
  issue: { readonly envoi: 'parti' | 'incertain' | 'echec'; readonly raison: string | null },
  maintenant: Date,
): Promise<void> =>
  enTransaction(d.database, acteur, 'write', (tx) =>
    conclureRecapitulatif({ tx, principal: acteur, now: maintenant }, recapitulatif, issue),
  )

const ARRET = 'Porte-voix s’est arrêté pendant que ce message était remis : il est peut-être parti.'

/** A machine that stopped while a message was handed over left a doubt: it is told, and never sent again by itself. */
async function conclureLesInacheves(
  d: DependancesDeLaRelance,
  acteur: Acteur,
  maintenant: Date,
): Promise<void> {
  const avant = new Date(maintenant.getTime() - INACHEVE_MS)
  const inacheves = await enTransaction(d.database, acteur, 'read', (tx) => listerInacheves(tx, avant))
  for (const recapitulatif of inacheves)
    await conclure(d, acteur, recapitulatif, { envoi: 'incertain', raison: ARRET }, maintenant)
}
