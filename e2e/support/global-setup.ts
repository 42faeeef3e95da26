import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser, NO_BROWSER } from '../../tools/browser.ts'
import { type Application, startApplication } from './application.ts'
import { demarrerLaMessagerie } from './messagerie.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the fictional hospital */
    demo: string
    /** an instance nobody installed yet, and the code its terminal shows */
    empty: { readonly url: string; readonly code: string }
    browser: string
  }
}

/** What the machine must never wait for: a demonstration is seeded in half a minute when nothing else runs. */
const TIMEOUT_MS = 240_000

/**
 * Starts two real applications and one browser. `PORTE_VOIX_PARCOURS_DONNEES` names a folder where the fictional hospital
 * is kept from one run to the next, to write journeys without seeding it each time.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error(NO_BROWSER)
  const folder = mkdtempSync(join(tmpdir(), 'porte-voix-parcours-'))
  const kept = process.env['PORTE_VOIX_PARCOURS_DONNEES']
  const started: Application[] = []
  const messagerie = await demarrerLaMessagerie()
  const start = async (args: readonly string[], name: string): Promise<Application> => {
    const application = await startApplication({
      args,
      folder: name,
      timeoutMs: TIMEOUT_MS,
      env: {
        PORTE_VOIX_SMTP_URL: messagerie.url,
        PORTE_VOIX_SMTP_EXPEDITEUR: 'Relations avec les usagers <usagers@ch-valmont.example>',
      },
    })
    started.push(application)
    return application
  }
  const browser = await chromium.launchServer({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // Date fields in French, as on the desks of the department, even where the browser's own French is not installed.
      '--lang=fr-FR',
      // The viewer of PDF in a process of its own makes the driver lose its frame.
      '--disable-features=PdfOopif',
      '--enable-blink-features=LangAttributeAwareFormControlUI',
    ],
  })
  const teardown = async (): Promise<void> => {
    await browser.close()
    await Promise.all(started.map((application) => application.stop()))
    await messagerie.stop()
    if (project.vitest.state.getCountOfFailedTests() > 0) {
      for (const application of started) console.log(`\n── ${application.url} ──\n${application.output()}`)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // One after the other: the first builds the screens when they changed, the second finds them built.
    const empty = await start([], join(folder, 'vide'))
    const demo = await start(['--demo'], kept ?? join(folder, 'demo'))
    project.provide('demo', demo.url)
    project.provide('empty', { url: empty.url, code: await empty.read(/code d’installation : (\S+)/) })
    project.provide('browser', browser.wsEndpoint())
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}
