export type CodeDeRefusDeConsentement = 'deja-retire' | 'retrait-avant-le-consentement'

/** Why a consent cannot be withdrawn that day, or null. Days are 'YYYY-MM-DD'. @source CSP, art. L. 1112-3, R. 1112-93 */
export function refusDeRetirer(
  consentement: { readonly donneLe: string; readonly retireLe: string | null },
  retireLe: string,
): { readonly code: CodeDeRefusDeConsentement } | null {
  if (consentement.retireLe !== null) return { code: 'deja-retire' }
  return retireLe < consentement.donneLe ? { code: 'retrait-avant-le-consentement' } : null
}
