/** What to do about a deadline, as a verb on a button, by code of its rule. */
const GESTES: Readonly<Record<string, string>> = {
  D01: 'Accuser l’enregistrement',
  D02: 'Accuser réception',
  D03: 'Accuser réception',
  D04: 'Remettre la copie',
  D05: 'Répondre',
  D55: 'Envoyer la transmission',
  D56: 'Répondre à l’ARS',
  D57: 'Répondre au Défenseur des droits',
}

/** The verb for a rule, or null for one that waits for someone else. */
export const gesteDe = (code: string | null): string | null => (code === null ? null : (GESTES[code] ?? null))
