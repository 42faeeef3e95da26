import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { parcours } from './support/parcours.ts'

/** What holds the focus, and whether something shows it: an outline or a shadow on it, an outline on the box drawn around it. */
const FOYER = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return { nom: '', visible: true }
  const cerne = (un) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(un)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
  }
  const boites = [element, element.nextElementSibling]
  for (let une = element.parentElement; une !== null && boites.length < 6; une = une.parentElement) boites.push(une)
  return {
    nom: (element.getAttribute('aria-label') ?? element.textContent ?? element.id).trim().slice(0, 60) || element.outerHTML.slice(0, 80),
    // The parts of a date field are the browser's own: it draws their focus inside.
    visible:
      element.type === 'date' ||
      getComputedStyle(element).boxShadow !== 'none' ||
      boites.some((une) => une !== null && cerne(une)),
  }
})()`

async function parcourirAuClavier(page: Page, tabulations: number): Promise<readonly string[]> {
  const noms: string[] = []
  for (let rang = 0; rang < tabulations; rang += 1) {
    await page.keyboard.press('Tab')
    const foyer = await page.evaluate<{ nom: string; visible: boolean }>(FOYER)
    expect(foyer.visible, `foyer visible sur « ${foyer.nom} »`).toBe(true)
    noms.push(foyer.nom)
  }
  return noms
}

parcours('au clavier, on voit toujours où l’on est', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  const [premier] = await parcourirAuClavier(page, 1)
  expect(premier).toBe('Aller au contenu')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('contenu')
  const accueil = await parcourirAuClavier(page, 12)
  expect(new Set(accueil).size, accueil.join(', ')).toBeGreaterThan(6)

  for (const chemin of [
    '/reclamations/nouvelle',
    '/dossiers?vue=tous',
    '/eloges/nouveau',
    '/contacts/nouveau',
  ]) {
    await page.goto(chemin)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await parcourirAuClavier(page, 22)
  }
  await page.goto('/dossiers?vue=tous')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('complementary', { name: 'Fiche du dossier' }).waitFor()
  await parcourirAuClavier(page, 30)
})

parcours('les raccourcis d’une touche se lisent, et se désactivent tous', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  const reglage = page.getByRole('switch', { name: 'Raccourcis d’une seule touche (/, n, c et x)' })
  const basculer = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Mon compte' }).click()
    await page.getByRole('menuitem', { name: 'Raccourcis clavier' }).click()
    await page.getByRole('dialog').getByText('Nouveau\u00a0: contact').waitFor()
    await reglage.click({ force: true })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await basculer()
  for (const touche of ['c', 'n', '/']) await page.keyboard.press(touche)
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await basculer()
  await page.keyboard.press('c')
  await page.waitForURL('**/contacts/nouveau')
})
