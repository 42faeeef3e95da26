import { describe, expect, it } from 'vitest'
import {
  CHAMPS_DE_FUSION,
  composerFusion,
  type FicheEtMatricule,
  proposerChoix,
  refusDAnnuler,
  refusDeFusionner,
  type SituationDeFusion,
} from './fusion.ts'
import type { Rapprochement } from './rapprochement.ts'

const fiche = (plus: Partial<FicheEtMatricule> = {}): FicheEtMatricule => ({
  civilite: 'mme',
  nom: 'Lefèvre',
  prenom: 'Hélène',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
  matricule: null,
  ...plus,
})

describe('ce que garde une fusion', () => {
  const gardee = fiche({ courriel: 'h@x.example', voie: '1 rue A', codePostal: '37000', commune: 'Tours' })
  const absorbee = fiche({
    nom: 'Lefebvre',
    neeLe: '1950-01-02',
    courriel: 'autre@x.example',
    voie: '2 rue B',
    complement: 'Bât. C',
    commune: 'Blois',
    matricule: '255081416802538',
  })
  const choix = proposerChoix(gardee, absorbee)

  it('est la fiche gardée, complétée de ce qui lui manque', () => {
    const venus = CHAMPS_DE_FUSION.filter((champ) => choix[champ] === 'absorbee')
    expect(venus).toEqual(['neeLe', 'identifiant'])
    expect(composerFusion(gardee, absorbee, choix)).toMatchObject({
      nom: 'Lefèvre',
      neeLe: '1950-01-02',
      courriel: 'h@x.example',
    })
  })

  it('prend l’adresse entière, jamais une rue de l’une et une ville de l’autre', () => {
    const fusion = composerFusion(gardee, absorbee, { ...choix, adresse: 'absorbee' })
    expect(fusion).toMatchObject({ complement: 'Bât. C', voie: '2 rue B', codePostal: '', commune: 'Blois' })
  })

  it('ne contient jamais le matricule : il se garde à part', () => {
    expect(composerFusion(gardee, absorbee, choix)).not.toHaveProperty('matricule')
  })
})

describe('une fusion est refusée', () => {
  const A = '255081416802538'
  const probable: Rapprochement = { niveau: 'probable', indices: ['nom', 'naissance'], contradictions: [] }
  const homonyme: Rapprochement = { niveau: 'homonyme', indices: ['nom'], contradictions: [] }
  const contredit: Rapprochement = {
    niveau: 'possible',
    indices: ['nom', 'courriel'],
    contradictions: ['naissance'],
  }
  const B = '269054958815780'
  it.each([
    ['avec soi-même', ['a', 'a'], [null, null], probable, '', 'avec-soi'],
    ['quand les INS diffèrent', ['a', 'b'], [A, B], null, 'sûr', 'identifiants-differents'],
    ['d’homonymes, sans motif', ['a', 'b'], [null, null], homonyme, ' ', 'motif-requis'],
    ['quand les fiches se contredisent, sans motif', ['a', 'b'], [null, null], contredit, '', 'motif-requis'],
    ['quand rien ne les rapproche, sans motif', ['a', 'b'], [null, null], null, '', 'motif-requis'],
    ['— elle ne l’est pas avec un motif', ['a', 'b'], [null, null], homonyme, 'Vu sa carte.', null],
    ['— ni quand c’est probable', ['a', 'b'], [A, null], probable, '', null],
  ] as const)('%s', (_titre, ids, matricules, rapprochement, motif, code) => {
    expect(refusDeFusionner({ ids, matricules, rapprochement, motif })?.code ?? null).toBe(code)
  })
})

describe('annuler une fusion est refusé', () => {
  const intacte: SituationDeFusion = {
    estAnnulee: false,
    gardee: { version: 3, matricule: null },
    versionLaissee: 3,
    matriculeLaisse: null,
    consentements: 2,
    consentementsIntacts: 2,
  }
  it.each([
    ['une seconde fois', { estAnnulee: true }, 'deja-annulee'],
    ['quand la fiche a été fusionnée depuis', { gardee: null }, 'fusionnee-depuis'],
    ['quand la fiche a été corrigée depuis', { versionLaissee: 2 }, 'fiche-modifiee-depuis'],
    ['quand l’INS a changé depuis', { matriculeLaisse: '255081416802538' }, 'identifiant-change-depuis'],
    ['quand un consentement a changé depuis', { consentementsIntacts: 1 }, 'consentement-change-depuis'],
    ['— jamais quand rien n’a bougé', {}, null],
  ] as const)('%s', (_titre, plus, code) => {
    expect(refusDAnnuler({ ...intacte, ...plus })?.code ?? null).toBe(code)
  })
})
