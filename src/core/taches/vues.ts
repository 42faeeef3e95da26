import { type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { listerPiecesDesTaches, type PieceDeTache } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DemandeRecue, TacheVue } from './contract.ts'
import { relanceProposee } from './domain/dates.ts'
import { EMPECHEMENT, pourquoiDe } from './domain/labels.ts'
import { type Moyens, suiteDe } from './domain/relance-automatique.ts'
import { REFUS_DES_TACHES, refusSiFinie } from './domain/rules.ts'
import {
  listerRelances,
  listerSujets,
  type RelanceEnBase,
  type SujetEnBase,
  type TacheEnBase,
} from './store.ts'
import { type EchecDeRelance, type LiensDeTache, listerLiens } from './store-liens.ts'

/** What hangs on requests, read for all of them at once. */
export interface Details {
  readonly sujets: readonly SujetEnBase[]
  readonly pieces: readonly PieceDeTache[]
}

export interface DetailsDuService extends Details {
  readonly relances: readonly RelanceEnBase[]
  readonly liens: ReadonlyMap<string, LiensDeTache>
}

/** Two statements, whatever the number of requests. */
export async function lireDetails(tx: Tx, taches: readonly TacheEnBase[]): Promise<Details> {
  const ids = taches.map(({ id }) => id)
  return { sujets: await listerSujets(tx, ids), pieces: await listerPiecesDesTaches(tx, ids) }
}

/** Four statements. */
export async function lireTousLesDetails(tx: Tx, taches: readonly TacheEnBase[]): Promise<DetailsDuService> {
  const ids = taches.map(({ id }) => id)
  return {
    ...(await lireDetails(tx, taches)),
    relances: await listerRelances(tx, ids),
    liens: await listerLiens(tx, ids),
  }
}

/** A piece as screens show it under its request. */
export const sansTache = ({
  id,
  nom,
  taille,
}: PieceDeTache): { id: string; nom: string; taille: number } => ({
  id,
  nom,
  taille,
})

type Commun = Omit<DemandeRecue, 'brouillon' | 'aLaPlaceDe'>

/** What the department and the service both see of a request. */
export function vueCommune(tache: TacheEnBase, details: Details): Commun {
  const { structureId, structureNom, structureFermeLe } = tache
  const estRepondue = tache.etat === 'repondue'
  return {
    id: tache.id,
    dossierId: tache.dossierId,
    nature: tache.nature,
    structure:
      structureId === null ? null : { id: structureId, nom: structureNom ?? '', fermeLe: structureFermeLe },
    destinataire: {
      nom: tache.destinataireNom,
      fonction: tache.destinataireFonction,
      courriel: tache.destinataireCourriel,
    },
    demandeur: tache.demandeur,
    objet: tache.objet,
    message: tache.message,
    demandeeLe: tache.demandeeLe,
    pourLe: tache.pourLe,
    etat: tache.etat,
    version: tache.version,
    sujets: details.sujets
      .filter(({ tacheId }) => tacheId === tache.id)
      .map(({ sujetId, rang, titre, citation, reponse }) => ({ sujetId, rang, titre, citation, reponse })),
    reponse: tache.reponse,
    repondueA: tache.repondueA?.toISOString() ?? null,
    repondant: estRepondue ? { nom: tache.repondantNom, fonction: tache.repondantFonction } : null,
    parLien: estRepondue && tache.reponduePar === null,
    pieces: details.pieces.filter(({ tacheId }) => tacheId === tache.id).map(sansTache),
  }
}

export interface Moment {
  readonly aujourdHui: JourCivil
  readonly maintenant: Date
  /** what the chase looks at */
  readonly moyens: Moyens
  readonly dossierEstClos: boolean
}

type RelanceAutomatique = NonNullable<TacheVue['relanceAutomatique']>

/** What the chase does next of a waiting request. */
function relanceAutomatiqueDe(
  tache: TacheEnBase,
  relances: readonly RelanceEnBase[],
  { moment, echec }: { moment: Moment; echec: EchecDeRelance | null },
): RelanceAutomatique | null {
  const { moyens, dossierEstClos } = moment
  if (tache.etat !== 'demandee') return null
  const jours = { demandeeLe: jourCivil(tache.demandeeLe), pourLe: jourCivil(tache.pourLe) }
  const estSuspendue = tache.relancesSuspenduesA !== null
  const suite = suiteDe({ ...tache, ...jours, relances, estSuspendue, dossierEstClos }, moyens)
  const rate =
    echec === null ? null : { niveau: echec.niveau, le: echec.jour, a: echec.a, raison: echec.raison }
  if ('empechement' in suite) {
    const code = suite.empechement
    return { prochaine: null, empechement: { code, message: EMPECHEMENT[code] }, echec: rate }
  }
  const { prochaine } = suite
  const { niveau, le } = prochaine
  return {
    prochaine: { niveau, le, pourquoi: pourquoiDe(prochaine, moyens.cibles) },
    empechement: null,
    echec: rate,
  }
}

/** A request with its reminders, its link and what may still be done about it. */
export function vueDuService(tache: TacheEnBase, details: DetailsDuService, moment: Moment): TacheVue {
  const relances = details.relances.filter(({ tacheId }) => tacheId === tache.id)
  const fini = refusSiFinie(tache.etat)
  const { expireA = null, envois = [], echec = null } = details.liens.get(tache.id) ?? {}
  const jours = { demandeeLe: jourCivil(tache.demandeeLe), pourLe: jourCivil(tache.pourLe), relances }
  return {
    ...vueCommune(tache, details),
    annulation:
      tache.annuleeA === null ? null : { a: tache.annuleeA.toISOString(), motif: tache.annulationMotif },
    relances: relances.map(({ niveau, faiteLe, aNom, envoi, estAutomatique }) => ({
      ...{ niveau, faiteLe, a: aNom, envoi, estAutomatique },
    })),
    relanceAutomatique: relanceAutomatiqueDe(tache, relances, {
      moment,
      echec,
    }),
    suspension:
      tache.relancesSuspenduesA === null
        ? null
        : { a: tache.relancesSuspenduesA.toISOString(), motif: tache.relancesSuspenduesMotif },
    relanceProposee:
      fini === null && tache.relancesSuspenduesA === null
        ? relanceProposee(jours, moment.moyens.cibles, moment.aujourdHui)
        : null,
    lienJusquA: expireA !== null && expireA > moment.maintenant ? expireA.toISOString() : null,
    liensEnvoyes: envois.map(({ a, tenteA, envoi }) => ({ a, le: new Date(tenteA).toISOString(), envoi })),
    refus: fini === null ? null : { code: fini.code, message: REFUS_DES_TACHES[fini.code] },
  }
}
