import type { ContexteLibre } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import { safeFileName } from '#platform/files/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { nomDuCourrier } from './domain/labels.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { avecObjet } from './recevoir-fichier.ts'
import { derniereVersion } from './situation.ts'
import { ecrirePdf } from './store-vie.ts'

/** Puts the PDF of the last version in the dossier, in place of the one it had. */
export function garderPdf(
  ctx: ContexteLibre,
  d: DependancesDesCourriers,
  cible: { readonly id: string; readonly version: number },
  pdf: { readonly octets: Uint8Array; readonly origine: 'conversion' | 'depot' },
): Promise<{ id: string; version: number }> {
  return avecObjet(d.fichiers, pdf.octets, (objet) =>
    ctx.write(async (tx) => {
      const e = { tx, principal: ctx.principal, now: ctx.now }
      const ouvert = await verrouillerCourrier(e, d, cible, 'faireLePdf')
      const { courrier, dossier, libelle } = ouvert
      const piece = await ajouterPiece(tx, {
        acteur: ctx.principal,
        dossierId: dossier.id,
        maintenant: ctx.now,
        nature: 'courrier',
        nom: safeFileName(`${nomDuCourrier(libelle, dossier.numero)}.pdf`),
        type: 'application/pdf',
        extension: 'pdf',
        apercu: 'pdf',
        objet,
      })
      const { id: versionId } = derniereVersion(courrier)
      await ecrirePdf(tx, versionId, { pieceId: piece.id, origine: pdf.origine })
      return avancer(e, d, ouvert)
    }),
  )
}
