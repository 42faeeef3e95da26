import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Names under which Debian, Ubuntu, Fedora and Google install it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export const NO_BROWSER =
  'Aucun navigateur : les parcours ne peuvent pas être essayés.\n' +
  'Installez Chromium (Debian, Ubuntu : apt-get install chromium), ou indiquez le vôtre : PORTE_VOIX_NAVIGATEUR=/chemin/du/navigateur npm test'

/** Path of the Chromium to drive: the one chosen in the environment, or the first found on the path. Null without one. */
export function findBrowser(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const chosen = env['PORTE_VOIX_NAVIGATEUR']
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null
  const folders = (env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync) ?? null
}
