const INSECABLE = '\u00a0'

/** French typography of a composed sentence: a non-breaking space before : ; ? ! » and after «. */
export function typographier(phrase: string): string {
  return phrase.replace(/ ([:;?!»])/g, `${INSECABLE}$1`).replace(/« /g, `«${INSECABLE}`)
}
