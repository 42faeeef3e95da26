import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CODES_DE_MENTION, MENTIONS_CRPA } from '#core/echeances/domain/mentions-crpa.ts'
import { REGLAGES } from '#core/echeances/domain/reglages.ts'
import { MENTIONS_DE_REPONSE } from '#core/echeances/domain/regles/mediation.ts'
import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import { DELAIS_ANNONCES } from '#core/echeances/domain/regles/silence.ts'
import { filesApplying, generateDroit, OUTPUT, renderDroit } from './generate-droit.ts'

const project = join(import.meta.dirname, '..')
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'droit-'))
  mkdirSync(join(root, 'docs'))
  mkdirSync(join(root, 'src/cases/essai/domain'), { recursive: true })
  writeFileSync(join(root, 'src/cases/essai/domain/definition.ts'), "export const regles = ['D01', 'D05']\n")
  writeFileSync(join(root, 'src/cases/essai/domain/definition.test.ts'), "const code = 'D02'\n")
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the legal register', () => {
  const text = renderDroit(new Map([['D01', ['src/cases/essai/domain/definition.ts']]]))

  it.each(REGLES.map((regle) => [regle.code, regle] as const))(
    '%s: says what a lawyer reviews',
    (code, regle) => {
      const section = text.slice(text.indexOf(`### ${code} :`)).split('\n### ')[0] ?? ''
      expect(section).toContain(regle.article)
      expect(section).toContain(`<${regle.source}>`)
      expect(section).toContain('**Lu le** :')
      expect(section).toContain('**À confirmer** :')
      expect(section).toContain(`\`${regle.convention}\``)
      expect(section).toContain('**Part de** :')
      expect(section).toContain('**Cible** :')
    },
  )

  it('names files that exist', () => {
    const files = [...text.matchAll(/\*\*Fichier\*\* : `([^`]+)`/g)].map((match) => match[1] ?? '')
    const sentences = Object.values(MENTIONS_DE_REPONSE)
    expect(files).toHaveLength(REGLES.length + DELAIS_ANNONCES.length + sentences.length)
    for (const file of files) expect(existsSync(join(project, file))).toBe(true)
  })

  it('lists every mention and every setting', () => {
    for (const { libelle } of MENTIONS_CRPA) expect(text).toContain(libelle)
    expect(MENTIONS_CRPA.map(({ code }) => code)).toEqual([...CODES_DE_MENTION])
    for (const { code } of Object.values(REGLAGES)) expect(text).toContain(`\`${code}\``)
  })

  it('leaves no placeholder', () => {
    expect(text).not.toMatch(/\{delai\}|undefined|null/)
  })
})

describe('the generator', () => {
  it('finds the case types that apply a rule, tests apart', () => {
    expect([...filesApplying(root).keys()]).toEqual(['D01', 'D05'])
  })

  it('is red while the page is missing or stale, green once written', () => {
    const lines: string[] = []
    const print = (line: string): void => {
      lines.push(line)
    }
    expect(generateDroit(root, true, print)).toBe(1)
    expect(generateDroit(root, false, print)).toBe(0)
    expect(generateDroit(root, true, print)).toBe(0)
    writeFileSync(
      join(root, OUTPUT),
      `${readFileSync(join(root, OUTPUT), 'utf8')}une phrase ajoutée à la main\n`,
    )
    expect(generateDroit(root, true, print)).toBe(1)
    expect(lines).toEqual([
      expect.stringContaining('stale'),
      expect.stringContaining('written'),
      expect.stringContaining('stale'),
    ])
  })
})
