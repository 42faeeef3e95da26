/** First characters a spreadsheet takes for a formula. */
const FORMULE = /^[=+\-@\t\r]/

/** One cell of a CSV opened by Excel: quoted when needed, and never executed (a leading apostrophe disarms it). */
export function celluleCsv(valeur: string): string {
  const sure = FORMULE.test(valeur) ? `'${valeur}` : valeur
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure
}
