import type { Refus } from '#core/dossiers/domain/definition.ts'

/** What became of a message to a team: handed on otherwise, sent, in doubt, or not gone. */
export const ENVOIS = ['a-copier', 'parti', 'incertain', 'echec'] as const
export type Envoi = (typeof ENVOIS)[number]

export interface TransmissionFaite {
  readonly structureId: string
  readonly aCourriel: string
  readonly envoi: Envoi
  readonly estAnnulee: boolean
  readonly estRemise: boolean
}

/** Whether a team has it, or may have: what did not leave counts for nothing. */
export const tient = ({ envoi, estAnnulee }: Pick<TransmissionFaite, 'envoi' | 'estAnnulee'>): boolean =>
  !estAnnulee && envoi !== 'echec'

/**
 * Why a praise cannot go once more to this address, or null. Another team, a corrected address, or a message that did not
 * leave: it may always go again.
 */
export function refusDeTransmettre(
  faites: readonly TransmissionFaite[],
  a: { readonly structureId: string; readonly courriel: string },
): Refus | null {
  const cle = a.courriel.trim().toLowerCase()
  const deja = faites.some(
    (t) => tient(t) && cle !== '' && t.structureId === a.structureId && t.aCourriel.toLowerCase() === cle,
  )
  return deja ? { code: 'deja-transmis' } : null
}

/** Why a transmission cannot be said never to have happened, or null: a message that left is not called back. */
export function refusDAnnuler(t: TransmissionFaite): Refus | null {
  if (t.estAnnulee) return { code: 'deja-annulee' }
  if (t.envoi === 'parti' || t.envoi === 'incertain') return { code: 'deja-partie' }
  return t.estRemise ? { code: 'deja-remise' } : null
}

/** Why the head of a service cannot say it was passed on, or null. */
export function refusDeRemettre(t: TransmissionFaite): Refus | null {
  if (t.estAnnulee) return { code: 'deja-annulee' }
  return t.estRemise ? { code: 'deja-remise' } : null
}
