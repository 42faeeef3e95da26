import type { CodeDeRefusDeRattacher } from './rattachement.ts'

export const NOM_DE_CORRESPONDANT_PRIS =
  'Un correspondant porte déjà ce nom : modifiez-le, ou précisez celui-ci.'

/** Why a structure cannot hang there, and what to do next. */
export const REFUS_DE_RATTACHER = {
  'pole-a-la-racine': 'Un pôle dépend de l’établissement : ne lui choisissez pas de structure mère.',
  'service-sous-un-pole': 'Un service dépend d’un pôle ou de l’établissement : choisissez un pôle, ou aucun.',
  'uf-sous-un-service': 'Une UF dépend d’un service : choisissez son service.',
  'parent-ferme': 'Cette structure est fermée : rouvrez-la d’abord, ou choisissez-en une autre.',
} as const satisfies Record<CodeDeRefusDeRattacher, string>
