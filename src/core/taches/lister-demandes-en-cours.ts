import { agentDe, type Contexte } from '#core/journal/index.ts'
import { nomsDesStructures } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DemandeEnCours } from './contract-services.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { nomDuDestinataire } from './domain/destinataire.ts'
import { EMPECHEMENT, HORS_STRUCTURE } from './domain/labels.ts'
import { type Moyens, suiteDe } from './domain/relance-automatique.ts'
import { lireMoyens, manqueDe } from './moyens.ts'
import { enDemandeSuivie, listerEnAttenteDe, type TacheEnAttente } from './store-relances.ts'

type Op = typeof contract.listerDemandesEnCours

const MONTREES = 200

function enCours(tache: TacheEnAttente, moyens: Moyens): DemandeEnCours {
  const suite = suiteDe(enDemandeSuivie(tache), moyens)
  const derniere = tache.relances.at(-1)
  const prochaine = 'prochaine' in suite ? suite.prochaine : null
  return {
    id: tache.id,
    dossier: { id: tache.dossierId, ...tache.dossier },
    nature: tache.nature,
    destinataire: tache.destinataireNom === '' ? nomDuDestinataire(tache) : tache.destinataireNom,
    demandeur: tache.demandeur,
    demandeeLe: tache.demandeeLe,
    pourLe: tache.pourLe,
    relance: derniere === undefined ? null : { niveau: derniere.niveau, faiteLe: derniere.faiteLe },
    prochaine: prochaine === null ? null : { niveau: prochaine.niveau, le: prochaine.le },
    empechement: 'empechement' in suite ? EMPECHEMENT[suite.empechement] : null,
  }
}

/** What one service still owes, by wanted day, with what the chase does next of each. Four statements. */
export const listerDemandesEnCours =
  (d: Pick<DependancesDesTaches, 'courriel' | 'adresse'>) =>
  async (ctx: Contexte, { structureId }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const agent = agentDe(ctx)
    const id = structureId === 'aucun' ? null : structureId
    const nom = id === null ? HORS_STRUCTURE : (await nomsDesStructures(ctx.tx, [id])).get(id)
    if (nom === undefined) throw new AppError('not-found')
    const lues = await listerEnAttenteDe(ctx.tx, { ...agent, structureId: id, limite: MONTREES + 1 })
    const moyens = await lireMoyens(ctx.tx, { ...agent, maintenant: ctx.now }, manqueDe(d))
    return {
      nom,
      demandes: lues.slice(0, MONTREES).map((tache) => enCours(tache, moyens)),
      estCoupee: lues.length > MONTREES,
    }
  }
