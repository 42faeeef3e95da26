import { nomsDesAgents } from '#core/agents/index.ts'
import { aujourdHui, type Ecriture, obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { listerStructures } from '#core/structures/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { suivreLAttente } from './attente.ts'
import { dernierJour } from './domain/dates.ts'
import { REFUS_DES_TACHES, refusDeLaStructure, refusDuJour } from './domain/rules.ts'
import { type NatureDeTache, SUJETS_MAX } from './domain/tache.ts'
import { indexerTache } from './indexer-tache.ts'
import { noterLeFait } from './noter-fait.ts'
import { type LienOuvert, ouvrirLien } from './ouvrir-lien.ts'
import { refuserLeChamp } from './refuser.ts'
import { insererSujets, insererTache, obtenirTache } from './store.ts'

/** What is to be explained, each with its own answer: a grief, a question. The quoted passage is shown as it is. */
export interface SujetDeTache {
  readonly sujetId: string
  readonly titre: string
  readonly citation: string
}

export interface TacheACreer {
  readonly dossierId: string
  readonly nature: NatureDeTache
  readonly structureId: string | null
  readonly destinataire: { readonly nom: string; readonly fonction: string; readonly courriel: string }
  /** shown on the page and in the message; the number of the dossier when absent */
  readonly objet?: string
  readonly message: string
  readonly pourLe: string
  readonly sujets: readonly SujetDeTache[]
  /** path of the fields in the form, for what is to be corrected */
  readonly champ?: string
}

export interface TacheCreee extends LienOuvert {
  readonly tacheId: string
}

/**
 * Asks something of a service about a dossier of the perimeter: the request, its subjects, the wait, the fact, and a link
 * given back once. Throws `invalid` for a closed or unknown structure, nobody to write to, or a day that cannot be wanted;
 * `not-found` outside the perimeter. The caller has locked the dossier and decides whether its state allows it.
 */
export async function creerTache(e: Ecriture, a: TacheACreer): Promise<TacheCreee> {
  const agent = agentDe(e)
  const jour = aujourdHui(e)
  if (a.sujets.length > SUJETS_MAX) throw new Error('A request has thirty subjects at most')
  refuserLeChamp('demande.pourLe', refusDuJour(a.pourLe, jour, dernierJour(jour)))
  await verifierLeDestinataire(e.tx, a)
  const dossier = await obtenirDossier(e.tx, a.dossierId, null)
  const id = uuidv7(e.now.getTime())
  await insererTache(e.tx, {
    id,
    dossierId: a.dossierId,
    etablissementId: agent.etablissementId,
    nature: a.nature,
    structureId: a.structureId,
    destinataireNom: a.destinataire.nom.trim(),
    destinataireFonction: a.destinataire.fonction.trim(),
    destinataireCourriel: a.destinataire.courriel.trim(),
    demandeur: (await nomsDesAgents(e.tx, [agent.agentId])).get(agent.agentId) ?? '',
    objet: a.objet ?? `dossier ${dossier.numero}`,
    message: a.message,
    demandeeA: e.now,
    demandeeLe: jour,
    demandeePar: agent.agentId,
    pourLe: a.pourLe,
  })
  await insererSujets(
    e.tx,
    a.sujets.map((sujet, rang) => ({ ...sujet, tacheId: id, rang: rang + 1 })),
  )
  const tache = await obtenirTache(e.tx, id)
  await suivreLAttente(e.tx, tache)
  await indexerTache(e.tx, tache)
  await noterLeFait(e, tache, 'tache-demandee')
  return { tacheId: id, ...(await ouvrirLien(e, tache, jour)) }
}

async function verifierLeDestinataire(tx: Tx, a: TacheACreer): Promise<void> {
  const champ = a.champ ?? 'demande.destinataires'
  if (a.structureId === null) {
    if (a.destinataire.nom.trim() === '')
      throw new AppError('invalid', { champs: { [champ]: REFUS_DES_TACHES['destinataire-manquant'] } })
    return
  }
  const structure = (await listerStructures(tx)).find(({ id }) => id === a.structureId)
  const refus = refusDeLaStructure(structure)
  if (refus === null) return
  const qui = structure === undefined ? '' : `« ${structure.nom} » : `
  throw new AppError('invalid', { champs: { [champ]: `${qui}${REFUS_DES_TACHES[refus.code]}` } })
}
