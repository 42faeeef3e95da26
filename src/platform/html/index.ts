export { documentOf } from './document.ts'
export { type Html, type HtmlValue, html } from './html.ts'
export { problemPage } from './problem-page.ts'
export { STYLE_SOURCE } from './style.ts'
