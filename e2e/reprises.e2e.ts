import { expect } from 'vitest'
import { creerUneReclamation } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'

parcours(
  'le responsable lève un conflit d’intérêts et retire une personne ajoutée par erreur',
  async ({ visiter }) => {
    const visite = await visiter()
    const { page } = visite
    await seConnecter(visite, 'helene')
    const { id } = await creerUneReclamation(visite, { objet: 'Sonnette sans réponse' })
    await page.goto(`/reclamations/${id}`)

    // anonymous: nobody to acknowledge
    await page.getByText('Auteur inconnu').waitFor()

    await page.getByRole('button', { name: 'Déclarer un conflit d’intérêts' }).click()
    const fenetre = page.getByRole('dialog')
    await fenetre.getByRole('combobox', { name: 'Agent concerné' }).click()
    await page.getByRole('option', { name: /Nadia Benali/ }).click()
    await fenetre.getByRole('button', { name: 'Lui retirer le dossier' }).click()
    await annonce(page, /cet agent ne voit plus le dossier/)
    await page.getByText('Nadia Benali ne voit pas ce dossier').waitFor()
    await visite.controler('confidentialite-conflit')
    await page.getByRole('button', { name: 'Lever le conflit d’intérêts de Nadia Benali' }).click()
    await fenetre.getByRole('button', { name: 'Lever le conflit', exact: true }).click()
    await fenetre.getByText('Dites pourquoi : ce motif reste au dossier.').first().waitFor()
    await fenetre.getByLabel('Motif').fill('Homonyme : ce n’est pas sa mère.')
    await visite.controler('conflit-a-lever')
    await fenetre.getByRole('button', { name: 'Lever le conflit', exact: true }).click()
    await annonce(page, /cet agent voit de nouveau le dossier/)
    await page.getByText('Motif : Homonyme : ce n’est pas sa mère.').waitFor()
    expect(await page.getByText('Nadia Benali ne voit pas ce dossier').count()).toBe(0)

    await page.getByRole('button', { name: 'Ajouter une personne' }).click()
    await fenetre.getByRole('combobox', { name: 'Rôle dans le dossier' }).click()
    await page.getByRole('option', { name: 'Auteur' }).click()
    await fenetre.getByRole('combobox', { name: /Personne/ }).fill('Kervarec')
    await page
      .getByRole('option', { name: /Kervarec/ })
      .last()
      .click()
    await fenetre.getByLabel('Nom', { exact: true }).fill('Kervarec')
    await fenetre.getByRole('button', { name: 'Ajouter au dossier' }).click()
    await annonce(page, 'Personne ajoutée.')
    await page.getByText('Auteur connu').waitFor()
    await page.getByRole('button', { name: /^Retirer .*Kervarec du dossier/ }).click()
    await fenetre.getByLabel('Motif').fill('Ce n’était pas elle.')
    await visite.controler('personne-a-retirer')
    await fenetre.getByRole('button', { name: 'Retirer du dossier' }).click()
    await annonce(page, 'Personne retirée du dossier.')
    await page.getByText('Réclamation anonyme. Ajoutez l’auteur s’il se fait connaître.').waitFor()
  },
)
