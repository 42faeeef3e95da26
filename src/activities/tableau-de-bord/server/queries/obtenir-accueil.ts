import {
  type AttenteListee,
  aujourdHui,
  compterBrouillons,
  compterOuverts,
  type DependancesDesDossiers,
  type Lecteur,
  listerAgenda,
  listerAttentes,
  listerEcheancesJusquAu,
  listerNonAssignes,
  situationDeLigne,
  versLigne,
} from '#core/dossiers/index.ts'
import { ajouterJours, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract, LigneAttendue } from '../../contract.ts'
import { ligneAFaireDe } from '../../domain/a-faire.ts'

const PLAFOND = 1000
const LIGNES_A_FAIRE = 20
const LIGNES_EN_ATTENTE = 12
const LIGNES_D_AGENDA = 15

function versAttendue(a: AttenteListee, aujourdHui: string, seuil: number): LigneAttendue {
  const { dossierId: id, type, numero, objet, code, de, pourLe } = a
  const situation = situationDeLigne(pourLe, false, aujourdHui, seuil)
  return { code, de, pourLe, situation, dossier: { id, type, numero, objet } }
}

/** The home: what is late or due, what nobody has taken, who owes what. Eight statements whatever the number of dossiers. */
export function obtenirAccueil(d: DependancesDesDossiers) {
  return async (ctx: Contexte): Promise<OutputOf<typeof contract.obtenirAccueil>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    const jour = aujourdHui(ctx)
    const lecteur: Lecteur = { agentId, etablissementId, aujourdHui: jour }
    const seuil = (await lireReglages(ctx.tx, etablissementId))['echeances.seuil-proche']
    const horizon = ajouterJours(jourCivil(jour), seuil)
    const urgents = await listerEcheancesJusquAu(ctx.tx, lecteur, horizon, LIGNES_A_FAIRE)
    const libres = await listerNonAssignes(ctx.tx, lecteur, LIGNES_A_FAIRE)
    const agenda = await listerAgenda(ctx.tx, lecteur, horizon, LIGNES_D_AGENDA + 1)
    const deMoi = await listerAttentes(ctx.tx, lecteur, 'moi', LIGNES_A_FAIRE)
    const enAttente = await listerAttentes(ctx.tx, lecteur, 'les-autres', LIGNES_EN_ATTENTE)
    const compteurs = await compterOuverts(ctx.tx, lecteur, PLAFOND)
    const dejaCites = new Set(urgents.map((u) => u.id))
    const aFaire = [...urgents, ...libres.filter((l) => !dejaCites.has(l.id))].slice(0, LIGNES_A_FAIRE)
    return {
      aujourdHui: jour,
      compteurs,
      plafond: PLAFOND,
      aFaire: aFaire.map((x) => ligneAFaireDe(versLigne(x, d.registre, jour, seuil), jour)),
      agenda: agenda.slice(0, LIGNES_D_AGENDA).map(({ auteur, heure, agentId: confieA, ...a }) => ({
        ...versAttendue(a, jour, seuil),
        auteur,
        heure,
        estAMoi: confieA === agentId,
      })),
      agendaCoupe: agenda.length > LIGNES_D_AGENDA,
      deMoi: deMoi.map((a) => versAttendue(a, jour, seuil)),
      enAttente: enAttente.map((a) => versAttendue(a, jour, seuil)),
      brouillons: await compterBrouillons(ctx.tx),
    }
  }
}
