import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce } from './pages/dossier.ts'
import { choisir, constater, relever, surligner, texteDeLaLettre } from './pages/griefs.ts'
import { ouvrirLaListe } from './pages/liste.ts'
import { chercherLaPersonne, choisirLeService, lacher, nouvelleReclamation } from './pages/reception.ts'
import { ilYA, plainteRecueLe } from './support/courriel.ts'
import { parcours } from './support/parcours.ts'

parcours('les images du guide', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  // A full home weighs: a shorter screen says as much.
  await page.setViewportSize({ width: 1440, height: 800 })
  await camille.illustrer('accueil')
  await page.setViewportSize({ width: 1440, height: 900 })

  await ouvrirLaListe(page)
  await page.getByRole('button', { name: 'En cours', exact: true }).click()
  await page.waitForURL(/vue=ouverts|dossiers$/)
  await camille.illustrer('liste')

  await page.goto('/contacts/nouveau')
  await page.getByRole('radio', { name: 'Téléphone' }).check()
  await page.getByRole('combobox', { name: 'Personne (facultatif)' }).fill('Lucienne Fabre')
  await page.keyboard.press('Tab')
  await page.getByRole('radio', { name: 'Insatisfaction' }).check()
  await page
    .getByLabel('Note (facultatif)')
    .fill('Son opération a été annulée la veille au soir. Elle voudrait comprendre pourquoi.')
  await page.getByRole('radio', { name: 'Rappeler' }).check()
  await page.getByRole('button', { name: 'Demain', exact: true }).click()
  await page.evaluate('window.scrollTo(0, 0)')
  await camille.illustrer('contact')

  await page.goto('/eloges/nouveau')
  await page
    .getByLabel('Message de remerciement')
    .fill(
      'Merci à toute l’équipe de nuit. Mon mari était très inquiet ; chacun a pris le temps de lui parler, jusqu’au matin.',
    )
  await page.getByRole('combobox', { name: /Services remerciés/ }).fill('pneumo')
  await page.getByRole('option', { name: 'Pneumologie' }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel(/De la part de/).fill('Mme Lucienne Fabre')
  await camille.illustrer('eloge')

  await nouvelleReclamation(page)
  await lacher(page, [plainteRecueLe(ilYA(2))])
  await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
  await page.getByLabel(/Je confirme : reçue le/).check()
  await page.evaluate('window.scrollTo(0, 0)')
  await camille.illustrer('reception')
  await page.getByRole('radio', { name: 'Quelqu’un d’autre' }).check()
  await page.getByRole('combobox', { name: 'L’auteur écrit en qualité de' }).click()
  await page.getByRole('option', { name: 'Un proche' }).click()
  await chercherLaPersonne(page, 'Patient', 'Odette Delattre')
  await choisirLeService(page, 'urgences ad', 'Urgences adultes')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const adresse = await adresseDuDossier(page)
  await annonce(page, /enregistrée/)
  await page.goto(adresse)
  await page.getByRole('heading', { name: 'Échéances' }).waitFor()
  await camille.illustrer('dossier')

  // Tall enough for the whole explanation, so that nothing of the page covers it.
  await page.setViewportSize({ width: 1440, height: 1700 })
  await page.evaluate('window.scrollTo(0, 0)')
  const echeances = page
    .getByRole('region', { name: 'Échéances' })
    .or(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Échéances' }) }))
  await page.getByRole('button', { name: /Pourquoi cette date.*Accusé de réception électronique/ }).click()
  await camille.illustrer('pourquoi', echeances.first())

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${adresse}/griefs`)
  await texteDeLaLettre(page).waitFor()
  const attente = { mots: 'attendu plus de neuf heures sur un brancard dans un couloir', motif: 'urg' }
  await relever(page, { ...attente, gravite: '2 modérée', titre: 'Neuf heures sur un brancard' })
  const appels = { mots: 'Personne ne répondait quand elle appelait', motif: 'sonn' }
  await relever(page, { ...appels, gravite: '3 grave', titre: 'Appels sans réponse' })
  await surligner(page, 'appris la fracture du poignet que le lendemain, par la voisine de chambre')
  await page.evaluate('window.scrollTo(0, 0)')
  await camille.illustrer('griefs')

  await page.getByRole('link', { name: 'Analyse', exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter un fait' }).click()
  await page.getByLabel('Jour', { exact: true }).fill(ilYA(3))
  await page.getByLabel('Heure', { exact: true }).fill('14 h 10')
  await choisir(page, 'Service', 'urgences ad')
  await page.getByLabel('Ce que la personne a vécu').fill('Arrivée aux urgences, brancard dans le couloir.')
  await page
    .getByLabel('Ce que dit le service')
    .fill('Enregistrée à 14 h 12, vue à 23 h 05 faute de médecin.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await annonce(page, 'Fait enregistré.')
  await constater(page, 1, {
    constat: 'Fondé',
    pourquoi: 'Tracé du logiciel des urgences.',
    reponse: 'Votre mère a été vue à 23 h 05. Un médecin manquait ce jour-là et n’a pas été remplacé.',
  })
  await page.evaluate('window.scrollTo(0, 0)')
  await camille.illustrer('analyse')
})
