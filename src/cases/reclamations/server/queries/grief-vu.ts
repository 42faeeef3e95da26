import type { ReclamationVue } from '../../contract.ts'
import type { GriefVu } from '../../contract-griefs.ts'
import { libelleDuMotif } from '../../domain/typologies.ts'
import type { Grief } from '../store-griefs.ts'

/** A grief as it is sent. Findings and words are working papers until the answer is signed: only for who analyses. */
export const griefVuPar =
  (analyse: boolean) =>
  ({ typologie, ...grief }: Grief): GriefVu => ({
    ...grief,
    motif: libelleDuMotif(grief.motif, typologie),
    ...(analyse ? {} : { constat: null, motivation: '', reponse: '' }),
    retrait: grief.retrait === null ? null : { ...grief.retrait, le: grief.retrait.le.toISOString() },
  })

/** The same in short, for the page of the complaint. */
export const griefResumePar =
  (analyse: boolean) =>
  (grief: Grief): ReclamationVue['griefs'][number] => {
    const { id, rang, motif, service, gravite, intitule, constat, reponse, version } =
      griefVuPar(analyse)(grief)
    return { id, rang, motif, service, gravite, intitule, constat, reponse, version }
  }
