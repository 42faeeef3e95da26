import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CALENDRIERS } from '#core/echeances/domain/calendrier.ts'
import type { Convention } from '#core/echeances/domain/delai.ts'
import { dureeDe } from '#core/echeances/domain/duree.ts'
import { texteDe } from '#core/echeances/domain/explication.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { CONVENTION, FAIT, FERIE } from '#core/echeances/domain/labels.ts'
import {
  type CanalDAccuse,
  type Exigence,
  MENTIONS_CRPA,
  type Mention,
} from '#core/echeances/domain/mentions-crpa.ts'
import { REGLAGES, type Reglage } from '#core/echeances/domain/reglages.ts'
import { MENTIONS_DE_REPONSE, type MentionDeReponse } from '#core/echeances/domain/regles/mediation.ts'
import { FAMILLES_DE_REGLES } from '#core/echeances/domain/regles/registre.ts'
import type { Regle } from '#core/echeances/domain/regles/regle.ts'
import { DELAIS_ANNONCES } from '#core/echeances/domain/regles/silence.ts'
import { listFiles } from './guards/files.ts'

const RULES_FOLDER = 'src/core/echeances/domain/regles'

/** Where the register is written, from the root of the project. */
export const OUTPUT = 'docs/droit.md'

const day = (text: string): string => formaterJour(jourCivil(text), { semaine: false })
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

/** Shipped files that name a rule, the rules themselves apart: the case types that apply it. */
export function filesApplying(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const sources = listFiles(root, ['src']).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file) && !file.startsWith(RULES_FOLDER),
  )
  for (const file of sources) {
    const codes = readFileSync(join(root, file), 'utf8').match(/(?<=['"])D\d{2}(?=['"])/g) ?? []
    for (const code of new Set(codes)) found.set(code, [...(found.get(code) ?? []), file])
  }
  return found
}

function facts(codes: readonly (keyof typeof FAIT)[]): string {
  return codes.map((code) => FAIT[code].libelle).join(' ; ')
}

function value({ valeurParDefaut, unite }: Reglage): string {
  if (unite === 'activation') return valeurParDefaut === 1 ? 'oui' : 'non'
  if (unite === 'heure') return `${valeurParDefaut} h`
  if (valeurParDefaut === 0) return 'le jour même'
  return `${valeurParDefaut} ${unite === 'jour-ouvre' ? 'jours ouvrés' : 'jours calendaires'}`
}

function target(regle: Regle): string {
  const legal = regle.convention === 'ASAP' ? null : 'dernier jour ouvré avant la date limite'
  if (regle.cibleInterne === null) return legal ?? 'aucune'
  const reglage = REGLAGES[regle.cibleInterne]
  const internal = `objectif interne, ${value(reglage)} par défaut (réglage \`${reglage.code}\`)`
  return legal === null ? internal : `${legal}, ou ${internal} s’il est plus tôt`
}

function validity({ valideDu, valideAu }: Regle): string {
  return valideAu === null ? `depuis le ${day(valideDu)}` : `du ${day(valideDu)} au ${day(valideAu)}`
}

function optionalLines(regle: Regle): readonly string[] {
  const { suspension, prolongation } = regle
  return [
    ...regle.sansObjetPar.map(({ fait, motif }) => `- **Sans objet** : ${FAIT[fait].libelle} (${motif})`),
    ...regle.neutraliseePar.map(({ fait, motif }) => `- **Neutralisée** : ${FAIT[fait].libelle} (${motif})`),
    ...(suspension === null
      ? []
      : [
          `- **Suspension** : ${suspension.motif} (${suspension.article}), ${facts([suspension.debut, suspension.fin])}`,
        ]),
    ...(prolongation === null
      ? []
      : [`- **Prolongation** : ${prolongation.motif} (${prolongation.article})`]),
    ...regle.lectures.map(({ libelle, texte }) => `- **Point discuté, ${libelle.toLowerCase()}** : ${texte}`),
    ...(regle.reserve === null ? [] : [`- **Réserve** : ${regle.reserve}`]),
  ]
}

function ruleSection(regle: Regle, file: string, applying: readonly string[]): string {
  const others = regle.autresArticles.length === 0 ? '' : ` ; voir aussi ${regle.autresArticles.join(', ')}`
  return [
    `### ${regle.code} : ${regle.libelle}${regle.aConfirmer ? ' (à confirmer)' : ''}`,
    '',
    texteDe(regle),
    '',
    `- **Article** : ${regle.article}${others}`,
    `- **Source** : <${regle.source}>, ${regle.versionLue}`,
    `- **Lu le** : ${day(regle.dateLecture)}`,
    `- **À confirmer** : ${regle.aConfirmer ? 'oui' : 'non'}`,
    `- **Validité** : ${validity(regle)}`,
    `- **Délai** : ${dureeDe(regle)} (\`${regle.convention}\`)`,
    `- **Part de** : ${facts(regle.declencheurs)}`,
    `- **Tenue par** : ${facts(regle.tenuePar)}`,
    `- **Cible** : ${target(regle)}`,
    `- **Si la date passe** : ${regle.effet}`,
    ...optionalLines(regle),
    `- **Fichier** : \`${file}\``,
    `- **Appliquée par** : ${applying.length === 0 ? 'aucun type de dossier pour l’instant' : applying.map((f) => `\`${f}\``).join(', ')}`,
  ].join('\n')
}

function summary(): string {
  const rules = FAMILLES_DE_REGLES.flatMap(({ regles }) => regles)
  return table(
    ['Code', 'Règle', 'Article', 'Délai', 'Lu le', 'À confirmer'],
    rules.map((r) => [
      r.code,
      r.libelle,
      r.article,
      dureeDe(r),
      day(r.dateLecture),
      r.aConfirmer ? 'oui' : 'non',
    ]),
  )
}

function conventions(): string {
  const entries: readonly (readonly [string, string])[] = Object.entries(
    CONVENTION satisfies Record<Convention, string>,
  )
  return table(
    ['Code', 'Comment on compte'],
    entries.map(([code, label]) => [`\`${code}\``, label]),
  )
}

