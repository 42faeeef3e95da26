import { jourCivil, joursEntre } from '#core/echeances/domain/jour-civil.ts'
import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import type { LigneDeDossier } from './domain/ligne.ts'
import { lirePriorite } from './domain/priorite.ts'
import type { RegistreDesTypes } from './registre.ts'
import type { DossierListe } from './store-listes.ts'

const LIBELLES: ReadonlyMap<string, string> = new Map(REGLES.map((r) => [r.code, r.libelle]))

type Situation = LigneDeDossier['situation']

/** Late after the day, close within `seuil` calendar days of it. */
export function situationDeLigne(
  le: string | null,
  estClos: boolean,
  aujourdHui: string,
  seuil: number,
): Situation {
  if (le === null || estClos) return 'sans'
  if (le < aujourdHui) return 'depassee'
  return joursEntre(jourCivil(aujourdHui), jourCivil(le)) <= seuil ? 'proche' : 'a-venir'
}

/** A stored row as lists show it: codes worded, situation of the day. */
export function versLigne(
  d: DossierListe,
  registre: RegistreDesTypes,
  aujourdHui: string,
  seuil: number,
): LigneDeDossier {
  const code = d.prochaineEcheanceCode
  return {
    ...d,
    classe: d.classe === 'sensible' ? 'sensible' : 'ordinaire',
    priorite: lirePriorite(d.priorite),
    libelleEtat: registre.obtenir(d.type).etats[d.etat]?.libelle ?? d.etat,
    prochaineEcheance: code === null ? null : (LIBELLES.get(code) ?? code),
    situation: situationDeLigne(d.prochaineEcheanceLe, d.estClos, aujourdHui, seuil),
  }
}
