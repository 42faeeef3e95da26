import { parseArgs } from 'node:util'
import { ConfigError, lireConfig } from './config.ts'
import { demarrer } from './demarrer.ts'

const AIDE = `Porte-voix

  npm start                 démarre l’application (base de données comprise)
  npm start -- --demo       démarre avec un hôpital fictif et 300 dossiers, dans un dossier à part
  npm start -- --port 4000  écoute sur un autre port

Réglages par variables d’environnement : docs/exploitation/installer.md`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(AIDE)
    return
  }
  const env = values.port === undefined ? process.env : { ...process.env, PORT: values.port }
  await demarrer(lireConfig(env, { demo: values.demo }), { demonstration: values.demo })
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\n${message}\n`)
  if (error instanceof Error && !(error instanceof ConfigError) && process.env['PORTE_VOIX_DETAIL'] === '1') {
    console.error(error.stack)
  }
  process.exit(1)
})
