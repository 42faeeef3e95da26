import { seConnecter } from './pages/connexion.ts'
import { annonce } from './pages/dossier.ts'
import { parcours, TELEPHONE } from './support/parcours.ts'

parcours(
  'deux fiches d’une même personne sont réunies, puis séparées, exactement comme avant',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    await seConnecter(camille, 'camille')
    const navigation = page.getByRole('navigation', { name: 'Navigation principale' })
    await navigation.getByRole('link', { name: 'Personnes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor()
    await camille.controler('personnes')

    // As it sounds: the two spellings of one name, and nobody else.
    await page.getByRole('searchbox', { name: 'Chercher' }).fill('Solène Lefebvre')
    await page
      .getByRole('status')
      .filter({ hasText: /^2.personnes/ })
      .waitFor()
    await page.getByText('un doublon possible').first().waitFor()
    await camille.controler('personnes-cherchees')
    await page.getByRole('button', { name: 'Doublons possibles' }).click()
    await page.getByRole('link', { name: /Solène.Lefebvre/ }).click()
    await page.getByRole('heading', { level: 1, name: /Solène.Lefebvre/ }).waitFor()
    const doublons = page.getByRole('region', { name: 'Doublons possibles' })
    await doublons.getByText(/même nom.*même téléphone.*même adresse/).waitFor()
    await camille.controler('personne')

    // Told apart by mistake, and back.
    await doublons.getByRole('button', { name: /c’est une autre personne/ }).click()
    await annonce(page, /c’est une autre personne\./)
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await doublons.getByRole('button', { name: /^Comparer avec/ }).click()
    await page.getByRole('heading', { name: 'Ce que dira la fiche' }).waitFor()
    await page.getByRole('radio', { name: /Nom : Lefèvre/ }).check()
    await camille.controler('personnes-comparees')
    await page.getByRole('button', { name: 'Réunir les deux fiches' }).click()
    await annonce(page, 'Les deux fiches n’en font plus qu’une.')
    await page.getByRole('heading', { level: 1, name: /Solène.Lefèvre/ }).waitFor()
    await page.getByText('Personne · 2 dossiers').waitFor()
    const dossiers = page.getByRole('region', { name: 'Dossiers' })
    await dossiers.getByRole('link', { name: /Appareil auditif/ }).waitFor()
    await dossiers.getByRole('link', { name: /Rendez-vous de consultation/ }).waitFor()
    await camille.controler('personne-reunie')

    // The dossier that moved says so in its timeline.
    await dossiers.getByRole('link', { name: /Appareil auditif/ }).click()
    await page.getByText('Fiches d’une même personne réunies').waitFor()
    await page.getByRole('link', { name: /Solène.Lefèvre/ }).click()

    await page.getByRole('button', { name: /^Annuler la fusion avec/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler la fusion' }).click()
    await annonce(page, /Fusion annulée/)
    await page.getByRole('heading', { level: 1, name: /Solène.Lefebvre/ }).waitFor()
    await page.getByText('Personne · 1 dossier').waitFor()
    await doublons.getByText('Sans doute la même').waitFor()
    await camille.controler('personne-separee')
  },
)

parcours(
  'de simples homonymes ne se proposent pas, et le registre tient sur un téléphone',
  async ({ visiter }) => {
    const camille = await visiter({ ecran: TELEPHONE })
    const { page } = camille
    await seConnecter(camille, 'camille')
    await page.goto('/personnes')
    await page.getByRole('searchbox', { name: 'Chercher' }).fill('Julien Garnier')
    const premier = page.getByRole('link', { name: /Julien.Garnier/ }).first()
    await premier.waitFor()
    await camille.controler('personnes-telephone')
    await premier.click()
    await page
      .getByText(/homonyme/)
      .first()
      .waitFor()
    await page.getByText(/Aucune autre fiche n’a, outre le nom/).waitFor()
    await camille.controler('personne-telephone')
  },
)
