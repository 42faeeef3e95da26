import { randomUUID } from 'node:crypto'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce } from './pages/dossier.ts'
import { ecrireUneReclamation, nouvelleReclamation } from './pages/reception.ts'
import { parcours } from './support/parcours.ts'

parcours(
  'la réclamation d’un agent soigné chez lui est protégée dès sa saisie ; sa collègue ne la trouve pas',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    await nouvelleReclamation(page)
    const objet = `Attente aux urgences ${randomUUID().slice(0, 8)}`
    await ecrireUneReclamation(page, {
      canal: 'Téléphone',
      auteur: 'Léa Fontaine',
      objet,
      recit: 'Mon dossier a circulé dans mon propre service.',
    })
    await page.getByText('Léa Fontaine est aussi le nom d’un agent de l’établissement.').waitFor()
    await page.getByRole('button', { name: 'Protéger le dossier' }).click()
    await page.getByText('Seuls la direction, le responsable et vous, qui le suivrez, le verrez.').waitFor()
    await camille.controler('reclamation-protegee-a-la-saisie')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await annonce(page, /Réclamation REC-\d+-\d+ enregistrée/)
    const adresse = await adresseDuDossier(page)
    await page.goto(adresse)
    await page.getByRole('heading', { level: 1, name: objet }).waitFor()
    await page
      .getByRole('region', { name: 'Confidentialité' })
      .getByText('Agent soigné dans son établissement')
      .waitFor()
    await camille.controler('reclamation-protegee')

    const nadia = await visiter()
    await seConnecter(nadia, 'nadia')
    nadia.tolerer(/404/)
    await nadia.page.goto(adresse)
    await nadia.page
      .getByText(/n’existe pas|introuvable/i)
      .first()
      .waitFor()
  },
)
