/** The closed table of errors a caller may receive: code → HTTP status and French title. Anything else is a 500. */
export const ERRORS = {
  unauthenticated: {
    status: 401,
    title: 'Votre session est terminée. Reconnectez-vous : votre saisie est conservée.',
  },
  forbidden: { status: 403, title: 'Votre rôle ne permet pas cette action.' },
  'not-found': { status: 404, title: 'Introuvable, ou hors de votre périmètre.' },
  refused: { status: 409, title: 'Cette action n’est pas possible maintenant.' },
  stale: { status: 409, title: 'Quelqu’un a modifié ce dossier entre-temps.' },
  'too-large': { status: 413, title: 'Le fichier dépasse la taille permise.' },
  invalid: { status: 422, title: 'Certains champs sont à corriger.' },
  'too-many': { status: 429, title: 'Trop d’essais. Patientez quelques minutes avant de recommencer.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

/** What travels with an error: the domain's refusal code, one sentence per field, or both values of a conflict. */
export interface ErrorDetails {
  /** domain refusal code, worded by the module's labels */
  readonly refus?: string
  /** French sentence shown as is, when the screen has no better wording */
  readonly message?: string
  /** field path → French sentence */
  readonly champs?: Readonly<Record<string, string>>
  /** current state, for a conflict */
  readonly actuel?: unknown
}

/** An expected failure. Thrown by commands and queries, turned once into a problem document by the transport. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.refus === undefined ? code : `${code}: ${details.refus}`)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
