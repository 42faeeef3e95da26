import { describe, expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { composerRecapitulatif, type LigneDeRecapitulatif } from './recapitulatif.ts'

const ligne = (plus: Partial<LigneDeRecapitulatif> = {}): LigneDeRecapitulatif => ({
  niveau: 'rappel',
  nature: 'explications',
  objet: 'dossier REC-2026-00042',
  service: 'Cardiologie',
  demandeur: 'Camille Roux',
  demandeeLe: jourCivil('2026-01-05'),
  pourLe: jourCivil('2026-01-20'),
  lien: 'https://usagers.example/repondre/JETON',
  dernierLe: jourCivil('2026-02-19'),
  ...plus,
})
const composer = (lignes: readonly LigneDeRecapitulatif[], aLaPlaceDe: readonly string[] = []) => {
  const { objet, texte } = composerRecapitulatif({
    etablissement: 'Centre hospitalier de Valmont',
    serviceNom: 'Relations avec les usagers',
    telephone: '01 99 00 12 34',
    destinataire: 'Léa Fontaine',
    aLaPlaceDe,
    aujourdHui: jourCivil('2026-01-24'),
    lignes,
  })
  return { objet: objet.replaceAll('\u00a0', ' '), texte: texte.replaceAll('\u00a0', ' ') }
}

describe('le récapitulatif d’un jour', () => {
  it('dit ce qui est attendu, depuis quand, et comment répondre', () => {
    const { objet, texte } = composer([ligne()])
    expect(objet).toBe('Rappel : une demande attend votre réponse')
    expect(texte).toContain('Une demande de « Relations avec les usagers » attend votre réponse.')
    expect(texte).toContain('1. Demande d’explications, dossier REC-2026-00042 (Cardiologie).')
    expect(texte).toContain('souhaitée pour le 20 janvier 2026, il y a 4 jours.')
    expect(texte).toMatch(/^https:\/\/usagers\.example\/repondre\/JETON$/m)
    expect(texte).toContain('01 99 00 12 34')
  })

  it('met le plus pressant d’abord, sous un titre, numéroté d’un bout à l’autre', () => {
    const { objet, texte } = composer([
      ligne({ niveau: null, objet: 'D' }),
      ligne({ niveau: 'rappel', objet: 'C' }),
      ligne({ niveau: 'relance', objet: 'B' }),
    ])
    expect(objet).toBe('Relance : 3 demandes attendent votre réponse')
    const ordre = [...texte.matchAll(/^(\d)\. Demande d’explications, (.)/gm)].map((m) => `${m[1]}${m[2]}`)
    expect(ordre).toEqual(['1B', '2C', '3D'])
    expect(texte.indexOf('ATTENDUES DEPUIS LE JOUR SOUHAITÉ')).toBeLessThan(texte.indexOf('POUR MÉMOIRE'))
  })

  it('demande son appui à la hiérarchie, à part de ce qu’elle doit elle-même', () => {
    const { objet, texte } = composer([ligne({ niveau: 'hierarchie' }), ligne({ niveau: 'rappel' })])
    expect(objet).toBe('Une demande restée sans réponse')
    expect(texte).toContain('Une demande de « Relations avec les usagers » attend votre réponse.')
    expect(texte).toContain(
      'Une demande adressée à l’un de vos services est restée sans réponse malgré nos relances',
    )
  })

  it('dit de qui l’on tient la place', () =>
    expect(composer([ligne()], ['Léa Fontaine']).texte).toContain('à la place de Léa Fontaine.'))

  it('ne laisse pas un signe double au début d’une ligne', () => {
    const { texte } = composerRecapitulatif({
      ...{ etablissement: 'E', serviceNom: 'S', telephone: '1', destinataire: '', aLaPlaceDe: [] },
      aujourdHui: jourCivil('2026-01-24'),
      lignes: [ligne()],
    })
    expect(texte).toMatch(/^Bonjour,\n/)
    expect(texte).not.toMatch(/ [:;?!»]/)
  })
})
