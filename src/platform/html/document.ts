import { type Html, html } from './html.ts'
import { STYLE } from './style.ts'

export interface DocumentParts {
  /** of the browser tab */
  readonly title: string
  /** over the page: whose it is */
  readonly banner: Html
  readonly body: Html
}

/** A whole page without script: `main` holds the body, which begins with its `h1`. */
export function documentOf({ title, banner, body }: DocumentParts): string {
  const head = html`<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
`
  const rest = html`</head>
<body>
<header><p>${banner}</p></header>
<main>
${body}
</main>
</body>
</html>
`
  // The sheet is ours and constant: the one text that goes in as it is.
  return `<!doctype html>\n${head}<style>${STYLE}</style>\n${rest}`
}
