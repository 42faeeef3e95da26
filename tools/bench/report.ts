import { cpus, release, totalmem } from 'node:os'
import type { Seeded } from './bases.ts'
import type { LetterFigures } from './letters.ts'
import { type Latencies, percentile, type TogetherOptions } from './load.ts'
import type { ScreenFigures } from './measure.ts'
import type { StartUpFigures } from './start-up.ts'

export interface Case {
  readonly title: string
  readonly version: string
  readonly seeded: Seeded
  readonly figures: readonly ScreenFigures[]
  readonly rounds: number
  readonly together: TogetherOptions
}

const french = (value: number, digits = 0): string =>
  Number.isNaN(value)
    ? '—'
    : value.toLocaleString('fr-FR', { maximumFractionDigits: digits, minimumFractionDigits: digits })
const megabytes = (bytes: number): string => `${french(bytes / 2 ** 20)} Mo`
const pair = (latencies: Latencies): string =>
  `${french(percentile(latencies, 0.5), 1)} / ${french(percentile(latencies, 0.95), 1)}`

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

function caseText({ title, version, seeded, figures, rounds, together }: Case): string {
  const requests = figures[0]?.httpAlone.length ?? 0
  const drawn = figures.reduce((sum, { httpTogether }) => sum + httpTogether.length, 0)
  const seedTime =
    seeded.seconds === 0 ? 'retrouvé d’une mesure précédente' : `semé en ${french(seeded.seconds)} s`
  const rows = figures.map((f) => [
    f.name,
    pair(f.httpAlone),
    pair(f.pageAlone),
    pair(f.wholeAlone),
    pair(f.httpTogether),
    pair(f.pageTogether),
  ])
  const sizes = seeded.sizes.map(({ name, rows: count, bytes }) => [
    name,
    count === 0 ? '' : french(count),
    megabytes(bytes),
  ])
  return `## ${title}

${version} ; ${french(seeded.dossiers)} dossiers, ${seedTime}. Seul : ${requests} demandes par écran, l’une après l’autre, après un
tour qui ne compte pas (${rounds} tours de ${requests / rounds} variantes). À ${together.agents} agents : chacun demande un écran au
hasard toutes les ${together.intervalMs} ms en moyenne (arrivées de Poisson, boucle ouverte, attente comptée depuis l’instant voulu) pendant
${together.seconds} s, après ${together.warmUpSeconds} s qui ne comptent pas, soit ${french(drawn)} demandes. p50 / p95 en millisecondes.

${table(
  [
    'Écran',
    'HTTP, seul',
    'SQL nu de la page, seul',
    'SQL nu de tout l’appel, seul',
    `HTTP, ${together.agents} agents`,
    `SQL nu de la page, ${together.agents} agents`,
  ],
  rows,
)}

${table(['Place', 'Lignes (estimation)', 'Octets, index compris'], sizes)}
`
}

const orAbsent = (value: number | null, text: (value: number) => string): string =>
  value === null ? 'non mesuré ici' : text(value)

function startUpText(s: StartUpFigures): string {
  const seconds = (value: number): string => `${french(value, 1)} s`
  return `## Démarrage, mémoire, premier écran

${table(
  ['Mesure', 'Valeur'],
  [
    ['Premier démarrage, base créée, écrans déjà construits', seconds(s.firstStart)],
    ['Premier démarrage avec l’hôpital de démonstration', seconds(s.firstStartWithDemo)],
    ['Second démarrage, sur cette démonstration', seconds(s.secondStart)],
    [
      `Mémoire résidente ${s.idleAfterSeconds} s après le second démarrage`,
      orAbsent(s.idleMemory, (m) => `${french(m)} Mo`),
    ],
    [
      'Mémoire résidente après une visite (connexion, accueil, liste)',
      orAbsent(s.memoryAfterVisit, (m) => `${french(m)} Mo`),
    ],
    [
      'Octets reçus à froid, de l’adresse à l’accueil',
      orAbsent(s.bytesToHome, (b) => `${french(b / 1024)} ko`),
    ],
    ['Demandes pour y arriver', orAbsent(s.requestsToHome, (n) => french(n))],
  ],
)}
`
}

function lettersText(letters: readonly LetterFigures[]): string {
  return `## Lettres

Chaque modèle fourni, rempli par son exemple, vérifié, chiffré et écrit sur disque, l’un après l’autre dans un seul processus.

${table(
  ['Lettre', 'Par seconde', 'Taille'],
  letters.map(({ name, size, perSecond }) => [name, french(perSecond), `${french(size / 1024)} ko`]),
)}
`
}

/** What a run of the bench gives. */
export interface Figures {
  readonly cases: readonly Case[]
  readonly letters: readonly LetterFigures[] | null
  readonly startUp: StartUpFigures | null
}

/** The figures as a document. */
export function reportText({ cases, letters, startUp }: Figures, command: string): string {
  const [processor] = cpus()
  return `# Mesures

Produites par \`${command}\` le ${new Date().toISOString().slice(0, 10)}. Ce qui suit vaut pour cette machine et ce jour-là.

Machine : ${cpus().length} cœurs ${processor?.model.trim() ?? ''}, ${french(totalmem() / 2 ** 30)} Go, ${process.platform} ${release()}, Node ${process.version}. Le générateur de charge
est un autre processus que le serveur, sur la même machine. Le serveur est celui de l’application (\`creerApplication\`), sur la boucle locale,
avec une session par agent ; seule la limite de débit par personne est levée. Le « SQL nu » est l’enregistrement des instructions de la page,
rejoué dans le processus du serveur, dans une transaction sous le rôle de l’application et ses règles de cloisonnement : sans HTTP, sans validation,
sans JSON. « Tout l’appel » y ajoute la lecture de la session et l’écriture au journal.

${[
  ...cases.map(caseText),
  ...(letters === null ? [] : [lettersText(letters)]),
  ...(startUp === null ? [] : [startUpText(startUp)]),
].join('\n')}`
}
