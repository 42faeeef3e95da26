import {
  type Ecriture,
  enregistrerFait,
  type FaitRectifie,
  listerFaits,
  type Rectification,
} from '#core/dossiers/index.ts'
import { AppError } from '#platform/errors.ts'
import { reclamation } from '../../domain/definition.ts'
import { REFUS_DE_PROVENANCE } from '../../domain/labels.ts'
import { FAITS_DE_DEMANDE, refusDeProvenance } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { dernierFaitDe } from '../../domain/situation.ts'
import { jourDuDepart } from '../../domain/transmission.ts'
import { changerMesure } from '../store-mesures.ts'
import {
  changerProvenance,
  changerTransmission,
  listerProvenances,
  listerTransmissions,
} from '../store-transmissions.ts'

const idDans = ({ details }: Rectification, cle: string): string => String(Object(details)[cle] ?? '')

/** The day a letter of a transmitter arrived: the demand it carried came with it. */
async function transmissionRecueUnAutreJour(e: Ecriture, r: Rectification): Promise<void> {
  const { dossierId, survenuLe, motif } = r
  const provenanceId = idDans(r, 'provenanceId')
  const provenance = (await listerProvenances(e.tx, dossierId)).find(({ id }) => id === provenanceId)
  if (provenance === undefined) return
  const refus = refusDeProvenance(provenance, survenuLe)
  if (refus !== null)
    throw new AppError('invalid', { champs: { survenuLe: REFUS_DE_PROVENANCE[refus.code] } })
  const faits = await listerFaits(e.tx, dossierId)
  const parties = dernierFaitDe(faits, ['explications-envoyees'], ['provenanceId', provenanceId])
  if (parties !== undefined && parties.survenuLe < survenuLe)
    refuserSi({ code: 'explications-deja-parties' }, 'survenuLe')
  await changerProvenance(e.tx, { ...provenance, recueLe: survenuLe })
  const demande = dernierFaitDe(faits, FAITS_DE_DEMANDE, ['provenanceId', provenanceId])
  if (demande === undefined) return
  await enregistrerFait(e, dossierId, reclamation, {
    code: demande.code,
    survenuLe,
    details: Object(demande.details),
    rectifie: demande.id,
    motif,
  })
}

const FINS_D_UNE_TOTALE = ['demande-transmise', 'reclamation-orientee']

/** The day a letter of a transmission left; when both had to, the complaint closed with the later one. */
async function transmissionPartieUnAutreJour(e: Ecriture, r: Rectification): Promise<void> {
  const { dossierId, code, survenuLe, motif } = r
  const transmissionId = idDans(r, 'transmissionId')
  const jour = code === 'transmission-envoyee' ? { envoyeeLe: survenuLe } : { aviseeLe: survenuLe }
  await changerTransmission(e.tx, transmissionId, jour)
  const fin = dernierFaitDe(await listerFaits(e.tx, dossierId), FINS_D_UNE_TOTALE, [
    'transmissionId',
    transmissionId,
  ])
  if (fin === undefined) return
  const t = (await listerTransmissions(e.tx, dossierId)).find(({ id }) => id === transmissionId)
  const departLe = t === undefined ? null : jourDuDepart(t)
  if (departLe === null || departLe === fin.survenuLe) return
  await enregistrerFait(e, dossierId, reclamation, {
    code: fin.code,
    survenuLe: departLe,
    details: Object(fin.details),
    rectifie: fin.id,
    motif,
  })
}

async function mesureFaiteUnAutreJour(e: Ecriture, r: Rectification): Promise<void> {
  await changerMesure(e.tx, idDans(r, 'mesureId'), { faiteLe: r.survenuLe })
}

const SUITES: Readonly<Record<string, (e: Ecriture, r: Rectification) => Promise<void>>> = {
  'transmission-recue': transmissionRecueUnAutreJour,
  'transmission-envoyee': transmissionPartieUnAutreJour,
  'avis-de-transmission-envoye': transmissionPartieUnAutreJour,
  'orientation-annoncee': transmissionPartieUnAutreJour,
  'mesure-faite': mesureFaiteUnAutreJour,
}

/** The day of a fact of a complaint was corrected: what keeps that day elsewhere follows, or refuses. */
export const faitDeReclamationRectifie: FaitRectifie = async (e, r) => {
  await SUITES[r.code]?.(e, r)
}
