import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { inject, it } from 'vitest'
import { CAPTURES, creerVisite, type Visite } from './visite.ts'

let browser: Promise<Browser> | undefined

const BUREAU: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
export const TELEPHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions

export interface Moyens {
  /** a new visitor, with cookies of their own, in front of the fictional hospital unless told otherwise */
  readonly visiter: (options?: {
    readonly adresse?: string
    readonly ecran?: BrowserContextOptions
  }) => Promise<Visite>
}

/** Milliseconds; longer for a journey of several people. */
const DUREE_MAX = 180_000

/**
 * One journey through the real application. Fails on any console error, page error, refused policy or failed request the
 * journey did not announce; leaves a picture of each visitor's screen when it fails.
 */
export function parcours(
  titre: string,
  jouer: (moyens: Moyens) => Promise<void>,
  options: { readonly dureeMax?: number } = {},
): void {
  it(titre, { timeout: options.dureeMax ?? DUREE_MAX }, async () => {
    browser ??= chromium.connect(inject('browser'))
    const ouvert = await browser
    const visites: Visite[] = []
    const visiter: Moyens['visiter'] = async ({ adresse = inject('demo'), ecran = BUREAU } = {}) => {
      const contexte = await ouvert.newContext({
        baseURL: adresse,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
        ...ecran,
      })
      contexte.setDefaultTimeout(20_000)
      const sansScript = ecran.javaScriptEnabled === false
      const visite = creerVisite(await contexte.newPage(), { sansScript })
      visites.push(visite)
      return visite
    }
    try {
      await jouer({ visiter })
      for (const visite of visites) visite.sansIncident()
    } catch (error) {
      await photographier(titre, visites)
      throw error
    } finally {
      for (const { page } of visites) await page.context().close()
    }
  })
}

async function photographier(titre: string, visites: readonly Visite[]): Promise<void> {
  const nom = titre
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
  const dossier = join(CAPTURES, 'echecs')
  mkdirSync(dossier, { recursive: true })
  for (const [rang, { page, incidents }] of visites.entries()) {
    const path = join(dossier, `${nom}-${rang + 1}.png`)
    await page.screenshot({ path }).catch(() => undefined)
    console.log(`Écran au moment de l’échec : ${path} (${page.url()})`)
    for (const incident of incidents()) console.log(`  ${incident}`)
  }
}
