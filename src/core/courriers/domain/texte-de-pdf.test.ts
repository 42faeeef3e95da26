import { describe, expect, it } from 'vitest'
import { OFFRE_DE_MEDIATION } from '../testing-modele.ts'
import { mentionsAbsentesDuPdf } from './texte-de-pdf.ts'

const mention = (valeur: string) => ({ nom: 'm', libelle: 'M', valeur, texteLegal: 'CSP' })
const absentes = (valeur: string, texte: string) => mentionsAbsentesDuPdf([mention(valeur)], texte).length

describe('ce que dit un PDF', () => {
  it.each([
    ['quelle que soit la coupe des lignes', OFFRE_DE_MEDIATION.replaceAll(' ', '\n')],
    ['sans espaces', OFFRE_DE_MEDIATION.replaceAll(' ', '')],
    ['avec un mot coupé en fin de ligne', OFFRE_DE_MEDIATION.replace('médecin ou', 'méde-\ncin ou')],
    [
      'avec plusieurs mots coupés',
      OFFRE_DE_MEDIATION.replace('saisir', 'sai-\nsir').replace('usagers', 'usa\u2010 \n gers'),
    ],
    ['avec des ligatures', OFFRE_DE_MEDIATION.replace('fi', '\ufb01')],
    [
      'd’une page à l’autre, pied et en-tête entre les deux',
      OFFRE_DE_MEDIATION.replace('ou non médecin', 'ou\nPied de page 1\fHôpital\nnon médecin'),
    ],
  ])('se lit %s', (_cas, texte) => expect(absentes(OFFRE_DE_MEDIATION, `Madame, ${texte}\f`)).toBe(0))

  it.each([
    ['un vrai trait d’union en fin de ligne', 'pièce ci-jointe', 'la pièce ci-\njointe'],
    ['le même coupé ailleurs', 'pièce ci-jointe', 'la pi-\nèce ci-jointe'],
    ['une date', '1er mars 2026', '1er mars\n2026'],
  ])('se lit avec %s', (_cas, valeur, texte) => expect(absentes(valeur, texte)).toBe(0))

  it.each([
    ['un mot changé', OFFRE_DE_MEDIATION.replace('ou non médecin', 'ou médecin')],
    ['un mot ajouté', OFFRE_DE_MEDIATION.replace('saisir', 'aussi saisir')],
    ['la fin perdue', OFFRE_DE_MEDIATION.slice(0, -8)],
    [
      'les deux moitiés à des pages qui ne se suivent pas',
      OFFRE_DE_MEDIATION.replace('ou non', 'ou\fAnnexe\fnon'),
    ],
    ['rien', ''],
  ])('ne se lit pas avec %s', (_cas, texte) => expect(absentes(OFFRE_DE_MEDIATION, texte)).toBe(1))
})
