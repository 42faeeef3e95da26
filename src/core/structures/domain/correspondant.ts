/** What kind of correspondent it is: what a letter to it may be based on. */
export const NATURES_DE_CORRESPONDANT = [
  'ars',
  'defenseur-des-droits',
  'etablissement',
  'administration',
  'autre',
] as const
export type NatureDeCorrespondant = (typeof NATURES_DE_CORRESPONDANT)[number]

export const LIBELLES_DES_CORRESPONDANTS = {
  ars: 'Agence régionale de santé (ARS)',
  'defenseur-des-droits': 'Défenseur des droits',
  etablissement: 'Autre établissement (du GHT ou non)',
  administration: 'Autre administration',
  autre: 'Autre',
} as const satisfies Record<NatureDeCorrespondant, string>
