import { parseArgs } from 'node:util'
import { ConfigError, lireConfig } from './config.ts'
import { demarrer } from './demarrer.ts'
import { commandeVerifierLeJournal } from './verifier-le-journal.ts'

const AIDE = `Porte-voix

  npm start                 démarre l’application (base de données comprise)
  npm start -- --demo       démarre avec un hôpital fictif et 300 dossiers, dans un dossier à part
  npm start -- --port 4000  écoute sur un autre port
  npm start -- --verifier-le-journal [--ancre <empreinte>]
                            vérifie toutes les ancres et toutes les chaînes du journal, puis s’arrête

Réglages par variables d’environnement : docs/exploitation/installer.md`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      'verifier-le-journal': { type: 'boolean', default: false },
      ancre: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(AIDE)
    return
  }
  const env = values.port === undefined ? process.env : { ...process.env, PORT: values.port }
  const config = lireConfig(env, { demo: values.demo })
  if (values['verifier-le-journal']) {
    process.exitCode = (await commandeVerifierLeJournal(config, values.ancre)) ? 0 : 1
    return
  }
  await demarrer(config, { demonstration: values.demo })
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\n${message}\n`)
  if (error instanceof Error && !(error instanceof ConfigError) && process.env['PORTE_VOIX_DETAIL'] === '1') {
    console.error(error.stack)
  }
  process.exit(1)
})
