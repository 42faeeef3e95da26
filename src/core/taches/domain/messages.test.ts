import { describe, expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { adresseDuLien, messageDeDemande, messageDeRelance } from './messages.ts'
import { NATURES_DE_TACHE, NIVEAUX_DE_RELANCE } from './tache.ts'

const M = {
  etablissement: 'Centre hospitalier de Valmont',
  serviceNom: 'Direction des relations avec les usagers',
  telephone: '01 99 00 12 34',
  demandeur: 'Camille Roux',
  destinataire: 'Léa Fontaine',
  objet: 'dossier REC-2026-00042',
  lien: adresseDuLien('https://usagers.example', 'JETON'),
  pourLe: jourCivil('2026-01-20'),
  dernierLe: jourCivil('2026-02-19'),
  demandeeLe: jourCivil('2026-01-05'),
}

describe('le message', () => {
  it.each(NATURES_DE_TACHE)('d’une demande porte le lien, le jour et qui appeler (%s)', (nature) => {
    const { objet, texte } = messageDeDemande({ ...M, nature })
    expect(objet).toContain('REC-2026-00042')
    for (const dit of [
      'Bonjour Léa Fontaine,',
      'mardi 20 janvier 2026',
      'jeudi 19 février 2026',
      M.telephone,
    ])
      expect(texte).toContain(dit)
    expect(texte).toMatch(/^https:\/\/usagers\.example\/repondre\/JETON$/m)
  })

  it.each(NIVEAUX_DE_RELANCE)('d’une relance rappelle la demande et porte un lien (%s)', (niveau) => {
    const { texte } = messageDeRelance(niveau, { ...M, nature: 'explications' })
    expect(texte).toContain('lundi 5 janvier 2026')
    expect(texte).toContain(M.lien)
  })

  it('ne laisse pas un signe double au début d’une ligne', () => {
    const { texte } = messageDeDemande({ ...M, nature: 'explications', destinataire: '' })
    expect(texte).toMatch(/^Bonjour,\n/)
    expect(texte).not.toMatch(/ [:;?!»]/)
  })
})
