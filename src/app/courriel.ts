import type { MailSender } from '#platform/mail/index.ts'

/** While no server of outgoing mail is set: every message is copied by hand. */
export const SANS_COURRIEL: MailSender = {
  unavailable: 'L’envoi de courriels n’est pas réglé : copiez le message.',
  send: () => Promise.resolve({ outcome: 'unreachable', reason: 'L’envoi de courriels n’est pas réglé.' }),
}
