import { runIsolated } from '#platform/isolated/index.ts'
import type { PdfFacts } from './inspect-pdf-bytes.ts'
import type { DocumentAlert } from './model.ts'

const ENTRY = new URL('./pdf-worker.ts', import.meta.url)

/** Facts about a PDF, in a thread of its own; the file itself is never rewritten, so that a signature stays valid. */
export async function inspectPdf(
  bytes: Uint8Array,
  timeoutMs = 10_000,
): Promise<{ facts: PdfFacts | null; alerts: readonly DocumentAlert[]; readable: boolean }> {
  const outcome = await runIsolated<PdfFacts>(ENTRY, bytes, { timeoutMs, memoryMb: 512 })
  if (!outcome.ok) {
    const message =
      'La lecture de ce PDF a été arrêtée : il est mal formé ou demande trop de temps. Il reste téléchargeable.'
    return { facts: null, alerts: [{ code: 'slow', message }], readable: false }
  }
  const facts = outcome.value
  return {
    facts,
    alerts: alertsOf(facts),
    readable: !facts.passwordNeeded && !(facts.damaged && facts.pages === null),
  }
}

function alertsOf(facts: PdfFacts): readonly DocumentAlert[] {
  const files = facts.embeddedFiles.length
  const table: readonly [boolean, DocumentAlert][] = [
    [
      facts.passwordNeeded,
      {
        code: 'password-protected',
        message:
          'Ce PDF est protégé par mot de passe. Il est conservé ; demandez une version lisible ou le mot de passe.',
      },
    ],
    [
      facts.javascript,
      { code: 'javascript', message: 'Ce PDF contient du JavaScript. Il n’est jamais exécuté ici.' },
    ],
    [
      facts.launch,
      {
        code: 'launch',
        message: 'Ce PDF cherche à lancer un programme. Ne l’ouvrez pas hors de l’application.',
      },
    ],
    [
      files > 0,
      {
        code: 'embedded-files',
        message: `Ce PDF contient ${files > 1 ? `${files} fichiers joints` : 'un fichier joint'}, à ouvrir avec un lecteur de PDF.`,
      },
    ],
    [
      facts.signed,
      {
        code: 'signed',
        message:
          'Ce PDF est signé électroniquement. L’original est conservé octet pour octet : la signature reste vérifiable.',
      },
    ],
    [
      facts.annotations > 0,
      {
        code: 'annotations',
        message: 'Ce PDF contient des annotations. Relisez-les avant de le transmettre.',
      },
    ],
    [facts.form, { code: 'form', message: 'Ce PDF contient un formulaire.' }],
    [
      facts.damaged,
      {
        code: 'damaged',
        message: 'Ce PDF est mal formé : certaines pages peuvent manquer. L’original reste téléchargeable.',
      },
    ],
  ]
  return table.filter(([present]) => present).map(([, alert]) => alert)
}
