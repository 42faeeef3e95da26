import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '#platform/errors.ts'

const deriver = promisify(argon2)

/** OWASP's second profile: 19 MiB, two passes, one lane. Raising it leaves older digests readable. */
const COUT = { memory: 19_456, passes: 2, parallelism: 1 } as const
const OCTETS_DE_SEL = 16
const OCTETS_D_EMPREINTE = 32
/** Beyond these, a digest read from the database is not one of ours: it must not choose our memory. */
const COUT_MAX = { memory: 65_536, passes: 10, parallelism: 4 } as const

const EN_MEME_TEMPS = 2
const FILE_MAX = 16

let enCours = 0
const file: (() => void)[] = []

/** At most two derivations at once, sixteen waiting: more would take the memory and the cores of everyone else. */
async function aSonTour<T>(travail: () => Promise<T>): Promise<T> {
  if (enCours >= EN_MEME_TEMPS) {
    if (file.length >= FILE_MAX) throw new AppError('too-many')
    await new Promise<void>((avancer) => file.push(avancer))
  } else enCours += 1
  try {
    return await travail()
  } finally {
    const suivant = file.shift()
    // The place is handed over, not freed: the count does not move.
    if (suivant === undefined) enCours -= 1
    else suivant()
  }
}

interface Cout {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** NFC: « é » typed on two keyboards is one password. */
const octetsDe = (motDePasse: string): Buffer => Buffer.from(motDePasse.normalize('NFC'), 'utf8')

const calculerEmpreinte = (motDePasse: string, nonce: Buffer, cout: Cout, tagLength: number) =>
  aSonTour(() => deriver('argon2id', { message: octetsDe(motDePasse), nonce, tagLength, ...cout }))

const enBase64 = (octets: Buffer): string => octets.toString('base64').replaceAll('=', '')

/** Derives a password with argon2id into a PHC string. Throws `too-many` when too many derivations wait. */
export async function hacherMotDePasse(motDePasse: string): Promise<string> {
  const sel = randomBytes(OCTETS_DE_SEL)
  const empreinte = await calculerEmpreinte(motDePasse, sel, COUT, OCTETS_D_EMPREINTE)
  const { memory, passes, parallelism } = COUT
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${enBase64(sel)}$${enBase64(empreinte)}`
}

const FORME =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{22,})$/

function lireEmpreinte(phc: string): { cout: Cout; sel: Buffer; attendue: Buffer } | null {
  const lu = FORME.exec(phc)
  if (lu === null) return null
  const cout = { memory: Number(lu[1]), passes: Number(lu[2]), parallelism: Number(lu[3]) }
  const estPermis =
    cout.memory >= 8 * cout.parallelism &&
    cout.memory <= COUT_MAX.memory &&
    cout.passes >= 1 &&
    cout.passes <= COUT_MAX.passes &&
    cout.parallelism >= 1 &&
    cout.parallelism <= COUT_MAX.parallelism
  if (!estPermis) return null
  return { cout, sel: Buffer.from(lu[4] ?? '', 'base64'), attendue: Buffer.from(lu[5] ?? '', 'base64') }
}

/**
 * Whether the password is the one digested in `phc`, in constant time. Null (no such account) or an unreadable digest
 * costs a derivation too, then answers false. Throws `too-many` when too many derivations wait.
 */
export async function verifierMotDePasse(phc: string | null, motDePasse: string): Promise<boolean> {
  const connue = phc === null ? null : lireEmpreinte(phc)
  const { cout, sel, attendue } = connue ?? {
    cout: COUT,
    sel: Buffer.alloc(OCTETS_DE_SEL),
    attendue: Buffer.alloc(OCTETS_D_EMPREINTE),
  }
  const obtenue = await calculerEmpreinte(motDePasse, sel, cout, attendue.length)
  return timingSafeEqual(obtenue, attendue) && connue !== null
}
