import PizZip from 'pizzip'
import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce, numeroAffiche, telecharger } from './pages/dossier.ts'
import {
  chercherLaPersonne,
  choisirLeService,
  dateDeReception,
  lacher,
  nouvelleReclamation,
} from './pages/reception.ts'
import { ilYA, plainteRecueLe } from './support/courriel.ts'
import { parcours } from './support/parcours.ts'

const texteDuWord = (octets: Buffer): string =>
  (new PizZip(octets).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')

parcours(
  'un courriel déposé devient une réclamation, et son accusé de réception part',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    const recuLe = ilYA(2)
    const courriel = plainteRecueLe(recuLe)
    await seConnecter(camille, 'camille')
    await nouvelleReclamation(page)

    await lacher(page, [courriel])
    await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
    await page.getByRole('button', { name: 'couloir-urgences.png' }).waitFor()
    await page.getByRole('button', { name: 'compte-rendu-passage.pdf' }).waitFor()
    expect(
      await page.getByLabel('Courriel', { exact: true }).first().isChecked(),
      'arrivée par courriel',
    ).toBe(true)
    expect(await dateDeReception(page).inputValue(), 'jour du serveur de messagerie').toBe(recuLe)
    await page.getByText('Le serveur de messagerie de l’établissement l’a reçu').waitFor()
    const auteur = page.getByRole('group', { name: 'Auteur de la réclamation' })
    expect(await auteur.getByLabel('Nom', { exact: true }).inputValue()).toBe('Delattre')
    expect(await auteur.getByLabel('Prénom').inputValue()).toBe('Hélène')
    expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe('Plainte, ma mère aux urgences')
    await camille.controler('reception-courriel')

    await page.getByRole('button', { name: 'couloir-urgences.png' }).click()
    await page.getByRole('img', { name: 'Pièce couloir-urgences.png' }).waitFor()
    await camille.controler('reception-piece-jointe')
    await page.getByRole('button', { name: 'Revenir au message' }).click()

    // The day starts the clocks: it is proposed, never taken without the agent.
    await page.getByRole('button', { name: 'Enregistrer et accuser réception' }).click()
    await page.getByRole('link', { name: /Confirmez la date de réception/ }).waitFor()
    await camille.controler('reception-a-corriger')
    await page.getByLabel(/Je confirme : reçue le/).check()
    await page.getByRole('radio', { name: 'Quelqu’un d’autre' }).check()
    await page.getByRole('combobox', { name: 'L’auteur écrit en qualité de' }).click()
    await page.getByRole('option', { name: 'Un proche' }).click()
    await chercherLaPersonne(page, 'Patient', 'Odette Delattre')
    await choisirLeService(page, 'urgences ad', 'Urgences adultes')
    await page.getByRole('heading', { name: 'Ce qui partira' }).waitFor()

    await page.getByRole('button', { name: 'Enregistrer et accuser réception' }).click()
    const adresse = await adresseDuDossier(page)
    await annonce(page, /Réclamation REC-\d+-\d+ enregistrée/)

    // Asked for at intake: the letter is there on arrival, to read in Word and to send.
    const fenetre = page.getByRole('dialog', { name: /accusé de réception/i })
    await fenetre.waitFor()
    await camille.controler('accuse-pret')
    const lettre = await telecharger(page, () => fenetre.getByRole('link', { name: /Télécharger/ }).click())
    const numero = await numeroAffiche(page)
    expect(lettre.nom).toMatch(/\.docx$/)
    expect(texteDuWord(lettre.octets)).toContain(numero)
    expect(texteDuWord(lettre.octets)).not.toContain('{')
    await fenetre.getByLabel('Par courriel, depuis ma messagerie').check()
    expect(await fenetre.getByLabel('Parti le').inputValue()).toBe(ilYA(0))
    await fenetre.getByRole('button', { name: 'Noter l’envoi' }).click()
    await annonce(page, 'Envoi noté.')

    await page.goto(adresse)
    await page.getByRole('heading', { name: 'Échéances' }).waitFor()
    await page
      .getByRole('button', { name: /Pourquoi cette date/ })
      .first()
      .click()
    await page.getByRole('button', { name: /Replier l’explication/ }).waitFor()
    await camille.controler('dossier-pourquoi')
    await page.getByRole('button', { name: /échéances? réglées?/ }).click()
    await page.getByText('tenue', { exact: true }).first().waitFor()
    await page
      .getByText(/parti le/)
      .first()
      .waitFor()
    await camille.controler('dossier')

    await nouvelleReclamation(page)
    await lacher(page, [courriel])
    await page.getByText('Ce message est déjà au dossier').waitFor()
    await page.getByRole('link', { name: numero }).waitFor()
    await camille.controler('reception-deja-au-dossier')
  },
)
