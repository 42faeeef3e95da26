import type { Role } from '#core/journal/index.ts'

/** The fictional hospital. Any resemblance to a real one would be a coincidence. */
export const ETABLISSEMENT = {
  nom: 'Centre hospitalier de Valmont-sur-Orge',
  finess: '990000011',
  serviceNom: 'Direction des relations avec les usagers',
  adresse: [
    'CENTRE HOSPITALIER DE VALMONT',
    'RELATIONS AVEC LES USAGERS',
    '12 RUE DES TILLEULS',
    '99120 VALMONT SUR ORGE',
  ],
  courriel: 'usagers@ch-valmont.example',
  telephone: '01 99 00 12 34',
  tribunal: 'Tribunal administratif de Valmont, 3 place du Palais, 99100 Valmont',
} as const

export const SIGNATAIRE = { nom: 'Paul GIRARD', qualite: 'Directeur des relations avec les usagers' } as const

/** Pôles, with their services and the UF of each. */
export const POLES: readonly {
  readonly code: string
  readonly nom: string
  readonly services: readonly {
    readonly code: string
    readonly nom: string
    readonly uf: readonly string[]
  }[]
}[] = [
  {
    code: 'P10',
    nom: 'Pôle urgences et soins critiques',
    services: [
      {
        code: 'S101',
        nom: 'Urgences adultes',
        uf: ['Accueil et orientation', 'Unité d’hospitalisation de courte durée'],
      },
      { code: 'S102', nom: 'Urgences pédiatriques', uf: ['Consultations d’urgence'] },
      { code: 'S103', nom: 'Réanimation', uf: ['Réanimation polyvalente'] },
    ],
  },
  {
    code: 'P20',
    nom: 'Pôle médecine',
    services: [
      { code: 'S201', nom: 'Pneumologie', uf: ['Hospitalisation', 'Explorations fonctionnelles'] },
      { code: 'S202', nom: 'Cardiologie', uf: ['Hospitalisation', 'Soins intensifs'] },
      { code: 'S203', nom: 'Gériatrie', uf: ['Court séjour', 'Soins de suite'] },
    ],
  },
  {
    code: 'P30',
    nom: 'Pôle chirurgie et bloc opératoire',
    services: [
      { code: 'S301', nom: 'Chirurgie orthopédique', uf: ['Hospitalisation', 'Consultations'] },
      { code: 'S302', nom: 'Chirurgie digestive', uf: ['Hospitalisation'] },
      { code: 'S303', nom: 'Chirurgie ambulatoire', uf: ['Accueil du jour'] },
    ],
  },
  {
    code: 'P40',
    nom: 'Pôle femme, mère et enfant',
    services: [
      { code: 'S401', nom: 'Maternité', uf: ['Suites de couches', 'Salle de naissance'] },
      { code: 'S402', nom: 'Pédiatrie', uf: ['Hospitalisation'] },
    ],
  },
  {
    code: 'P50',
    nom: 'Pôle services aux patients',
    services: [
      { code: 'S501', nom: 'Imagerie médicale', uf: ['Scanner', 'IRM'] },
      { code: 'S502', nom: 'Bureau des entrées', uf: ['Admissions', 'Facturation'] },
      { code: 'S503', nom: 'Restauration', uf: ['Cuisine centrale'] },
    ],
  },
]

export interface Personnage {
  readonly identifiant: string
  readonly prenom: string
  readonly nom: string
  readonly fonction: string
  readonly role: Role
  /** code of the pôle or services a chef de service sees */
  readonly services: readonly string[]
  readonly motDePasse: string
}

export const MOT_DE_PASSE = 'valmont-demo-2026'

/** One login per persona, printed at start. */
export const PERSONNAGES: readonly Personnage[] = [
  {
    identifiant: 'camille',
    prenom: 'Camille',
    nom: 'Roux',
    fonction: 'chargée des relations avec les usagers',
    role: 'charge',
    services: [],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'nadia',
    prenom: 'Nadia',
    nom: 'Benali',
    fonction: 'chargée des relations avec les usagers',
    role: 'charge',
    services: [],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'helene',
    prenom: 'Hélène',
    nom: 'Marchand',
    fonction: 'responsable des relations avec les usagers',
    role: 'responsable',
    services: [],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'paul',
    prenom: 'Paul',
    nom: 'Girard',
    fonction: 'directeur des relations avec les usagers',
    role: 'directeur',
    services: [],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'lea',
    prenom: 'Léa',
    nom: 'Fontaine',
    fonction: 'cheffe du service de pneumologie',
    role: 'chef-de-service',
    services: ['S201'],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'marc',
    prenom: 'Marc',
    nom: 'Delorme',
    fonction: 'chef du service de cardiologie',
    role: 'chef-de-service',
    services: ['S202'],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'ines',
    prenom: 'Inès',
    nom: 'Moreau',
    fonction: 'cheffe du pôle médecine',
    role: 'chef-de-service',
    services: ['P20'],
    motDePasse: MOT_DE_PASSE,
  },
  {
    identifiant: 'admin',
    prenom: 'Yann',
    nom: 'Le Goff',
    fonction: 'administrateur',
    role: 'administrateur',
    services: [],
    motDePasse: MOT_DE_PASSE,
  },
]
