import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { type CodeDeRefusDAnnulation, refusDAnnuler } from './domain/fusion.ts'
import { REFUS_D_ANNULATION } from './domain/labels.ts'
import { changerPersonne, verrouillerPersonne } from './store.ts'
import { defaireFusion, type FusionVerrouillee, verrouillerFusion } from './store-fusions.ts'
import { ecrireMatriculeEnBase, supprimerMatricule, trouverMatricule } from './store-identifiants.ts'

type Op = typeof contract.annulerFusion

const refuser = (code: CodeDeRefusDAnnulation): AppError =>
  new AppError('refused', { refus: code, message: REFUS_D_ANNULATION[code] })

/** The record that stayed as it is now, once nothing that the merge moved was changed since. */
async function exigerIntacte(ctx: Contexte, fusion: FusionVerrouillee) {
  const gardee = await verrouillerPersonne(ctx.tx, fusion.gardeeId)
  const matricule = await trouverMatricule(ctx.tx, fusion.gardeeId)
  const refus = refusDAnnuler({
    estAnnulee: fusion.annuleeA !== null,
    gardee: gardee === null ? null : { version: gardee.version, matricule },
    versionLaissee: fusion.versionGardee,
    matriculeLaisse: fusion.matriculeApres,
    consentements: fusion.consentements.length,
    consentementsIntacts: fusion.consentementsIntacts,
  })
  if (refus !== null || gardee === null) throw refuser(refus?.code ?? 'fusionnee-depuis')
  return gardee
}

/** Puts the matricule back as it was before the merge. */
async function rendreMatricule(
  ctx: Contexte,
  { gardeeId, matriculeAvant, matriculeApres }: FusionVerrouillee,
) {
  if (matriculeAvant === matriculeApres) return
  const { agentId, etablissementId } = agentDe(ctx)
  if (matriculeAvant === null) return supprimerMatricule(ctx.tx, gardeeId)
  await ecrireMatriculeEnBase(ctx.tx, {
    personneId: gardeeId,
    etablissementId,
    matricule: matriculeAvant,
    enregistreA: ctx.now,
    agentId,
  })
}

/**
 * Undoes a merge exactly: two records again, each with its dossiers, consents and particulars. Refused, with why, when what it
 * moved was changed since. `not-found` when a dossier of the merge is out of the perimeter.
 */
export function annulerFusion(d: DependancesDesPersonnes) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { tx, now } = ctx
    const fusion = await verrouillerFusion(tx, id)
    if (fusion === null) throw new AppError('not-found')
    const { gardeeId, absorbeeId, avant } = fusion
    ctx.about({ objectId: gardeeId, details: { absorbeeId, fusionId: id } })
    const gardee = await exigerIntacte(ctx, fusion)
    const absorbee = { id: absorbeeId, nom: fusion.absorbeeNom, prenom: fusion.absorbeePrenom }
    if (!(await d.revenir(ctx, fusion, { de: absorbee, vers: gardee })))
      throw refuser('dossier-change-depuis')
    await changerPersonne(tx, gardeeId, avant)
    await d.personneCorrigee(tx, gardeeId, gardee, avant)
    await rendreMatricule(ctx, fusion)
    const consentements = fusion.consentements.map((c) => c.id)
    const annuleePar = agentDe(ctx).agentId
    await defaireFusion(tx, { id, absorbeeId, consentements, annuleeA: now, annuleePar })
    return { gardeeId, absorbeeId }
  }
}
