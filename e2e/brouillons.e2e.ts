import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier } from './pages/dossier.ts'
import { chercher, ouvrirLaListe } from './pages/liste.ts'
import { ecrireUneReclamation, nouvelleReclamation } from './pages/reception.ts'
import { parcours } from './support/parcours.ts'

/** A word no other dossier holds. */
const unique = (debut: string): string => `${debut} ${Date.now().toString(36)}`

const remplir = (page: Page, objet: string): Promise<void> =>
  ecrireUneReclamation(page, {
    canal: 'Courrier',
    auteur: 'Yvonne Lacombe',
    objet,
    recit: 'Le repas du soir arrive froid depuis deux semaines.',
  })

async function compter(page: Page, objet: string): Promise<number> {
  await ouvrirLaListe(page)
  await chercher(page, objet)
  await page.getByRole('link', { name: objet }).first().waitFor()
  return page.getByRole('link', { name: objet }).count()
}

parcours('une saisie interrompue se reprend où elle en était', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  const objet = unique('Repas froids')
  await seConnecter(camille, 'camille')
  await nouvelleReclamation(page)
  await remplir(page, objet)
  await page.getByText(/Brouillon enregistré à/).waitFor()
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: /Aujourd’hui/ })
    .click()
  await page.getByRole('heading', { name: 'À reprendre' }).waitFor()
  await camille.controler('accueil')
  await page.getByRole('link', { name: objet }).click()
  expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe(objet)
  expect(await page.getByLabel(/écrivez ce que dit la personne/).inputValue()).toContain('repas du soir')
  expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Lacombe')

  // The day of a letter is typed; until then it cannot be registered.
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('link', { name: /Indiquez la date de réception/ }).waitFor()
  await page.getByRole('button', { name: 'Aujourd’hui' }).click()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).dblclick()
  await adresseDuDossier(page)
  expect(await compter(page, objet), 'dossiers après un double clic').toBe(1)
  await page.goto('/')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  const aReprendre = page.getByRole('region', { name: 'À reprendre' })
  expect(await aReprendre.getByRole('link', { name: objet }).count(), 'brouillon restant').toBe(0)
})

parcours(
  'une connexion coupée pendant l’enregistrement ne perd rien et ne double rien',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    const objet = unique('Coupure')
    camille.tolerer(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/)
    await seConnecter(camille, 'camille')
    await nouvelleReclamation(page)
    await remplir(page, objet)
    await page.getByRole('button', { name: 'Aujourd’hui' }).click()
    const enregistrer = page.getByRole('button', { name: 'Enregistrer', exact: true })

    await page.context().setOffline(true)
    await enregistrer.click()
    await page.getByRole('alert').getByText('La connexion est coupée. Votre saisie est gardée').waitFor()
    expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe(objet)
    await camille.controler('reception-hors-ligne')
    await page.context().setOffline(false)

    // Worse: the server has registered, and its answer is lost on the way back.
    let perdues = 0
    await page.route('**/api/reclamations', async (route) => {
      perdues += 1
      if (perdues > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await enregistrer.click()
    await expect.poll(() => perdues, { timeout: 10_000 }).toBe(1)
    await page.getByRole('alert').getByText('La connexion est coupée. Votre saisie est gardée').waitFor()
    await enregistrer.click()
    await adresseDuDossier(page)
    expect(await compter(page, objet), 'dossiers après deux essais').toBe(1)
  },
)
