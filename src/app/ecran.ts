import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const RACINE = join(import.meta.dirname, '../..')
const SORTIE = join(RACINE, 'dist/web')
const TEMOIN = join(RACINE, 'dist/web.empreinte')

/** What the screens are made of: a change in any of these builds them again. */
const DE_L_ECRAN = /\/(web|domain)\/|\/contract[^/]*\.ts$|^platform\/[^/]+\.ts$/

async function empreinteDesSources(): Promise<string> {
  const source = join(RACINE, 'src')
  const fichiers = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name))
    .filter((f) => DE_L_ECRAN.test(f.slice(source.length + 1)))
  const hachage = createHash('sha256')
  for (const fichier of [
    join(RACINE, 'package-lock.json'),
    join(RACINE, 'vite.config.ts'),
    ...fichiers.toSorted(),
  ]) {
    hachage.update(fichier.slice(RACINE.length)).update(await readFile(fichier))
  }
  return hachage.digest('hex')
}

/** Builds the screens when their sources changed since the last time. Returns whether it did. */
export async function construireLEcran(): Promise<boolean> {
  const empreinte = await empreinteDesSources()
  const derniere = existsSync(TEMOIN) ? await readFile(TEMOIN, 'utf8') : ''
  if (derniere === empreinte && existsSync(join(SORTIE, 'index.html'))) return false
  // Loaded only when needed: the build tool weighs more than the server.
  const { build } = await import('vite')
  await build({ configFile: join(RACINE, 'vite.config.ts'), logLevel: 'error' })
  await writeFile(TEMOIN, empreinte)
  return true
}

/** Serves the built screens; any address that is not a file or the API is the application's first page. */
export async function servirLEcran(app: FastifyInstance): Promise<void> {
  await app.register(staticFiles, {
    root: SORTIE,
    preCompressed: true,
    wildcard: false,
    index: ['index.html'],
    setHeaders(reply, chemin) {
      const dureable = chemin.includes(`${SORTIE}/assets/`)
      reply.header('cache-control', dureable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send({ status: 404, code: 'not-found', title: 'Introuvable.', correlationId: request.id })
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
