import PizZip from 'pizzip'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { adresseDuDossier, annonce, numeroAffiche, telecharger } from './pages/dossier.ts'
import { choisirLeService, lacher, nouvelleReclamation } from './pages/reception.ts'
import { ilYA, plainteRecueLe, suiteDuCourriel } from './support/courriel.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

const texteDuWord = (octets: Buffer): string =>
  (new PizZip(octets).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')

/** The mail fills the form; the agent confirms the day, says who the patient is, and saves. */
async function enregistrerLeCourriel(page: Page): Promise<void> {
  await page.getByLabel(/Je confirme : reçue le/).check()
  await page.getByRole('radio', { name: 'L’auteur lui-même' }).check()
  await choisirLeService(page, 'urgences ad', 'Urgences adultes')
}

async function choisir(page: Page, champ: string, option: RegExp | string): Promise<void> {
  await page.getByRole('combobox', { name: champ }).click()
  await page.getByRole('option', { name: option }).click()
}

parcours(
  'une réclamation transmise par l’ARS, sa suite, puis son transfert à qui est compétent',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    const courriel = plainteRecueLe(ilYA(4))
    await seConnecter(camille, 'camille')
    await nouvelleReclamation(page)
    await lacher(page, [courriel])
    await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
    await enregistrerLeCourriel(page)
    await choisir(page, 'Transmise par', /ARS/)
    await page.getByLabel('Nom', { exact: true }).first().fill('ARS Île-de-Valmont')
    await page.getByLabel('Sa référence').fill('R-2026-118')
    await page.getByLabel('Reçue là-bas le').fill(ilYA(12))
    await page.getByText(/sera réputée rejetée le .* Selon une autre lecture/).waitFor()
    await page.getByLabel('Explications demandées pour le').fill(ilYA(-20))
    await camille.controler('reception-transmise-par-l-ars')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    const adresse = await adresseDuDossier(page)
    const numero = await numeroAffiche(page)
    await page.getByText(/Explications à l’ARS.: demandées par elle pour le/).waitFor()
    await page.getByRole('heading', { name: 'Transmissions' }).waitFor()
    await page.getByText(/Une autre lecture donne le/).click()
    await camille.controler('dossier-transmis-par-l-ars')

    await page.getByRole('button', { name: 'Elles sont parties…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Noter l’envoi' }).click()
    await annonce(page, 'Envoi des explications noté.')

    // The same person writes again: her message says which complaint it follows, the agent decides.
    await nouvelleReclamation(page)
    await lacher(page, [suiteDuCourriel(courriel, ilYA(1))])
    await page.getByText('Ce courrier suit-il une réclamation déjà enregistrée ?').waitFor()
    await camille.controler('reception-suite-proposee')
    await page.getByRole('button', { name: `Joindre à ${numero}` }).click()
    const jonction = page.getByRole('dialog', { name: 'Joindre un courrier' })
    expect(await jonction.getByLabel('Date de réception de ce courrier').inputValue()).toBe(ilYA(1))
    await camille.controler('joindre-un-courrier')
    await jonction.getByRole('button', { name: 'Joindre au dossier' }).click()
    await annonce(page, `Courrier joint à ${numero}.`)
    await page.waitForURL(adresse)
    await page.getByText(/personne ne m’a rappelée depuis/).waitFor()
    await page.getByText(/Courrier complémentaire reçu$/).waitFor()

    // A part goes to another hospital, whose address is typed once.
    await page.getByRole('button', { name: 'Transmettre…' }).click()
    const transfert = page.getByRole('dialog', { name: 'Transmettre la réclamation' })
    await transfert.getByRole('button', { name: 'Ajouter un correspondant' }).click()
    const fiche = page.getByRole('dialog', { name: 'Ajouter un correspondant' })
    await fiche.getByRole('combobox', { name: 'De qui il s’agit' }).click()
    await page.getByRole('option', { name: /Autre établissement/ }).click()
    const nom = `Centre hospitalier de Bellerive ${Date.now()}`
    await fiche.getByLabel('Nom', { exact: true }).fill(nom)
    await fiche.getByLabel('Adresse postale').fill('1 RUE DU PONT\n99998 BELLERIVE')
    await camille.controler('correspondant')
    await fiche.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await annonce(page, /est ajouté/)
    await transfert.getByRole('radio', { name: 'Toute la réclamation' }).check()
    await transfert
      .getByLabel('Ce qui est transmis, et pourquoi')
      .fill('Le séjour mis en cause a eu lieu à Bellerive.')
    await transfert
      .getByRole('group', { name: 'La lettre à la personne partira' })
      .getByLabel('Par la poste')
      .check()
    await camille.controler('transmettre')
    await transfert.getByRole('button', { name: 'Préparer les deux lettres' }).click()
    await annonce(page, 'Lettres prêtes.')
    await camille.controler('transmission-a-envoyer')
    // Each letter leaves like any other; the complaint closes with the second.
    const envoyer = [`Envoyer : lettre à ${nom}`, /^Envoyer : lettre à/]
    for (const bouton of envoyer) {
      await page.getByRole('button', { name: bouton }).click()
      const depart = page.getByRole('dialog', { name: /^Envoyer/ })
      const lettre = await telecharger(page, () => depart.getByRole('link', { name: /Télécharger/ }).click())
      expect(texteDuWord(lettre.octets)).toContain('Bellerive')
      expect(texteDuWord(lettre.octets)).toContain('L. 114-2')
      expect(texteDuWord(lettre.octets)).not.toContain('{')
      await depart.getByRole('button', { name: 'Noter l’envoi' }).click()
      await annonce(page, 'Envoi noté.')
      await depart.waitFor({ state: 'hidden' })
    }
    await page.getByText(/Réclamation transmise en entier, et close ici/).waitFor()
    await camille.controler('dossier-transmis')

    // She writes once more: the head of the department reopens, with the first dates.
    const helene = await visiter()
    await seConnecter(helene, 'helene', adresse)
    await helene.page.getByRole('button', { name: 'Ajouter un courrier reçu' }).click()
    const ajout = helene.page.getByRole('dialog', { name: 'Joindre un courrier' })
    await ajout.getByLabel('Courrier', { exact: true }).check()
    await ajout.getByLabel('Date de réception de ce courrier').fill(ilYA(0))
    await ajout.getByLabel('Ce que dit ce courrier').fill('Bellerive me renvoie vers vous.')
    await ajout.getByLabel('Rouvrir cette réclamation').check()
    await helene.controler('joindre-et-rouvrir')
    await ajout.getByRole('button', { name: 'Joindre et rouvrir' }).click()
    await annonce(helene.page, 'Courrier joint au dossier.')
    await helene.page.getByText(/Réclamation rouverte/).waitFor()

    await helene.page.goto('/correspondants')
    await helene.page.getByText(nom).waitFor()
    await helene.controler('correspondants')
  },
)

