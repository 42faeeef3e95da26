import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce } from './pages/dossier.ts'
import { ouvrirLaListe } from './pages/liste.ts'
import { chercherLaPersonne, choisirLeService, lacher, nouvelleReclamation } from './pages/reception.ts'
import { ilYA, plainteRecueLe } from './support/courriel.ts'
import { parcours } from './support/parcours.ts'

parcours('les images du guide', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  await camille.illustrer('accueil')

  await ouvrirLaListe(page)
  await page.getByRole('button', { name: 'En cours', exact: true }).click()
  await page.waitForURL(/vue=ouverts|dossiers$/)
  await camille.illustrer('liste')

  await page.goto('/eloges/nouveau')
  await page
    .getByLabel('Message de remerciement')
    .fill(
      'Merci à toute l’équipe de nuit. Mon mari était très inquiet ; chacun a pris le temps de lui parler, jusqu’au matin.',
    )
  await page.getByRole('combobox', { name: /Services remerciés/ }).fill('pneumo')
  await page.getByRole('option', { name: 'Pneumologie' }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel(/De la part de/).fill('Mme Lucienne Fabre')
  await camille.illustrer('eloge')

  await nouvelleReclamation(page)
  await lacher(page, [plainteRecueLe(ilYA(2))])
  await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
  await page.getByLabel(/Je confirme : reçue le/).check()
  await page.evaluate('window.scrollTo(0, 0)')
  await camille.illustrer('reception')
  await page.getByRole('radio', { name: 'Quelqu’un d’autre' }).check()
  await page.getByRole('combobox', { name: 'L’auteur écrit en qualité de' }).click()
  await page.getByRole('option', { name: 'Un proche' }).click()
  await chercherLaPersonne(page, 'Patient', 'Odette Delattre')
  await choisirLeService(page, 'urgences ad', 'Urgences adultes')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const adresse = await adresseDuDossier(page)
  await annonce(page, /enregistrée/)
  await page.goto(adresse)
  await page.getByRole('heading', { name: 'Échéances' }).waitFor()
  await camille.illustrer('dossier')

  // Tall enough for the whole explanation, so that nothing of the page covers it.
  await page.setViewportSize({ width: 1440, height: 1700 })
  await page.evaluate('window.scrollTo(0, 0)')
  const echeances = page
    .getByRole('region', { name: 'Échéances' })
    .or(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Échéances' }) }))
  await page.getByRole('button', { name: /Pourquoi cette date.*Accusé de réception électronique/ }).click()
  await camille.illustrer('pourquoi', echeances.first())
})
