import { expect } from 'vitest'
import { creerUneReclamation } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { lignes, ouvrirLaListe } from './pages/liste.ts'
import { parcours } from './support/parcours.ts'

parcours('une cheffe de service ne voit que les dossiers de son service', async ({ visiter }) => {
  const camille = await visiter()
  await seConnecter(camille, 'camille')
  const { id, numero } = await creerUneReclamation(camille, { objet: 'Hors de la pneumologie' })

  const lea = await visiter()
  const { page } = lea
  await seConnecter(lea, 'lea')
  await lea.controler('accueil-cheffe-de-service')
  expect(await page.getByRole('button', { name: 'Nouveau' }).count(), 'elle ne crée pas de dossier').toBe(0)
  await ouvrirLaListe(page)
  await page.getByRole('heading', { level: 1, name: 'Dossiers de mes services' }).waitFor()
  const affichees = await lignes(page).all()
  expect(affichees.length).toBeGreaterThan(3)
  for (const ligne of affichees)
    expect(await ligne.getByRole('cell').nth(2).textContent()).toContain('Pneumologie')
  await lea.controler('liste-cheffe-de-service')

  // Elsewhere, nothing exists: the same words as for an address nobody ever used.
  lea.tolerer(/status of 404/)
  await page.goto(`/reclamations/${id}`)
  await page.getByRole('alert').getByText('Introuvable', { exact: true }).waitFor()
  expect(await page.getByText(numero).count()).toBe(0)
  await lea.controler('dossier-introuvable')
})
