import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { Database } from '#platform/db/index.ts'
import { recalculerEcheances } from './actualiser-echeances.ts'
import { noterDerivation } from './derivations.ts'
import type { RegistreDesTypes } from './registre.ts'
import { listerOuvertsApres, verrouillerDossier } from './store.ts'
import { suivreLAuteur } from './suivre-auteur.ts'

const PAR_LOT = 100

/**
 * Computes the deadlines of every open dossier of an establishment again, a hundred per transaction: after a change of
 * its internal targets, or of the rules themselves. Returns how many. Repeatable.
 */
export async function recalculerTout(
  d: { readonly database: Database; readonly registre: RegistreDesTypes },
  etablissementId: EtablissementId,
  maintenant: Date,
): Promise<number> {
  const acteur = { type: 'systeme', travail: 'dossiers.recalculer', etablissementId } as const
  let total = 0
  for (let apres: string | null = null; ; ) {
    const lot: { id: string; type: string }[] = await enTransaction(
      d.database,
      acteur,
      'write',
      async (tx) => {
        const { id, fuseau, calendrier } = await obtenirEtablissement(tx)
        const ouverts = await listerOuvertsApres(tx, apres, PAR_LOT)
        for (const ouvert of ouverts) {
          const dossier = await verrouillerDossier(tx, ouvert.id, null)
          const type = d.registre.obtenir(dossier.type)
          // dossiers opened before the rules looked at their author have no fact to say it is unknown
          const suivi = { dossierId: dossier.id, type, survenuLe: dossier.recuLe, maintenant, agentId: null }
          await suivreLAuteur(tx, suivi)
          const lieu = { etablissementId: id, fuseau, calendrier }
          await recalculerEcheances(tx, lieu, dossier.id, type)
        }
        if (ouverts.length < PAR_LOT)
          await noterDerivation(tx, d.registre, { etablissementId, nature: 'echeances', faiteA: maintenant })
        return ouverts
      },
    )
    total += lot.length
    if (lot.length < PAR_LOT) return total
    apres = lot.at(-1)?.id ?? null
  }
}
