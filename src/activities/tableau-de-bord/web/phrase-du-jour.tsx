import { formatCount, formatNumber } from '#platform/web/formats.ts'
import type { AccueilVu } from '../contract.ts'

const EN_LETTRES = [
  'aucun',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
] as const

const enLettres = (nombre: number): string => EN_LETTRES[nombre] ?? formatNumber(nombre)

/** A count stops at the ceiling of the server: « 1 000 et plus ». */
export const compteAffiche = (nombre: number, plafond: number): string =>
  nombre >= plafond ? `${formatNumber(plafond)} et plus` : formatNumber(nombre)

/** The day in one sentence. */
export function phraseDuJour({ compteurs, plafond }: AccueilVu): string {
  const { enRetard, aujourdHui, ouverts } = compteurs
  const nombre = (n: number): string => (n >= plafond ? `plus de ${formatNumber(plafond - 1)}` : enLettres(n))
  if (ouverts === 0) return 'Aucun dossier en cours.'
  if (enRetard === 0 && aujourdHui === 0) {
    return `Rien en retard, rien à rendre aujourd’hui. ${formatCount(Math.min(ouverts, plafond), 'dossier')} en cours.`
  }
  const retard = enRetard === 0 ? 'Rien en retard' : `${nombre(enRetard)} ${pluriel(enRetard)} en retard`
  const jour =
    aujourdHui === 0
      ? 'rien à rendre aujourd’hui'
      : `${nombre(aujourdHui)}${enRetard === 0 ? ` ${pluriel(aujourdHui)}` : ''} à traiter aujourd’hui`
  return `${retard.charAt(0).toLocaleUpperCase('fr')}${retard.slice(1)}, ${jour}.`
}

const pluriel = (nombre: number): string => (nombre > 1 ? 'dossiers' : 'dossier')
