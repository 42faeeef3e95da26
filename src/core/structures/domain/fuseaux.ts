/** Zones an establishment may keep its days in: mainland and overseas. */
export const FUSEAUX = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Marigot',
  'America/St_Barthelemy',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
] as const
export type Fuseau = (typeof FUSEAUX)[number]

export const LIBELLES_DES_FUSEAUX: Readonly<Record<Fuseau, string>> = {
  'Europe/Paris': 'Métropole (Paris)',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane (Cayenne)',
  'America/Marigot': 'Saint-Martin',
  'America/St_Barthelemy': 'Saint-Barthélemy',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
  'Pacific/Noumea': 'Nouvelle-Calédonie (Nouméa)',
  'Pacific/Tahiti': 'Polynésie française (Tahiti)',
  'Pacific/Wallis': 'Wallis-et-Futuna',
}
