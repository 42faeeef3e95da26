import { expect } from 'vitest'
import { MOT_DE_PASSE } from '#app/testing/application-de-test.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { relancerLesServices } from '#core/taches/index.ts'
import { saisirLeCompte } from './pages/connexion.ts'
import { type HopitalALHeure, ouvrirLHopitalALHeure } from './support/hopital-a-l-heure.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'
import type { Visite } from './support/visite.ts'

const SANS_SCRIPT = { ...TELEPHONE, javaScriptEnabled: false }
const LEA = 'lea@ch-valmont.example'

async function entrer({ page }: Visite, { adresse }: HopitalALHeure, chemin: string): Promise<void> {
  await page.goto(`${adresse}${chemin}`)
}

/** The hourly job, at an instant: the clock moves, nobody waits. */
async function lHeureVient({ app, poste, adresse }: HopitalALHeure, quand: string): Promise<void> {
  app.maintenant = new Date(quand)
  const d = { database: app.base.database, courriel: poste.courriel, adresse: () => adresse }
  await relancerLesServices(d, app.etablissementId as EtablissementId, app.maintenant)
}

parcours('un service est relancé de lui-même, puis répond par le lien reçu', async ({ visiter }) => {
  const hopital = await ouvrirLHopitalALHeure()
  const { app, poste } = hopital
  try {
    await app.lignes('update agents.agent set courriel = $2 where id = $1', [app.agents.chef, LEA])
    await app.faire('administrateur', 'agents.creerAgent', {
      ...{ identifiant: 'ines', nom: 'Moreau', prenom: 'Inès', fonction: '', motDePasse: MOT_DE_PASSE },
      ...{ courriel: 'ines@ch-valmont.example', role: 'chef-de-service', services: [app.structures.pole] },
    })
    const saisie = reclamationSaisie({ services: [app.structures.pneumologie] })
    const { id } = await app.faire('charge', 'reclamations.enregistrer', saisie)
    const demander = (message: string) =>
      app.faire('charge', 'taches.demander', {
        ...{ id, questions: [] },
        version: Number(message === 'Première question ?' ? 1 : 2),
        demande: {
          destinataires: [{ structureId: app.structures.pneumologie, nom: '', fonction: '', courriel: '' }],
          ...{ message, pourLe: '2026-01-20' },
        },
      })
    await demander('Première question ?')
    await demander('Seconde question ?')
    expect(poste.recus).toHaveLength(0)

    // the eighth day, at nine in Paris: one message for both
    await lHeureVient(hopital, '2026-01-13T08:05:00Z')
    await lHeureVient(hopital, '2026-01-13T09:05:00Z')
    expect(poste.recus.map(({ to }) => to?.[0]?.address)).toEqual([LEA])
    const liens = [...(poste.recus[0]?.text ?? '').matchAll(/^http:\S+$/gm)].map(([lien]) => lien)
    expect(new Set(liens).size).toBe(2)

    const hugo = await visiter({ ecran: SANS_SCRIPT })
    await hugo.page.goto(liens[0] ?? '')
    await hugo.page.getByRole('heading', { level: 1, name: 'Demande d’explications' }).waitFor()
    await hugo.page.getByLabel('Prénom et nom').fill('Hugo Petit')
    await hugo.page.getByLabel('Fonction').fill('Cadre de santé')
    await hugo.page
      .getByLabel(/Votre réponse/)
      .first()
      .fill('Voici ce qui s’est passé.')
    await hugo.page.getByRole('button', { name: 'Relire et envoyer la réponse' }).click()
    await hugo.page.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await hugo.page.getByRole('heading', { level: 1, name: 'Votre réponse est envoyée' }).waitFor()

    // past the wanted day: only what is still owed is chased
    await lHeureVient(hopital, '2026-01-21T08:05:00Z')
    expect(poste.recus).toHaveLength(2)
    expect([...(poste.recus[1]?.text ?? '').matchAll(/^http:\S+$/gm)]).toHaveLength(1)

    const camille = await visiter({ adresse: hopital.adresse })
    await entrer(camille, hopital, '/services-interroges')
    await saisirLeCompte(camille, 'charge', MOT_DE_PASSE)
    await camille.page.getByRole('link', { name: 'Pneumologie' }).click()
    await camille.page.getByRole('heading', { level: 1, name: 'Pneumologie' }).waitFor()
    await camille.page.getByText(/Prochaine relance le/).waitFor()
    await camille.controler('service-interroge')
    await camille.page.getByRole('link', { name: 'Ce que les services doivent' }).first().click()
    await camille.page.getByRole('heading', { level: 1, name: 'Ce que les services doivent' }).waitFor()
    await camille.controler('services-interroges')
    await entrer(camille, hopital, `/reclamations/${id}`)
    const demandes = camille.page.getByRole('region', { name: 'Demandes aux services' })
    await demandes.getByText('par Hugo Petit, Cadre de santé').waitFor()
    await demandes.getByText(/Relance le .*automatique, par courriel/).waitFor()

    // she knows when it will be answered: nobody is written to meanwhile
    await demandes.getByRole('button', { name: 'Suspendre les relances' }).click()
    await camille.page.getByRole('dialog').getByLabel('Motif').fill('Réponse promise pour vendredi')
    await camille.page.getByRole('dialog').getByRole('button', { name: 'Suspendre les relances' }).click()
    await demandes.getByText(/Relances automatiques suspendues/).waitFor()
    await camille.controler('relances-suspendues')
    await lHeureVient(hopital, '2026-01-29T08:05:00Z')
    expect(poste.recus).toHaveLength(2)
  } finally {
    await hopital.fermer()
  }
})
