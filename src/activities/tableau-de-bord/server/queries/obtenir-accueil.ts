import {
  aujourdHui,
  compterBrouillons,
  compterOuverts,
  type DependancesDesDossiers,
  type Lecteur,
  listerEcheancesJusquAu,
  listerEnAttente,
  listerNonAssignes,
  versLigne,
} from '#core/dossiers/index.ts'
import { ajouterJours, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { ligneAFaireDe } from '../../domain/a-faire.ts'

const PLAFOND = 1000
const LIGNES_A_FAIRE = 20
const LIGNES_EN_ATTENTE = 8

/** The home: what is late or due, what nobody has taken, what waits. Six statements whatever the number of dossiers. */
export function obtenirAccueil(d: DependancesDesDossiers) {
  return async (ctx: Contexte): Promise<OutputOf<typeof contract.obtenirAccueil>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    const jour = aujourdHui(ctx)
    const lecteur: Lecteur = { agentId, etablissementId, aujourdHui: jour }
    const seuil = (await lireReglages(ctx.tx, etablissementId))['echeances.seuil-proche']
    const horizon = ajouterJours(jourCivil(jour), seuil)
    const urgents = await listerEcheancesJusquAu(ctx.tx, lecteur, horizon, LIGNES_A_FAIRE)
    const libres = await listerNonAssignes(ctx.tx, lecteur, LIGNES_A_FAIRE)
    const enAttente = await listerEnAttente(ctx.tx, lecteur, horizon, LIGNES_EN_ATTENTE)
    const compteurs = await compterOuverts(ctx.tx, lecteur, PLAFOND)
    const dejaCites = new Set(urgents.map((u) => u.id))
    const aFaire = [...urgents, ...libres.filter((l) => !dejaCites.has(l.id))].slice(0, LIGNES_A_FAIRE)
    return {
      aujourdHui: jour,
      compteurs,
      plafond: PLAFOND,
      aFaire: aFaire.map((x) => ligneAFaireDe(versLigne(x, d.registre, jour, seuil), jour)),
      enAttente: enAttente.map((x) => versLigne(x, d.registre, jour, seuil)),
      brouillons: await compterBrouillons(ctx.tx),
    }
  }
}
