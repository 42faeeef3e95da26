import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { telecharger } from './pages/dossier.ts'
import { chercher, compte, lignes, ouvrirLaListe } from './pages/liste.ts'
import { parcours } from './support/parcours.ts'

parcours(
  'la liste se filtre, se cherche sans accent, se parcourt au clavier et s’exporte',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    await ouvrirLaListe(page)
    await camille.controler('liste')
    const avant = Number.parseInt((await compte(page).textContent()) ?? '', 10)
    await page.getByRole('button', { name: 'Afficher la suite' }).click()
    await expect
      .poll(async () => Number.parseInt((await compte(page).textContent()) ?? '', 10), { timeout: 10_000 })
      .toBeGreaterThan(avant)

    await page.getByRole('button', { name: 'En retard', exact: true }).click()
    await page.waitForURL(/vue=en-retard/)
    await camille.controler('liste-en-retard')
    await page.getByRole('button', { name: 'Tous', exact: true }).click()
    await page.getByRole('combobox', { name: 'Service' }).fill('pneumo')
    await page.getByRole('option', { name: 'Pneumologie', exact: true }).click()
    await page.waitForURL(/service=/)
    await expect
      .poll(async () => {
        const services = await lignes(page).getByRole('cell').nth(1).allTextContents()
        return services.length > 0 && services.every((un) => un.includes('Pneumologie'))
      })
      .toBe(true)
    await page.getByRole('button', { name: 'Effacer les filtres' }).click()

    // Without accents, in capitals: the same dossiers.
    const auteur = await premierAuteurAccentue(page)
    await chercher(page, sansAccent(auteur))
    await expect.poll(async () => (await lignes(page).first().textContent()) ?? '').toContain(auteur)
    await chercher(page, 'zzzz introuvable')
    await page.getByText('Aucun dossier pour « zzzz introuvable »').waitFor()
    await camille.controler('liste-vide')
    await page.getByRole('button', { name: 'Effacer la recherche' }).click()

    await lignes(page).first().getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const vise = lignes(page).nth(2).getByRole('link')
    await expect.poll(() => vise.evaluate((lien) => lien.matches(':focus-visible'))).toBe(true)
    const objet = (await vise.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: objet }).waitFor()

    await page.goBack()
    const { nom, octets } = await telecharger(page, () =>
      page.getByRole('button', { name: 'Exporter' }).click(),
    )
    expect(nom).toMatch(/^dossiers-\d{4}-\d\d-\d\d\.csv$/)
    const csv = octets.toString('utf8')
    expect(csv.startsWith('\uFEFFNuméro;Type;Objet;')).toBe(true)
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(200)
  },
)

parcours('Ctrl + K trouve un dossier, une page, et ce qui se crée', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  await page.keyboard.press('Control+k')
  const champ = page.getByRole('combobox', { name: /Chercher/ })
  await champ.waitFor()
  await camille.controler('palette')
  await page.keyboard.type('delais')
  await page.getByRole('option', { name: 'Délais internes' }).waitFor()
  await champ.fill('REC-2026-00001')
  await page.getByRole('option', { name: /REC-2026-00001/ }).waitFor()
  await camille.controler('palette-trouve')
  await page.keyboard.press('Enter')
  await page.getByText('REC-2026-00001').first().waitFor()
  await page.getByRole('heading', { name: 'Échéances' }).waitFor()
})

const sansAccent = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

/** Name of an author of the list that carries an accent. */
async function premierAuteurAccentue(page: Parameters<typeof lignes>[0]): Promise<string> {
  await compte(page).waitFor()
  const textes = await lignes(page).getByRole('cell').first().locator('span').allTextContents()
  const tous = await page.getByRole('row').locator('td:first-child span').allTextContents()
  const accentue = [...textes, ...tous].find(
    (un) =>
      /^\p{L}[\p{L} .’-]+$/u.test(un) &&
      un !== sansAccent(un) &&
      /[éèêëïîôûç]/i.test(un) &&
      !/reçue|accusée|répondue|close/i.test(un),
  )
  expect(accentue, 'un auteur au nom accentué').toBeDefined()
  return accentue ?? ''
}
