import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ParsedMessage } from '#platform/mail/index.ts'
import { strippedText } from '#platform/texte.ts'
import type { MessageLu } from './contract.ts'
import { MESSAGE_AUTOMATIQUE } from './domain/labels.ts'
import type { Alerte } from './nouvelle-piece.ts'

export const CARACTERES_RETIRES: Alerte = {
  code: 'stripped-characters',
  message:
    'Des caractères qui ne peuvent pas être conservés ont été retirés du texte. L’original est intact.',
}
/** Beyond this an identifier is not one, and would not fit its index. */
const MESSAGE_ID_MAX = 500
const TEXTE_MAX = 200_000
const COUPE: Alerte = {
  code: 'truncated',
  message: 'Le texte, très long, a été coupé. Consultez l’original pour le lire en entier.',
}

/** Keeps count of what could not be stored, so that one alert tells it. */
function nettoyeur(): { net(texte: string): string; retire(): boolean } {
  let retire = false
  return {
    net(texte) {
      const { text, stripped } = strippedText(texte)
      retire ||= stripped
      return text
    },
    retire: () => retire,
  }
}

/** What a message says, fit to be stored and shown; its receipt day is a day of the establishment (`fuseau`). */
export function lireMessage(
  message: ParsedMessage,
  fuseau: string,
): { lu: MessageLu; alertes: readonly Alerte[] } {
  const { net, retire } = nettoyeur()
  const recuA = message.trustedReceivedAt
  const texte = net(message.textBody)
  const repondA = message.answers.map(net)
  const identifiant = message.messageId === null ? '' : net(message.messageId)
  const lu: MessageLu = {
    expediteur:
      message.from === null ? null : { nom: net(message.from.name), courriel: net(message.from.address) },
    objet: net(message.subject),
    texte: texte.length > TEXTE_MAX ? texte.slice(0, TEXTE_MAX).toWellFormed() : texte,
    recuA,
    recuLe: recuA === null ? null : jourDe(new Date(recuA), fuseau),
    dateAnnoncee: message.dateHeader,
    messageId: identifiant === '' || identifiant.length > MESSAGE_ID_MAX ? null : identifiant,
    repondA,
    automatique: message.automatic === false ? null : MESSAGE_AUTOMATIQUE[message.automatic],
  }
  const propres: Alerte[] = [
    ...(retire() ? [CARACTERES_RETIRES] : []),
    ...(texte.length > TEXTE_MAX ? [COUPE] : []),
  ]
  const dejaDites = message.alerts.map(({ code }) => code as string)
  return { lu, alertes: [...message.alerts, ...propres.filter(({ code }) => !dejaDites.includes(code))] }
}
