import type { PieceDeTache } from '#core/pieces/index.ts'
import { html } from '#platform/html/index.ts'
import type { DemandeDuLien } from '../lien/porteur.ts'
import { leMoment, nomsDesPieces, page } from './cadre.ts'
import { reponseLue } from './reponse-lue.ts'

/** What was sent, when, and by whom: for whoever comes back by the same link. */
export function pageEnvoyee(
  a: DemandeDuLien & { readonly pieces: readonly PieceDeTache[]; readonly fuseau: string },
): string {
  const { etablissement, tache, sujets, pieces, fuseau } = a
  const explique = tache.nature === 'explications'
  const quand = tache.repondueA === null ? '' : leMoment(tache.repondueA, fuseau)
  return page(
    etablissement,
    explique ? 'Votre réponse est envoyée' : 'Votre lecture est confirmée',
    html`<p class="notice ok" role="status">${explique ? 'Envoyée' : 'Confirmée'} le ${quand}. Merci. Vous pouvez fermer cette page, ou l’imprimer.</p>
<p class="quiet">Au sujet du ${tache.objet}.</p>
${reponseLue({
  sujets: explique ? sujets : [],
  reponse: tache.reponse,
  ...(explique ? {} : { libelle: 'Commentaire' }),
  nom: tache.repondantNom,
  fonction: tache.repondantFonction,
})}
${pieces.length > 0 && html`<section class="card"><h2>Pièces jointes</h2>${nomsDesPieces(pieces)}</section>`}`,
  )
}
