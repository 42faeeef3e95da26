import { expect } from 'vitest'
import { pdfText } from '#app/testing/pdf-text.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'
import type { Visite } from './support/visite.ts'

const DIX_SECONDES = 10_000

/** The sheet as it will be printed: one A4 page of text. */
async function texteDeLaFiche({ page }: Visite, adresse: string | null): Promise<string> {
  const reponse = await page.request.get(adresse ?? '')
  expect([reponse.status(), reponse.headers()['content-type']]).toEqual([200, 'application/pdf'])
  const texte = await pdfText(await reponse.body())
  expect(texte).toContain('Pneumologie')
  return texte
}

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
  await page.getByText('L’équipe ne l’a pas encore reçu.').waitFor()
})

parcours('un éloge est transmis à l’équipe, qui l’affiche', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.goto('/eloges/nouveau')
  await page.getByLabel('Message de remerciement').fill('Merci à toute l’équipe, si patiente.\nOdile Ferrand')
  await page.getByRole('combobox', { name: /Services remerciés/ }).fill('pneumo')
  await page.getByRole('option', { name: 'Pneumologie' }).click()
  await page.getByLabel(/De la part de/).fill('Odile Ferrand')
  await page.getByLabel('La personne accepte que son nom').waitFor()
  await page.getByRole('button', { name: 'Enregistrer l’éloge' }).click()
  await page.getByRole('link', { name: 'Ouvrir et transmettre' }).click()

  // nobody asked her: the team reads the words, not the name
  await page.getByRole('button', { name: 'Transmettre à l’équipe' }).click()
  const fenetre = page.getByRole('dialog')
  await fenetre.getByLabel('Adresse électronique').waitFor()
  expect(await fenetre.getByLabel('Adresse électronique').inputValue()).toBe('lea@ch-valmont.example')
  expect(await fenetre.getByLabel('Ce que l’équipe lira').inputValue()).not.toContain('Odile')
  await camille.controler('eloge-transmettre')
  await fenetre.getByRole('button', { name: 'Transmettre', exact: true }).click()
  await fenetre.waitFor({ state: 'hidden' })
  const carte = page.getByRole('region', { name: 'Transmission à l’équipe' })
  await carte.getByText('(par courriel)').waitFor()
  await camille.controler('eloge-transmis')
  const fiche = await carte.getByRole('link', { name: 'Imprimer la fiche de l’équipe' }).getAttribute('href')
  expect(await texteDeLaFiche(camille, fiche)).not.toContain('Odile')

  // she is asked, and agrees
  await carte.getByRole('button', { name: 'Noter son accord' }).click()
  await page.getByRole('dialog').getByLabel('Oui, de vive voix').check()
  await camille.controler('eloge-accord')
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await carte.getByText('accepte que son nom soit donné').waitFor()

  // the head of the service prints the sheet, and says that the team has it
  const lea = await visiter()
  await seConnecter(lea, 'lea')
  await lea.page.goto(page.url())
  const sienne = lea.page.getByRole('region', { name: 'Transmission à l’équipe' })
  const aAfficher = await sienne
    .getByRole('link', { name: 'Imprimer la fiche de l’équipe' })
    .getAttribute('href')
  expect(await texteDeLaFiche(lea, aAfficher)).toContain('Odile Ferrand')
  await sienne.getByRole('button', { name: 'Je l’ai remis à l’équipe' }).click()
  await sienne.getByText(/Remis à l’équipe par le service/).waitFor()
  await lea.controler('eloge-remis')

  // and it counts
  await page.goto('/eloges/par-service')
  await page.getByRole('link', { name: 'Pneumologie' }).waitFor()
  await camille.controler('eloges-par-service')
})
