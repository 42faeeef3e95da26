/** A registered letter's number as it is kept: capitals, without spaces. */
export const numeroDeRecommande = (saisi: string): string => saisi.replace(/[\s.-]/gu, '').toUpperCase()

const POIDS = [8, 6, 4, 2, 3, 5, 9, 7] as const

/** The check digit of eight digits. @source UPU S10, « Identification of postal items – 13-character identifier » */
function cleS10(huit: string): number {
  const somme = POIDS.reduce((total, poids, rang) => total + poids * Number(huit[rang]), 0)
  const cle = 11 - (somme % 11)
  return cle === 10 ? 0 : cle === 11 ? 5 : cle
}

/**
 * Why a number cannot be that of a registered letter, or null. La Poste writes thirteen characters: two of product then
 * eleven digits (« 1A 123 456 7890 1 »), whose key is not published; or the international form (« RK 123 456 785 FR »),
 * whose check digit is.
 */
export function refusDeNumero(
  numero: string,
): 'numero-de-recommande-mal-forme' | 'numero-de-recommande-faux' | null {
  if (/^\d[A-Z]\d{11}$/u.test(numero)) return null
  const [, huit = '', cle = ''] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/u.exec(numero) ?? []
  if (huit === '') return 'numero-de-recommande-mal-forme'
  return cleS10(huit) === Number(cle) ? null : 'numero-de-recommande-faux'
}
