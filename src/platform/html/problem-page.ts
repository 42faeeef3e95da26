import { documentOf } from './document.ts'
import { html } from './html.ts'

/** A failure told by a page: what happened and what to do next. */
export function problemPage({ title, message }: { title: string; message: string }): string {
  return documentOf({
    title,
    banner: html`<strong>Porte-voix</strong>`,
    body: html`<h1>${title}</h1>${message !== '' && html`<p>${message}</p>`}`,
  })
}