function calendars(): string {
  const national = CALENDRIERS[0]?.feries ?? []
  return table(
    ['Calendrier', 'Jours fériés', 'À confirmer'],
    CALENDRIERS.map(({ libelle, feries, aConfirmer }, i) => {
      const own = feries.filter((f) => i === 0 || !national.includes(f)).map((f) => FERIE[f])
      return [
        libelle,
        `${i === 0 ? '' : 'ceux de métropole, et : '}${own.join(', ')}`,
        aConfirmer ? 'oui' : 'non',
      ]
    }),
  )
}

const CONDITION = {
  toujours: 'toujours',
  rejet: 'si le silence vaut rejet',
  acceptation: 'si le silence vaut acceptation',
  incomplete: 'si la demande est incomplète',
  'adresse-existante': 'si le service en a une',
} as const satisfies Record<Exigence['condition'], string>

function requirement(mention: Mention, canal: CanalDAccuse): string {
  const exigence = mention.exigences[canal]
  if (exigence === undefined) return '–'
  const other = MENTIONS_CRPA.find(({ code }) => code === exigence.ouBien)?.libelle
  return `${CONDITION[exigence.condition]}${other === undefined ? '' : `, ou bien : ${other.toLowerCase()}`} (${exigence.article})`
}

function mentions(): string {
  return table(
    ['Mention', 'Accusé sur papier', 'Accusé électronique', 'Accusé d’enregistrement'],
    MENTIONS_CRPA.map((m) => [
      m.libelle,
      requirement(m, 'papier'),
      requirement(m, 'electronique'),
      requirement(m, 'enregistrement-electronique'),
    ]),
  )
}

