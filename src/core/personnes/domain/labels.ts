import type { CodeDeRefusDeConsentement } from './consentement.ts'
import type { ChampDeFusion, CodeDeRefusDAnnulation, CodeDeRefusDeFusion } from './fusion.ts'
import type { CodeDeRefusDeMatricule, Divergence } from './nir.ts'
import type { Contradiction, Indice, Niveau } from './rapprochement.ts'

/** As written on an envelope, in full when it fits. */
export const CIVILITE = {
  '': { longue: '', courte: '' },
  mme: { longue: 'Madame', courte: 'Mme' },
  m: { longue: 'Monsieur', courte: 'M.' },
} as const satisfies Record<'' | 'mme' | 'm', { readonly longue: string; readonly courte: string }>

/** Why a consent cannot be withdrawn so, and what to do next. */
export const REFUS_DE_CONSENTEMENT = {
  'deja-retire': 'Ce consentement est déjà retiré. Rechargez la page pour voir la date du retrait.',
  'retrait-avant-le-consentement':
    'Le retrait ne peut pas précéder le consentement : vérifiez la date du retrait.',
} as const satisfies Record<CodeDeRefusDeConsentement, string>

/** What is wrong with a number typed as an INS or NIR, and what to check. */
export const REFUS_DE_MATRICULE = {
  longueur: 'Un numéro a quinze caractères : treize, puis les deux chiffres de la clé.',
  forme: 'Ce numéro n’a pas la forme d’un INS : des chiffres seulement, sauf 2A ou 2B pour la Corse.',
  mois: 'Le mois de naissance que porte ce numéro n’existe pas (quatrième et cinquième chiffres).',
  departement: 'Le département que porte ce numéro n’existe pas (sixième et septième caractères).',
  cle: 'La clé ne correspond pas : un chiffre a été mal recopié. Relisez le numéro entier.',
} as const satisfies Record<CodeDeRefusDeMatricule, string>

export const REFUS_D_IDENTIFIER = {
  'pas-un-patient':
    'L’INS identifie la personne soignée : elle s’enregistre pour le patient d’un dossier, jamais pour qui écrit à sa place.',
} as const

export const LIBELLES_DES_DIVERGENCES = {
  'annee-de-naissance': 'l’année de naissance',
  'mois-de-naissance': 'le mois de naissance',
  civilite: 'la civilité',
} as const satisfies Record<Divergence, string>

export const LIBELLES_DES_NIVEAUX = {
  certain: 'La même personne',
  probable: 'Sans doute la même',
  possible: 'Peut-être la même',
  homonyme: 'Homonyme',
} as const satisfies Record<Niveau, string>

/** What two records have in common, after « même » and « mêmes » as they read in a sentence. */
export const LIBELLES_DES_INDICES = {
  ins: 'même INS',
  nom: 'même nom',
  'nom-de-naissance': 'même nom de naissance',
  naissance: 'même date de naissance',
  courriel: 'même courriel',
  telephone: 'même téléphone',
  adresse: 'même adresse',
} as const satisfies Record<Indice, string>

export const LIBELLES_DES_CONTRADICTIONS = {
  naissance: 'dates de naissance différentes',
  prenom: 'prénoms différents',
  nom: 'noms différents',
} as const satisfies Record<Contradiction, string>

/** « même nom, même téléphone, mais dates de naissance différentes ». The name alone is said to prove nothing. */
export function phraseDuRapprochement(r: {
  readonly niveau: Niveau
  readonly indices: readonly Indice[]
  readonly contradictions: readonly Contradiction[]
}): string {
  if (r.niveau === 'homonyme') return 'même nom, rien d’autre ne les rapproche'
  const communs = r.indices.map((indice) => LIBELLES_DES_INDICES[indice]).join(', ')
  const contraires = r.contradictions.map((une) => LIBELLES_DES_CONTRADICTIONS[une]).join(', ')
  return contraires === '' ? communs : `${communs}, mais ${contraires}`
}

export const LIBELLES_DES_CHAMPS = {
  civilite: 'Civilité',
  nom: 'Nom',
  prenom: 'Prénom',
  nomDeNaissance: 'Nom de naissance',
  neeLe: 'Né(e) le',
  courriel: 'Courriel',
  telephone: 'Téléphone',
  adresse: 'Adresse',
  identifiant: 'INS',
} as const satisfies Record<ChampDeFusion, string>

/** Why two records may not become one, and what to do next. */
export const REFUS_DE_FUSION = {
  'avec-soi': 'Une fiche ne se fusionne pas avec elle-même : choisissez l’autre fiche.',
  'identifiants-differents':
    'Ces deux fiches portent des INS différentes : ce sont deux personnes. Si l’une est fausse, corrigez-la d’abord.',
  'motif-requis':
    'Rien de sûr ne rapproche ces deux fiches : écrivez ce qui vous fait dire que c’est la même personne.',
} as const satisfies Record<CodeDeRefusDeFusion, string>

/** Why a merge cannot be undone now, and what to do next. */
export const REFUS_D_ANNULATION = {
  'deja-annulee': 'Cette fusion est déjà annulée. Rechargez la page.',
  'fusionnee-depuis':
    'La fiche gardée a été fusionnée depuis avec une autre : annulez d’abord cette fusion plus récente.',
  'fiche-modifiee-depuis':
    'La fiche a été corrigée depuis la fusion : l’annuler effacerait cette correction. Retirez la personne des dossiers qui ne sont pas les siens.',
  'identifiant-change-depuis':
    'L’INS a changé depuis la fusion : l’annuler effacerait ce changement. Remettez l’INS d’alors, puis annulez.',
  'consentement-change-depuis':
    'Un consentement venu de l’autre fiche a changé depuis la fusion : l’annuler perdrait ce changement.',
  'dossier-change-depuis':
    'Les personnes d’un dossier venu de l’autre fiche ont changé depuis la fusion : remettez-les d’abord comme elles étaient.',
} as const satisfies Record<CodeDeRefusDAnnulation, string>
