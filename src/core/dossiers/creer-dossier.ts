import { agentDe } from '#core/journal/index.ts'
import type { PersonneChoisie } from '#core/personnes/contract.ts'
import { enregistrerPersonne } from '#core/personnes/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { actualiserEcheances } from './actualiser-echeances.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import { nomAffiche } from './domain/nom-affiche.ts'
import { numeroDe } from './domain/numero.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFaitSeul, type FaitAEnregistrer } from './enregistrer-fait.ts'
import { exigerServices } from './exiger-services.ts'
import { classeInitiale, inscrireProtection, type ProtectionInitiale } from './proteger.ts'
import { insererDossier, insererParticipation, insererRecit, prendreRang } from './store.ts'
import { indexerDossier } from './store-recherche.ts'
import { suivreLAuteur } from './suivre-auteur.ts'

export interface PersonneDuDossier {
  /** also the path of this person in the form */
  readonly role: 'auteur' | 'patient' | 'representant' | 'temoin'
  readonly qualite: string
  readonly personne: PersonneChoisie
}

export interface DossierACreer {
  readonly objet: string
  /** the day of receipt, confirmed by the agent, never in the future */
  readonly recuLe: string
  /** the facts that open it: their triggers start the deadlines */
  readonly faits: readonly FaitAEnregistrer[]
  readonly personnes: readonly PersonneDuDossier[]
  /** shown in lists when no person is recorded; empty when anonymous */
  readonly auteurAffiche?: string
  readonly services: readonly string[]
  readonly recit: string | null
  readonly affaireId?: string
  /** who follows it from the start; nobody unless said */
  readonly assigneA?: string
  /** sensitive from the start, and why; null when it is not */
  readonly protection?: ProtectionInitiale | null
}

/**
 * Opens a dossier: number, people, narrative, facts, deadlines and search, in the caller's transaction.
 * The number's year is that of its recording. Throws `invalid` when the day of receipt is in the future or a service is not
 * of the establishment.
 */
export async function creerDossier(
  e: Ecriture,
  type: TypeDeDossier,
  a: DossierACreer,
): Promise<{ id: string; numero: string }> {
  const agent = agentDe(e)
  const jour = aujourdHui(e)
  if (a.recuLe > jour) {
    throw new AppError('invalid', { champs: { recuLe: 'La date de réception est dans l’avenir.' } })
  }
  const id = uuidv7(e.now.getTime())
  const annee = Number(jour.slice(0, 4))
  const services = await exigerServices(e.tx, a.services)
  const personnes = await enregistrerLesPersonnes(e, a.personnes)
  const auteur = personnes.find((p) => p.role === 'auteur')?.nom ?? a.auteurAffiche ?? ''
  const rang = await prendreRang(e.tx, agent.etablissementId, type.code, annee)
  const numero = numeroDe(type.prefixe, annee, rang)
  const protection = a.protection ?? null
  const suivi = classeInitiale(e, protection, a.assigneA ?? null)
  await insererDossier(e.tx, {
    id,
    etablissementId: agent.etablissementId,
    affaireId: a.affaireId ?? id,
    type: type.code,
    annee,
    rang,
    numero,
    etat: type.etatInitial,
    classe: suivi.classe,
    objet: a.objet,
    recuLe: a.recuLe,
    auteur,
    assigneA: suivi.assigneA,
    services,
    creeA: e.now,
    creePar: agent.agentId,
  })
  for (const p of personnes)
    await insererParticipation(e.tx, { dossierId: id, personneId: p.id, role: p.role, qualite: p.qualite })
  if (a.recit !== null) {
    await insererRecit(e.tx, {
      id: uuidv7(e.now.getTime()),
      dossierId: id,
      texte: a.recit,
      creeA: e.now,
      agentId: agent.agentId,
    })
  }
  // before the facts, whose notes join its words
  await indexerDossier(e.tx, {
    dossierId: id,
    etablissementId: agent.etablissementId,
    recuLe: a.recuLe,
    noms: [auteur, ...personnes.map((p) => p.nom)],
    textes: [numero, a.objet, a.recit ?? ''],
  })
  for (const fait of a.faits) await enregistrerFaitSeul(e, id, fait)
  if (protection !== null) await inscrireProtection(e, id, protection)
  if (!personnes.some((p) => p.role === 'auteur'))
    await suivreLAuteur(e.tx, {
      dossierId: id,
      type,
      survenuLe: a.recuLe,
      maintenant: e.now,
      agentId: agent.agentId,
    })
  await actualiserEcheances(e, id, type)
  return { id, numero }
}

async function enregistrerLesPersonnes(e: Ecriture, personnes: readonly PersonneDuDossier[]) {
  const enregistrees = []
  for (const { role, qualite, personne } of personnes) {
    const { id, nom, prenom } = await enregistrerPersonne(e.tx, e, personne, role)
    enregistrees.push({ id, role, qualite, nom: nomAffiche({ nom, prenom }) })
  }
  return enregistrees
}
