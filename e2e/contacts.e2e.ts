import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce, numeroAffiche, telecharger } from './pages/dossier.ts'
import { parcours } from './support/parcours.ts'

const VINGT_SECONDES = 20_000
const NOTE = 'Son opération a été annulée la veille au soir. Personne ne l’a prévenue.'

parcours(
  'un appel se note au clavier en moins de vingt secondes, donne un rappel, puis une réclamation',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    const { keyboard } = page
    await seConnecter(camille, 'camille')
    await page.getByRole('heading', { name: 'À faire' }).waitFor()

    const debut = performance.now()
    await keyboard.press('c')
    const qui = page.getByRole('combobox', { name: 'Personne (facultatif)' })
    await qui.waitFor()
    await expect.poll(() => qui.evaluate((champ) => champ.matches(':focus'))).toBe(true)
    await keyboard.press('Shift+Tab')
    await keyboard.press('ArrowRight')
    await page.getByRole('radio', { name: 'Téléphone' }).and(page.locator(':checked')).waitFor()
    await keyboard.press('Tab')
    await keyboard.type('Solange Perdrizet', { delay: 15 })
    await keyboard.press('Tab')
    await page
      .getByLabel('Téléphone', { exact: true })
      .and(page.locator('[type=tel]'))
      .first()
      .fill('06 99 00 45 67')
    await page.getByRole('radio', { name: 'Insatisfaction' }).check()
    await page.getByLabel('Note (facultatif)').fill(NOTE)
    await page.getByRole('radio', { name: 'Rappeler' }).check()
    await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click()
    expect(await page.getByLabel('Au numéro').inputValue()).toBe('06 99 00 45 67')
    await camille.controler('contact-saisi')
    await keyboard.press('Control+Enter')
    await annonce(page, /Contact CON-\d+-\d+ enregistré, à suivre/)
    expect(performance.now() - debut, 'durée, en millisecondes').toBeLessThan(VINGT_SECONDES)
    // Ready for the next one, the hands still on the keyboard; the channel is the last one used.
    await expect.poll(() => qui.evaluate((champ) => champ.matches(':focus'))).toBe(true)
    await page.getByRole('radio', { name: 'Téléphone' }).and(page.locator(':checked')).waitFor()
    await camille.controler('contact-note')

    // She calls again: known while her name is typed, with what she called for.
    await keyboard.type('perdriz', { delay: 15 })
    const connue = page.getByRole('option', { name: /Solange Perdrizet.*CON-\d+-\d+ Insatisfaction/ })
    await connue.waitFor()
    await camille.controler('contact-personne-connue')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: 'Changer', exact: true }).waitFor()
    await page.getByRole('radio', { name: 'Suivi d’un dossier' }).check()
    await keyboard.press('Control+Enter')
    await annonce(page, /Contact CON-\d+-\d+ enregistré et clos/)

    // The home says whom to call back today.
    await page.goto('/')
    const rappels = page.getByRole('region', { name: 'Rappels et rendez-vous' })
    await rappels.waitFor()
    await camille.controler('accueil-rappels')
    await rappels.getByRole('link', { name: 'Rappeler Solange Perdrizet' }).click()
    await page.getByRole('heading', { name: 'Demande et orientation' }).waitFor()
    await camille.controler('contact')
    const contact = await adresseDuDossier(page)
    const numero = await numeroAffiche(page)

    await page.getByRole('button', { name: 'N’a pas répondu' }).click()
    const fenetre = page.getByRole('dialog')
    await fenetre.getByRole('button', { name: 'Demain' }).click()
    await camille.controler('contact-sans-reponse')
    await fenetre.getByRole('button', { name: 'Noter' }).click()
    await annonce(page, 'C’est noté.')
    await page.getByText('pas de réponse').first().waitFor()

    await page.getByRole('button', { name: 'Prévoir un rendez-vous' }).click()
    await fenetre.getByLabel('À', { exact: true }).fill('14:30')
    await fenetre.getByRole('button', { name: 'Demain' }).click()
    await fenetre.getByLabel('Lieu').fill('Bureau 12')
    await camille.controler('contact-rendez-vous')
    await fenetre.getByRole('button', { name: 'Prévoir un rendez-vous' }).click()
    await annonce(page, 'Rendez-vous prévu.')
    const agenda = await telecharger(page, () =>
      page.getByRole('link', { name: /Mettre à l’agenda/ }).click(),
    )
    expect(agenda.nom).toBe(`Rendez-vous ${numero}.ics`)
    expect(agenda.octets.toString('utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*LOCATION:Bureau 12\r\n/)

    await page
      .getByRole('listitem')
      .filter({ hasText: 'Bureau 12' })
      .getByRole('button', { name: 'Annuler' })
      .click()
    await fenetre.getByRole('button', { name: 'Noter' }).click()
    await annonce(page, 'C’est noté.')
    await page.getByRole('button', { name: 'Rappelée', exact: true }).click()
    await fenetre.getByLabel('Note (facultatif)').fill('Elle veut une réponse écrite.')
    await fenetre.getByRole('checkbox', { name: 'Clore le contact' }).uncheck()
    await fenetre.getByRole('button', { name: 'Noter' }).click()
    await page.getByText('Elle veut une réponse écrite.').first().waitFor()

    await page.getByRole('button', { name: 'En faire une réclamation' }).click()
    await page.getByText(new RegExp(`Cette réclamation vient de ${numero}`)).waitFor()
    await camille.controler('reclamation-depuis-contact')
    await page.getByText('Solange Perdrizet').first().waitFor()
    await page.getByRole('radio', { name: 'L’auteur lui-même' }).check()
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await annonce(page, /Réclamation REC-\d+-\d+ enregistrée/)
    await page
      .getByRole('heading', { name: 'Ce que dit la personne' })
      .or(page.getByRole('dialog'))
      .first()
      .waitFor()

    await page.goto(contact)
    await page.getByText(/Contact transformé/).waitFor()
    await page.getByRole('link', { name: /^REC-/ }).waitFor()
    await page.getByRole('button', { name: 'Rouvrir' }).waitFor()
    await camille.controler('contact-transforme')
  },
)
