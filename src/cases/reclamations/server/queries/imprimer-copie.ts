import { nomsDesAgents } from '#core/agents/index.ts'
import { LIBELLES_DES_CANAUX } from '#core/dossiers/domain/labels.ts'
import { listerFaits, obtenirDossier, premierRecit } from '#core/dossiers/index.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { Download } from '#platform/http/index.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { estOrale } from '../../domain/rules.ts'
import { composerCopie } from '../courriers/copie-consignation.ts'
import { obtenirReclamation } from '../store.ts'

/** The copy of an oral complaint, ready to print. Refused for a written one. @source CSP, art. R. 1112-91 */
export async function imprimerCopie(
  ctx: ContexteLibre,
  { id }: InputOf<typeof contract.imprimerCopie>,
): Promise<Download> {
  const copie = await ctx.read(async (tx) => {
    const dossier = await obtenirDossier(tx, id, null)
    ctx.about({ dossierId: id })
    const { canal } = await obtenirReclamation(tx, id)
    if (!estOrale(canal)) refuserSi({ code: 'non-orale' })
    const recit = await premierRecit(tx, id)
    const consignation = (await listerFaits(tx, id)).find((f) => f.code === 'consignation-orale')
    const auteur = (await listerPersonnesDuDossier(tx, id)).find((p) => p.role === 'auteur')
    const agentId = consignation?.agentId ?? agentDe(ctx).agentId
    const noms = await nomsDesAgents(tx, [agentId])
    const etablissement = await obtenirEtablissement(tx)
    return {
      etablissement: etablissement.nom,
      service: etablissement.serviceNom,
      numero: dossier.numero,
      recueLe: formaterJour(jourCivil(dossier.recuLe)),
      canal: LIBELLES_DES_CANAUX[canal],
      auteur:
        auteur === undefined ? 'Personne qui n’a pas donné son nom' : `${auteur.prenom} ${auteur.nom}`.trim(),
      agent: noms.get(agentId) ?? '',
      recit: recit?.texte ?? '',
    }
  })
  const content = Buffer.from(await composerCopie({ ...copie, imprimeeA: ctx.now }))
  return {
    content,
    type: 'application/pdf',
    fileName: `Copie ${copie.numero}.pdf`,
    inline: true,
    size: content.length,
  }
}
