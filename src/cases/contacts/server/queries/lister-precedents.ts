import { type DependancesDesDossiers, listerDossiersDesPersonnes } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'

type Op = typeof contract.listerPrecedents

/** Under a suggestion there is room for a few; the count is beside the name. */
const PAR_PERSONNE = 4

/** The last dossiers of each of these very people, whatever their type. One statement. */
export function listerPrecedents({ registre }: DependancesDesDossiers) {
  return async (ctx: Contexte, { personnes }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const lus = await listerDossiersDesPersonnes(ctx.tx, personnes, PAR_PERSONNE)
    return {
      precedents: personnes.map((personneId) => ({
        personneId,
        dossiers: lus
          .filter((d) => d.personneId === personneId)
          .map(({ personneId: _elle, etat, ...d }) => ({
            ...d,
            libelleEtat: registre.obtenir(d.type).etats[etat]?.libelle ?? etat,
          })),
      })),
    }
  }
}
