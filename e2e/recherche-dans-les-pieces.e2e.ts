import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { creerUneReclamation, releverUnGrief } from './pages/api.ts'
import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { chercher, lignes, ouvrirLaListe } from './pages/liste.ts'
import { lacher } from './pages/reception.ts'
import { courrielAvecPdf } from './support/courriel.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

/** A word nobody else wrote. */
const motUnique = (): string =>
  `xanthe${[...randomBytes(6)].map((octet) => String.fromCharCode(97 + (octet % 26))).join('')}`

parcours('un mot d’un PDF joint à un courriel retrouve son dossier', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  const [duPdf, duGrief] = [motUnique(), motUnique()]
  const objet = `Compte rendu contesté ${duPdf.slice(-4)}`
  const { id } = await creerUneReclamation(camille, { objet, recit: 'Mon compte rendu est faux.' })
  await releverUnGrief(camille, id, { motif: 'attente-urgences', intitule: `Attente ${duGrief}` })
  await page.goto(`/reclamations/${id}`)
  await page.getByRole('heading', { level: 1, name: objet }).waitFor()

  await lacher(page, [courrielAvecPdf('compte-rendu.pdf', `Le service conclut a un ${duPdf} sans gravite.`)])
  await annonce(page, 'Le compte rendu.eml est au dossier.')
  // read behind the page, which says so by itself
  const pieces = page.getByRole('list').filter({ hasText: 'compte-rendu.pdf' }).first()
  await expect
    .poll(async () => (await pieces.textContent()) ?? '', { timeout: 40_000 })
    .toMatch(/compte-rendu\.pdf.*Texte lu/)
  await camille.controler('pieces-lues')

  await ouvrirLaListe(page)
  await chercher(page, duPdf)
  const ligne = lignes(page).filter({ hasText: objet })
  await ligne.getByText('Dans la pièce compte-rendu.pdf').waitFor()
  expect(await ligne.locator('mark').allTextContents()).toEqual([duPdf])
  await camille.controler('recherche-surlignee')

  await chercher(page, `compte ${duGrief}`)
  await lignes(page).filter({ hasText: objet }).getByText('Dans un grief').waitFor()
  expect(await lignes(page).filter({ hasText: objet }).locator('mark').allTextContents()).toEqual(
    expect.arrayContaining(['Compte', 'compte', duGrief]),
  )

  const auTelephone = await visiter({ ecran: TELEPHONE })
  await seConnecter(auTelephone, 'camille', '/dossiers?vue=tous')
  await auTelephone.page.getByRole('searchbox', { name: 'Chercher' }).fill(duPdf)
  await auTelephone.page.getByText('Dans la pièce compte-rendu.pdf').waitFor()
  await auTelephone.controler('recherche-surlignee')
})
