import type { Locator, Page } from 'playwright-core'
import type { Fichier } from '../support/courriel.ts'

/** Drops files on the page, as the hand does from a folder or from Outlook. */
export async function lacher(page: Page, fichiers: readonly Fichier[]): Promise<void> {
  const transfert = await page.evaluateHandle(
    `(() => {
      const transfert = new DataTransfer()
      for (const { nom, type, base64 } of ${JSON.stringify(
        fichiers.map(({ nom, type, octets }) => ({ nom, type, base64: octets.toString('base64') })),
      )})
        transfert.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], nom, { type }))
      return transfert
    })()`,
  )
  for (const evenement of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', evenement, { dataTransfer: transfert })
}

/** Opens the intake of a complaint from the « Nouveau » menu. */
export async function nouvelleReclamation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouveau' }).click()
  await page.getByRole('menuitem', { name: /^Réclamation/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Nouvelle réclamation' }).waitFor()
}

export const enCivil = (jour: string): string => {
  const [annee, mois, quantieme] = jour.split('-')
  return `${quantieme}/${mois}/${annee}`
}

/** The day of receipt as the screen holds it. */
export const dateDeReception = (page: Page): Locator => page.getByLabel('Date de réception')

export async function choisirLeService(page: Page, debut: string, nom: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Services concernés' }).fill(debut)
  await page
    .getByRole('option', { name: new RegExp(`^${nom}(?! ?,)`) })
    .first()
    .click()
  await page.keyboard.press('Escape')
}

/** Types a name nobody bears yet, and takes it as a new person. */
export async function chercherLaPersonne(page: Page, champ: string, nom: string): Promise<void> {
  const nomme = { name: champ, exact: true } as const
  await page.getByRole('combobox', nomme).or(page.getByRole('textbox', nomme)).fill(nom)
  await page.getByRole('option', { name: /Nouvelle personne/ }).click()
}

/** An oral or written complaint by its simplest fields. */
export async function ecrireUneReclamation(
  page: Page,
  { canal, auteur, objet, recit }: { canal: string; auteur: string; objet: string; recit: string },
): Promise<void> {
  await page.getByLabel(canal, { exact: true }).check()
  await chercherLaPersonne(page, 'Auteur de la réclamation', auteur)
  await page.getByLabel('L’auteur lui-même').check()
  await page.getByLabel('Objet', { exact: true }).fill(objet)
  await page.getByLabel(/écrivez ce que dit la personne|Ce que dit la personne/).fill(recit)
}
