import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { MOT_DE_PASSE, seConnecter } from './pages/connexion.ts'
import { faireLePdf } from './pages/courrier.ts'
import { adresseDuDossier, annonce } from './pages/dossier.ts'
import { constater, relever, texteDeLaLettre } from './pages/griefs.ts'
import { chercherLaPersonne, choisirLeService, lacher, nouvelleReclamation } from './pages/reception.ts'
import { ilYA, plainteRecueLe } from './support/courriel.ts'
import { type Moyens, parcours, TELEPHONE } from './support/parcours.ts'
import type { Visite } from './support/visite.ts'

const SANS_SCRIPT = { ...TELEPHONE, javaScriptEnabled: false }
const REPONSES = [
  'Nous vous devons des excuses\u00a0: trois médecins étaient absents ce soir-là, et personne ne vous a expliqué cette attente.',
  'Les appels ne sont pas enregistrés dans ce service\u00a0: nous ne pouvons ni confirmer ni écarter ce que vous rapportez.',
]

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()

/** The mail dropped, registered, its acknowledgement noted as sent. */
async function enregistrer({ page }: Visite): Promise<string> {
  await nouvelleReclamation(page)
  await lacher(page, [plainteRecueLe(ilYA(3))])
  await page.getByRole('heading', { level: 2, name: 'Plainte, ma mère aux urgences' }).waitFor()
  await page.getByLabel(/Je confirme : reçue le/).check()
  await page.getByRole('radio', { name: 'Quelqu’un d’autre' }).check()
  await page.getByRole('combobox', { name: 'L’auteur écrit en qualité de' }).click()
  await page.getByRole('option', { name: 'Un proche' }).click()
  await chercherLaPersonne(page, 'Patient', 'Odette Delattre')
  await choisirLeService(page, 'urgences ad', 'Urgences adultes')
  await page.getByRole('button', { name: 'Enregistrer et accuser réception' }).click()
  const adresse = await adresseDuDossier(page)
  const accuse = page.getByRole('dialog', { name: /^Envoyer/ })
  await accuse.getByLabel('Par courriel, depuis ma messagerie').check()
  await accuse.getByRole('button', { name: 'Noter l’envoi' }).click()
  await annonce(page, 'Envoi noté.')
  await page.goto(adresse)
  return adresse
}

async function releverLesGriefs(camille: Visite): Promise<void> {
  const { page } = camille
  await bouton(page, 'Relever les griefs').click()
  await texteDeLaLettre(page).waitFor()
  await relever(page, {
    mots: 'attendu plus de neuf heures sur un brancard dans un couloir',
    motif: 'urg',
    gravite: '2 modérée',
  })
  await relever(page, {
    mots: 'Personne ne répondait quand elle appelait',
    motif: 'sonn',
    gravite: '3 grave',
    titre: 'Appels restés sans réponse',
  })
  await camille.controler('bout-griefs')
}

/** Asked by a link, answered on a phone whose browser runs nothing. */
async function expliquer(camille: Visite, visiter: Moyens['visiter']): Promise<void> {
  const { page } = camille
  await page.getByRole('button', { name: 'Demander des explications' }).click()
  await bouton(page, 'Préparer le lien').click()
  const lien = await page.getByLabel('Lien à transmettre').inputValue()
  await bouton(page, 'C’est transmis').click()
  const hugo = await visiter({ ecran: SANS_SCRIPT })
  const telephone = hugo.page
  await telephone.goto(lien)
  await telephone.getByText('attendu plus de neuf heures').waitFor()
  await telephone.getByLabel('Votre réponse au point 1').fill('De 14 h 10 à 23 h 05, trois absents.')
  await telephone.getByLabel('Votre réponse au point 2').fill('Les appels ne s’enregistrent pas.')
  await telephone.getByLabel('Prénom et nom').fill('Hugo Petit')
  await telephone.getByLabel('Fonction').fill('Cadre de santé')
  await hugo.controler('bout-explications')
  await telephone.getByRole('button', { name: 'Relire et envoyer la réponse' }).click()
  await telephone.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await telephone.getByRole('heading', { level: 1, name: 'Votre réponse est envoyée' }).waitFor()
}

async function analyser(camille: Visite, adresse: string): Promise<void> {
  const { page } = camille
  await page.goto(adresse)
  await bouton(page, 'Poser les constats').click()
  const [premiere = '', seconde = ''] = REPONSES
  await constater(page, 1, { constat: 'Fondé', pourquoi: 'Planning du 2 novembre.', reponse: premiere })
  await constater(page, 2, {
    constat: 'Indéterminable',
    pourquoi: 'Aucune trace des appels.',
    reponse: seconde,
  })
  await page.getByRole('button', { name: 'Ajouter une mesure' }).click()
  const mesure = page.getByRole('form', { name: 'Nouvelle mesure' })
  await mesure.getByLabel('Mesure', { exact: true }).fill('Enregistrement des appels des patients')
  await mesure.getByLabel('Ou en quelques mots').fill('Cadre des urgences')
  await mesure.getByLabel('Pour le', { exact: true }).fill(ilYA(-60))
  await mesure.getByRole('button', { name: 'Enregistrer' }).click()
  await annonce(page, 'Mesure enregistrée.')
  await camille.controler('bout-analyse')
}

