import { expect } from 'vitest'
import { creerUneReclamation } from './pages/api.ts'
import { MOT_DE_PASSE, seConnecter } from './pages/connexion.ts'
import { choisir, corriger, faireLePdf, ouvrirLeCourrier, preparerLAccuse } from './pages/courrier.ts'
import { annonce, telecharger } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'

const LETTRE = 'Accusé de réception'
const PHRASE = '<w:t xml:space="preserve">Madame, Monsieur,</w:t>'

parcours(
  'une lettre est corrigée dans Word, visée, signée, puis part par courriel',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    const { id } = await creerUneReclamation(camille, {
      objet: 'Lettre à faire signer',
      courriel: 'helene@courriel.example',
    })
    await page.goto(`/reclamations/${id}`)
    await preparerLAccuse(page)
    const lettre = await ouvrirLeCourrier(page, LETTRE)
    await camille.controler('courrier-prepare')
    const { octets: word } = await telecharger(page, () =>
      lettre.getByRole('link', { name: 'Version 1' }).click(),
    )

    // What must not leave with the letter is told, with its place; nothing is kept.
    await page.getByRole('button', { name: 'Corriger dans Word' }).click()
    const suivie = corriger(word, {
      [PHRASE]:
        '<w:t>Madame,</w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t> Monsieur,</w:t></w:r></w:ins><w:r>',
      'délai de 2 mois': 'délai',
    })
    await choisir(page, 'Choisir la lettre corrigée…', 'suivie.docx', suivie)
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page.getByText('Des modifications suivies').waitFor()
    await page.getByText('« Délai de recours » a disparu').waitFor()
    await camille.controler('courrier-refuse')

    const corrigee = corriger(word, {
      'à rappeler dans toute correspondance': 'à rappeler quand vous nous écrivez',
    })
    await choisir(page, 'Choisir la lettre corrigée…', 'corrigee.docx', corrigee)
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    const changements = page.getByRole('dialog', { name: /^Ce qui a changé/ })
    await changements.getByText('quand vous nous écrivez').waitFor()
    await camille.controler('courrier-change')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Demander un visa' }).click()
    await page.getByRole('combobox', { name: 'Demandé à' }).click()
    await page.getByRole('option', { name: 'Nadia Benali' }).click()
    await camille.controler('courrier-visa')
    await page.getByRole('dialog').getByRole('button', { name: 'Demander le visa' }).click()
    await annonce(page, 'Visa demandé.')

    const nadia = await visiter()
    await seConnecter(nadia, 'nadia', `/reclamations/${id}`)
    await nadia.page.getByRole('button', { name: 'Viser' }).first().click()
    await nadia.page.getByLabel(/Commentaire/).fill('Le ton est juste.')
    await nadia.controler('courrier-viser')
    await nadia.page.getByRole('button', { name: 'Donner le visa' }).click()
    await annonce(nadia.page, 'Visa donné.')

    const paul = await visiter()
    // A wrong password is the point of the first try.
    paul.tolerer(/status of 422/)
    await seConnecter(paul, 'paul', `/reclamations/${id}`)
    await ouvrirLeCourrier(paul.page, LETTRE)
    await paul.page.getByRole('button', { name: 'Signer', exact: true }).click()
    const motDePasse = paul.page.getByLabel('Votre mot de passe', { exact: true })
    await motDePasse.fill('pas le bon')
    await paul.page.getByRole('button', { name: 'Signer cette lettre' }).click()
    await paul.page.getByText('Ce n’est pas votre mot de passe.').first().waitFor()
    await paul.controler('courrier-signer')
    await motDePasse.fill(MOT_DE_PASSE)
    await paul.page.getByRole('button', { name: 'Signer cette lettre' }).click()
    await annonce(paul.page, 'Lettre signée.')

    await page.goto(`/reclamations/${id}`)
    await page.getByRole('button', { name: 'Envoyer l’accusé' }).click()
    await faireLePdf(page)
    await camille.controler('courrier-par-courriel')
    await page.getByRole('button', { name: 'Envoyer le courriel' }).click()
    await annonce(page, 'Courriel parti.')
    const partie = await ouvrirLeCourrier(page, LETTRE)
    await partie.getByText('Donné par Nadia Benali').waitFor()
    await partie.getByText(/^Paul GIRARD/).waitFor()
    await partie.getByText(/helene@courriel.example/).waitFor()
    await camille.controler('courrier-parti')
  },
  { dureeMax: 300_000 },
)

parcours(
  'un courriel refusé se dit, un courriel interrompu se vérifie : rien ne part deux fois',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    const ecrireA = async (courriel: string): Promise<void> => {
      const { id } = await creerUneReclamation(camille, { objet: `Lettre pour ${courriel}`, courriel })
      await page.goto(`/reclamations/${id}`)
      await preparerLAccuse(page)
      await page.getByRole('button', { name: 'Envoyer l’accusé' }).click()
      await faireLePdf(page)
      await page.getByRole('button', { name: 'Envoyer le courriel' }).click()
    }
    await ecrireA('inconnue@courriel.example')
    await page.getByText('Le courriel n’est pas parti.').waitFor()
    await page
      .getByText(/Boîte inconnue/)
      .first()
      .waitFor()
    await camille.controler('courriel-refuse')

    await ecrireA('coupee@courriel.example')
    const question = page.getByRole('dialog', { name: /^Est-il parti/ })
    await question.waitFor()
    await camille.controler('courriel-a-verifier')
    await question.getByRole('button', { name: 'C’est bien parti' }).click()
    await annonce(page, 'C’est noté.')
    const lettre = await ouvrirLeCourrier(page, LETTRE)
    expect(await lettre.getByRole('button', { name: 'Envoyer', exact: true }).count()).toBe(0)
  },
  { dureeMax: 300_000 },
)

parcours('les signataires se tiennent dans les réglages, et se remplacent', async ({ visiter }) => {
  const helene = await visiter()
  const { page } = helene
  await seConnecter(helene, 'helene', '/courriers/signataires')
  await page.getByText('Paul GIRARD').first().waitFor()
  await page.getByRole('button', { name: 'Ajouter un signataire' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Léa FONTAINE')
  await page.getByLabel('Qualité', { exact: true }).fill('La directrice adjointe')
  await page.getByLabel('Délégation', { exact: true }).fill('Décision n° 2026-31')
  await page.getByLabel('Pour tous les courriers').uncheck()
  await page.getByRole('checkbox', { name: LETTRE }).check()
  await helene.controler('signataire-ajout')
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter', exact: true }).click()
  await annonce(page, 'Signataire ajouté.')
  const ligne = page.getByRole('listitem').filter({ hasText: 'Léa FONTAINE' })
  await ligne.getByRole('button', { name: 'Clore' }).click()
  await page.getByRole('button', { name: 'Clore la délégation' }).click()
  await annonce(page, 'Délégation close.')
  await ligne.getByText('close', { exact: true }).waitFor()
  await helene.controler('signataires')
})
