import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { choisir, ligneDuGrief, ouvrirLaLettre, surligner } from './pages/griefs.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

parcours('au clavier seul, un grief se relève phrase par phrase', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await ouvrirLaLettre(camille)
  const choisies = () => page.evaluate<string>('document.getSelection()?.toString() ?? ""')
  const touches = async (...noms: string[]): Promise<void> => {
    for (const nom of noms) await page.keyboard.press(nom)
  }
  await page.getByRole('button', { name: 'Aller à la prochaine' }).focus()
  await touches('Tab', 'ArrowDown', 'ArrowDown', 'ArrowRight')
  await expect.poll(choisies).toBe('Vers 20 h, elle a sonné.')
  await touches('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Enter')
  const formulaire = page.getByRole('region', { name: 'Nouveau grief' })
  await formulaire.getByText('« Vers 20 h, elle a sonné. Personne n’est venu. »').waitFor()
  await page.keyboard.type('sonn')
  await page.getByRole('option', { name: 'Réponse aux appels' }).waitFor()
  await touches('ArrowDown', 'Enter', 'Tab', 'Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Control+Enter')
  await ligneDuGrief(page, 1)
    .getByText(/gravité.3, grave/)
    .waitFor()
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('grief-1')
})

parcours('deux agents reprennent le même grief : les deux valeurs sont montrées', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const id = await ouvrirLaLettre(camille)
  await surligner(camille.page, 'elle a sonné')
  await camille.page.getByRole('button', { name: 'Nouveau grief' }).click()
  await choisir(camille.page, 'Motif', 'sonn')
  await camille.page.getByRole('radio', { name: '3 grave', exact: true }).check()
  await camille.page.getByRole('button', { name: 'Relever ce grief' }).click()
  await ligneDuGrief(camille.page, 1).waitFor()

  const nadia = await visiter()
  nadia.tolerer(/status of 409/)
  await seConnecter(nadia, 'nadia', `/reclamations/${id}/griefs`)
  await nadia.page.getByRole('button', { name: 'Modifier le grief 1' }).click()
  await nadia.page.getByLabel('Titre', { exact: true }).fill('Sonnette sans réponse')
  await camille.page.getByRole('button', { name: 'Modifier le grief 1' }).click()
  await camille.page.getByLabel('Titre', { exact: true }).fill('Appel sans réponse')
  await camille.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await annonce(camille.page, 'Grief modifié.')
  await nadia.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const ligne = nadia.page.getByRole('row', { name: /^Titre/ })
  await ligne.getByRole('cell', { name: 'Sonnette sans réponse' }).waitFor()
  await ligne.getByRole('cell', { name: 'Appel sans réponse' }).waitFor()
  await nadia.controler('griefs-conflit')
  await nadia.page.getByRole('button', { name: 'Enregistrer ma saisie' }).click()
  await ligneDuGrief(nadia.page, 1).getByRole('heading', { name: 'Sonnette sans réponse' }).waitFor()
})

parcours('au téléphone, la lettre et les griefs tiennent dans la largeur', async ({ visiter }) => {
  const camille = await visiter({ ecran: TELEPHONE })
  await seConnecter(camille, 'camille')
  const id = await ouvrirLaLettre(camille)
  await camille.controler('griefs')
  await camille.page.getByRole('button', { name: 'Ajouter un grief sans passage' }).click()
  await camille.page.getByRole('region', { name: 'Nouveau grief' }).waitFor()
  await camille.controler('griefs-saisie')
  await camille.page.goto(`/reclamations/${id}/analyse`)
  await camille.page.getByRole('heading', { name: 'Mesures' }).waitFor()
  await camille.controler('analyse')
})
