import { expect, it } from 'vitest'
import { messageIdOf } from './message-id.ts'

it.each([
  ['usagers@ch-valmont.example', 'courrier.0193@ch-valmont.example'],
  ['usagers@hôpital.example', 'courrier.0193@xn--hpital-ixa.example'],
  ['"a@b"@ch-valmont.example', 'courrier.0193@ch-valmont.example'],
])('l’identifiant d’un message est du domaine de %s', (writer, expected) =>
  expect(messageIdOf('courrier.0193', writer)).toBe(expected),
)
