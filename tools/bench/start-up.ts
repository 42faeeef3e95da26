import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { construireLEcran } from '#app/ecran.ts'

const ROOT = join(import.meta.dirname, '../..')
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const SLOWEST_START_MS = 300_000

export interface StartUpFigures {
  /** seconds from the command to the first answer */
  readonly firstStart: number
  readonly firstStartWithDemo: number
  readonly secondStart: number
  /** megabytes, restarted on the demonstration, nobody connected */
  readonly idleMemory: number | null
  readonly idleAfterSeconds: number
  /** the same, after a sign-in, the home, the list and a dossier */
  readonly memoryAfterVisit: number | null
  /** bytes over the wire with an empty cache, from the address to the home; null without Chromium */
  readonly bytesToHome: number | null
  readonly requestsToHome: number | null
}

interface Started {
  readonly url: string
  readonly seconds: number
  memory(): number | null
  stop(): Promise<void>
}

/** What `npm start` gives to node, flags included. */
function startArguments(): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  return scripts.start.split(' ').slice(1)
}

/** Resident memory of a process, in megabytes; null where the system does not tell. */
function residentOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

async function start(folder: string, demonstration: boolean): Promise<Started> {
  const begun = performance.now()
  const child = spawn(
    process.execPath,
    [...startArguments(), '--port', '0', ...(demonstration ? ['--demo'] : [])],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PORTE_VOIX_DONNEES: join(folder, 'donnees'),
        PORTE_VOIX_CLE: join(folder, 'cle'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`no start within ${SLOWEST_START_MS} ms`)),
      SLOWEST_START_MS,
    )
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /est prêt en [^:]*: (http:\S+)/.exec(said)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      resolve(found)
    })
    child.on('exit', () => reject(new Error(`the application stopped:\n${said}`)))
  })
  await fetch(url)
  return {
    url,
    seconds: (performance.now() - begun) / 1000,
    memory: () => residentOf(child.pid),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Opens the application in a browser without any cache, signs in, waits for the home. */
async function visit(url: string): Promise<{ bytes: number; requests: number } | null> {
  const executablePath = BROWSERS.find((path) => existsSync(path))
  if (executablePath === undefined) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    let bytes = 0
    let requests = 0
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests += 1
    })
    await page.goto(url)
    await page.locator('input[name="identifiant"], input[autocomplete="username"]').fill('camille')
    await page.locator('input[type="password"]').fill('valmont-demo-2026')
    await page.keyboard.press('Enter')
    await page.waitForResponse((response) => response.url().endsWith('/api/accueil'))
    await page.waitForLoadState('networkidle')
    const toHome = { bytes, requests }
    await page.goto(`${url}/dossiers`)
    await page.waitForLoadState('networkidle')
    return toHome
  } finally {
    await browser.close()
  }
}

/** Starts the application as its user does, on folders of its own. The screens are built before, installing is not counted. */
export async function measureStartUp(o: {
  idleSeconds: number
  log: (line: string) => void
}): Promise<StartUpFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-demarrage-'))
  try {
    await construireLEcran()
    o.log('  premier démarrage')
    const empty = await start(join(folder, 'vide'), false)
    await empty.stop()
    const demo = await start(join(folder, 'demo'), true)
    await demo.stop()
    o.log('  second démarrage')
    const again = await start(join(folder, 'demo'), true)
    try {
      await sleep(o.idleSeconds * 1000)
      const idleMemory = again.memory()
      const visited = await visit(again.url)
      return {
        firstStart: empty.seconds,
        firstStartWithDemo: demo.seconds,
        secondStart: again.seconds,
        idleMemory,
        idleAfterSeconds: o.idleSeconds,
        memoryAfterVisit: visited === null ? null : again.memory(),
        bytesToHome: visited?.bytes ?? null,
        requestsToHome: visited?.requests ?? null,
      }
    } finally {
      await again.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
