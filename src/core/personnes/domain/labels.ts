import type { CodeDeRefusDeConsentement } from './consentement.ts'

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
