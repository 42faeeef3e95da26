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
  /** what changed since it was last read over */
  readonly ecart: Ecart | null
}

export type Ecart = 'texte' | 'pieces'

const TITRE_D_ECART = {
  texte: 'Ce texte a changé entre-temps.',
  pieces: 'Les pièces jointes ont changé entre-temps.',
} as const satisfies Record<Ecart, string>

const avertir = (ecart: Ecart): Html =>
  html`<p class="notice soon" role="alert"><strong>${TITRE_D_ECART[ecart]}</strong> Rien n’est parti : relisez ce qui partira, puis envoyez.</p>
`

/** Everything that will leave, once; one button sends it, the other goes back. */
export function pageDeRelecture(a: ReponseARelire): string {
  const { etablissement, tache, sujets, ecrit, pieces, ecart } = a
  const explique = tache.nature === 'explications'
  const titre = explique ? 'Relire avant d’envoyer' : 'Confirmer la lecture'
  return page(
    etablissement,
    titre,
    html`${ecart !== null && avertir(ecart)}${explique ? oublis(sujets, ecrit) : html`<p>En confirmant, vous indiquez avoir lu ces conclusions.</p>`}
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
<input type="hidden" name="pieces" value="${pieces.map(({ id }) => id).join(' ')}">
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
