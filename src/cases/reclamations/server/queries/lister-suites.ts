import { listerDossiersDeLAuteur } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { LIBELLES_DES_ETATS } from '../../domain/labels.ts'
import { ETATS } from '../../domain/model.ts'

type Op = typeof contract.listerSuites

/** Shown at intake: beyond, the person's own page is the place to look. */
const LIMITE = 5

/** Complaints of this very person, never of a homonym. One statement. */
export async function listerSuites(ctx: Contexte, { personneId }: InputOf<Op>): Promise<OutputOf<Op>> {
  ctx.about({ objectId: personneId })
  const dossiers = await listerDossiersDeLAuteur(ctx.tx, {
    personneId,
    type: reclamation.code,
    limite: LIMITE,
  })
  return {
    suites: dossiers.map(({ etat, ...dossier }) => {
      const connu = ETATS.find((e) => e === etat)
      return { ...dossier, libelleEtat: connu === undefined ? etat : LIBELLES_DES_ETATS[connu] }
    }),
  }
}
