import { aujourdHui, dernierRecit, obtenirDossier } from '#core/dossiers/index.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { nomsDesStructures, obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Download } from '#platform/http/index.ts'
import type { contract } from '../../contract.ts'
import { masquerLesNoms } from '../../domain/accord.ts'
import { SANS_NOM } from '../../domain/labels.ts'
import { moisDe } from '../../domain/mois.ts'
import { composerFiche, type FicheDEloge } from '../courriers/fiche.ts'
import { obtenirEloge } from '../store.ts'
import { listerTransmissions } from '../store-transmissions.ts'
import { lireSignature } from './signature.ts'

type Op = typeof contract.imprimerFiche
type Entree = InputOf<Op>

/** Nine statements. A name agreed to then and taken back since is not printed any more. */
async function lireFiche(
  ctx: ContexteLibre,
  tx: Tx,
  { id, transmissionId }: Entree,
): Promise<FicheDEloge & { readonly numero: string }> {
  const dossier = await obtenirDossier(tx, id, null)
  ctx.about({ dossierId: id, ...(transmissionId === undefined ? {} : { objectId: transmissionId }) })
  const { accord } = await obtenirEloge(tx, id)
  const personnes = await listerPersonnesDuDossier(tx, id)
  const deQui = { dossierId: id, auteur: dossier.auteur, accord, personnes }
  const { signature, noms } = await lireSignature(tx, deQui, aujourdHui(ctx))
  const transmise = (await listerTransmissions(tx, id)).find((t) => t.id === transmissionId)
  if (transmissionId !== undefined && transmise === undefined) throw new AppError('not-found')
  const { nom, serviceNom } = await obtenirEtablissement(tx)
  const texte = transmise?.texte ?? (await dernierRecit(tx, id))?.texte ?? ''
  const equipes = transmise === undefined ? [...(await nomsDesStructures(tx, dossier.services)).values()] : []
  return {
    etablissement: nom,
    service: serviceNom,
    equipe: transmise?.structureNom ?? equipes.join(', '),
    texte: signature === '' ? masquerLesNoms(texte, noms) : texte,
    signature: signature === '' ? SANS_NOM : signature,
    recuEn: moisDe(jourCivil(dossier.recuLe)),
    imprimeeA: ctx.now,
    numero: dossier.numero,
  }
}

/** The sheet of a praise, ready to print: as it was handed on, or as it would be. */
export async function imprimerFiche(ctx: ContexteLibre, entree: Entree): Promise<Download> {
  const { numero, ...fiche } = await ctx.read((tx) => lireFiche(ctx, tx, entree))
  const content = Buffer.from(await composerFiche(fiche))
  return {
    content,
    type: 'application/pdf',
    fileName: `Remerciement ${numero}.pdf`,
    inline: true,
    size: content.length,
  }
}
