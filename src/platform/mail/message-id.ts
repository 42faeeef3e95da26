import { domainToASCII } from 'node:url'

/**
 * Message-ID without its angle brackets: what is unique, at the domain of who writes. The same for every attempt of one
 * message, so that a doubtful sending is found again in the mail server.
 */
export function messageIdOf(unique: string, writer: string): string {
  const domain = domainToASCII(writer.slice(writer.lastIndexOf('@') + 1).trim())
  return `${unique}@${domain === '' ? 'localhost' : domain}`
}
