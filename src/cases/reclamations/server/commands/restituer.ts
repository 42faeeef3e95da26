import { changerDossier, listerFaits, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { listerStructures } from '#core/structures/index.ts'
import { type DependancesDesTaches, interroger } from '#core/taches/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from '../../contract.ts'
import { griefsAExpliquer } from '../../domain/griefs.ts'
import { REFUS } from '../../domain/labels.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { estADire, griefsDeLaReponsePartie, refusDeRestituer } from '../../domain/reponse.ts'
import { griefsDuService, sujetsDeRestitution } from '../../domain/restitution.ts'
import { situationDe } from '../../domain/situation.ts'
import { griefConclu } from '../courriers/griefs-conclus.ts'
import { obtenirReclamation } from '../store.ts'
import { type Grief, listerGriefs } from '../store-griefs.ts'
import { listerMesures } from '../store-mesures.ts'

type Op = typeof contract.restituer

/** Every service addressed has a grief of its own among those ticked: it reads no other. */
function exigerUnGriefParService(
  destinataires: InputOf<Op>['demande']['destinataires'],
  griefsDe: (structureId: string | null) => readonly Grief[],
): void {
  const rang = destinataires.findIndex(({ structureId }) => griefsDe(structureId).length === 0)
  if (rang < 0) return
  throw new AppError('invalid', {
    champs: { [`demande.destinataires.${rang}`]: REFUS['service-sans-grief'] },
  })
}

/** Each service reads what was concluded on its griefs and what changes; open or closed, the complaint was answered first. */
export function restituer({ courriel }: Pick<DependancesDesTaches, 'courriel'>) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, version, demande } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, version)
    await obtenirReclamation(ctx.tx, id)
    ctx.about({ dossierId: id })
    const { griefs } = await listerGriefs(ctx.tx, id)
    const faits = await listerFaits(ctx.tx, id)
    const situation = situationDe(dossier.etat, faits, true)
    refuserSi(refusDeRestituer(situation, griefs.map(griefConclu), griefsDeLaReponsePartie(faits)))
    const choisis = griefsAExpliquer(griefs, entree.griefs)
    if (choisis === null) throw new AppError('invalid', { champs: { sujetIds: REFUS['sans-grief'] } })
    const structures = await listerStructures(ctx.tx)
    const griefsDe = (structureId: string | null) => griefsDuService(choisis, structureId, structures)
    exigerUnGriefParService(demande.destinataires, griefsDe)
    const mesures = (await listerMesures(ctx.tx, id)).filter(estADire)
    const liens = await interroger(ctx, {
      dossierId: id,
      nature: 'restitution',
      demande,
      sujets: (structureId) => sujetsDeRestitution(id, griefsDe(structureId), mesures),
    })
    const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
    return { id, version: nouvelle, liens, courrielIndisponible: courriel.unavailable }
  }
}
