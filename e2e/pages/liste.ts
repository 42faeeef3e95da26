import type { Locator, Page } from 'playwright-core'

/** Every dossier, closed ones too. */
export async function ouvrirLaListe(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: /Tous les dossiers|Dossiers de mes services/ })
    .click()
  await page.getByRole('search', { name: 'Filtrer la liste' }).waitFor()
  await page.getByRole('button', { name: 'Tous', exact: true }).click()
  await compte(page).waitFor()
}

/** « 12 dossiers », or the sentence that says there are others. */
export const compte = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^\d+.dossiers?/ })

export const lignes = (page: Page): Locator =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })

export async function chercher(page: Page, mots: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Chercher' }).fill(mots)
}

export async function choisirLExport(page: Page, quoi: string): Promise<void> {
  await page.getByRole('button', { name: 'Exporter' }).click()
  await page.getByRole('menuitem', { name: quoi }).click()
}