/** From the analysis to a letter approved and signed, each by its own account. */
async function repondre(camille: Visite, visiter: Moyens['visiter'], adresse: string): Promise<Visite> {
  const { page } = camille
  await page.goto(adresse)
  await camille.controler('bout-avant-la-reponse')
  await bouton(page, 'Rédiger la réponse').click()
  const redaction = page.getByRole('dialog', { name: 'Rédiger la réponse' })
  await redaction.getByText(/Enregistrement des appels des patients \(d’ici au/).waitFor()
  await camille.controler('bout-reponse')
  await redaction.getByRole('button', { name: 'Préparer la lettre' }).click()
  await annonce(page, 'Réponse prête.')
  const lettre = page.getByRole('dialog', { name: 'Réponse à la réclamation', exact: true })
  await lettre.waitFor()
  await camille.controler('bout-lettre')
  await lettre.getByRole('button', { name: 'Demander le visa' }).click()
  await page.getByRole('combobox', { name: 'Demandé à' }).click()
  await page.getByRole('option', { name: 'Hélène Marchand' }).click()
  await camille.controler('bout-visa')
  await page.getByRole('dialog').getByRole('button', { name: 'Demander le visa' }).click()
  await annonce(page, 'Visa demandé.')

  const helene = await visiter()
  await seConnecter(helene, 'helene', adresse)
  await bouton(helene.page, 'Viser').click()
  await helene.page.getByRole('button', { name: 'Donner le visa' }).click()
  await annonce(helene.page, 'Visa donné.')

  const paul = await visiter()
  await seConnecter(paul, 'paul', adresse)
  await bouton(paul.page, 'Signer').click()
  await paul.page.getByLabel('Votre mot de passe', { exact: true }).fill(MOT_DE_PASSE)
  await paul.controler('bout-signature')
  await paul.page.getByRole('button', { name: 'Signer cette lettre' }).click()
  await annonce(paul.page, 'Lettre signée.')
  return helene
}

/** Closed, then each service is given its conclusions: the link to hand on. */
async function clore(helene: Visite, adresse: string): Promise<string> {
  const { page } = helene
  await page.goto(adresse)
  await helene.controler('bout-repondue')
  await bouton(page, 'Clore la réclamation').click()
  const cloture = page.getByRole('dialog', { name: 'Clore la réclamation' })
  await helene.controler('bout-cloture')
  await cloture.getByRole('button', { name: 'Clore', exact: true }).click()
  await annonce(page, 'Réclamation close.')
  const restitution = page.getByRole('dialog', { name: 'Restituer aux services' })
  await restitution.getByText('Griefs restitués').waitFor()
  await helene.controler('bout-restitution')
  await restitution.getByRole('button', { name: 'Préparer le lien' }).click()
  const lien = await page.getByLabel('Lien à transmettre').inputValue()
  await bouton(page, 'C’est transmis').click()
  return lien
}

parcours(
  'un courriel déposé va jusqu’à sa clôture, et le service lit ce qui en a été conclu',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    const adresse = await enregistrer(camille)
    await releverLesGriefs(camille)
    await page.goto(adresse)
    await expliquer(camille, visiter)
    await analyser(camille, adresse)
    const helene = await repondre(camille, visiter, adresse)

    await page.goto(adresse)
    await bouton(page, 'Envoyer la réponse').click()
    await faireLePdf(page)
    await bouton(page, 'Envoyer le courriel').click()
    await annonce(page, 'Courriel parti.')

    const lien = await clore(helene, adresse)
    const lea = await visiter({ ecran: SANS_SCRIPT })
    await lea.page.goto(lien)
    await lea.page.getByRole('heading', { level: 1, name: 'Conclusions à lire' }).waitFor()
    for (const texte of [/grief fondé/, REPONSES[0] ?? '', /Enregistrement des appels des patients/])
      await lea.page.getByText(texte).first().waitFor()
    await lea.controler('bout-conclusions')
    await lea.page.getByLabel('Prénom et nom').fill('Léa Fontaine')
    await lea.page.getByLabel('Fonction').fill('Cheffe de service')
    await lea.page.getByLabel('Commentaire (facultatif)').fill('Lu en réunion d’équipe.')
    await lea.page.getByRole('button', { name: 'Relire et confirmer la lecture' }).click()
    await lea.controler('bout-confirmation')
    await lea.page.getByRole('button', { name: 'Confirmer' }).click()
    await lea.page.getByRole('heading', { level: 1, name: 'Votre lecture est confirmée' }).waitFor()

    // Closed: the comment is there, and the measure is still waited for.
    await helene.page.goto(adresse)
    await helene.page.getByText('Lu en réunion d’équipe.').waitFor()
    await helene.page.getByText('Conclusions lues par le service').first().waitFor()
    expect(await bouton(helene.page, 'Rouvrir la réclamation').count()).toBe(1)
    await helene.controler('bout-close')
  },
  { dureeMax: 300_000 },
)
