import type { SituationDuLien } from '#core/journal/domain/acteur.ts'
import type { EtablissementEnBase } from '#core/structures/index.ts'
import { html } from '#platform/html/index.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { phraseDuLien, TITRE_DU_LIEN } from '../domain/labels.ts'
import { page } from './cadre.ts'

/** Written on a link that closed meanwhile: not kept, and given back so that it is not lost. */
export function pageFermee(a: {
  readonly situation: SituationDuLien
  readonly etablissement: EtablissementEnBase
  readonly ecrits: readonly string[]
}): PageAnswer {
  const { situation, etablissement, ecrits } = a
  const repondue = situation === 'repondu'
  const titre = repondue ? 'Cette réponse a déjà été envoyée' : TITRE_DU_LIEN[situation]
  const phrase = repondue
    ? 'La réponse à cette demande est partie avant ce texte : elle ne se modifie plus.'
    : phraseDuLien(situation, etablissement)
  return {
    status: repondue ? 409 : 410,
    html: page(
      etablissement,
      titre,
      html`<p>${phrase.replace(' :', '\u00a0:')}</p>${
        ecrits.length > 0 &&
        html`<section class="card"><h2>Votre texte n’est pas enregistré</h2>
<p>Copiez-le pour ne pas le perdre, et donnez-le à la personne qui vous a interrogé.</p>
${ecrits.map(
  (
    texte,
    rang,
  ) => html`<div class="field"><label for="${`texte-${rang}`}">Texte ${rang + 1}</label><textarea id="${`texte-${rang}`}" rows="8" readonly>
${texte}</textarea></div>`,
)}</section>`
      }`,
    ),
  }
}
