import type { Fait } from '#core/echeances/domain/faits.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import { reconstruireEcheances } from '#core/echeances/index.ts'
import { auteurDe } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import type { Ecriture } from './ecriture.ts'
import { noterProchaineEcheance } from './store.ts'
import { type FaitEnregistre, listerFaits } from './store-faits.ts'

/** The rules a type is subject to, every version. */
export const reglesDuType = (type: TypeDeDossier) => REGLES.filter((r) => type.regles.includes(r.code))

const texteDe = (details: unknown, cle: string): string | undefined => {
  const valeur = typeof details === 'object' && details !== null ? Reflect.get(details, cle) : undefined
  return typeof valeur === 'string' ? valeur : undefined
}

/** Recorded facts in the shape deadlines are computed from. */
export function versFaits(faits: readonly FaitEnregistre[]): Fait[] {
  return faits.map((f) => {
    const concerne = texteDe(f.details, 'concerne')
    const jusquAu = texteDe(f.details, 'jusquAu')
    return {
      id: f.id,
      code: f.code,
      survenuLe: jourCivil(f.survenuLe),
      ...(f.survenuA === null ? {} : { survenuA: f.survenuA.toISOString() }),
      ...(f.rectifie === null ? {} : { rectifie: f.rectifie }),
      ...(concerne === undefined ? {} : { concerne }),
      ...(Reflect.get(Object(f.details), 'annule') === true ? { annule: true } : {}),
      ...(jusquAu === undefined ? {} : { jusquAu: jourCivil(jusquAu) }),
    }
  })
}

/** Computes the deadlines again from the facts and keeps their rows, in the transaction of the fact that changed. */
export function actualiserEcheances(e: Ecriture, dossierId: string, type: TypeDeDossier): Promise<void> {
  return recalculerEcheances(e.tx, auteurDe(e), dossierId, type)
}

/** Where days are counted: establishment, zone, code of its calendar. */
export interface Lieu {
  readonly etablissementId: string
  readonly fuseau: string
  readonly calendrier: string
}

/** The same, for a job that works without an agent. */
export async function recalculerEcheances(
  tx: Tx,
  { etablissementId, fuseau, calendrier }: Lieu,
  dossierId: string,
  type: TypeDeDossier,
): Promise<void> {
  const faits = versFaits(await listerFaits(tx, dossierId))
  const regles = reglesDuType(type)
  const a = { dossierId, etablissementId, faits, regles, fuseau, calendrier }
  const echeances = await reconstruireEcheances(tx, a)
  const ouvertes = echeances
    .filter((x) => x.etat === 'ouverte')
    .flatMap((x) => {
      const le = x.limiteLe ?? x.cibleLe
      return le === null ? [] : [{ le, code: x.code }]
    })
    .toSorted((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0))
  await noterProchaineEcheance(tx, dossierId, ouvertes[0] ?? null)
}
