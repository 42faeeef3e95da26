import { describe, expect, it } from 'vitest'
import { ConfigError, lireConfig } from './config.ts'

const lire = (adresse?: string) => lireConfig({ PORTE_VOIX_ADRESSE: adresse }, { demo: false }).adresse

describe('l’adresse réglée de l’application', () => {
  it.each([
    ['absente : celle de chaque requête', undefined, null],
    ['telle quelle', 'https://usagers.hopital.example', 'https://usagers.hopital.example'],
    ['sans sa barre finale', 'https://usagers.hopital.example/', 'https://usagers.hopital.example'],
    ['avec son port', 'http://10.0.0.4:8080', 'http://10.0.0.4:8080'],
  ])('%s', (_cas, saisie, attendue) => expect(lire(saisie)).toBe(attendue))

  it.each(['usagers.hopital.example', 'https://h.example/usagers', 'ftp://h.example', 'https://a@h.example'])(
    'est refusée quand elle vaut %s',
    (saisie) => {
      expect(() => lire(saisie)).toThrow(ConfigError)
      expect(() => lire(saisie)).toThrow('PORTE_VOIX_ADRESSE : doit être une adresse sans chemin')
    },
  )
})
