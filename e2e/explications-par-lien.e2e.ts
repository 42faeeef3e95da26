import { expect } from 'vitest'
import { creerUneReclamation, interrogerUnService } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'
import type { Visite } from './support/visite.ts'

/** A phone whose browser runs nothing: what the page of a link must do without. */
const SANS_SCRIPT = { ...TELEPHONE, javaScriptEnabled: false }

const QUESTIONS = ['Combien de temps a-t-elle attendu ?', 'Qui a prévenu la famille ?'] as const

async function pneumologieDe({ page }: Visite): Promise<string> {
  const reponse = await page.request.get('/api/structures')
  const { structures } = (await reponse.json()) as { structures: { id: string; nom: string }[] }
  return structures.find(({ nom }) => nom === 'Pneumologie')?.id ?? ''
}

parcours('la chargée prépare un lien et le message à coller', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const { page } = camille
  const services = [await pneumologieDe(camille)]
  const { id } = await creerUneReclamation(camille, { objet: 'Attente aux urgences', services })
  await page.goto(`/reclamations/${id}`)
  await page.getByText('Aucun service n’a été interrogé.').waitFor()
  await page.getByRole('button', { name: 'Demander des explications' }).click()
  await page.getByLabel('Questions (facultatif)').fill(QUESTIONS.join('\n'))
  await page.getByLabel('À qui (facultatif)').fill('Léa Fontaine')
  // closed by mistake, nothing typed is lost
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Demander des explications' }).click()
  expect(await page.getByLabel('Questions (facultatif)').inputValue()).toBe(QUESTIONS.join('\n'))
  expect(await page.getByLabel('À qui (facultatif)').inputValue()).toBe('Léa Fontaine')
  await page.getByLabel('Fonction').fill('Cheffe de service')
  await camille.controler('demander-des-explications')
  await page.getByRole('button', { name: 'Préparer le lien' }).click()
  const lien = await page.getByLabel('Lien à transmettre').inputValue()
  await camille.controler('lien-a-transmettre')
  await page.getByRole('button', { name: 'Copier le message prêt à coller' }).click()
  await page.getByText('Message copié.').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(lien)
  await page.getByRole('button', { name: 'C’est transmis' }).click()
  await page.getByText('Réponse souhaitée pour le').waitFor()
})

parcours('un service répond par un lien, sans compte et sans script', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const { page } = camille
  const structureId = await pneumologieDe(camille)
  const { id, numero } = await creerUneReclamation(camille, {
    objet: 'Attente aux urgences',
    services: [structureId],
  })
  const lien = await interrogerUnService(camille, { id, structureId, questions: QUESTIONS })

  // the message was forwarded: someone else answers, on a phone
  const hugo = await visiter({ ecran: SANS_SCRIPT })
  const telephone = hugo.page
  await telephone.goto(lien)
  await telephone.getByRole('heading', { level: 1, name: 'Demande d’explications' }).waitFor()
  expect(await telephone.getByText(numero).count(), 'le numéro, et rien de plus').toBe(1)
  expect(await telephone.getByText('Attente aux urgences').count()).toBe(0)
  await hugo.controler('lien-demande')
  await telephone.getByLabel('Prénom et nom').fill('')
  await telephone.getByLabel('Votre réponse au point 1').fill('  ')
  hugo.tolerer(/status of 422/)
  await telephone.getByRole('button', { name: 'Relire et envoyer la réponse' }).click()
  await telephone.getByText('Des points sont à corriger.').waitFor()
  await hugo.controler('lien-a-corriger')
  await telephone.getByLabel('Prénom et nom').fill('Hugo Petit')
  await telephone.getByLabel('Fonction').fill('Cadre de santé')
  await telephone.getByLabel('Votre réponse au point 1').fill('Neuf heures, de 14 h 10 à 23 h 05.')
  await telephone.setInputFiles('#fichiers', {
    name: 'planning.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Trois médecins absents'),
  })
  await telephone.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await telephone.getByText('Il n’est pas encore envoyé.').waitFor()

  // later, by the same link: nothing of it was used up
  await telephone.goto(lien)
  expect(await telephone.getByLabel('Votre réponse au point 1').inputValue()).toBe(
    'Neuf heures, de 14 h 10 à 23 h 05.',
  )
  await telephone.getByText('planning.txt').waitFor()
  await telephone.getByRole('button', { name: 'Relire et envoyer la réponse' }).click()
  await telephone.getByText('Un point reste sans réponse.').waitFor()
  await hugo.controler('lien-relecture')
  await telephone.getByRole('link', { name: 'Modifier' }).click()
  await telephone.getByLabel('Votre réponse au point 2').fill('Le médecin de garde, le lendemain.')
  await telephone.getByRole('button', { name: 'Relire et envoyer la réponse' }).click()
  await telephone.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await telephone.getByRole('heading', { level: 1, name: 'Votre réponse est envoyée' }).waitFor()
  await hugo.controler('lien-reponse-envoyee')

  // played again: the same answer, sent once
  await telephone.goBack()
  await telephone.goto(lien)
  await telephone.getByText('Neuf heures, de 14 h 10 à 23 h 05.').waitFor()
  await page.goto(`/reclamations/${id}`)
  const demandes = page.getByRole('region', { name: 'Demandes aux services' })
  await demandes.getByText('par Hugo Petit, Cadre de santé').waitFor()
  for (const texte of [
    'Neuf heures, de 14 h 10 à 23 h 05.',
    'Le médecin de garde, le lendemain.',
    QUESTIONS[0],
  ])
    await demandes.getByText(texte).waitFor()
  await demandes.getByRole('link', { name: 'planning.txt' }).waitFor()
  await page.getByText('Réponse du service').first().waitFor()
  await camille.controler('explications-recues')
})

