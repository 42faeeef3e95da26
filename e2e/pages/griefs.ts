import type { Locator, Page } from 'playwright-core'
import type { Visite } from '../support/visite.ts'
import { creerUneReclamation } from './api.ts'

export const LETTRE = [
  'Madame, Monsieur,',
  'Ma mère est arrivée aux urgences le 3 novembre à 14 h 10. Elle a attendu neuf heures sur un brancard 🛏️ dans un couloir. Personne ne lui a proposé à boire.',
  'Vers 20 h, elle a sonné. Personne n’est venu. Elle s’est levée seule et elle est tombée.',
  'Je vous demande des explications.',
].join('\r\n\r\n')

/** A complaint whose letter is known word for word, on its page of griefs. */
export async function ouvrirLaLettre(visite: Visite, recit = LETTRE): Promise<string> {
  const { id } = await creerUneReclamation(visite, { objet: 'Attente et chute aux urgences', recit })
  await visite.page.goto(`/reclamations/${id}/griefs`)
  await texteDeLaLettre(visite.page).waitFor()
  return id
}

export const texteDeLaLettre = (page: Page): Locator =>
  page.getByRole('article', { name: 'Texte de la lettre' })

interface Cadre {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Drags the mouse over these words of the letter, as a hand would. They stand in one piece of it. */
export async function surligner(page: Page, mots: string): Promise<void> {
  const cadres = await page.evaluate<readonly Cadre[]>(`(() => {
    const cherches = ${JSON.stringify(mots)}
    const lettre = document.querySelector('article[aria-label="Texte de la lettre"]')
    const noeuds = document.createTreeWalker(lettre, NodeFilter.SHOW_TEXT)
    for (let noeud = noeuds.nextNode(); noeud !== null; noeud = noeuds.nextNode()) {
      const debut = noeud.textContent.indexOf(cherches)
      if (debut === -1) continue
      noeud.parentElement.scrollIntoView({ block: 'center' })
      const plage = document.createRange()
      plage.setStart(noeud, debut)
      plage.setEnd(noeud, debut + cherches.length)
      return [...plage.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
    }
    return []
  })()`)
  const [premier] = cadres
  const dernier = cadres.at(-1)
  if (premier === undefined || dernier === undefined) throw new Error(`« ${mots} » n’est pas dans la lettre`)
  await page.mouse.move(premier.left + 1, (premier.top + premier.bottom) / 2)
  await page.mouse.down()
  await page.mouse.move(dernier.right, (dernier.top + dernier.bottom) / 2, { steps: 6 })
  await page.mouse.up()
}

/** Types in a list, and takes its first answer. */
export async function choisir(page: Page, champ: string, mots: string): Promise<void> {
  await page.getByRole('combobox', { name: champ }).fill(mots)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

export const ligneDuGrief = (page: Page, rang: number): Locator => page.locator(`#grief-${rang}`)

/** A grief made of these words of the letter. */
export async function relever(
  page: Page,
  { mots, motif, gravite, titre = '' }: { mots: string; motif: string; gravite: string; titre?: string },
): Promise<void> {
  await surligner(page, mots)
  await page.getByRole('button', { name: 'Nouveau grief' }).click()
  await choisir(page, 'Motif', motif)
  await page.getByRole('radio', { name: gravite, exact: true }).check()
  await page.getByLabel('Titre', { exact: true }).fill(titre)
  await page.getByRole('button', { name: 'Relever ce grief' }).click()
  await page.getByRole('region', { name: 'Nouveau grief' }).waitFor({ state: 'detached' })
}

/** The finding of a grief, on the page of the analysis. */
export async function constater(
  page: Page,
  rang: number,
  { constat, pourquoi, reponse }: { constat: string; pourquoi: string; reponse: string },
): Promise<void> {
  await page.getByRole('button', { name: `Poser le constat du grief ${rang}` }).click()
  const fiche = page.getByRole('form', { name: `Constat du grief ${rang}` })
  await fiche.getByRole('radio', { name: constat, exact: true }).check()
  await fiche.getByLabel('Pourquoi', { exact: true }).fill(pourquoi)
  await fiche.getByLabel('Ce que nous dirons à la personne').fill(reponse)
  await fiche.getByRole('button', { name: 'Enregistrer' }).click()
  await fiche.waitFor({ state: 'detached' })
}
