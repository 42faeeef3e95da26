import {
  aujourdHui,
  changerDossier,
  changerEtat,
  type Ecriture,
  enregistrerFait,
  ensuite,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import { type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { type EtablissementEnBase, listerStructures, obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { messageIdOf, type SendingOutcome } from '#platform/mail/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { eloge } from '../../domain/definition.ts'
import { ENVOI_A_L_EQUIPE, messageALEquipe, SANS_NOM } from '../../domain/labels.ts'
import { moisDe } from '../../domain/mois.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { type Envoi, refusDeTransmettre } from '../../domain/transmission.ts'
import { composerFiche } from '../courriers/fiche.ts'
import type { DependancesDesEloges } from '../queries/obtenir.ts'
import { lireSignature } from '../queries/signature.ts'
import { obtenirEloge } from '../store.ts'
import { insererTransmissions, listerTransmissions, noterEnvoi } from '../store-transmissions.ts'

type Op = typeof contract.transmettre
type Saisi = InputOf<Op>

/** One team, once written down. */
interface Inscrite {
  readonly id: string
  readonly structure: string
  readonly nom: string
  readonly courriel: string
  readonly parCourriel: boolean
}

interface Prete {
  readonly inscrites: readonly Inscrite[]
  readonly etablissement: EtablissementEnBase
  readonly signature: string
  readonly numero: string
  readonly recuLe: JourCivil
}

interface Issue {
  readonly envoi: Envoi
  readonly raison: string | null
}

/**
 * Hands a praise on to teams: each transmission is written down, then sent with its sheet. The praise is forwarded as soon as one
 * team has it, or may have it; what did not leave is told, and the praise waits.
 */
export const transmettre =
  (d: DependancesDesEloges) =>
  async (ctx: ContexteLibre, saisi: Saisi): Promise<OutputOf<Op>> => {
    const prete = await ctx.write((tx) => inscrire({ ...ctx, tx }, saisi))
    const issues = new Map<Inscrite, Issue>()
    for (const une of prete.inscrites) {
      issues.set(une, une.parCourriel ? await envoyer(ctx, d, { prete, une, texte: saisi.texte }) : A_LA_MAIN)
    }
    const version = await ctx.write((tx) => conclure({ ...ctx, tx }, saisi.id, issues))
    return { version, envois: [...issues].map(([{ structure }, issue]) => ({ structure, ...issue })) }
  }

const A_LA_MAIN: Issue = { envoi: 'a-copier', raison: null }

type EcritureLibre = ContexteLibre & { readonly tx: Tx }

async function inscrire(e: EcritureLibre, saisi: Saisi): Promise<Prete> {
  const { id, version, texte } = saisi
  const dossier = await verrouillerDossier(e.tx, id, version)
  const { accord } = await obtenirEloge(e.tx, id)
  e.about({ dossierId: id, details: { equipes: saisi.destinataires.length } })
  const noms = await nomsDesEquipes(e.tx, saisi)
  await refuserLesRedites(e.tx, saisi)
  const personnes = await listerPersonnesDuDossier(e.tx, id)
  const deQui = { dossierId: id, auteur: dossier.auteur, accord, personnes }
  const { signature } = await lireSignature(e.tx, deQui, aujourdHui(e))
  const inscrites = saisi.destinataires.map(({ structureId, nom, courriel, parCourriel }, rang) => ({
    id: uuidv7(e.now.getTime() + rang),
    structureId,
    structure: noms.get(structureId) ?? '',
    nom: nom.trim(),
    courriel,
    parCourriel: parCourriel && courriel !== '',
  }))
  await insererTransmissions(
    e.tx,
    inscrites.map((une) => ({
      id: une.id,
      dossierId: id,
      structureId: une.structureId,
      aNom: une.nom,
      aCourriel: une.courriel,
      texte,
      signature,
      transmiseLe: aujourdHui(e),
      transmiseA: e.now,
      par: agentDe(e).agentId,
      // until the sending has answered: a machine that stops meanwhile leaves a doubt, and says so
      envoi: une.parCourriel ? 'incertain' : 'a-copier',
    })),
  )
  await changerDossier(e.tx, id, {}, e.now)
  const { numero, recuLe } = dossier
  return {
    ...{ inscrites, signature, numero, recuLe: jourCivil(recuLe) },
    etablissement: await obtenirEtablissement(e.tx),
  }
}

async function nomsDesEquipes(tx: Tx, { destinataires }: Saisi): Promise<ReadonlyMap<string, string>> {
  const noms = new Map((await listerStructures(tx)).map(({ id, nom }) => [id, nom]))
  const rang = destinataires.findIndex(({ structureId }) => !noms.has(structureId))
  if (rang < 0) return noms
  throw new AppError('invalid', {
    champs: { [`destinataires.${rang}.structureId`]: 'Ce service n’existe pas dans cet établissement.' },
  })
}

async function refuserLesRedites(tx: Tx, { id, destinataires }: Saisi): Promise<void> {
  const faites = await listerTransmissions(tx, id)
  for (const [rang, { structureId, courriel, parCourriel }] of destinataires.entries())
    if (parCourriel)
      refuserSi(refusDeTransmettre(faites, { structureId, courriel }), `destinataires.${rang}.courriel`)
}

async function envoyer(
  ctx: ContexteLibre,
  { taches: { courriel } }: DependancesDesEloges,
  { prete, une, texte }: { readonly prete: Prete; readonly une: Inscrite; readonly texte: string },
): Promise<Issue> {
  if (courriel.unavailable !== null) return { envoi: 'echec', raison: courriel.unavailable }
  const { etablissement, signature, numero } = prete
  const message = messageALEquipe({
    etablissement: etablissement.nom,
    serviceNom: etablissement.serviceNom,
    telephone: etablissement.telephone,
    equipe: une.structure,
    destinataire: une.nom,
    texte,
    signature,
  })
  const fiche = await composerFiche({
    etablissement: etablissement.nom,
    service: etablissement.serviceNom,
    equipe: une.structure,
    texte,
    signature: signature === '' ? SANS_NOM : signature,
    recuEn: moisDe(prete.recuLe),
    imprimeeA: ctx.now,
  })
  const fin = await courriel.send({
    messageId: messageIdOf(une.id, etablissement.courriel),
    to: { name: une.nom, address: une.courriel },
    subject: message.objet,
    text: message.texte,
    attachments: [{ fileName: `Remerciement ${numero}.pdf`, contentType: 'application/pdf', content: fiche }],
  })
  return issueDe(fin)
}

const issueDe = (fin: SendingOutcome): Issue => {
  switch (fin.outcome) {
    case 'accepted':
      return { envoi: 'parti', raison: null }
    case 'unknown':
      return { envoi: 'incertain', raison: fin.reason }
    case 'refused':
    case 'unreachable':
      return { envoi: 'echec', raison: fin.reason }
  }
}

/** What became of each, and what it makes of the praise. Returns its new version. */
async function conclure(e: Ecriture, id: string, issues: ReadonlyMap<Inscrite, Issue>): Promise<number> {
  const dossier = await verrouillerDossier(e.tx, id, null)
  let rang = 0
  for (const [{ id: transmissionId, structure, parCourriel }, { envoi, raison }] of issues) {
    if (parCourriel) await noterEnvoi(e.tx, transmissionId, { envoi, raison: raison ?? '' })
    if (envoi === 'echec') continue
    await enregistrerFait(ensuite(e, rang), id, eloge, {
      code: 'eloge-transmis',
      survenuLe: aujourdHui(e),
      details: { precision: `${structure}, ${ENVOI_A_L_EQUIPE[envoi]}` },
    })
    rang += 1
  }
  if (rang > 0 && dossier.etat === 'recu') return changerEtat(e, id, eloge, 'transmis')
  return dossier.version
}
