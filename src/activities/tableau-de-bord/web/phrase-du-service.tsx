import { daysBetween, formatCount } from '#platform/web/formats.ts'
import type { AccueilDuServiceVu } from '../contract-service.ts'

/** What is owed, in one sentence: how many, and how many are late. */
export function phraseDuService({
  aRepondre,
  eloges,
  aujourdHui,
}: Pick<AccueilDuServiceVu, 'aRepondre' | 'eloges' | 'aujourdHui'>): string {
  const n = aRepondre.length
  const tard = aRepondre.filter(({ pourLe }) => daysBetween(pourLe, aujourdHui) > 0).length
  const attend = n === 0 ? 'Rien n’est attendu de vous' : `${formatCount(n, 'demande')} en attente`
  const dont = tard === 0 ? '' : `, dont ${tard} en retard`
  const merci = eloges.length === 0 ? '' : ` ${formatCount(eloges.length, 'éloge')} à remettre à l’équipe.`
  return `${attend}${dont}.${merci}`
}
