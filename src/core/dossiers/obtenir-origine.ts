import type { Contexte } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { CANAUX, type Canal } from './domain/canal.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { obtenirDossier } from './store.ts'
import { type FaitEnregistre, listerFaits } from './store-faits.ts'
import { dernierRecit } from './store-recits.ts'

type Op = typeof contract.obtenirOrigine

/** The channel is said by the fact of receipt, whatever the type. */
function canalDe(faits: readonly FaitEnregistre[], receptions: readonly string[]): Canal | null {
  const reception = faits.find(({ code }) => receptions.includes(code))
  const canal: unknown = Reflect.get(Object(reception?.details), 'canal')
  return CANAUX.find((connu) => connu === canal) ?? null
}

/** What a dossier opened from another one starts with. Four statements. 404 for a type nothing is opened from. */
export function obtenirOrigine(d: DependancesDesDossiers) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await obtenirDossier(ctx.tx, id, null)
    if (!Object.hasOwn(d.issus, dossier.type)) throw new AppError('not-found')
    ctx.about({ dossierId: id })
    const type = d.registre.obtenir(dossier.type)
    const faits = await listerFaits(ctx.tx, id)
    const recit = await dernierRecit(ctx.tx, id)
    const personnes = await listerPersonnesDuDossier(ctx.tx, id)
    return {
      id,
      numero: dossier.numero,
      libelleType: type.libelle,
      recuLe: dossier.recuLe,
      canal: canalDe(faits, type.faitsDeReception),
      recit: recit?.texte ?? '',
      auteur: personnes.find(({ role }) => role === 'auteur') ?? null,
      services: dossier.services,
    }
  }
}
