import {
  creerDossier,
  type DependancesDesDossiers,
  type DossierVerrouille,
  heriterLesConflits,
  inscrireLien,
  obtenirDossier,
  type PersonneDuDossier,
  prendreOrigine,
  protectionHeritee,
  signalerIssue,
  supprimerBrouillonEnBase,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { rattacherPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { estOrale, faitDeReception } from '../../domain/rules.ts'
import { insererReclamation, obtenirReclamation } from '../store.ts'
import { inscrireProvenance } from './noter-provenance.ts'

type Op = typeof contract.enregistrer
type Entree = InputOf<Op>

/** An anonymous complaint has no author; any other needs one to be answered. */
function personnesDe({ auteur, patient, qualite, estAnonyme }: Entree): PersonneDuDossier[] {
  if (!estAnonyme && auteur === null) {
    throw new AppError('invalid', { champs: { auteur: 'Indiquez l’auteur, ou cochez « anonyme ».' } })
  }
  const personnes: PersonneDuDossier[] = []
  if (!estAnonyme && auteur !== null) personnes.push({ role: 'auteur', qualite, personne: auteur })
  if (patient !== null) personnes.push({ role: 'patient', qualite: '', personne: patient })
  return personnes
}

/** The complaint this one follows: of the perimeter, and of the same affair. */
async function precedente(ctx: Contexte, { suiteDe }: Entree): Promise<DossierVerrouille | null> {
  if (suiteDe === null) return null
  await obtenirReclamation(ctx.tx, suiteDe)
  return obtenirDossier(ctx.tx, suiteDe, null)
}

/** A message that was received says its own day; what was said, or typed without it, is confirmed by the agent. */
function refuserLaReception({ canal, receptionOrigine, pieces }: Entree): void {
  if (receptionOrigine !== 'message-recu' || (!estOrale(canal) && pieces.length > 0)) return
  const message =
    'Aucun message reçu n’accompagne cette réclamation : confirmez vous-même sa date de réception.'
  throw new AppError('invalid', { champs: { recuLe: message } })
}

/** Registers a complaint: number, people, narrative, pieces, receipt fact and the deadlines that follow. */
export function enregistrer(dossiers: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: Entree): Promise<OutputOf<Op>> => {
    const { canal, recuLe, receptionOrigine, estAnonyme } = entree
    const orale = estOrale(canal)
    refuserLaReception(entree)
    const origine = await prendreOrigine(ctx, dossiers, entree.origineId)
    const suivie = (await precedente(ctx, entree)) ?? origine
    const { id, numero } = await creerDossier(ctx, reclamation, {
      objet: entree.objet,
      recuLe,
      faits: [
        { code: faitDeReception(canal), survenuLe: recuLe, details: { canal, origine: receptionOrigine } },
      ],
      personnes: personnesDe(entree),
      services: entree.services,
      recit: entree.recit,
      protection: protectionHeritee(entree.protection, suivie),
      ...(suivie === null ? {} : { affaireId: suivie.affaireId }),
    })
    await insererReclamation(ctx.tx, { dossierId: id, canal, receptionOrigine, estAnonyme, estOrale: orale })
    if (entree.provenance !== null)
      await inscrireProvenance(ctx, id, entree.provenance, { recueLe: recuLe, chemin: 'provenance.' })
    if (entree.suiteDe !== null) {
      await inscrireLien(ctx, { id, versId: entree.suiteDe, nature: 'suite-de' })
      await heriterLesConflits(ctx, { de: entree.suiteDe, vers: id })
    }
    await signalerIssue(ctx, dossiers, origine, { id, numero, type: reclamation })
    await rattacherPieces(ctx.tx, ctx.principal, entree.pieces, id)
    if (entree.brouillonId !== null) await supprimerBrouillonEnBase(ctx.tx, entree.brouillonId)
    ctx.about({ dossierId: id })
    return { id, numero }
  }
}
