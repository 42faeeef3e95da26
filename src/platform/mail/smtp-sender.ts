import { Readable } from 'node:stream'
import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailSender, OutgoingMessage, SendingOutcome } from './outgoing.ts'
import { isLoopback, type Mailbox, type SmtpServer } from './smtp-url.ts'

export interface SmtpOptions {
  readonly server: SmtpServer
  readonly from: Mailbox
  /** of each step of the dialogue, in milliseconds */
  readonly stepTimeoutMs?: number
  /** of the whole dialogue */
  readonly totalTimeoutMs?: number
}

const STEP_TIMEOUT_MS = 30_000
/** Longer than this, nobody knows any more: told as `unknown` once the message was being handed over. */
export const DIALOGUE_TIMEOUT_MS = 120_000

/** No server: the sentence says who sets one, and how. */
export const mailSenderMissing = (reason: string): MailSender => ({
  unavailable: reason,
  send: () => Promise.resolve({ outcome: 'unreachable', reason }),
})

/** The sender of a demonstration: nothing leaves the machine, whatever the settings. */
export const loopbackOnly = (options: SmtpOptions, refusal: string): MailSender =>
  isLoopback(options.server.host) ? createSmtpSender(options) : mailSenderMissing(refusal)

/**
 * Hands messages to an SMTP server. The answer says what is certain: `accepted` and `refused` are the server's own words,
 * `unreachable` never got as far as the message, `unknown` is a dialogue that broke once the message was being handed over.
 */
export function createSmtpSender(options: SmtpOptions): MailSender {
  return { unavailable: null, send: (message) => deliver(options, message) }
}

/** A message joined as one would travel as text, its lines rewritten on the way: it is joined as a file. */
const asBytes = (contentType: string): string =>
  /^(?:message|multipart)\//i.test(contentType) ? 'application/octet-stream' : contentType

const compose = (from: Mailbox, m: OutgoingMessage): Promise<Buffer> =>
  new MailComposer({
    from,
    to: m.to,
    messageId: `<${m.messageId}>`,
    subject: m.subject,
    text: m.text,
    attachments: m.attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType: asBytes(contentType),
      content: Buffer.from(content),
    })),
    disableUrlAccess: true,
    disableFileAccess: true,
  })
    .compile()
    .build()

/** Letters outside ASCII before the « @ »: only a server that says SMTPUTF8 takes them (RFC 6531). */
const needsUtf8 = (address: string): boolean => /[^\p{ASCII}]/u.test(address)

/** The domain as servers write it: whatever follows the « @ » has a form in ASCII. */
function inEnvelope(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1))
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`
}

interface Failure {
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
  readonly code?: string | undefined
}

async function deliver(options: SmtpOptions, message: OutgoingMessage): Promise<SendingOutcome> {
  const { server, from, stepTimeoutMs = STEP_TIMEOUT_MS } = options
  const bytes = await compose(from, message)
  const connection = new SMTPConnection({
    // what resolves « localhost » is not ours to trust in a demonstration
    host: server.host === 'localhost' ? '127.0.0.1' : server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    name: from.address.split('@')[1],
    connectionTimeout: stepTimeoutMs,
    greetingTimeout: stepTimeoutMs,
    socketTimeout: stepTimeoutMs,
    dnsTimeout: stepTimeoutMs,
    socketCloseTimeout: 1000,
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2' },
  })
  const handing = { started: false }
  try {
    await dialogue(connection, options, { bytes, to: inEnvelope(message.to.address), handing })
    return { outcome: 'accepted' }
  } catch (error) {
    return outcomeOf(Object(error), handing.started)
  } finally {
    connection.close()
  }
}

function dialogue(
  connection: SMTPConnection,
  { server, from, totalTimeoutMs = DIALOGUE_TIMEOUT_MS }: SmtpOptions,
  { bytes, to, handing }: { bytes: Buffer; to: string; handing: { started: boolean } },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('too long'), { code: 'ETIMEDOUT' })),
      totalTimeoutMs,
    )
    const end = (error?: unknown): void => {
      clearTimeout(timer)
      if (error === undefined || error === null) resolve()
      else reject(error)
    }
    // The server asked for the message when it is first read: from then on, it may have left.
    const body = new Readable({
      read() {
        handing.started = true
        this.push(bytes)
        this.push(null)
      },
    })
    const send = (): void => {
      connection.send({ from: from.address, to: [to], size: bytes.length }, body, (error) => {
        if (!error) connection.quit()
        end(error)
      })
    }
    connection.on('error', end)
    connection.once('end', () => end(new Error('closed')))
    connection.connect((error) => {
      // what the server just answered is what it can do
      const takesUtf8 = /[ -]SMTPUTF8\b/i.test(String(connection.lastServerResponse))
      if (error) end(error)
      else if (needsUtf8(to) && !takesUtf8) end({ code: 'ESMTPUTF8' } satisfies Failure)
      else if (server.user === null) send()
      else {
        const auth = { user: server.user, pass: server.password ?? '' }
        connection.login(auth, (refused) => (refused ? end(refused) : send()))
      }
    })
  })
}

/** What the server said, on one line. */
const words = (response: string | undefined): string =>
  (response ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)

function outcomeOf(failure: Failure, handedOver: boolean): SendingOutcome {
  const { responseCode = 0 } = failure
  if (failure.code === 'ESMTPUTF8') return { outcome: 'refused', reason: NOT_ASCII }
  const said = words(failure.response)
  const quoted = said === '' ? '' : ` Il a répondu : « ${said} ».`
  if (failure.code === 'EAUTH') {
    return {
      outcome: 'refused',
      reason: `Le serveur de messagerie refuse le compte de Porte-voix : prévenez l’informatique.${quoted}`,
    }
  }
  if (responseCode >= 500) {
    return { outcome: 'refused', reason: `Le serveur de messagerie refuse ce message.${quoted}` }
  }
  if (responseCode >= 400) {
    return {
      outcome: 'refused',
      reason: `Le serveur de messagerie demande de réessayer plus tard.${quoted}`,
    }
  }
  if (handedOver) {
    return {
      outcome: 'unknown',
      reason: 'La connexion s’est coupée pendant que le message était remis : il est peut-être parti.',
    }
  }
  return { outcome: 'unreachable', reason: UNREACHABLE[failure.code ?? ''] ?? UNREACHABLE_ANYHOW }
}

const NOT_ASCII =
  'Cette adresse contient une lettre accentuée ou inhabituelle avant le « @ », ce que le serveur de messagerie n’accepte pas : rien n’est parti. Vérifiez l’adresse, ou écrivez par la poste.'
const UNREACHABLE_ANYHOW =
  'Le serveur de messagerie ne répond pas : rien n’est parti. Réessayez, ou prévenez l’informatique.'
const UNREACHABLE: Readonly<Record<string, string>> = {
  EDNS: 'Le serveur de messagerie est introuvable sous ce nom : rien n’est parti. Prévenez l’informatique.',
  ETLS: 'La connexion chiffrée avec le serveur de messagerie a échoué : rien n’est parti. Prévenez l’informatique.',
}
