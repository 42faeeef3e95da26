import { type Html, html } from '#platform/html/index.ts'
import { REPONSE_MAX } from '../domain/tache.ts'

export interface ChampDePage {
  readonly nom: string
  readonly libelle: string
  readonly valeur: string
  readonly erreur?: string | undefined
  readonly aide?: string | undefined
  /** of the browser: who fills it in */
  readonly completion?: string
  /** what someone else kept there meanwhile, when it differs */
  readonly autre?: string | null
}

/** What describes a field, in the order it is read. */
function precisions({ nom, erreur, aide, autre }: ChampDePage): {
  readonly ids: string
  readonly textes: Html
} {
  const aUnAutre = autre !== undefined && autre !== null
  const ids = [
    erreur === undefined ? '' : `${nom}-erreur`,
    aUnAutre ? `${nom}-autre` : '',
    aide === undefined ? '' : `${nom}-aide`,
  ]
  return {
    ids: ids.filter((id) => id !== '').join(' '),
    textes: html`${erreur !== undefined && html`<p class="error" id="${`${nom}-erreur`}">${erreur}</p>`}
${aUnAutre && html`<div class="notice soon" id="${`${nom}-autre`}"><p><strong>Ce qui est enregistré maintenant</strong></p><p class="text">${autre === '' ? '(rien)' : autre}</p></div>`}
${aide !== undefined && html`<p class="hint" id="${`${nom}-aide`}">${aide}</p>`}`,
  }
}

const attributs = (champ: ChampDePage, ids: string): Html =>
  html` id="${champ.nom}" name="${champ.nom}"${ids !== '' && html` aria-describedby="${ids}"`}${champ.erreur !== undefined && html` aria-invalid="true"`}`

/** A single line. */
export function champ(c: ChampDePage): Html {
  const { ids, textes } = precisions(c)
  return html`<div class="field"><label for="${c.nom}">${c.libelle}</label>
<input type="text"${attributs(c, ids)} value="${c.valeur}" maxlength="200"${c.completion !== undefined && html` autocomplete="${c.completion}"`}>
${textes}</div>`
}

/** A text of any length. The line feed after the tag is the browser's to drop, not one of the text's own. */
export function zone(c: ChampDePage): Html {
  const { ids, textes } = precisions(c)
  return html`<div class="field"><label for="${c.nom}">${c.libelle}</label>
<textarea${attributs(c, ids)} rows="5" maxlength="${REPONSE_MAX}">
${c.valeur}</textarea>
${textes}</div>`
}
