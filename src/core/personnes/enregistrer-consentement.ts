import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { calculerJour, insererConsentement, situerPersonne } from './store-consentements.ts'

type Op = typeof contract.enregistrerConsentement

const aucunAVenir = { donneLe: 'La date du consentement est dans l’avenir.' }
const horsDuDossier = { dossierId: 'Cette personne n’est pas dans ce dossier. Ajoutez-l’y d’abord.' }

/** Records a consent given by a person (CSP L1112-3, R1112-93): before any medical data is opened to someone. */
export async function enregistrerConsentement(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { agentId, fuseau } = agentDe(ctx)
  const { id: personneId, dossierId, objet, forme, donneLe } = entree
  const { estConnue, estDansLeDossier } = await situerPersonne(ctx.tx, personneId, dossierId)
  if (!estConnue) throw new AppError('not-found')
  if (!estDansLeDossier) throw new AppError('invalid', { champs: horsDuDossier })
  if (donneLe > (await calculerJour(ctx.tx, ctx.now, fuseau))) {
    throw new AppError('invalid', { champs: aucunAVenir })
  }
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ objectId: id, details: { objet, forme }, ...(dossierId === null ? {} : { dossierId }) })
  const consentement = { id, personneId, dossierId, objet, forme, donneLe, agentId }
  await insererConsentement(ctx.tx, { ...consentement, enregistreA: ctx.now })
  return { id }
}
