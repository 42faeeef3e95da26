import type { Visite } from '../support/visite.ts'

export const MOT_DE_PASSE = 'valmont-demo-2026'

/** Types an account into the sign-in form on screen. */
export async function saisirLeCompte(
  { page }: Visite,
  identifiant: string,
  motDePasse: string,
): Promise<void> {
  await page.getByLabel('Identifiant', { exact: true }).fill(identifiant)
  await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasse)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Signs a character of the fictional hospital in, at the home or at the address given. */
export async function seConnecter(visite: Visite, identifiant: string, chemin = '/'): Promise<void> {
  await visite.page.goto(chemin)
  await saisirLeCompte(visite, identifiant, MOT_DE_PASSE)
  await visite.page.getByRole('button', { name: 'Mon compte' }).waitFor()
}
