import { z } from 'zod'
import { CANAUX, type Canal } from '#core/dossiers/domain/canal.ts'
import { enProtection, type ProtectionEnSaisie, protectionLue } from '#core/dossiers/web/index.ts'
import {
  AUCUNE_PERSONNE,
  enPersonneChoisie,
  lireAdresse,
  lireNom,
  lireTelephone,
  PERSONNE_VIDE,
  type PersonneEnSaisie,
  personneLue,
} from '#core/personnes/web/index.ts'
import { type DepotVu, depotVu } from '#core/pieces/contract.ts'
import type { SentInputOf } from '#platform/contract.ts'
import { strippedText } from '#platform/texte.ts'
import type { contract, ReclamationVue } from '../contract.ts'
import { NATURES_DE_PROVENANCE, ORIGINES_DE_RECEPTION, QUALITES, type Qualite } from '../domain/model.ts'
import { estOrale } from '../domain/rules.ts'
import { enProvenanceSaisie, type ProvenanceEnSaisie } from './champ-provenance.tsx'

/** Who the patient is, seen from the author. */
export const QUI_EST_LE_PATIENT = ['auteur', 'autre', 'inconnu'] as const
export type QuiEstLePatient = (typeof QUI_EST_LE_PATIENT)[number]

/** What the intake screen holds: everything may still be missing. */
export interface Formulaire {
  readonly canal: Canal | null
  readonly recuLe: string
  readonly receptionOrigine: (typeof ORIGINES_DE_RECEPTION)[number]
  /** the agent has confirmed the proposed day, or typed it */
  readonly receptionConfirmee: boolean
  readonly objet: string
  readonly recit: string
  readonly estAnonyme: boolean
  readonly auteur: PersonneEnSaisie
  readonly qui: QuiEstLePatient
  readonly qualite: Qualite | null
  readonly patient: PersonneEnSaisie
  readonly services: readonly string[]
  /** who handed it over; null when the person wrote here */
  readonly provenance: ProvenanceEnSaisie | null
  /** the complaint it follows */
  readonly suiteDe: { readonly id: string; readonly numero: string } | null
  /** the dossier of another type it is made from */
  readonly origine: { readonly id: string; readonly numero: string } | null
  /** sensitive from the start; null when it is not */
  readonly protection: ProtectionEnSaisie | null
}

export const FORMULAIRE_VIDE: Formulaire = {
  canal: null,
  recuLe: '',
  receptionOrigine: 'saisie',
  receptionConfirmee: false,
  objet: '',
  recit: '',
  estAnonyme: false,
  auteur: AUCUNE_PERSONNE,
  qui: 'inconnu',
  qualite: null,
  patient: AUCUNE_PERSONNE,
  services: [],
  provenance: null,
  suiteDe: null,
  origine: null,
  protection: null,
}

/** What is kept of the intake between two visits. */
export interface Brouillon {
  readonly formulaire: Formulaire
  readonly depots: readonly DepotVu[]
}

const brouillonLu = z.object({
  formulaire: z.object({
    canal: z.enum(CANAUX).nullable().catch(null),
    recuLe: z.string().catch(''),
    receptionOrigine: z.enum(ORIGINES_DE_RECEPTION).catch('saisie'),
    receptionConfirmee: z.boolean().catch(false),
    objet: z.string().catch(''),
    recit: z.string().catch(''),
    estAnonyme: z.boolean().catch(false),
    auteur: personneLue.catch(AUCUNE_PERSONNE),
    qui: z.enum(QUI_EST_LE_PATIENT).catch('inconnu'),
    qualite: z.enum(QUALITES).nullable().catch(null),
    patient: personneLue.catch(AUCUNE_PERSONNE),
    services: z.array(z.uuid()).catch([]),
    provenance: z
      .object({
        nature: z.enum(NATURES_DE_PROVENANCE),
        nom: z.string(),
        reference: z.string(),
        premiereReceptionLe: z.string(),
        explicationsPourLe: z.string(),
      })
      .nullable()
      .catch(null),
    suiteDe: z.object({ id: z.uuid(), numero: z.string() }).nullable().catch(null),
    origine: z.object({ id: z.uuid(), numero: z.string() }).nullable().catch(null),
    protection: z.unknown().transform(protectionLue).catch(null),
  }),
  depots: z.array(depotVu).catch([]),
})

/** Reads a draft back; what an older version wrote differently is left empty rather than refused. */
export function lireBrouillon(contenu: unknown): Brouillon {
  const lu = brouillonLu.safeParse(contenu)
  return lu.success ? lu.data : { formulaire: FORMULAIRE_VIDE, depots: [] }
}

/** `titre` names the draft in lists, where only its agent sees it. */
export const ecrireBrouillon = ({ formulaire, depots }: Brouillon): Record<string, unknown> => ({
  titre: formulaire.objet === '' ? (depots[0]?.piece.nom ?? '') : formulaire.objet,
  objet: formulaire.objet,
  formulaire,
  depots,
})

export const estVide = ({ formulaire, depots }: Brouillon): boolean =>
  depots.length === 0 && JSON.stringify(formulaire) === JSON.stringify(FORMULAIRE_VIDE)

const sansPrefixes = (objet: string): string => objet.replace(/^(?:\s*(?:re|tr|fwd?|fw)\s*:)+\s*/i, '').trim()

type MessageLu = NonNullable<DepotVu['message']>

