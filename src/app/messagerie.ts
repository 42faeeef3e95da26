import { createSmtpSender, loopbackOnly, type MailSender, mailSenderMissing } from '#platform/mail/index.ts'
import type { Config } from './config.ts'

/** No server: what the agent does instead, and what the IT officer sets. */
export const SANS_MESSAGERIE: MailSender = mailSenderMissing(
  'Porte-voix n’est relié à aucun serveur de messagerie : envoyez depuis la vôtre. L’informatique relie le serveur par PORTE_VOIX_SMTP_URL et PORTE_VOIX_SMTP_EXPEDITEUR.',
)

const DEMONSTRATION =
  'Ceci est une démonstration : aucun courriel ne quitte cette machine. Envoyez depuis votre messagerie.'

/** The mail server of the settings. A demonstration reaches nothing but this machine. */
export function creerMessagerie(smtp: Config['smtp'], options: { demonstration: boolean }): MailSender {
  if (smtp === null) return SANS_MESSAGERIE
  return options.demonstration ? loopbackOnly(smtp, DEMONSTRATION) : createSmtpSender(smtp)
}
