import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce, numeroAffiche } from './pages/dossier.ts'
import { ecrireUneReclamation, nouvelleReclamation } from './pages/reception.ts'
import { parcours } from './support/parcours.ts'

const RECIT = 'Je suis venu quatre fois au secrétariat de cardiologie, on me renvoie chaque fois.'

/** There is no printer here: what would print is counted. */
const SANS_IMPRIMANTE = `{
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get() {
      const fenetre = get.call(this)
      if (fenetre !== null) fenetre.print = () => { window.impressions = (window.impressions ?? 0) + 1 }
      return fenetre
    },
  })
}`

parcours('une réclamation dite au guichet est consignée, et sa copie remise', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await page.addInitScript(SANS_IMPRIMANTE)
  await seConnecter(camille, 'camille')
  await nouvelleReclamation(page)
  await camille.controler('reception-vide')
  await ecrireUneReclamation(page, {
    canal: 'Accueil, au guichet',
    auteur: 'Marcel Aubriot',
    objet: 'Renvoyé de guichet en guichet',
    recit: RECIT,
  })
  await page.getByLabel('Numéro et voie').fill('3 allée des Charmes')
  await page.getByLabel('Code postal').fill('99120')
  await page.getByLabel('Commune').fill('Valmont-sur-Orge')
  await camille.controler('reception-guichet')
  await page.getByRole('button', { name: 'Enregistrer et imprimer la copie' }).click()
  await adresseDuDossier(page)

  const fenetre = page.getByRole('dialog', { name: 'Copie à remettre à la personne' })
  await fenetre.waitFor()
  await expect.poll(() => page.evaluate('window.impressions')).toBe(1)
  await camille.controler('copie-a-remettre')
  const numero = await numeroAffiche(page)
  const lien = await fenetre.getByRole('link', { name: 'Ouvrir dans un onglet' }).getAttribute('href')
  const copie = await page.request.get(lien ?? '')
  expect(copie.headers()['content-type']).toBe('application/pdf')
  const octets = await copie.body()
  expect(octets.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(octets.length).toBeGreaterThan(2000)
  await fenetre.getByRole('button', { name: 'La copie est remise' }).click()
  await annonce(page, 'Remise de la copie notée.')
  await page.getByText('Copie de la réclamation remise à la personne').waitFor()
  await page.getByText(RECIT).first().waitFor()
  expect(numero).toMatch(/^REC-/)
  await camille.controler('dossier-guichet')
})
