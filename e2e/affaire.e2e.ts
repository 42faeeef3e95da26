import { randomUUID } from 'node:crypto'
import { creerUneReclamation } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { chercher, compte, lignes, ouvrirLaListe } from './pages/liste.ts'
import { parcours } from './support/parcours.ts'

parcours(
  'des dossiers choisis dans la liste deviennent une affaire ; l’un en sort, puis y revient',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    const mot = `coupure${randomUUID().slice(0, 8)}`
    const premiere = await creerUneReclamation(camille, { objet: `Eau froide, ${mot}` })
    const seconde = await creerUneReclamation(camille, { objet: `Douche fermée, ${mot}` })
    await ouvrirLaListe(page)
    await chercher(page, mot)
    await compte(page)
      .filter({ hasText: /^2.dossiers/ })
      .waitFor()
    await page.getByLabel('Choisir tous les dossiers affichés').check()
    await page.getByRole('button', { name: 'Affaire…' }).click()
    const fenetre = page.getByRole('dialog')
    await fenetre.getByRole('radio', { name: 'Une nouvelle affaire' }).check()
    await fenetre.getByLabel('Titre').fill(`Coupure d’eau ${mot}`)
    await camille.controler('affaire-a-ouvrir')
    await fenetre.getByRole('button', { name: 'Ouvrir l’affaire' }).click()
    await annonce(page, /2.dossiers rattachés/)

    await page
      .getByRole('navigation', { name: 'Navigation principale' })
      .getByRole('link', { name: 'Affaires' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Affaires' }).waitFor()
    await camille.controler('affaires')
    await page.getByRole('link', { name: `Coupure d’eau ${mot}` }).click()
    const dossiers = page.getByRole('region', { name: 'Dossiers' })
    await dossiers.getByRole('link', { name: new RegExp(premiere.numero) }).waitFor()
    const chronologie = page.getByRole('region', { name: 'Chronologie' })
    await chronologie.getByRole('link', { name: seconde.numero }).first().waitFor()
    await camille.controler('affaire')

    await dossiers.getByRole('button', { name: `Retirer ${seconde.numero} de l’affaire` }).click()
    await annonce(page, `${seconde.numero} retiré de l’affaire.`)
    await dossiers.getByRole('link', { name: new RegExp(seconde.numero) }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Annuler', exact: true }).last().click()
    await dossiers.getByRole('link', { name: new RegExp(seconde.numero) }).click()

    // On the page of each dossier, and in lists.
    const fiche = page.getByRole('region', { name: 'Affaire', exact: true })
    await fiche.getByRole('link', { name: `Coupure d’eau ${mot}` }).waitFor()
    await camille.controler('dossier-d-une-affaire')
    await fiche.getByRole('link', { name: `Coupure d’eau ${mot}` }).click()
    await page.getByRole('link', { name: 'Ouvrir en liste' }).click()
    await page.getByRole('button', { name: new RegExp(`Affaire.: Coupure d’eau ${mot}`) }).waitFor()
    await lignes(page).nth(1).waitFor()
    await camille.controler('liste-d-une-affaire')
  },
)
