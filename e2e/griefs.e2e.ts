import { expect } from 'vitest'
import { creerUneReclamation, releverUnGrief } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { choisir, ligneDuGrief, ouvrirLaLettre, surligner, texteDeLaLettre } from './pages/griefs.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

parcours('les griefs se relèvent en surlignant la lettre', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await ouvrirLaLettre(camille)

  await surligner(page, 'attendu neuf heures sur un brancard 🛏️ dans un couloir')
  await page.getByText('« attendu neuf heures sur un brancard 🛏️ dans un couloir »').waitFor()
  await page.getByRole('button', { name: 'Nouveau grief' }).click()
  await choisir(page, 'Motif', 'urg')
  await choisir(page, 'Service mis en cause', 'urgences ad')
  await page.getByText('Il sera ajouté aux services concernés').waitFor()
  await page.getByRole('radio', { name: '2 modérée' }).check()
  await camille.controler('griefs-saisie')
  await page.getByRole('button', { name: 'Relever ce grief' }).click()
  await annonce(page, 'Grief relevé.')
  const premier = ligneDuGrief(page, 1)
  await premier.getByRole('heading', { name: 'Attente aux urgences' }).waitFor()
  await premier.getByText('Accueil et administration › Attente aux urgences · Urgences adultes').waitFor()
  expect(await texteDeLaLettre(page).locator('mark').textContent()).toBe(
    'attendu neuf heures sur un brancard 🛏️ dans un couloir',
  )

  // The same sentences hold a second grief; the two overlap.
  await surligner(page, '. Personne ne lui a proposé à boire')
  await page.getByRole('button', { name: 'Un mot de plus au début' }).click()
  await page.getByRole('button', { name: 'Nouveau grief' }).click()
  await choisir(page, 'Motif', 'boire')
  await page.getByRole('radio', { name: '1 mineure' }).check()
  await page.getByLabel('Titre', { exact: true }).fill('Ni eau ni nourriture')
  await page.keyboard.press('Control+Enter')
  await ligneDuGrief(page, 2).getByRole('heading', { name: 'Ni eau ni nourriture' }).waitFor()

  // From the letter to the grief, and back.
  await texteDeLaLettre(page).getByRole('button', { name: 'Aller au grief 2' }).click()
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('grief-2')
  await premier.getByRole('button', { name: /voir dans la lettre/ }).click()
  await expect
    .poll(() => page.evaluate('document.getSelection()?.toString()'))
    .toContain('attendu neuf heures')

  // What no grief keeps is counted, and reached.
  await page.getByText(/4.phrases sans grief/).waitFor()
  await page.getByRole('button', { name: 'Aller à la prochaine' }).click()
  await expect.poll(() => page.evaluate('document.getSelection()?.toString()')).toContain('elle a sonné')

  await page.getByRole('button', { name: 'Autres gestes sur le grief 2' }).click()
  await page.getByRole('menuitem', { name: 'Monter' }).click()
  await ligneDuGrief(page, 1).getByRole('heading', { name: 'Ni eau ni nourriture' }).waitFor()
  await page.getByRole('button', { name: 'Autres gestes sur le grief 1' }).click()
  await page.getByRole('menuitem', { name: 'Retirer…' }).click()
  await page
    .getByRole('dialog')
    .getByLabel('Motif', { exact: true })
    .fill('La personne y a renoncé au téléphone')
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer le grief' }).click()
  await page.getByText('1 grief retiré').click()
  await page.getByRole('button', { name: /Rétablir/ }).click()
  await annonce(page, 'Grief rétabli.')
  await ligneDuGrief(page, 2).waitFor()
  await camille.controler('griefs-releves')
})

parcours('les griefs s’analysent : faits, constats, mesures', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  const { id } = await creerUneReclamation(camille, { objet: 'Attente aux urgences' })
  await releverUnGrief(camille, id, { motif: 'attente-urgences', intitule: 'Neuf heures d’attente' })
  await releverUnGrief(camille, id, { motif: 'repas', intitule: 'Ni eau ni nourriture' })
  // A finding without its reason is refused: that is the point.
  camille.tolerer(/status of 422/)
  await page.goto(`/reclamations/${id}/analyse`)
  await page.getByRole('button', { name: 'Ajouter un fait' }).click()
  await page.getByLabel('Heure', { exact: true }).fill('14 h 10')
  await page.getByLabel('Ce que la personne a vécu').fill('Arrivée aux urgences, brancard dans le couloir.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await annonce(page, 'Fait enregistré.')
  await page.getByRole('button', { name: 'Poser le constat du grief 2' }).click()
  const constat = page.getByRole('form', { name: 'Constat du grief 2' })
  await constat.getByRole('radio', { name: 'Non fondé', exact: true }).check()
  await constat.getByLabel('Ce que nous dirons à la personne').fill('Vous avez été vue à 14 h 40.')
  await constat.getByRole('button', { name: 'Enregistrer' }).click()
  await constat
    .getByText(/Dites pourquoi/)
    .first()
    .waitFor()
  await constat.getByLabel('Pourquoi', { exact: true }).fill('Tracé du logiciel des urgences.')
  await camille.controler('analyse-constat')
  await constat.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('non fondé', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Ajouter une mesure' }).click()
  const mesure = page.getByRole('form', { name: 'Nouvelle mesure' })
  await mesure.getByLabel('Mesure', { exact: true }).fill('Sonnettes sur les brancards')
  await mesure.getByLabel('Ou en quelques mots').fill('Cadre de santé')
  await mesure.getByLabel('Pour le', { exact: true }).fill('2099-01-15')
  await mesure.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: 'C’est fait : Sonnettes sur les brancards' }).waitFor()
  await camille.controler('analyse')

  await page.goto(`/reclamations/${id}`)
  await page.getByRole('region', { name: 'Griefs' }).getByText('Vous avez été vue à 14 h 40.').waitFor()
  await camille.controler('dossier-griefs')
})

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

parcours('une lettre de 200 000 caractères s’ouvre et se parcourt sans se figer', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  const phrases = Array.from(
    { length: 1790 },
    (_, i) =>
      `Le jour ${i}, j’ai attendu que l’on vienne me voir, et personne n’est passé avant le soir. L’équipe était débordée. `,
  )
  await ouvrirLaLettre(camille, phrases.join('').slice(0, 199_900))
  await page.evaluate(
    "window.__longues = []; new PerformanceObserver((l) => window.__longues.push(...l.getEntries().map((e) => e.duration))).observe({ type: 'longtask' })",
  )
  await page.getByLabel('Chercher dans la lettre').fill('JOUR 1500')
  await page.keyboard.press('Enter')
  await page.getByText('1 sur 1').waitFor()
  await expect.poll(() => texteDeLaLettre(page).locator('mark').textContent()).toBe('jour 1500')
  await surligner(page, 'Le jour 1501, j’ai attendu')
  await page.getByRole('button', { name: 'Nouveau grief' }).click()
  await page
    .getByRole('region', { name: 'Nouveau grief' })
    .getByText('« Le jour 1501, j’ai attendu »')
    .waitFor()
  // a frozen page is one that does nothing for seconds
  expect(Math.max(0, ...(await page.evaluate<number[]>('window.__longues')))).toBeLessThan(2500)
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