parcours('une réclamation qui fait suite à une autre, au téléphone', async ({ visiter }) => {
  const camille = await visiter({ ecran: TELEPHONE })
  const { page } = camille
  await seConnecter(camille, 'camille', '/reclamations/nouvelle')
  const courriel = plainteRecueLe(ilYA(3))
  await page.getByRole('heading', { level: 1, name: 'Nouvelle réclamation' }).waitFor()
  await lacher(page, [courriel])
  await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
  await enregistrerLeCourriel(page)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const premiere = await adresseDuDossier(page)
  const numero = await numeroAffiche(page)
  await camille.controler('dossier-transmissions')

  await page.goto(`/reclamations/nouvelle?precedente=${premiere.split('/').at(-1)}`)
  await page.getByText('Cette réclamation fera suite à').waitFor()
  await page.getByLabel('Courrier', { exact: true }).check()
  await page.getByLabel('Date de réception').fill(ilYA(0))
  await page.getByLabel('Objet', { exact: true }).fill('Toujours sans réponse du service')
  await page.getByLabel(/écrivez ce que dit la personne/).fill('Je vous écris de nouveau.')
  await camille.controler('reception-suite')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Toujours sans réponse du service' }).waitFor()
  await page.getByText('Suite de').waitFor()
  await page.getByRole('link', { name: new RegExp(numero) }).waitFor()
})
