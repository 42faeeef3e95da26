import { type JourCivil, jourCivil } from '../jour-civil.ts'
import { REGLES_DES_ACCUSES } from './accuses-de-reception.ts'
import { REGLES_DES_RECLAMATIONS } from './reclamations.ts'
import type { CodeDeRegle, Regle } from './regle.ts'
import { REGLES_DES_TRANSMISSIONS } from './transmissions.ts'

/** The rules by family; `fichier` is the file of this folder that holds them. */
export const FAMILLES_DE_REGLES: readonly {
  readonly fichier: string
  readonly libelle: string
  readonly regles: readonly Regle[]
}[] = [
  { fichier: 'accuses-de-reception.ts', libelle: 'Accusés de réception', regles: REGLES_DES_ACCUSES },
  { fichier: 'reclamations.ts', libelle: 'Réclamations', regles: REGLES_DES_RECLAMATIONS },
  {
    fichier: 'transmissions.ts',
    libelle: 'Transmissions entre administrations',
    regles: REGLES_DES_TRANSMISSIONS,
  },
]

/** Every version of every rule. */
export const REGLES: readonly Regle[] = FAMILLES_DE_REGLES.flatMap(({ regles }) => regles)

/** True when this version of the rule applies to a trigger of that day. */
export function estEnVigueur(regle: Regle, jour: JourCivil): boolean {
  return jourCivil(regle.valideDu) <= jour && (regle.valideAu === null || jour <= jourCivil(regle.valideAu))
}

/** The version of a rule in force on a day, null when there is none. */
export function trouverRegle(
  code: CodeDeRegle,
  jour: JourCivil,
  regles: readonly Regle[] = REGLES,
): Regle | null {
  return regles.find((regle) => regle.code === code && estEnVigueur(regle, jour)) ?? null
}

/** The version of a rule in force on a day; throws when there is none. */
export function obtenirRegle(code: CodeDeRegle, jour: JourCivil, regles: readonly Regle[] = REGLES): Regle {
  const regle = trouverRegle(code, jour, regles)
  if (regle === null) throw new Error(`No rule ${code} in force on ${jour}`)
  return regle
}
