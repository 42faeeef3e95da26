import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const RACINE = join(import.meta.dirname, '../..')
export const CAPTURES = join(RACINE, 'e2e/captures')
const GUIDE = join(RACINE, 'docs/guide/captures')
const POIDS_MAX = 200 * 1024

const NORMES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export interface Visite {
  readonly page: Page
  readonly incidents: () => readonly string[]
  /** what this journey provokes on purpose: a refusal, a cut */
  readonly tolerer: (motif: RegExp) => void
  readonly sansIncident: () => void
  /** accessibility and width of what is on screen, told with the incidents at the end; and its picture under this name */
  readonly controler: (nom: string) => Promise<void>
  /** picture of the guide: the screen, or a part of it */
  readonly illustrer: (nom: string, partie?: Locator) => Promise<void>
}

/** Watches a page from its first request. `sansScript`: the browser of this visitor runs nothing. */
export function creerVisite(page: Page, { sansScript = false } = {}): Visite {
  const incidents: string[] = []
  const tolerances: RegExp[] = []
  page.on('pageerror', (error) => incidents.push(`erreur de la page : ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      incidents.push(`console : ${message.text()} (${message.location().url})`)
  })
  page.on('requestfailed', (request) => {
    const cause = request.failure()?.errorText ?? ''
    // Leaving a screen drops what it was still reading.
    if (cause !== 'net::ERR_ABORTED')
      incidents.push(`requête : ${request.method()} ${request.url()} ${cause}`)
  })
  const restants = (): string[] => incidents.filter((un) => !tolerances.some((motif) => motif.test(un)))
  const etroit = (page.viewportSize()?.width ?? 0) < 600
  return {
    page,
    incidents: restants,
    tolerer: (motif) => tolerances.push(motif),
    sansIncident: () => expect(restants(), 'incidents dans le navigateur').toEqual([]),
    async controler(nom) {
      await poser(page)
      const defauts = sansScript ? await defautsDeLaCopie(page, nom) : await defautsDAcces(page, nom)
      incidents.push(...(await debord(page, nom)), ...defauts)
      mkdirSync(CAPTURES, { recursive: true })
      const path = join(CAPTURES, `${nom}-${etroit ? 'telephone' : 'bureau'}.png`)
      await page.screenshot({ path, animations: 'disabled' })
    },
    async illustrer(nom, partie) {
      mkdirSync(GUIDE, { recursive: true })
      await poser(page)
      // A date field takes the language of its page once it is told, where the browser's own French is not installed.
      await page.evaluate(
        "for (const champ of document.querySelectorAll('input[type=date]')) champ.lang = 'fr'",
      )
      await page.mouse.move(0, 0)
      const path = join(GUIDE, `${nom}.png`)
      await (partie ?? page).screenshot({ path, animations: 'disabled' })
      expect(statSync(path).size, `poids de ${nom}.png`).toBeLessThanOrEqual(POIDS_MAX)
    },
  }
}

const POSEE = `document.fonts.status === 'loaded' &&
  document.querySelector('[aria-busy="true"]') === null &&
  document.getAnimations().every((une) => une.playState !== 'running' || une.effect?.getTiming().iterations === Infinity)`

/**
 * Waits for what is still moving or loading: a colour half-way through a transition is nobody's contrast. Asked from
 * outside: the page's own policy forbids evaluated code.
 */
async function poser(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(POSEE), { timeout: 10_000, interval: 50 }).toBe(true)
}

async function debord(page: Page, nom: string): Promise<readonly string[]> {
  const pixels = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return pixels === 0 ? [] : [`${nom} : la page défile de côté, de ${pixels} pixels`]
}

/** What checks accessibility needs scripts: it reads a copy of the page, where nothing of its own ran. */
async function defautsDeLaCopie(page: Page, nom: string): Promise<readonly string[]> {
  const contexte = await page.context().browser()?.newContext({ viewport: page.viewportSize() })
  if (contexte === undefined) throw new Error('Le navigateur est fermé.')
  try {
    const copie = await contexte.newPage()
    await copie.setContent(await page.content())
    return await defautsDAcces(copie, nom)
  } finally {
    await contexte.close()
  }
}

async function defautsDAcces(page: Page, nom: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(NORMES).analyze()
  return violations.map(
    ({ id, help, nodes }) =>
      `${nom} : ${id} (${help})\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary ?? ''}`).join('\n')}`,
  )
}
