import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { lireLesDeux } from './apercevoir-fusion.ts'
import type { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { composerFusion, refusDeFusionner } from './domain/fusion.ts'
import { REFUS_DE_FUSION } from './domain/labels.ts'
import { rapprocher } from './domain/rapprochement.ts'
import { changerPersonne, verrouillerPersonne } from './store.ts'
import { donnerConsentements, inscrireFusion } from './store-fusions.ts'
import { ecrireMatriculeEnBase } from './store-identifiants.ts'
import type { PersonneComparable } from './store-rapprochements.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.fusionner
type Entree = InputOf<Op>

/** Locked in one order whoever asks, so that two merges of the same records wait for each other. */
async function verrouillerLesDeux(ctx: Contexte, { id, autreId, version, autreVersion }: Entree) {
  const ids = [id, autreId].toSorted()
  for (const une of ids) {
    const lue = await verrouillerPersonne(ctx.tx, une)
    if (lue === null) throw new AppError('not-found')
    if (lue.version !== (une === id ? version : autreVersion))
      throw new AppError('stale', { actuel: versPersonneVue(lue) })
  }
}

function exigerFusion(entree: Entree, gardee: PersonneComparable, absorbee: PersonneComparable): void {
  const refus = refusDeFusionner({
    ids: [entree.id, entree.autreId],
    matricules: [gardee.comparable.matricule, absorbee.comparable.matricule],
    rapprochement: rapprocher(gardee.comparable, absorbee.comparable),
    motif: entree.motif,
  })
  if (refus?.code === 'motif-requis')
    throw new AppError('invalid', { champs: { motif: REFUS_DE_FUSION['motif-requis'] } })
  if (refus !== null)
    throw new AppError('refused', { refus: refus.code, message: REFUS_DE_FUSION[refus.code] })
}

/**
 * Makes two records one, as an agent chose field by field: dossiers and consents of the other come to the one that stays. Only
 * what the agent sees moves: a record that is also in a hidden dossier stays there as it is. Undone by `annulerFusion`.
 */
export function fusionner(d: DependancesDesPersonnes) {
  return async (ctx: Contexte, entree: Entree): Promise<OutputOf<Op>> => {
    const { tx, now } = ctx
    const { id, autreId, choix } = entree
    const { agentId, etablissementId } = agentDe(ctx)
    if (id === autreId)
      throw new AppError('refused', { refus: 'avec-soi', message: REFUS_DE_FUSION['avec-soi'] })
    await verrouillerLesDeux(ctx, entree)
    const { gardee, absorbee } = await lireLesDeux(ctx, entree)
    exigerFusion(entree, gardee, absorbee)
    const avant = gardee.personne
    const apres = { ...avant, ...composerFusion(avant, absorbee.personne, choix) }
    const saisie = saisieDe(apres)
    const version = await changerPersonne(tx, id, saisie)
    await d.personneCorrigee(tx, id, avant, apres)
    const matriculeAvant = gardee.comparable.matricule
    const matriculeApres = matriculeRetenu(gardee, absorbee, choix.identifiant)
    if (matriculeApres !== null && matriculeApres !== matriculeAvant)
      await ecrireMatriculeEnBase(tx, {
        personneId: id,
        etablissementId,
        matricule: matriculeApres,
        enregistreA: now,
        agentId,
      })
    const consentements = await donnerConsentements(tx, autreId, id)
    const demenagement = await d.demenager(ctx, absorbee.personne, apres)
    const fusionId = uuidv7(now.getTime())
    ctx.about({
      objectId: id,
      details: { absorbeeId: autreId, fusionId, dossiers: demenagement.deplacements.length },
    })
    await inscrireFusion(tx, {
      ...demenagement,
      id: fusionId,
      etablissementId,
      gardeeId: id,
      absorbeeId: autreId,
      absorbeeNom: absorbee.personne.nom,
      absorbeePrenom: absorbee.personne.prenom,
      motif: entree.motif.trim(),
      avant: saisieDe(avant),
      matriculeAvant,
      matriculeApres,
      versionGardee: version,
      consentements,
      faiteA: now,
      agentId,
    })
    return { fusionId, version }
  }
}

/** What an agent enters of someone, out of what is read. */
function saisieDe(p: PersonneComparable['personne']) {
  const { id: _id, version: _version, nombreDeDossiers: _nombre, ...saisie } = p
  return saisie
}

/** One of them at most differs from nothing: two different ones were refused before. */
const matriculeRetenu = (
  gardee: PersonneComparable,
  absorbee: PersonneComparable,
  cote: 'gardee' | 'absorbee',
): string | null => (cote === 'absorbee' ? absorbee.comparable.matricule : gardee.comparable.matricule)
