import { domainToASCII } from 'node:url'
import { addressParser } from 'postal-mime'
import { strippedText } from '#platform/texte.ts'
import { headerText } from './headers.ts'
import type { MailAddress, MailAlert } from './model.ts'

const MAX_ADDRESSES = 500
const ADDRESS_IN_TEXT = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,255}/gu

/** Every person of an address header, groups flattened; names decoded, entries without an address kept for display. */
export function parseAddresses(value: string | null): readonly MailAddress[] {
  if (value === null || value.trim() === '') return []
  return addressParser(value.slice(0, 200_000), { flatten: true })
    .slice(0, MAX_ADDRESSES)
    .map((entry) => cleanAddress(entry.name, entry.address ?? ''))
    .filter(({ name, address }) => name !== '' || address !== '')
}

/** Invisible characters removed from both; an « address » without @ is a name. */
export function cleanAddress(name: string, address: string): MailAddress {
  const cleanName = strippedText(
    headerText(name).replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ''),
  ).text
  const cleaned = strippedText(address.replace(/[\s\p{Cc}\p{Cf}<>]/gu, '')).text
  if (cleaned.includes('@')) return { name: cleanName.slice(0, 500), address: cleaned.slice(0, 320) }
  return { name: (cleanName === '' ? cleaned : cleanName).slice(0, 500), address: '' }
}

/** What a forged sender tries to hide: another address in the name, two addresses, a look-alike domain. */
export function addressAlerts(
  from: MailAddress | null,
  rawFrom: string | null,
  others: readonly MailAddress[],
): readonly MailAlert[] {
  const alerts: MailAlert[] = []
  if (from === null || from.address === '') {
    alerts.push({ code: 'no-sender', message: 'Ce message ne porte pas d’adresse d’expéditeur utilisable.' })
  } else {
    const shown = [...`${from.name} ${headerText(rawFrom)}`.matchAll(ADDRESS_IN_TEXT)].map((m) => m[0])
    const other = shown.find((address) => !sameAddress(address, from.address))
    if (other !== undefined) {
      alerts.push({
        code: 'misleading-sender',
        message: `L’expéditeur affiche une autre adresse (${other.slice(0, 120)}) que la sienne. Son adresse réelle est ${from.address}.`,
      })
    }
  }
  const everyone = from === null ? others : [from, ...others]
  for (const person of everyone) {
    const alert = domainAlert(person)
    if (alert !== null) alerts.push(alert)
  }
  return alerts
}

function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase().replace(/[.>]+$/u, '') === b.toLowerCase()
}

function domainAlert({ address }: MailAddress): MailAlert | null {
  if (address === '') return null
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  const ascii = /^[\u0000-\u007f]*$/u.test(domain) ? domain : domainToASCII(domain)
  if (ascii !== '' && !/(^|\.)xn--/u.test(ascii)) return null
  return {
    code: 'look-alike-domain',
    message: `L’adresse ${address} contient des lettres inhabituelles qui peuvent en imiter d’autres. Son domaine réel est ${ascii === '' ? 'invalide' : ascii}.`,
  }
}
