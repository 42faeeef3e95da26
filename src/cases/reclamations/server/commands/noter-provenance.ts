import {
  aujourdHui,
  changerDossier,
  type Ecriture,
  enregistrerFait,
  enregistrerFaitSeul,
  type FaitEnregistre,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract, ProvenanceSaisie } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { REFUS_DE_PROVENANCE } from '../../domain/labels.ts'
import { FAITS_DE_DEMANDE, faitDeDemande, passageEnMots, refusDeProvenance } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi } from '../../domain/rules.ts'
import { dernierFaitDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'
import { changerProvenance, insererProvenance, listerProvenances } from '../store-transmissions.ts'

type Op = typeof contract.noterProvenance

function exigerProvenance(p: ProvenanceSaisie, recueLe: string, chemin: string): void {
  const refus = refusDeProvenance(p, recueLe)
  if (refus === null) return
  throw new AppError('invalid', { champs: { [`${chemin}${refus.champ}`]: REFUS_DE_PROVENANCE[refus.code] } })
}

const precisionDe = (p: ProvenanceSaisie): string =>
  p.reference === '' ? passageEnMots(p) : `${passageEnMots(p)} (réf. ${p.reference})`

/** The demand for explanations as a fact: its day is a deadline, and a change of it rectifies the first. */
async function noterLaDemande(
  e: Ecriture,
  dossierId: string,
  provenance: ProvenanceSaisie & { readonly id: string; readonly recueLe: string },
  actuelle: FaitEnregistre | undefined,
): Promise<void> {
  const code = faitDeDemande(provenance.nature)
  const jusquAu = provenance.explicationsPourLe
  const voulue = code !== null && jusquAu !== null ? { code, jusquAu } : null
  const memeCode = actuelle !== undefined && voulue?.code === actuelle.code
  const memeJour = actuelle?.survenuLe === provenance.recueLe
  if (memeCode && memeJour && Object(actuelle.details).jusquAu === voulue?.jusquAu) return
  const details = { provenanceId: provenance.id }
  const motif = 'Le jour demandé a été corrigé avec la provenance.'
  if (actuelle !== undefined && !memeCode) {
    await enregistrerFait(e, dossierId, reclamation, {
      code: actuelle.code,
      survenuLe: actuelle.survenuLe,
      details: { ...details, annule: true },
      rectifie: actuelle.id,
      motif,
    })
  }
  if (voulue === null) return
  await enregistrerFait(e, dossierId, reclamation, {
    code: voulue.code,
    survenuLe: provenance.recueLe,
    details: {
      ...details,
      jusquAu: voulue.jusquAu,
      precision: `pour le ${formaterJour(jourCivil(voulue.jusquAu))}`,
    },
    ...(memeCode ? { rectifie: actuelle.id, motif } : {}),
  })
}

/** Records who handed a complaint over, with the demand it carries. `chemin`: where its fields are in the form. */
export async function inscrireProvenance(
  e: Ecriture,
  dossierId: string,
  saisie: ProvenanceSaisie,
  { recueLe, chemin }: { readonly recueLe: string; readonly chemin: string },
): Promise<void> {
  exigerProvenance(saisie, recueLe, chemin)
  const provenance = { ...saisie, id: uuidv7(e.now.getTime()), recueLe }
  await insererProvenance(e.tx, {
    ...provenance,
    dossierId,
    enregistreeA: e.now,
    enregistreePar: agentDe(e).agentId,
  })
  await enregistrerFaitSeul(e, dossierId, {
    code: 'transmission-recue',
    survenuLe: recueLe,
    details: { provenanceId: provenance.id, precision: precisionDe(saisie) },
  })
  await noterLaDemande(e, dossierId, provenance, undefined)
}

/** The fact that tells the arrival of its letter says the day that is kept now. */
async function redaterLArrivee(
  e: Ecriture,
  dossierId: string,
  faits: readonly FaitEnregistre[],
  { provenanceId, recueLe }: { readonly provenanceId: string; readonly recueLe: string },
): Promise<void> {
  const arrivee = dernierFaitDe(faits, ['transmission-recue'], ['provenanceId', provenanceId])
  if (arrivee === undefined || arrivee.survenuLe === recueLe) return
  await enregistrerFaitSeul(e, dossierId, {
    code: arrivee.code,
    survenuLe: recueLe,
    details: Object(arrivee.details),
    rectifie: arrivee.id,
    motif: 'Le jour a été corrigé avec la provenance.',
  })
}

/** Says afterwards who handed a complaint over, or corrects it: silence is counted again from there (CRPA L114-3). */
export async function noterProvenance(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, version, provenanceId, recueLe, ...saisie } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id, details: { nature: saisie.nature } })
  refuserSi(refusDeDateDEnvoi(recueLe, dossier.recuLe, aujourdHui(ctx)), 'recueLe')
  if (provenanceId === null) {
    await inscrireProvenance(ctx, id, saisie, { recueLe, chemin: '' })
    return { id, version: await changerDossier(ctx.tx, id, {}, ctx.now) }
  }
  const connues = await listerProvenances(ctx.tx, id)
  if (!connues.some((p) => p.id === provenanceId)) throw new AppError('not-found')
  exigerProvenance(saisie, recueLe, '')
  await changerProvenance(ctx.tx, { ...saisie, id: provenanceId, recueLe })
  const faits = await listerFaits(ctx.tx, id)
  const demande = dernierFaitDe(faits, FAITS_DE_DEMANDE, ['provenanceId', provenanceId])
  const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'provenance-completee',
    survenuLe: aujourdHui(ctx),
    details: { provenanceId, precision: precisionDe(saisie) },
  })
  await redaterLArrivee(ctx, id, faits, { provenanceId, recueLe })
  await noterLaDemande(ctx, id, { ...saisie, id: provenanceId, recueLe }, demande)
  return { id, version: nouvelle }
}
