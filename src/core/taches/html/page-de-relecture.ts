import type { PieceDeTache } from '#core/pieces/index.ts'
import { type Html, html } from '#platform/html/index.ts'
import type { BrouillonLu } from '../brouillon.ts'
import { sujetsSansReponse } from '../domain/rules.ts'
import type { DemandeDuLien } from '../lien/porteur.ts'
import { nomsDesPieces, page } from './cadre.ts'
import { reponseLue } from './reponse-lue.ts'

export interface ReponseARelire extends DemandeDuLien {
  readonly ecrit: BrouillonLu
  readonly pieces: readonly PieceDeTache[]
}

/** Everything that will leave, once; one button sends it, the other goes back. */
export function pageDeRelecture({ etablissement, tache, sujets, ecrit, pieces }: ReponseARelire): string {
  const explique = tache.nature === 'explications'
  const titre = explique ? 'Relire avant d’envoyer' : 'Confirmer la lecture'
  return page(
    etablissement,
    titre,
    html`${explique ? oublis(sujets, ecrit) : html`<p>En confirmant, vous indiquez avoir lu ces conclusions.</p>`}
${reponseLue({
  sujets: explique ? sujets.map((s) => ({ ...s, reponse: ecrit.reponses[s.sujetId] ?? '' })) : [],
  reponse: ecrit.reponse,
  ...(explique ? {} : { libelle: 'Commentaire' }),
  nom: ecrit.nom,
  fonction: ecrit.fonction,
})}
${pieces.length > 0 && html`<section class="card"><h2>Pièces jointes</h2>${nomsDesPieces(pieces)}</section>`}
<form method="post" action="envoi" enctype="multipart/form-data">
<input type="hidden" name="version" value="${ecrit.version}">
<p class="quiet small">${explique ? 'Une fois envoyée, la réponse' : 'Une fois confirmée, votre lecture'} ne se modifie plus${'\u00a0'}: un complément se donne par téléphone.</p>
<div class="actions"><button class="main" type="submit">${explique ? 'Envoyer la réponse' : 'Confirmer'}</button>
<a class="button" href=".">Modifier</a></div>
</form>`,
  )
}

function oublis(sujets: ReponseARelire['sujets'], { reponses }: BrouillonLu): Html | null {
  const sans = sujetsSansReponse(sujets, reponses)
  if (sans.length === 0) return null
  return html`<div class="notice soon"><p><strong>${sans.length === 1 ? 'Un point reste sans réponse.' : 'Des points restent sans réponse.'}</strong> Vous pouvez envoyer quand même.</p>
<ul>${sans.map(({ rang, titre }) => html`<li>${rang}. ${titre}</li>`)}</ul></div>`
}
