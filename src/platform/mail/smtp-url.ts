/** How to reach the hospital's SMTP server, read from one address. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps) */
  readonly secure: boolean
  /** refuse to speak without STARTTLS */
  readonly requireTls: boolean
  readonly user: string | null
  readonly password: string | null
}

/** Reads « smtp://user:password@host:port?tls=exige »; null when it is not such an address. */
export function readSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  if ((!secure && url.protocol !== 'smtp:') || url.hostname === '') return null
  const credential = (value: string): string | null => (value === '' ? null : decodeURIComponent(value))
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
    secure,
    requireTls: url.searchParams.get('tls') === 'exige',
    user: credential(url.username),
    password: credential(url.password),
  }
}

/** True when nothing sent there can leave this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)

export interface Mailbox {
  readonly name: string
  readonly address: string
}

const ADDRESS = /^[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;"]+$/

/** Reads « Relations avec les usagers <usagers@ch.example> », or the address alone; null when there is none. */
export function readMailbox(text: string): Mailbox | null {
  const framed = /^\s*(?:"?([^"<>]*?)"?\s*)<([^<>]*)>\s*$/.exec(text)
  const name = framed?.[1] ?? ''
  const between = framed === null ? text.trim() : (framed[2] ?? '')
  return ADDRESS.test(between) && !/[\r\n]/.test(name) ? { name: name.trim(), address: between } : null
}
