import { jourCivil, joursEntre } from '#core/echeances/domain/jour-civil.ts'

/** Past a year nobody remembers why. */
export const MISE_DE_COTE_MAX_JOURS = 365

export type RefusDeMiseDeCote = 'dossier-clos' | 'deja-passe' | 'trop-loin' | 'en-retard' | 'apres-l-echeance'

export const REFUS_DE_MISE_DE_COTE = {
  'dossier-clos': 'Ce dossier est clos : il n’est plus dans vos listes.',
  'deja-passe': 'Choisissez un jour à venir.',
  'trop-loin': 'Un an au plus.',
  'en-retard': 'Une échéance est dépassée : ce dossier reste en vue.',
  'apres-l-echeance': 'Une échéance tombe avant ce jour : le dossier doit être revenu d’ici là.',
} as const satisfies Record<RefusDeMiseDeCote, string>

/** Why a dossier cannot be put aside until a day, or null. A deadline is never hidden: it comes back on that day at the latest. */
export function refusDeMettreDeCote(
  dossier: { readonly estClos: boolean; readonly prochaineEcheanceLe: string | null },
  jusquAu: string,
  aujourdHui: string,
): { readonly code: RefusDeMiseDeCote } | null {
  const { estClos, prochaineEcheanceLe: echeance } = dossier
  if (estClos) return { code: 'dossier-clos' }
  if (jusquAu <= aujourdHui) return { code: 'deja-passe' }
  if (joursEntre(jourCivil(aujourdHui), jourCivil(jusquAu)) > MISE_DE_COTE_MAX_JOURS)
    return { code: 'trop-loin' }
  if (echeance === null) return null
  if (echeance < aujourdHui) return { code: 'en-retard' }
  return jusquAu > echeance ? { code: 'apres-l-echeance' } : null
}
