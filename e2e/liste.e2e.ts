import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { annonce, telecharger } from './pages/dossier.ts'
import { chercher, choisirLExport, compte, lignes, ouvrirLaListe } from './pages/liste.ts'
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
        const services = await lignes(page).getByRole('cell').nth(2).allTextContents()
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
      choisirLExport(page, 'Un dossier par ligne, CSV (.csv)'),
    )
    expect(nom).toMatch(/^dossiers-\d{4}-\d\d-\d\d\.csv$/)
    const csv = octets.toString('utf8')
    expect(csv.startsWith('\uFEFFNuméro;Type;Objet;')).toBe(true)
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(200)
    const classeur = await telecharger(page, () => choisirLExport(page, 'Un grief par ligne, Excel (.xlsx)'))
    expect(classeur.nom).toMatch(/^griefs-\d{4}-\d\d-\d\d\.xlsx$/)
    expect(classeur.octets.subarray(0, 2).toString()).toBe('PK')
  },
)

parcours(
  'une liste s’enregistre, s’ouvre en premier, et ses dossiers s’attribuent ensemble',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    await ouvrirLaListe(page)
    await page.getByRole('button', { name: 'En cours', exact: true }).click()
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await page.getByRole('checkbox', { name: 'Auteur' }).check()
    await page.getByRole('button', { name: 'Monter « Auteur »' }).click()
    await camille.controler('liste-colonnes')
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
    await page.getByRole('columnheader', { name: 'Auteur' }).waitFor()
    expect(page.url()).toContain('colonnes=')

    await page.getByRole('button', { name: 'Mes listes' }).click()
    await page.getByRole('menuitem', { name: 'Enregistrer cette liste…' }).click()
    await page.getByRole('textbox', { name: 'Nom de la liste' }).fill('Mon bureau')
    await page.getByRole('switch', { name: /Partager/ }).check()
    await camille.controler('liste-enregistrer')
    await page.getByRole('button', { name: 'Enregistrer la liste' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mon bureau' }).waitFor()
    await page.getByRole('button', { name: 'Mon bureau' }).click()
    await page.getByRole('menuitem', { name: 'Ranger, renommer, supprimer…' }).click()
    await page.getByRole('button', { name: 'Ouvrir en premier « Mon bureau »' }).click()
    await page.getByText('s’ouvre en premier').first().waitFor()
    await camille.controler('listes-a-ranger')
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
    await page
      .getByRole('navigation', { name: 'Navigation principale' })
      .getByRole('link', { name: 'Tous les dossiers' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Mon bureau' }).waitFor()

    // By mouse, then by keyboard: three dossiers in a row.
    await page.getByRole('button', { name: 'Sans agent', exact: true }).click()
    await page.waitForURL(/vue=non-assignes/)
    // the previous list stays on screen until this one has come
    await expect
      .poll(async () => Number.parseInt((await compte(page).textContent()) ?? '', 10), { timeout: 15_000 })
      .toBeLessThan(50)
    const avant = Number.parseInt((await compte(page).textContent()) ?? '', 10)
    await lignes(page).first().getByRole('checkbox').check()
    await lignes(page)
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    const lot = page.getByRole('region', { name: 'Dossiers choisis' })
    await lot.getByText('3 dossiers choisis').waitFor()
    await lignes(page).nth(2).getByRole('link').focus()
    await page.keyboard.press('x')
    await lot.getByText('2 dossiers choisis').waitFor()
    await camille.controler('liste-lot')
    const { octets } = await telecharger(page, async () => {
      await lot.getByRole('button', { name: 'Exporter ces dossiers' }).click()
      await page.getByRole('menuitem', { name: 'Un dossier par ligne, CSV (.csv)' }).click()
    })
    expect(octets.toString('utf8').trim().split('\r\n')).toHaveLength(3)
    await lot.getByRole('combobox', { name: 'Attribuer ces dossiers à' }).click()
    await page.getByRole('option', { name: /\(moi\)/ }).click()
    await annonce(page, '2 dossiers attribués.')
    await expect
      .poll(async () => Number.parseInt((await compte(page).textContent()) ?? '', 10), { timeout: 10_000 })
      .toBe(avant - 2)
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await annonce(page, '2 dossiers remis comme avant.')
    await expect
      .poll(async () => Number.parseInt((await compte(page).textContent()) ?? '', 10), { timeout: 10_000 })
      .toBe(avant)
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
  const textes = await lignes(page).getByRole('cell').nth(1).locator('span').allTextContents()
  const tous = await page.getByRole('row').locator('td:nth-child(2) span').allTextContents()
  const accentue = [...textes, ...tous].find(
    (un) =>
      /^\p{L}[\p{L} .’-]+$/u.test(un) &&
      un !== sansAccent(un) &&
      /[éèêëïîôûç]/i.test(un) &&
      !/reçue|accusée|répondue|close|transmis/i.test(un),
  )
  expect(accentue, 'un auteur au nom accentué').toBeDefined()
  return accentue ?? ''
}
