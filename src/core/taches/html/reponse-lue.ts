import { type Html, html } from '#platform/html/index.ts'

export interface ReponseLue {
  readonly sujets: readonly {
    readonly rang: number
    readonly titre: string
    readonly reponse: string | null
  }[]
  readonly reponse: string
  /** what the general text is called */
  readonly libelle?: string
  readonly nom: string
  readonly fonction: string
}

/** An answer as text, point by point, and who gives it. */
export function reponseLue({ sujets, reponse, libelle, nom, fonction }: ReponseLue): Html {
  const texteGeneral = libelle ?? (sujets.length === 0 ? 'Texte' : 'En complément')
  return html`<section class="card"><dl>
${sujets.map(({ rang, titre, reponse: texte }) => html`<dt>${rang}. ${titre}</dt><dd class="text">${texte === null || texte.trim() === '' ? html`<span class="quiet">Sans réponse</span>` : texte}</dd>`)}
${reponse.trim() !== '' && html`<dt>${texteGeneral}</dt><dd class="text">${reponse}</dd>`}
<dt>Qui répond</dt><dd>${nom}, ${fonction}</dd>
</dl></section>`
}
