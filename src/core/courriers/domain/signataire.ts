/** Someone who may sign letters, under a delegation. */
export interface Signataire {
  readonly id: string
  readonly agentId: string | null
  readonly nom: string
  readonly qualite: string
  readonly delegation: string
  readonly depuis: string
  readonly jusquAu: string | null
  /** codes of the letters; null for all of them */
  readonly codes: readonly string[] | null
  readonly closLe: string | null
}

/** True when this delegation stands on that day, whatever the letter. */
export const estEnVigueur = (s: Signataire, jour: string): boolean =>
  s.depuis <= jour && (s.jusquAu === null || s.jusquAu >= jour) && (s.closLe === null || s.closLe > jour)

/** The day a delegation no longer signs, replaced today by one that begins on `depuis`: until then it still does. */
export const finDeLaRemplacee = (depuis: string, aujourdHui: string): string =>
  depuis <= aujourdHui ? aujourdHui : depuis

/** True when it lets this letter be signed on that day. */
export const peutSigner = (s: Signataire, code: string, jour: string): boolean =>
  estEnVigueur(s, jour) && (s.codes === null || s.codes.includes(code))

/** Those under which this letter may have been signed on that day: closed or over since, they count; given after, they do not. */
export const signatairesDuJour = <S extends Signataire>(
  signataires: readonly S[],
  code: string,
  jour: string,
): readonly S[] => signataires.filter((s) => peutSigner(s, code, jour))

/** The delegation an agent signs this letter under that day, the last given first; null without one. */
export const delegationDe = (
  signataires: readonly Signataire[],
  agentId: string,
  code: string,
  jour: string,
): Signataire | null =>
  signataires.findLast((s) => s.agentId === agentId && peutSigner(s, code, jour)) ?? null
