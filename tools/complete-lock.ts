import { readFileSync, writeFileSync } from 'node:fs'

/**
 * A registry that mirrors one platform only leaves the packages of the others out of the lock, and `npm ci` then refuses
 * it everywhere. This lists them back, with the platform each is for. `--check` fails when one is missing.
 */
interface Entry {
  version?: string
  optionalDependencies?: Record<string, string>
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

const LOCK = 'package-lock.json'
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'openharmony',
  'linux',
  'win32',
  'netbsd',
  'openbsd',
  'sunos',
]
const PROCESSORS = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'arm']

/** The platform a package is for, read in its name: `@biomejs/cli-linux-x64-musl`. Null when the name says nothing. */
export function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[/-]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (os === undefined) return null
  const musl = words.some((word) => word.startsWith('musl'))
  const gnu = os === 'linux' && words.some((word) => word.startsWith('gnu'))
  const libc = musl ? ['musl'] : gnu ? ['glibc'] : undefined
  return { os: [os], ...(cpu === undefined ? {} : { cpu: [cpu] }), ...(libc === undefined ? {} : { libc }) }
}

/** Entries to add to a lock, by path. */
export function missingEntries(packages: Readonly<Record<string, Entry>>): Record<string, Entry> {
  const paths = Object.keys(packages)
  const missing: Record<string, Entry> = {}
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name)
      if (platform === null || paths.some((path) => path.endsWith(`node_modules/${name}`))) continue
      const entry = { version: version.replace(/^[~^]/, ''), optional: true, ...platform }
      missing[`node_modules/${name}`] = dev === true ? { ...entry, dev } : entry
    }
  }
  return missing
}

if (import.meta.main) {
  const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(LOCK, 'utf8'))
  const missing = missingEntries(lock.packages)
  const names = Object.keys(missing)
  if (process.argv.includes('--check')) {
    if (names.length > 0) {
      console.error(`${LOCK} lacks ${names.join(', ')}: run \`node tools/complete-lock.ts\``)
      process.exitCode = 1
    }
  } else if (names.length > 0) {
    const all = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1))
    writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`)
    console.log(`${names.length} packages listed.`)
  }
}
