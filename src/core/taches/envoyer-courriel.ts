import { type MailSender, messageIdOf, type SendingOutcome } from '#platform/mail/index.ts'
import type { Envoi } from './domain/tache.ts'

/** What became of a message. */
export interface Issue {
  readonly envoi: Exclude<Envoi, 'a-copier'>
  /** why, in French; null when it left */
  readonly raison: string | null
}

const issueDe = (fin: SendingOutcome): Issue => {
  switch (fin.outcome) {
    case 'accepted':
      return { envoi: 'parti', raison: null }
    case 'unknown':
      return { envoi: 'incertain', raison: fin.reason }
    case 'refused':
    case 'unreachable':
      return { envoi: 'echec', raison: fin.reason }
  }
}

/** Hands a message over, once. Outside any transaction. What may have left is never sent again by itself. */
export async function envoyerCourriel(
  sender: MailSender,
  m: {
    readonly id: string
    /** address of the establishment that writes */
    readonly de: string
    readonly a: { readonly nom: string; readonly courriel: string }
    readonly objet: string
    readonly texte: string
  },
): Promise<Issue> {
  if (sender.unavailable !== null) return { envoi: 'echec', raison: sender.unavailable }
  const fin = await sender.send({
    messageId: messageIdOf(m.id, m.de),
    to: { name: m.a.nom, address: m.a.courriel },
    subject: m.objet,
    text: m.texte,
    attachments: [],
  })
  return issueDe(fin)
}
