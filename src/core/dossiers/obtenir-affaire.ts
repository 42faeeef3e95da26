import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { ROLES_DANS_LE_DOSSIER } from '#core/personnes/contract.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { aujourdHui } from './ecriture.ts'
import { situationDeLigne } from './lignes.ts'
import { listerEcheancesDAffaire, listerPersonnesDAffaire, trouverAffaire } from './store-affaires.ts'

type Op = typeof contract.obtenirAffaire

const LIBELLES: ReadonlyMap<string, string> = new Map(REGLES.map((r) => [r.code, r.libelle]))

const civilite = (lue: string): '' | 'mme' | 'm' => (lue === 'mme' || lue === 'm' ? lue : '')

/** An affaire with the people and the deadlines of those of its dossiers one sees. Four statements. */
export async function obtenirAffaire(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const affaire = await trouverAffaire(ctx.tx, id)
  if (affaire === null) throw new AppError('not-found')
  ctx.about({ objectId: id })
  const personnes = await listerPersonnesDAffaire(ctx.tx, id)
  const echeances = await listerEcheancesDAffaire(ctx.tx, id)
  const seuil = (await lireReglages(ctx.tx, agentDe(ctx).etablissementId))['echeances.seuil-proche']
  const jour = aujourdHui(ctx)
  return {
    ...affaire,
    creeeA: affaire.creeeA.toISOString(),
    personnes: personnes.map((p) => ({
      ...p,
      civilite: civilite(p.civilite),
      roles: p.roles.map(({ role, numero }) => ({
        role: ROLES_DANS_LE_DOSSIER.find((un) => un === role) ?? 'temoin',
        numero,
      })),
    })),
    echeances: echeances.map((e) => ({
      ...e,
      libelle: LIBELLES.get(e.code) ?? e.code,
      situation: situationDeLigne(e.limiteLe, false, jour, seuil),
    })),
  }
}