parcours('un lien abîmé ou fermé le dit calmement, avec qui appeler', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const structureId = await pneumologieDe(camille)
  const { id } = await creerUneReclamation(camille, { objet: 'Repas froid', services: [structureId] })
  const lien = await interrogerUnService(camille, { id, structureId, questions: [] })

  const hugo = await visiter({ ecran: SANS_SCRIPT })
  const { page } = hugo
  hugo.tolerer(/status of 4(?:04|10)/)
  await page.goto(`${lien.slice(0, -4)}abcd`)
  await page.getByRole('heading', { level: 1, name: 'Ce lien ne mène nulle part' }).waitFor()
  await page.getByRole('link', { name: '01 99 00 12 34' }).waitFor()
  await hugo.controler('lien-inconnu')

  await camille.page.goto(`/reclamations/${id}`)
  await camille.page.getByRole('button', { name: 'Annuler la demande' }).click()
  const fenetre = camille.page.getByRole('dialog')
  await fenetre.getByLabel('Motif').fill('Réponse reçue de vive voix')
  await fenetre.getByRole('button', { name: 'Annuler la demande' }).click()
  await camille.page.getByText('Demande annulée.').waitFor()
  await page.goto(lien)
  await page.getByRole('heading', { level: 1, name: 'Cette demande n’attend plus de réponse' }).waitFor()
  await hugo.controler('lien-annule')
})

parcours('une cheffe de service répond dans l’application', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const structureId = await pneumologieDe(camille)
  const { id } = await creerUneReclamation(camille, { objet: 'Repas froid', services: [structureId] })
  const questions = ['À quelle heure le plateau a-t-il été servi ?']
  await interrogerUnService(camille, { id, structureId, questions })

  const lea = await visiter()
  await seConnecter(lea, 'lea')
  const { page } = lea
  await page.getByRole('link', { name: 'Mes demandes' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mes demandes' }).waitFor()
  await lea.controler('mes-demandes')
  await page
    .getByRole('link', { name: /Demande d’explications/ })
    .first()
    .click()
  await page.getByLabel('Votre réponse au point 1').fill('À 13 h 20, une heure après la cuisson.')
  await page.getByText(/Brouillon enregistré à/).waitFor()
  await page.getByLabel('Prénom et nom').fill('Léa Fontaine')
  await page.getByLabel('Fonction').fill('Cheffe de service')
  await lea.controler('repondre-dans-l-application')
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer la réponse' }).click()
  await page.getByRole('heading', { name: 'Votre réponse' }).waitFor()
  await page.getByText('À 13 h 20, une heure après la cuisson.').waitFor()
  await lea.controler('reponse-envoyee-dans-l-application')
})
