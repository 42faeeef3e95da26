import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'

/** The keys that wrap the key of every object. `current` wraps what is written; the others still open what is old. */
export interface MainKeys {
  readonly current: string
  readonly keys: ReadonlyMap<string, Uint8Array>
}

/** The key file is missing, unreadable or not the right one. The message is French and fit to be shown to IT staff. */
export class MainKeyError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MainKeyError'
  }
}

const KEY_BYTES = 32

/**
 * Reads the main key file, and makes it when it does not exist (mode 0600, synced) unless `create` is false.
 * One key per line, `id:base64`, the last line being the one that wraps new objects; the id is a digest of the key, so a
 * damaged line is noticed. `created` tells the application to print that the file must be backed up; `exposed` that
 * other accounts of the machine can read it. Throws MainKeyError, also when the file would be inside `dataDirectory`.
 */
export async function openMainKeys(options: {
  path: string
  dataDirectory: string
  create?: boolean
}): Promise<{ keys: MainKeys; created: boolean; exposed: boolean }> {
  refuseInside(options.path, options.dataDirectory)
  const text = await readIfPresent(options.path)
  if (text === null) {
    if (options.create === false) {
      throw new MainKeyError(
        `La clé principale est introuvable (${options.path}). Remettez en place la sauvegarde de ce fichier : sans elle, les pièces enregistrées ne peuvent pas être ouvertes.`,
      )
    }
    const line = keyLine(randomBytes(KEY_BYTES))
    await writeNew(options.path, line)
    return { keys: parseKeys(line, options.path), created: true, exposed: false }
  }
  return { keys: parseKeys(text, options.path), created: false, exposed: await isExposed(options.path) }
}

/** Adds a new main key at the end of the file: it becomes the current one, the old ones still open what they wrapped. */
export async function addMainKey(path: string): Promise<MainKeys> {
  const text = await readFile(path, 'utf8')
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(`${text.endsWith('\n') ? '' : '\n'}${keyLine(randomBytes(KEY_BYTES))}`)
    await file.sync()
  } finally {
    await file.close()
  }
  return parseKeys(await readFile(path, 'utf8'), path)
}

/** One key in memory only, for tests and trials: nothing written with it can be read later. */
export function ephemeralMainKeys(): MainKeys {
  return parseKeys(keyLine(randomBytes(KEY_BYTES)), 'memory')
}

function keyLine(key: Uint8Array): string {
  return `${idOf(key)}:${Buffer.from(key).toString('base64')}\n`
}

function idOf(key: Uint8Array): string {
  return createHash('sha256').update('main-key-id').update(key).digest('hex').slice(0, 12)
}

function parseKeys(text: string, path: string): MainKeys {
  const keys = new Map<string, Uint8Array>()
  let current = ''
  for (const line of text.split(/\r?\n/u).filter((l) => l.trim() !== '')) {
    const [id = '', base64 = ''] = line.trim().split(':')
    const key = Buffer.from(base64, 'base64')
    if (key.length !== KEY_BYTES || idOf(key) !== id) {
      throw new MainKeyError(
        `Le fichier de la clé principale (${path}) est abîmé ou n’est pas le bon. Remettez en place sa sauvegarde.`,
      )
    }
    keys.set(id, key)
    current = id
  }
  if (current === '') {
    throw new MainKeyError(
      `Le fichier de la clé principale (${path}) est vide. Remettez en place sa sauvegarde : une nouvelle clé n’ouvrirait pas les pièces existantes.`,
    )
  }
  return { current, keys }
}

function refuseInside(path: string, directory: string): void {
  const way = relative(resolve(directory), resolve(path))
  if (way !== '' && (way.startsWith('..') || resolve(path) === way)) return
  throw new MainKeyError(
    'La clé principale doit être rangée hors du dossier des données : une copie de ce dossier ne doit pas suffire à lire les pièces.',
  )
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new MainKeyError(
      `La clé principale (${path}) ne peut pas être lue : vérifiez les droits de ce fichier.`,
    )
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isExposed(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false
  return ((await stat(path)).mode & 0o077) !== 0
}
