import PizZip from 'pizzip'
import type { Locator, Page } from 'playwright-core'
import { annonce } from './dossier.ts'

/** Prepares the acknowledgement of the complaint on screen, and leaves its window. */
export async function preparerLAccuse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accuser réception' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Préparer le courrier' }).click()
  const envoi = page.getByRole('dialog', { name: /^Envoyer/ })
  await envoi.getByRole('button', { name: 'Annuler' }).click()
  await envoi.waitFor({ state: 'hidden' })
}

/** The window of a letter of the dossier on screen. */
export async function ouvrirLeCourrier(page: Page, libelle: string): Promise<Locator> {
  await page.getByRole('button', { name: libelle, exact: true }).click()
  const fenetre = page.getByRole('dialog', { name: libelle, exact: true })
  await fenetre.waitFor()
  return fenetre
}

/** The same Word file as someone would save it after changing it. */
export function corriger(word: Buffer, corrections: Readonly<Record<string, string>>): Buffer {
  const zip = new PizZip(word)
  let xml = zip.file('word/document.xml')?.asText() ?? ''
  for (const [de, vers] of Object.entries(corrections)) {
    if (!xml.includes(de)) throw new Error(`« ${de} » is not in the letter`)
    xml = xml.replace(de, vers)
  }
  zip.file('word/document.xml', xml)
  return zip.generate({ type: 'nodebuffer' })
}

/** Chooses a file in the window on screen. */
export async function choisir(
  page: Page,
  bouton: string | RegExp,
  nom: string,
  octets: Buffer,
): Promise<void> {
  const [choix] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: bouton }).click(),
  ])
  await choix.setFiles({ name: nom, mimeType: 'application/octet-stream', buffer: octets })
}

/** The PDF of the letter in the sending window: by LibreOffice. */
export async function faireLePdf(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Faire le PDF' }).click()
  await page.getByRole('link', { name: 'PDF de cette version' }).waitFor({ timeout: 80_000 })
  await annonce(page, 'PDF prêt.')
}
