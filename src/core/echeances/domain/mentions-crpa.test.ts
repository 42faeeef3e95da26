import { describe, expect, it } from 'vitest'
import {
  type CanalDAccuse,
  CODES_DE_MENTION,
  type CodeDeMention,
  mentionsExigees,
  mentionsManquantes,
  refusDeMentions,
} from './mentions-crpa.ts'

const COMPLET: Readonly<Record<CanalDAccuse, readonly CodeDeMention[]>> = {
  papier: [
    'date-de-reception',
    'designation-du-service',
    'adresse-postale',
    'adresse-electronique',
    'telephone',
    'nature-de-la-decision-implicite',
    'date-de-la-decision-implicite',
    'delais-et-voies-de-recours',
  ],
  electronique: [
    'date-de-reception',
    'designation-du-service',
    'adresse-electronique',
    'telephone',
    'nature-de-la-decision-implicite',
    'date-de-la-decision-implicite',
    'delais-et-voies-de-recours',
  ],
  'enregistrement-electronique': ['date-de-reception'],
}

describe.each(['papier', 'electronique', 'enregistrement-electronique'] as const)(
  'un accusé (%s)',
  (canal) => {
    it('part quand toutes ses mentions y sont', () => {
      expect(refusDeMentions(COMPLET[canal], canal)).toBeNull()
    })

    it.each(COMPLET[canal])('est refusé quand il manque « %s »', (absente) => {
      const presentes = COMPLET[canal].filter((code) => code !== absente)
      expect(refusDeMentions(presentes, canal)).toEqual({ code: 'mentions-manquantes', mentions: [absente] })
    })

    it('chaque mention exigée cite l’article qui l’exige', () => {
      for (const { exigence } of mentionsExigees(canal))
        expect(exigence.article).toMatch(/^CRPA, art\. [LR]\. 11/)
    })
  },
)

describe('les mentions qui dépendent de la demande', () => {
  it('l’accusé électronique donne une adresse électronique ou postale, au choix', () => {
    const presentes: CodeDeMention[] = [
      ...COMPLET.electronique.filter((c) => c !== 'adresse-electronique'),
      'adresse-postale',
    ]
    expect(refusDeMentions(presentes, 'electronique')).toBeNull()
  })

  it('un service sans adresse électronique n’en donne pas sur papier', () => {
    const presentes = COMPLET.papier.filter((code) => code !== 'adresse-electronique')
    expect(refusDeMentions(presentes, 'papier', { adresseElectronique: false })).toBeNull()
  })

  it('si le silence vaut acceptation, l’attestation remplace les voies de recours', () => {
    const sansRecours = COMPLET.papier.filter((code) => code !== 'delais-et-voies-de-recours')
    expect(mentionsManquantes(sansRecours, 'papier', { silence: 'acceptation' })).toEqual([
      'attestation-d-acceptation',
    ])
  })

  it('une demande incomplète ajoute trois mentions sur papier, aucune par voie électronique', () => {
    expect(mentionsManquantes(COMPLET.papier, 'papier', { incomplete: true })).toEqual([
      'pieces-manquantes',
      'delai-de-production-des-pieces',
      'effet-de-la-demande-incomplete',
    ])
    expect(mentionsManquantes(COMPLET.electronique, 'electronique', { incomplete: true })).toEqual([])
  })

  it('chaque mention connue est exigée au moins une fois', () => {
    const contextes = [{}, { silence: 'acceptation' }, { incomplete: true }] as const
    const exigees = contextes.flatMap((contexte) =>
      (['papier', 'electronique', 'enregistrement-electronique'] as const).flatMap((canal) =>
        mentionsManquantes([], canal, contexte),
      ),
    )
    expect(new Set(exigees)).toEqual(new Set(CODES_DE_MENTION))
  })
})
