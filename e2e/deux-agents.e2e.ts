import { expect } from 'vitest'
import { creerUneReclamation } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'
import type { Visite } from './support/visite.ts'

const modifierLObjet = async ({ page }: Visite, objet: string): Promise<void> => {
  await page.getByRole('button', { name: 'Modifier l’objet' }).click()
  await page.getByRole('dialog').getByLabel('Objet', { exact: true }).fill(objet)
}

parcours(
  'deux agents modifient le même dossier : les deux valeurs sont montrées, rien n’est perdu',
  async ({ visiter }) => {
    const camille = await visiter()
    const nadia = await visiter()
    await seConnecter(camille, 'camille')
    const { id } = await creerUneReclamation(camille, { objet: 'Attente au téléphone' })
    await camille.page.goto(`/reclamations/${id}`)
    await seConnecter(nadia, 'nadia', `/reclamations/${id}`)
    // The refusal of the second save is the point of this journey.
    nadia.tolerer(/status of 409/)

    await modifierLObjet(camille, 'Attente au téléphone, standard')
    await modifierLObjet(nadia, 'Attente au téléphone, secrétariat')
    await camille.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await annonce(camille.page, 'Modification enregistrée.')

    const fenetre = nadia.page.getByRole('dialog')
    await fenetre.getByRole('button', { name: 'Enregistrer' }).click()
    await fenetre.getByText('Quelqu’un a modifié ce dossier pendant que vous écriviez.').waitFor()
    const ligne = fenetre.getByRole('row', { name: /^Objet/ })
    await ligne.getByRole('cell', { name: 'Attente au téléphone, secrétariat' }).waitFor()
    await ligne.getByRole('cell', { name: 'Attente au téléphone, standard' }).waitFor()
    expect(await fenetre.getByLabel('Objet', { exact: true }).inputValue()).toBe(
      'Attente au téléphone, secrétariat',
    )
    await nadia.controler('dossier-conflit')
    await fenetre.getByRole('button', { name: 'Enregistrer ma saisie' }).click()
    await annonce(nadia.page, 'Modification enregistrée.')
    await nadia.page.getByRole('heading', { level: 1, name: 'Attente au téléphone, secrétariat' }).waitFor()
  },
)
