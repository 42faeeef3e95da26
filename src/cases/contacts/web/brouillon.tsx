import { z } from 'zod'
import { enProtection, type ProtectionEnSaisie, protectionLue } from '#core/dossiers/web/index.ts'
import {
  AUCUNE_PERSONNE,
  enPersonneChoisie,
  nomComplet,
  type PersonneEnSaisie,
  personneLue,
} from '#core/personnes/web/index.ts'
import type { SentInputOf } from '#platform/contract.ts'
import type { contract } from '../contract.ts'
import {
  APRES,
  type Apres,
  CANAUX_DE_CONTACT,
  type CanalDeContact,
  MOTIFS,
  type Motif,
  NATURES_DE_SUITE,
  type NatureDeSuite,
  ORIENTATIONS,
  type Orientation,
} from '../domain/model.ts'
import { apresParDefaut } from '../domain/rules.ts'

/** A call back or an appointment being entered. */
export interface SuiteEnSaisie {
  readonly pourLe: string
  readonly heure: string
  readonly dureeMinutes: number
  readonly avec: string
  readonly lieu: string
  /** null: the number known of the person */
  readonly telephone: string | null
  /** null: whoever writes it down */
  readonly agentId: string | null
}

/** What the intake screen holds: everything may still be missing. */
export interface Formulaire {
  readonly canal: CanalDeContact
  readonly motif: Motif | null
  /** null as long as nothing is written: it happens now */
  readonly recuLe: string | null
  readonly heure: string
  readonly personne: PersonneEnSaisie
  readonly note: string
  readonly service: string | null
  readonly orientation: Orientation | null
  readonly orientationPrecision: string
  readonly dureeMinutes: number | null
  /** null as long as the agent has not said */
  readonly apres: Apres | null
  readonly suite: SuiteEnSaisie
  /** sensitive from the start; null when it is not */
  readonly protection: ProtectionEnSaisie | null
}

export const SUITE_VIDE: SuiteEnSaisie = {
  pourLe: '',
  heure: '',
  dureeMinutes: 30,
  avec: '',
  lieu: '',
  telephone: null,
  agentId: null,
}

/** An empty sheet: how the last one came, whenever the next one comes. */
export const formulaireVide = (canal: CanalDeContact): Formulaire => ({
  canal,
  motif: null,
  recuLe: null,
  heure: '',
  personne: AUCUNE_PERSONNE,
  note: '',
  service: null,
  orientation: null,
  orientationPrecision: '',
  dureeMinutes: null,
  apres: null,
  suite: SUITE_VIDE,
  protection: null,
})

/** The sheet on its day and hour: those of the first word, unless the agent said others. */
export const dater = (
  f: Formulaire,
  maintenant: { readonly jour: string; readonly heure: string },
): Formulaire => (f.recuLe === null ? { ...f, recuLe: maintenant.jour, heure: maintenant.heure } : f)

/** Nothing anyone typed: how and when it came are ours. */
export const estVide = ({
  personne,
  note,
  motif,
  service,
  orientation,
  orientationPrecision,
  apres,
  protection,
}: Formulaire): boolean =>
  personne.choix === 'aucune' &&
  note.trim() === '' &&
  motif === null &&
  service === null &&
  orientation === null &&
  orientationPrecision === '' &&
  apres === null &&
  protection === null

const brouillonLu = z.object({
  canal: z.enum(CANAUX_DE_CONTACT).catch('guichet'),
  motif: z.enum(MOTIFS).nullable().catch(null),
  recuLe: z.string().nullable(),
  heure: z.string().catch(''),
  personne: personneLue.catch(AUCUNE_PERSONNE),
  note: z.string().catch(''),
  service: z.uuid().nullable().catch(null),
  orientation: z.enum(ORIENTATIONS).nullable().catch(null),
  orientationPrecision: z.string().catch(''),
  dureeMinutes: z.int().nullable().catch(null),
  apres: z.enum(APRES).nullable().catch(null),
  suite: z
    .object({
      pourLe: z.string(),
      heure: z.string(),
      dureeMinutes: z.int(),
      avec: z.string(),
      lieu: z.string(),
      telephone: z.string().nullable(),
      agentId: z.uuid().nullable(),
    })
    .catch(SUITE_VIDE),
  protection: z.unknown().transform(protectionLue).catch(null),
})

/** Reads a draft back; what an older version wrote differently is left empty rather than refused. */
export function lireBrouillon(contenu: Readonly<Record<string, unknown>>, vide: Formulaire): Formulaire {
  const lu = brouillonLu.safeParse(contenu['formulaire'])
  return lu.success ? lu.data : vide
}

const nomDe = ({ personne }: Formulaire): string =>
  personne.choix === 'aucune' ? '' : nomComplet(personne.personne)

/** `texte` names the draft on the home, where only its agent sees it. */
export const ecrireBrouillon = (formulaire: Formulaire): Record<string, unknown> => ({
  texte: [nomDe(formulaire), formulaire.note].filter((mot) => mot.trim() !== '').join(' · '),
  formulaire,
})

/** What will become of the contact: what the agent said, or what goes without saying. */
export const apresDe = (f: Formulaire): Apres => f.apres ?? apresParDefaut(f.motif, f.orientation)

/** The promise of this answer, null for the others. */
export const natureDe = (apres: Apres): NatureDeSuite | null =>
  NATURES_DE_SUITE.find((nature) => nature === apres) ?? null

/** The number to call: the one typed, or the one known of the person. */
export const telephoneDe = ({ suite, personne }: Pick<Formulaire, 'suite' | 'personne'>): string =>
  suite.telephone ?? (personne.choix === 'aucune' ? '' : personne.personne.telephone)

/** A promise as it is sent. */
export const enSuiteSaisie = (nature: NatureDeSuite, suite: SuiteEnSaisie, telephone: string) => ({
  nature,
  pourLe: suite.pourLe,
  heure: suite.heure,
  dureeMinutes: suite.dureeMinutes,
  avec: nature === 'rappel' ? '' : suite.avec,
  lieu: nature === 'rappel' ? '' : suite.lieu,
  telephone: nature === 'rappel' ? telephone : '',
  agentId: suite.agentId,
})

type SaisieEnvoyee = Omit<SentInputOf<typeof contract.enregistrer>, 'motif'> & {
  readonly motif: Motif | null
}

/** What is sent, complete or not: the contract says what is missing. `ouvert`: it becomes another dossier at once. */
export function enSaisie(f: Formulaire, brouillonId: string, ouvert: boolean): SaisieEnvoyee {
  const apres = apresDe(f)
  const nature = natureDe(apres)
  return {
    canal: f.canal,
    motif: f.motif,
    recuLe: f.recuLe ?? '',
    heure: f.heure,
    personne: enPersonneChoisie(f.personne),
    note: f.note,
    services: f.service === null ? [] : [f.service],
    orientation: f.orientation,
    orientationPrecision: f.orientationPrecision,
    dureeMinutes: f.dureeMinutes,
    suite: nature === null ? null : enSuiteSaisie(nature, f.suite, telephoneDe(f)),
    clore: apres === 'clore' && !ouvert,
    brouillonId,
    protection: enProtection(f.protection),
  }
}
