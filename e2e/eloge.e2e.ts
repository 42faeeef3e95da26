import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'

const DIX_SECONDES = 10_000

parcours('un éloge s’enregistre au clavier seul, en moins de dix secondes', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  const { keyboard } = page
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()

  const debut = performance.now()
  await keyboard.press('n')
  await page.getByRole('combobox', { name: 'Nouveau dossier' }).waitFor()
  await keyboard.type('elo')
  await page.getByRole('option', { name: /Éloge/ }).waitFor()
  await keyboard.press('Enter')
  const message = page.getByLabel('Message de remerciement')
  await message.waitFor()
  await expect.poll(() => message.evaluate((champ) => champ.matches(':focus'))).toBe(true)
  await keyboard.type('Merci à toute l’équipe de nuit pour sa douceur.', { delay: 20 })
  await keyboard.press('Tab')
  await keyboard.type('pneumo', { delay: 20 })
  await page.getByRole('option', { name: 'Pneumologie' }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Control+Enter')
  await annonce(page, /Éloge ELO-\d+-\d+ enregistré/)
  expect(performance.now() - debut, 'durée, en millisecondes').toBeLessThan(DIX_SECONDES)
  await camille.controler('eloge-enregistre')

  // Ready for the next one, the hands still on the keyboard.
  await expect.poll(() => message.evaluate((champ) => champ.matches(':focus'))).toBe(true)

  await page.getByRole('link', { name: 'Ouvrir et transmettre' }).click()
  await page.getByRole('heading', { name: 'Le message' }).waitFor()
  await page.getByText('Merci à toute l’équipe de nuit pour sa douceur.').first().waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Pneumologie' }).first().waitFor()
  await camille.controler('eloge')
  await page.getByRole('button', { name: /ransmettre/ }).click()
  await annonce(page, 'C’est fait.')
  await camille.controler('eloge-transmis')
})
