import type { Article } from './regles/regle.ts'

/** The three documents the CRPA prescribes; the electronic one depends on the channel the person used. */
export type CanalDAccuse = 'papier' | 'electronique' | 'enregistrement-electronique'

export const CODES_DE_MENTION = [
  'date-de-reception',
  'designation-du-service',
  'adresse-postale',
  'adresse-electronique',
  'telephone',
  'nature-de-la-decision-implicite',
  'date-de-la-decision-implicite',
  'delais-et-voies-de-recours',
  'attestation-d-acceptation',
  'pieces-manquantes',
  'delai-de-production-des-pieces',
  'effet-de-la-demande-incomplete',
] as const

export type CodeDeMention = (typeof CODES_DE_MENTION)[number]

/** When a mention is due. */
export type ConditionDeMention = 'toujours' | 'rejet' | 'acceptation' | 'incomplete' | 'adresse-existante'

export interface Exigence {
  readonly article: Article
  readonly condition: ConditionDeMention
  /** another mention the text accepts instead */
  readonly ouBien?: CodeDeMention
}

export interface Mention {
  readonly code: CodeDeMention
  readonly libelle: string
  /** absent: the document need not carry it */
  readonly exigences: Readonly<Partial<Record<CanalDAccuse, Exigence>>>
}

const PAPIER = 'CRPA, art. R. 112-5'
const ELECTRONIQUE = 'CRPA, art. R. 112-11-1'
const DEMANDE_INCOMPLETE = 'CRPA, art. L. 114-5'

/**
 * What an acknowledgement must say, by document. The electronic one may give missing papers in a later message
 * (R. 112-11-4), so they are only due on paper.
 * @source CRPA, art. R. 112-5, R. 112-11-1, R. 112-11-2, R. 112-11-4, L. 114-5 — texte consolidé au 3 avril 2026
 */
export const MENTIONS_CRPA = [
  {
    code: 'date-de-reception',
    libelle: 'Date de réception de la demande',
    exigences: {
      papier: { article: PAPIER, condition: 'toujours' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours' },
      'enregistrement-electronique': { article: 'CRPA, art. R. 112-11-2', condition: 'toujours' },
    },
  },
  {
    code: 'designation-du-service',
    libelle: 'Désignation du service chargé du dossier',
    exigences: {
      papier: { article: PAPIER, condition: 'toujours' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours' },
    },
  },
  {
    code: 'adresse-postale',
    libelle: 'Adresse postale du service',
    exigences: { papier: { article: PAPIER, condition: 'toujours' } },
  },
  {
    code: 'adresse-electronique',
    libelle: 'Adresse électronique du service',
    exigences: {
      papier: { article: PAPIER, condition: 'adresse-existante' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours', ouBien: 'adresse-postale' },
    },
  },
  {
    code: 'telephone',
    libelle: 'Numéro de téléphone du service',
    exigences: {
      papier: { article: PAPIER, condition: 'toujours' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours' },
    },
  },
  {
    code: 'nature-de-la-decision-implicite',
    libelle: 'Ce que vaudra le silence : rejet ou acceptation',
    exigences: {
      papier: { article: PAPIER, condition: 'toujours' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours' },
    },
  },
  {
    code: 'date-de-la-decision-implicite',
    libelle: 'Date à laquelle, sans réponse, la demande sera réputée rejetée ou acceptée',
    exigences: {
      papier: { article: PAPIER, condition: 'toujours' },
      electronique: { article: ELECTRONIQUE, condition: 'toujours' },
    },
  },
  {
    code: 'delais-et-voies-de-recours',
    libelle: 'Délais et voies de recours contre la décision implicite de rejet',
    exigences: {
      papier: { article: PAPIER, condition: 'rejet' },
      electronique: { article: ELECTRONIQUE, condition: 'rejet' },
    },
  },
  {
    code: 'attestation-d-acceptation',
    libelle: 'Possibilité d’obtenir l’attestation de décision implicite d’acceptation',
    exigences: {
      papier: { article: PAPIER, condition: 'acceptation' },
      electronique: { article: ELECTRONIQUE, condition: 'acceptation' },
    },
  },
  {
    code: 'pieces-manquantes',
    libelle: 'Liste des pièces et informations manquantes',
    exigences: { papier: { article: DEMANDE_INCOMPLETE, condition: 'incomplete' } },
  },
  {
    code: 'delai-de-production-des-pieces',
    libelle: 'Délai fixé pour les produire',
    exigences: { papier: { article: DEMANDE_INCOMPLETE, condition: 'incomplete' } },
  },
  {
    code: 'effet-de-la-demande-incomplete',
    libelle: 'Effet de la demande incomplète sur le délai de la décision implicite',
    exigences: { papier: { article: DEMANDE_INCOMPLETE, condition: 'incomplete' } },
  },
] as const satisfies readonly Mention[]

/** What the document is about. Silence on a complaint is a rejection (CRPA, art. L. 231-4, 2°): the default. */
export interface ContexteDAccuse {
  readonly silence?: 'rejet' | 'acceptation'
  readonly incomplete?: boolean
  /** false when the service has no electronic address */
  readonly adresseElectronique?: boolean
}

function estDue(condition: ConditionDeMention, contexte: ContexteDAccuse): boolean {
  switch (condition) {
    case 'toujours':
      return true
    case 'rejet':
    case 'acceptation':
      return (contexte.silence ?? 'rejet') === condition
    case 'incomplete':
      return contexte.incomplete === true
    case 'adresse-existante':
      return contexte.adresseElectronique !== false
  }
}

/** The mentions a document must carry, with the article that asks for each. */
export function mentionsExigees(
  canal: CanalDAccuse,
  contexte: ContexteDAccuse = {},
): readonly { readonly mention: Mention; readonly exigence: Exigence }[] {
  return MENTIONS_CRPA.flatMap((mention: Mention) => {
    const exigence = mention.exigences[canal]
    return exigence !== undefined && estDue(exigence.condition, contexte) ? [{ mention, exigence }] : []
  })
}

/** Codes of the mentions still missing, empty when the document is complete. */
export function mentionsManquantes(
  presentes: readonly CodeDeMention[],
  canal: CanalDAccuse,
  contexte: ContexteDAccuse = {},
): readonly CodeDeMention[] {
  return mentionsExigees(canal, contexte)
    .filter(
      ({ mention, exigence }) =>
        !presentes.includes(mention.code) &&
        (exigence.ouBien === undefined || !presentes.includes(exigence.ouBien)),
    )
    .map(({ mention }) => mention.code)
}

export interface RefusDeMentions {
  readonly code: 'mentions-manquantes'
  readonly mentions: readonly CodeDeMention[]
}

/** Refuses an acknowledgement while a mention is missing: sent as is, it would not make the appeal periods run. */
export function refusDeMentions(
  presentes: readonly CodeDeMention[],
  canal: CanalDAccuse,
  contexte: ContexteDAccuse = {},
): RefusDeMentions | null {
  const mentions = mentionsManquantes(presentes, canal, contexte)
  return mentions.length === 0 ? null : { code: 'mentions-manquantes', mentions }
}
