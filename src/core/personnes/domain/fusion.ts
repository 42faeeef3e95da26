import type { Rapprochement } from './rapprochement.ts'

/** What is chosen one by one; the address goes as a whole. */
export const CHAMPS_DE_FUSION = [
  'civilite',
  'nom',
  'prenom',
  'nomDeNaissance',
  'neeLe',
  'courriel',
  'telephone',
  'adresse',
  'identifiant',
] as const
export type ChampDeFusion = (typeof CHAMPS_DE_FUSION)[number]

/** The record that stays, or the one it takes in. */
export const COTES = ['gardee', 'absorbee'] as const
export type Cote = (typeof COTES)[number]
export type Choix = Readonly<Record<ChampDeFusion, Cote>>

interface Adresse {
  readonly complement: string
  readonly voie: string
  readonly lieuDit: string
  readonly codePostal: string
  readonly commune: string
  readonly pays: string
}

export interface Fiche extends Adresse {
  readonly civilite: '' | 'mme' | 'm'
  readonly nom: string
  readonly prenom: string
  readonly nomDeNaissance: string
  readonly neeLe: string | null
  readonly courriel: string
  readonly telephone: string
}

const adresseDe = ({ complement, voie, lieuDit, codePostal, commune, pays }: Adresse): Adresse => ({
  complement,
  voie,
  lieuDit,
  codePostal,
  commune,
  pays,
})

const texteDeLAdresse = (fiche: Adresse): string =>
  Object.values(adresseDe(fiche))
    .filter((partie) => partie !== '')
    .join(', ')

export type FicheEtMatricule = Fiche & { readonly matricule: string | null }

/** What one field holds, as one text; empty when it holds nothing. */
export function valeurDe(champ: ChampDeFusion, fiche: FicheEtMatricule): string {
  switch (champ) {
    case 'adresse':
      return texteDeLAdresse(fiche)
    case 'identifiant':
      return fiche.matricule ?? ''
    case 'neeLe':
      return fiche.neeLe ?? ''
    case 'civilite':
    case 'nom':
    case 'prenom':
    case 'nomDeNaissance':
    case 'courriel':
    case 'telephone':
      return fiche[champ]
  }
}

/** The record that stays keeps what it says; what it does not say comes from the other. */
export const proposerChoix = (gardee: FicheEtMatricule, absorbee: FicheEtMatricule): Choix => {
  const cote = (champ: ChampDeFusion): Cote =>
    valeurDe(champ, gardee) === '' && valeurDe(champ, absorbee) !== '' ? 'absorbee' : 'gardee'
  return Object.fromEntries(CHAMPS_DE_FUSION.map((champ) => [champ, cote(champ)])) as Choix
}

/** The record as it will be. */
export function composerFusion(gardee: Fiche, absorbee: Fiche, choix: Choix): Fiche {
  const de = (champ: ChampDeFusion): Fiche => (choix[champ] === 'gardee' ? gardee : absorbee)
  return {
    civilite: de('civilite').civilite,
    nom: de('nom').nom,
    prenom: de('prenom').prenom,
    nomDeNaissance: de('nomDeNaissance').nomDeNaissance,
    neeLe: de('neeLe').neeLe,
    courriel: de('courriel').courriel,
    telephone: de('telephone').telephone,
    ...adresseDe(de('adresse')),
  }
}

export type CodeDeRefusDeFusion = 'avec-soi' | 'identifiants-differents' | 'motif-requis'

/** Homonyms, and records that contradict each other, are joined for a reason the agent writes. */
export const motifEstRequis = (rapprochement: Rapprochement | null): boolean =>
  rapprochement === null || rapprochement.niveau === 'homonyme' || rapprochement.contradictions.length > 0

/** Why two records may not become one, or null. Two different INS are two people: one is to be corrected first. */
export function refusDeFusionner(a: {
  readonly ids: readonly [string, string]
  readonly matricules: readonly [string | null, string | null]
  readonly rapprochement: Rapprochement | null
  readonly motif: string
}): { readonly code: CodeDeRefusDeFusion } | null {
  const [un, autre] = a.matricules
  if (a.ids[0] === a.ids[1]) return { code: 'avec-soi' }
  if (un !== null && autre !== null && un !== autre) return { code: 'identifiants-differents' }
  return motifEstRequis(a.rapprochement) && a.motif.trim() === '' ? { code: 'motif-requis' } : null
}

export type CodeDeRefusDAnnulation =
  | 'deja-annulee'
  | 'fusionnee-depuis'
  | 'fiche-modifiee-depuis'
  | 'identifiant-change-depuis'
  | 'consentement-change-depuis'
  | 'dossier-change-depuis'

/** What is now, beside what the merge left. */
export interface SituationDeFusion {
  readonly estAnnulee: boolean
  /** null when the record is no longer in the register */
  readonly gardee: { readonly version: number; readonly matricule: string | null } | null
  readonly versionLaissee: number
  readonly matriculeLaisse: string | null
  /** consents that came along, and those of them still there as they came */
  readonly consentements: number
  readonly consentementsIntacts: number
}

/** Why a merge cannot be undone now, or null: it is undone exactly, or not at all. */
export function refusDAnnuler(s: SituationDeFusion): { readonly code: CodeDeRefusDAnnulation } | null {
  if (s.estAnnulee) return { code: 'deja-annulee' }
  if (s.gardee === null) return { code: 'fusionnee-depuis' }
  if (s.gardee.version !== s.versionLaissee) return { code: 'fiche-modifiee-depuis' }
  if (s.gardee.matricule !== s.matriculeLaisse) return { code: 'identifiant-change-depuis' }
  return s.consentements === s.consentementsIntacts ? null : { code: 'consentement-change-depuis' }
}
