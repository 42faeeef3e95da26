import type { ContexteLibre } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { safeFileName } from '#platform/files/index.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { nomDuCourrier } from './domain/labels.ts'
import { avancer, type CourrierOuvert, consulterCourrier, verrouillerCourrier } from './ouvrir-courrier.ts'
import { avecObjet, lireDocument } from './recevoir-fichier.ts'
import { refuserSi } from './refuser.ts'
import { envoiDebout } from './situation.ts'
import type { EnvoiLu } from './store-courriers.ts'
import { ecrirePreuve } from './store-envois.ts'

type Op = typeof contract.joindrePreuve

const SUFFIXES: Readonly<Record<string, string>> = {
  recommande: 'avis de réception',
  'main-propre': 'récépissé',
}

function envoiParti({ courrier }: CourrierOuvert): EnvoiLu {
  const envoi = envoiDebout(courrier)
  return envoi?.etat === 'envoye' ? envoi : refuserSi('aucun-envoi')
}

/** Keeps the proof of a sending: the receipt of who was handed the letter, the slip the post returned. */
export const joindrePreuve =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const scan = await lireDocument(ctx, d.tailleMax, 'pdf-ou-image')
    const lu = await ctx.read((tx) => consulterCourrier({ ...ctx, tx }, d, entree, null))
    ctx.about({ dossierId: lu.dossier.id })
    envoiParti(lu)
    return avecObjet(d.fichiers, scan.octets, (objet) =>
      ctx.write(async (tx) => {
        const e = { tx, principal: ctx.principal, now: ctx.now }
        const ouvert = await verrouillerCourrier(e, d, entree, null)
        const envoi = envoiParti(ouvert)
        const nom = nomDuCourrier(ouvert.libelle, ouvert.dossier.numero)
        const piece = await ajouterPiece(tx, {
          acteur: ctx.principal,
          dossierId: ouvert.dossier.id,
          maintenant: ctx.now,
          nature: 'numerisation',
          nom: safeFileName(`${nom} ${SUFFIXES[envoi.mode] ?? 'preuve d’envoi'}.${scan.extension}`),
          type: scan.type,
          extension: scan.extension,
          apercu: scan.apercu,
          objet,
        })
        await ecrirePreuve(tx, envoi.id, piece.id)
        return avancer(e, d, ouvert)
      }),
    )
  }