function auteurDu(message: MessageLu): PersonneEnSaisie {
  const { expediteur, texte } = message
  if (expediteur === null) return AUCUNE_PERSONNE
  return {
    choix: 'nouvelle',
    personne: {
      ...PERSONNE_VIDE,
      ...lireNom(expediteur.nom),
      courriel: expediteur.courriel,
      telephone: lireTelephone(texte),
      ...lireAdresse(texte),
    },
  }
}

/** Fills what is still empty from a message: nothing the agent typed is replaced. */
export function remplirDepuisLeMessage(f: Formulaire, message: MessageLu): Formulaire {
  const sansDate = f.recuLe === ''
  return {
    ...f,
    canal: f.canal ?? 'courriel',
    recuLe: sansDate ? (message.recuLe ?? '') : f.recuLe,
    receptionOrigine: sansDate && message.recuLe !== null ? 'message-recu' : f.receptionOrigine,
    objet: f.objet === '' ? strippedText(sansPrefixes(message.objet)).text.slice(0, 300) : f.objet,
    recit: f.recit === '' ? strippedText(message.texte).text.trim() : f.recit,
    auteur: f.auteur.choix === 'aucune' && !f.estAnonyme ? auteurDu(message) : f.auteur,
  }
}

/** Fills what a deposit says: a person's message, or a scanned letter. An automatic message fills nothing. */
export function remplirDepuisLeDepot(f: Formulaire, depot: DepotVu): Formulaire {
  const { message, piece } = depot
  if (message !== null) return message.automatique === null ? remplirDepuisLeMessage(f, message) : f
  const estUnScan = piece.apercu === 'pdf' || piece.apercu === 'image'
  return f.canal === null && estUnScan ? { ...f, canal: 'courrier' } : f
}

/** The channel, and with it the day: what is said at the desk or on the phone is said today. */
export function choisirCanal(f: Formulaire, canal: Canal, today: string): Formulaire {
  if (!estOrale(canal) || f.recuLe !== '') return { ...f, canal }
  return { ...f, canal, recuLe: today, receptionOrigine: 'saisie', receptionConfirmee: true }
}

/** What is said of the patient decides the quality of an author who speaks for himself. */
export function choisirQui(f: Formulaire, qui: QuiEstLePatient): Formulaire {
  if (qui === 'auteur') return { ...f, qui, qualite: 'patient', patient: AUCUNE_PERSONNE }
  return { ...f, qui, qualite: f.qualite === 'patient' ? null : f.qualite }
}

type SaisieEnvoyee = Omit<SentInputOf<typeof contract.enregistrer>, 'canal' | 'qualite'> & {
  readonly canal: Canal | null
  readonly qualite: Qualite | null
}

/** What is sent, complete or not: the contract says what is missing. */
export function enSaisie({ formulaire: f, depots }: Brouillon, brouillonId: string): SaisieEnvoyee {
  return {
    canal: f.canal,
    recuLe: f.recuLe,
    receptionOrigine: f.receptionOrigine,
    objet: f.objet,
    recit: f.recit,
    estAnonyme: f.estAnonyme,
    auteur: f.estAnonyme ? null : enPersonneChoisie(f.auteur),
    qualite: f.qualite,
    patient: f.qui === 'autre' ? enPersonneChoisie(f.patient) : null,
    services: [...f.services],
    pieces: depots.flatMap(({ piece, jointes }) => [piece.id, ...jointes.map(({ id }) => id)]),
    brouillonId,
    provenance: enProvenanceSaisie(f.provenance),
    suiteDe: f.suiteDe?.id ?? null,
    origineId: f.origine?.id ?? null,
    protection: enProtection(f.protection),
  }
}

/** What the contract cannot see: field path → sentence. */
export function erreursDeLEcran(f: Formulaire, today: string): Record<string, string> {
  const erreurs: Record<string, string> = {}
  if (f.recuLe > today) erreurs['recuLe'] = 'Cette date est dans l’avenir.'
  else if (f.recuLe !== '' && !f.receptionConfirmee)
    erreurs['receptionConfirmee'] = 'Confirmez la date de réception : elle fait courir les délais.'
  if (!f.estAnonyme && f.auteur.choix === 'aucune')
    erreurs['auteur'] = 'Indiquez l’auteur, ou cochez « réclamation anonyme ».'
  if (f.qui === 'autre' && f.patient.choix === 'aucune')
    erreurs['patient'] = 'Indiquez le patient, ou choisissez « pas encore connu ».'
  return erreurs
}

/** Fills what is still empty from the complaint this one follows: same author, same patient, same services. */
export function remplirDepuisLaPrecedente(f: Formulaire, { tronc, estAnonyme }: ReclamationVue): Formulaire {
  const de = (role: string) => tronc.personnes.find((p) => p.role === role)
  const auteur = de('auteur')
  const patient = de('patient')
  const qualite = QUALITES.find((q) => q === auteur?.qualite) ?? null
  const qui = qualite === 'patient' ? 'auteur' : patient === undefined ? 'inconnu' : 'autre'
  const intact = f.qui === 'inconnu' && f.patient.choix === 'aucune'
  return {
    ...f,
    suiteDe: { id: tronc.id, numero: tronc.numero },
    estAnonyme: f.auteur.choix === 'aucune' ? estAnonyme : f.estAnonyme,
    auteur:
      f.auteur.choix === 'existante' || auteur === undefined
        ? f.auteur
        : { choix: 'existante', personne: auteur },
    qualite: f.qualite ?? qualite,
    qui: intact ? qui : f.qui,
    patient:
      intact && qui === 'autre' && patient !== undefined
        ? { choix: 'existante', personne: patient }
        : f.patient,
    services: f.services.length === 0 ? tronc.services.map(({ id }) => id) : f.services,
  }
}
