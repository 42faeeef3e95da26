import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The number of the dossier on screen. */
export async function numeroAffiche(page: Page): Promise<string> {
  const surtitre = page.getByText(/(?:Réclamation|Éloge|Contact)\s+[A-Z]{3}-\d{4}-\d+/).first()
  const texte = (await surtitre.textContent()) ?? ''
  const numero = /[A-Z]{3}-\d{4}-\d+/.exec(texte)?.[0]
  expect(numero, texte).toBeDefined()
  return numero ?? ''
}

/** Address of the dossier on screen, without what its opening asked for. */
export async function adresseDuDossier(page: Page): Promise<string> {
  await page.waitForURL(/\/(?:reclamations|eloges|contacts)\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** Clicks what downloads, and gives the bytes and the name proposed. */
export async function telecharger(
  page: Page,
  cliquer: () => Promise<void>,
): Promise<{ nom: string; octets: Buffer }> {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), cliquer()])
  const octets = await buffer(await telechargement.createReadStream())
  return { nom: telechargement.suggestedFilename(), octets }
}

export const annonce = (page: Page, texte: string | RegExp) => page.getByText(texte).first().waitFor()