function settings(): string {
  const all: readonly Reglage[] = Object.values(REGLAGES)
  return table(
    ['Réglage', 'Code', 'Par défaut', 'Bornes'],
    all.map((reglage) => [
      reglage.libelle,
      `\`${reglage.code}\``,
      value(reglage),
      `${reglage.min} à ${reglage.max}`,
    ]),
  )
}

function announced(): string {
  return DELAIS_ANNONCES.map((d) =>
    [
      `### ${d.code} : ${d.libelle}`,
      '',
      texteDe(d),
      '',
      `- **Article** : ${d.article}`,
      `- **Source** : <${d.source}>, ${d.versionLue}`,
      `- **Lu le** : ${day(d.dateLecture)}`,
      `- **Délai** : ${dureeDe(d)} (\`${d.convention}\`)`,
      ...d.lectures.map(({ libelle, texte }) => `- **Point discuté, ${libelle.toLowerCase()}** : ${texte}`),
      `- **Fichier** : \`${RULES_FOLDER}/silence.ts\``,
    ].join('\n'),
  ).join('\n\n')
}

/** Sentences every answer says: their words are the application's, and no template leaves them out. */
function answerSentences(): string {
  const sentences: readonly MentionDeReponse[] = Object.values(MENTIONS_DE_REPONSE)
  return sentences
    .map((m) =>
      [
        `### ${m.libelle}`,
        '',
        `> ${m.texte}`,
        '',
        `- **Article** : ${m.article}`,
        `- **Source** : <${m.source}>, ${m.versionLue}`,
        `- **Lu le** : ${day(m.dateLecture)}`,
        `- **Fichier** : \`${RULES_FOLDER}/mediation.ts\``,
      ].join('\n'),
    )
    .join('\n\n')
}

/** The whole register. `applying`: rule code → files of the case types that apply it. */
export function renderDroit(applying: ReadonlyMap<string, readonly string[]>): string {
  const families = FAMILLES_DE_REGLES.flatMap(({ libelle, fichier, regles }) => [
    `## ${libelle}`,
    ...regles.map((r) => ruleSection(r, `${RULES_FOLDER}/${fichier}`, applying.get(r.code) ?? [])),
  ])
  return `${[
    '# Le droit appliqué par Porte-voix',
    'Page produite par `tools/generate-droit.ts` à partir des règles elles-mêmes : ne la modifiez pas à la main. Elle est faite pour être relue par un juriste. Seul le texte publié sur Légifrance fait foi.',
    summary(),
    ...families,
    '## Délais annoncés dans les accusés',
    announced(),
    '## Mentions des accusés',
    mentions(),
    '## Mentions de la réponse à une réclamation',
    answerSentences(),
    '## Manières de compter',
    conventions(),
    '## Jours fériés',
    'Source : Code du travail, art. L. 3133-1 (national), L. 3134-13 (Alsace-Moselle, le Vendredi saint dans les seules communes ayant un temple protestant ou une église mixte), L. 3422-2 (outre-mer, à confirmer). Les « ponts » et la journée de solidarité ne changent rien.',
    calendars(),
    '## Réglages de l’établissement',
    'Ce ne sont pas des délais légaux.',
    settings(),
  ].join('\n\n')}\n`
}

/** Writes the register, or with `check` only says whether the one on disk is current. Returns the exit code. */
export function generateDroit(root: string, check: boolean, print: (line: string) => void): 0 | 1 {
  const path = join(root, OUTPUT)
  const expected = renderDroit(filesApplying(root))
  const current = existsSync(path) ? readFileSync(path, 'utf8') : null
  if (current === expected) return 0
  if (check) {
    print(`${OUTPUT} is stale: run \`node tools/generate-droit.ts\` and commit it.`)
    return 1
  }
  writeFileSync(path, expected)
  print(`${OUTPUT} written.`)
  return 0
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  const check = process.argv.includes('--check')
  process.exitCode = generateDroit(join(here, '..', '..'), check, (line) => process.stdout.write(`${line}\n`))
}
