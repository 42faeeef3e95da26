import type { AbonnesDesCourriers, CourrierConcerne, EnvoiDeCourrier } from '#core/courriers/index.ts'
import {
  changerDossier,
  changerEtat,
  type Ecriture,
  enregistrerFait,
  listerFaits,
  obtenirDossier,
} from '#core/dossiers/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { reclamation } from '../domain/definition.ts'
import { PROCEDURES } from '../domain/model.ts'
import { silenceDe } from '../domain/provenance.ts'
import { refuserSi } from '../domain/refuser.ts'
import {
  griefsDeLaReponsePartie,
  griefsDitsPar,
  mesuresDitesPar,
  refusDEnvoyerLaReponse,
  refusDeMesureAbandonnee,
} from '../domain/reponse.ts'
import { refusDEnvoyerLAccuse, refusDeDateDEnvoi, refusDeLettre } from '../domain/rules.ts'
import { joursDits, lettrePreparee, situationDe } from '../domain/situation.ts'
import { estPartie, refusDeConsentement } from '../domain/transmission.ts'
import { lireConsentements } from './commands/lire-consentements.ts'
import { accuseReception } from './courriers/accuse-reception.ts'
import { avisDeTransmission } from './courriers/avis-de-transmission.ts'
import { griefConclu } from './courriers/griefs-conclus.ts'
import { orientation } from './courriers/orientation.ts'
import { reponse } from './courriers/reponse.ts'
import { transmission } from './courriers/transmission.ts'
import { listerGriefs } from './store-griefs.ts'
import { listerMesures } from './store-mesures.ts'
import {
  changerTransmission,
  listerProvenances,
  listerTransmissions,
  type TransmissionEnBase,
} from './store-transmissions.ts'

/** Refuses before the acknowledgement leaves: already gone, or telling a day corrected since. */
async function refuserLEnvoiDeLAccuse(e: Ecriture, envoi: EnvoiDeCourrier): Promise<void> {
  const { dossierId, courrierId, envoyeLe } = envoi
  const dossier = await obtenirDossier(e.tx, dossierId, null)
  const faits = await listerFaits(e.tx, dossierId)
  refuserSi(refusDEnvoyerLAccuse(situationDe(dossier.etat, faits, true)))
  refuserSi(refusDeDateDEnvoi(envoyeLe, dossier.recuLe), 'envoyeLe')
  const { departLe } = silenceDe(dossier.recuLe, await listerProvenances(e.tx, dossierId))
  const dates = { recuLe: dossier.recuLe, silenceDepuis: departLe }
  refuserSi(refusDeLettre(lettrePreparee(faits, courrierId), dates), 'envoyeLe')
}

/** The fact that holds the deadline of the acknowledgement. */
async function accuseEnvoye(e: Ecriture, envoi: EnvoiDeCourrier): Promise<{ faitId: string }> {
  const { dossierId, courrierId, envoyeLe, mode } = envoi
  const { etat } = await obtenirDossier(e.tx, dossierId, null)
  // Closed before anyone knew it had left, it keeps the day of its closing.
  if (etat === 'recu') await changerEtat(e, dossierId, reclamation, 'accuse')
  else await changerDossier(e.tx, dossierId, {}, e.now)
  const faitId = await enregistrerFait(e, dossierId, reclamation, {
    code: mode === 'courriel' ? 'accuse-reception-electronique-envoye' : 'accuse-reception-papier-envoye',
    survenuLe: envoyeLe,
    details: { courrierId, mode },
  })
  return { faitId }
}

/** Refuses before the answer is approved, signed or sent: already answered, or telling what no longer stands. */
async function refuserLaReponse(
  e: Ecriture,
  { dossierId, courrierId }: CourrierConcerne,
): Promise<{ readonly recuLe: string }> {
  const dossier = await obtenirDossier(e.tx, dossierId, null)
  const faits = await listerFaits(e.tx, dossierId)
  const { griefs } = await listerGriefs(e.tx, dossierId)
  const situation = situationDe(dossier.etat, faits, true)
  const lettres = { dits: griefsDitsPar(faits, courrierId), partie: griefsDeLaReponsePartie(faits) }
  refuserSi(refusDEnvoyerLaReponse(situation, griefs.map(griefConclu), lettres))
  const mesures = await listerMesures(e.tx, dossierId)
  refuserSi(refusDeMesureAbandonnee(mesures, mesuresDitesPar(faits, courrierId)))
  return dossier
}

async function refuserLEnvoiDeLaReponse(e: Ecriture, envoi: EnvoiDeCourrier): Promise<void> {
  const { recuLe } = await refuserLaReponse(e, envoi)
  refuserSi(refusDeDateDEnvoi(envoi.envoyeLe, recuLe), 'envoyeLe')
}

async function refuserLaSignatureDeLaReponse(e: Ecriture, courrier: CourrierConcerne): Promise<void> {
  await refuserLaReponse(e, courrier)
}

/** The fact that holds the answer, its offer of mediation with it. @source CSP, art. R. 1112-92 */
async function reponseEnvoyee(e: Ecriture, envoi: EnvoiDeCourrier): Promise<{ faitId: string }> {
  const { dossierId, courrierId, envoyeLe, mode } = envoi
  await changerEtat(e, dossierId, reclamation, 'repondu')
  const faitId = await enregistrerFait(e, dossierId, reclamation, {
    code: 'reponse-envoyee',
    survenuLe: envoyeLe,
    details: { courrierId, mode, mediation: 'proposee' },
  })
  return { faitId }
}

