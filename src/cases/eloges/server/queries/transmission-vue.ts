import type { TransmissionVue } from '../../contract-transmission.ts'
import { refusVu } from '../../domain/refuser.ts'
import { refusDAnnuler, refusDeRemettre } from '../../domain/transmission.ts'
import type { TransmissionEnBase } from '../store-transmissions.ts'

/** A transmission as screens show it. */
export const transmissionVue = (t: TransmissionEnBase): TransmissionVue => ({
  id: t.id,
  structure: { id: t.structureId, nom: t.structureNom },
  a: { nom: t.aNom, courriel: t.aCourriel },
  le: t.transmiseLe,
  envoi: t.envoi,
  raison: t.raison,
  estNommee: t.signature !== '',
  remiseLe: t.remiseLe,
  annulation: t.annuleeA === null ? null : { a: t.annuleeA.toISOString(), motif: t.annulationMotif },
  refusDAnnuler: refusVu(refusDAnnuler(t)),
  refusDeRemettre: refusVu(refusDeRemettre(t)),
})
