import { MOT_DE_PASSE, saisirLeCompte } from './pages/connexion.ts'
import { lacher } from './pages/reception.ts'
import { ilYA, plainteRecueLe } from './support/courriel.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

parcours('au téléphone, tout se lit sans défiler de côté', async ({ visiter }) => {
  const camille = await visiter({ ecran: TELEPHONE })
  const { page } = camille
  await page.goto('/')
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
  await camille.controler('connexion')
  await saisirLeCompte(camille, 'camille', MOT_DE_PASSE)
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  await camille.controler('accueil')
  await page.getByRole('button', { name: 'Ouvrir le menu' }).click()
  const menu = page.getByRole('dialog', { name: 'Porte-voix' })
  await menu.getByRole('link', { name: 'Tous les dossiers' }).waitFor()
  await camille.controler('menu')
  await menu.getByRole('link', { name: 'Tous les dossiers' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /dossiers?/ })
    .waitFor()
  await camille.controler('liste')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await page
    .getByText(/REC-|ELO-/)
    .first()
    .waitFor()
  await page.getByRole('complementary', { name: 'Fiche du dossier' }).waitFor()
  await camille.controler('dossier')

  await page.goto('/reclamations/nouvelle')
  await page.getByRole('heading', { level: 1, name: 'Nouvelle réclamation' }).waitFor()
  await camille.controler('reception-vide')
  await lacher(page, [plainteRecueLe(ilYA(1))])
  await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
  await camille.controler('reception-courriel')
  await page.goto('/eloges/nouveau')
  await page.getByLabel('Message de remerciement').waitFor()
  await camille.controler('eloge-nouveau')
})