async function transmissionDe(
  { tx }: Pick<Ecriture, 'tx'>,
  { dossierId, courrierId }: CourrierConcerne,
): Promise<TransmissionEnBase | null> {
  const toutes = await listerTransmissions(tx, dossierId)
  return toutes.find((t) => t.courrierId === courrierId || t.avisId === courrierId) ?? null
}

/** What the letter to the administration says goes with it; the one to the person says nothing of the kind. */
async function piecesDeLaTransmission(tx: Tx, courrier: CourrierConcerne): Promise<readonly string[]> {
  const t = await transmissionDe({ tx }, courrier)
  return t === null || t.courrierId !== courrier.courrierId ? [] : t.pieces
}

/** Withdrawn since the letter was made, or owed by someone added since: health data do not leave. */
async function exigerLesConsentements(
  e: Ecriture,
  t: TransmissionEnBase,
  { dossierId, envoyeLe }: EnvoiDeCourrier,
): Promise<void> {
  if (!t.avecDonneesDeSante) return
  const personnes = await listerPersonnesDuDossier(e.tx, dossierId)
  refuserSi(refusDeConsentement(t, await lireConsentements(e.tx, dossierId, personnes, envoyeLe)))
}

async function refuserLEnvoiDeLaTransmission(e: Ecriture, envoi: EnvoiDeCourrier): Promise<void> {
  const dossier = await obtenirDossier(e.tx, envoi.dossierId, null)
  if (dossier.estClos) refuserSi({ code: 'dossier-clos' })
  const t = await transmissionDe(e, envoi)
  if (t === null) return refuserSi({ code: 'courrier-inconnu' })
  if (t.estAbandonnee) refuserSi({ code: 'transmission-abandonnee' })
  refuserSi(refusDeDateDEnvoi(envoi.envoyeLe, dossier.recuLe), 'envoyeLe')
  if (t.courrierId === envoi.courrierId) await exigerLesConsentements(e, t, envoi)
  // Once the first letter has left, the other tells the same days: neither can be given up any more.
  if (t.envoyeeLe !== null || t.aviseeLe !== null) return
  const preparation = (await listerFaits(e.tx, envoi.dossierId)).find(({ id }) => id === t.faitId)
  const { departLe } = silenceDe(dossier.recuLe, await listerProvenances(e.tx, envoi.dossierId))
  const jours = { recuLe: dossier.recuLe, silenceDepuis: departLe }
  refuserSi(refusDeLettre(joursDits(preparation?.details), jours), 'envoyeLe')
}

const estUneOrientation = (t: TransmissionEnBase): boolean => PROCEDURES.some((p) => p === t.nature)

/** A letter of a transmission left: a total one closes the complaint once both have. @source CRPA, art. L. 114-2 */
async function lettreDeTransmissionEnvoyee(
  e: Ecriture,
  envoi: EnvoiDeCourrier,
): Promise<{ faitId: string } | null> {
  const { dossierId, courrierId, envoyeLe, mode } = envoi
  const t = await transmissionDe(e, envoi)
  if (t === null) return null
  const estLAvis = t.avisId === courrierId
  const noter = (code: string, plus: object = {}) =>
    enregistrerFait(e, dossierId, reclamation, {
      code,
      survenuLe: envoyeLe,
      details: { transmissionId: t.id, precision: t.destinataire, ...plus },
    })
  const codeDeLAvis = estUneOrientation(t) ? 'orientation-annoncee' : 'avis-de-transmission-envoye'
  const faitId = estLAvis
    ? await noter(codeDeLAvis, { courrierId, mode })
    : await noter('transmission-envoyee', { courrierId, mode, concerne: t.faitId })
  const jour = estLAvis ? { aviseeLe: envoyeLe } : { envoyeeLe: envoyeLe }
  await changerTransmission(e.tx, t.id, jour)
  const { estClos } = await obtenirDossier(e.tx, dossierId, null)
  if (t.estTotale && !estClos && estPartie({ ...t, ...jour })) {
    await changerEtat(e, dossierId, reclamation, 'clos')
    await noter(estUneOrientation(t) ? 'reclamation-orientee' : 'demande-transmise')
  }
  return { faitId }
}

/** Its letters are given up with the transmission: alone, one would leave it waiting for ever. */
async function refuserLAbandonDeLaLettre(): Promise<void> {
  refuserSi({ code: 'lettre-de-transmission' })
}

const DE_TRANSMISSION = {
  refuserLAbandon: refuserLAbandonDeLaLettre,
  refuserLEnvoi: refuserLEnvoiDeLaTransmission,
  envoye: lettreDeTransmissionEnvoyee,
} as const

/** What a complaint does of its letters when they leave. */
export const abonnesDesReclamations: AbonnesDesCourriers = {
  [accuseReception.code]: { refuserLEnvoi: refuserLEnvoiDeLAccuse, envoye: accuseEnvoye },
  [reponse.code]: {
    refuserLaSignature: refuserLaSignatureDeLaReponse,
    refuserLEnvoi: refuserLEnvoiDeLaReponse,
    envoye: reponseEnvoyee,
  },
  [transmission.code]: { ...DE_TRANSMISSION, piecesJointes: piecesDeLaTransmission },
  [avisDeTransmission.code]: DE_TRANSMISSION,
  [orientation.code]: DE_TRANSMISSION,
}
