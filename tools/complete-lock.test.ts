import { describe, expect, it } from 'vitest'
import { missingEntries, platformOf } from './complete-lock.ts'

describe('the lock of every platform', () => {
  it.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rolldown/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@biomejs/cli-win32-arm64', { os: ['win32'], cpu: ['arm64'] }],
    ['kysely', null],
  ])('reads the platform of %s in its name', (name, platform) => expect(platformOf(name)).toEqual(platform))

  it('lists what the registry left out, and nothing twice', () => {
    const packages = {
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '2.0.0' },
    }
    expect(missingEntries(packages)).toEqual({
      'node_modules/tool-darwin-arm64': {
        version: '2.0.0',
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
        dev: true,
      },
    })
  })
})
