import { describe, expect, it } from 'vitest'
import { AVIS_DE_PRET, type ChampsDePret } from '../testing-modele.ts'
import { type Champs, valeursManquantes } from './balise.ts'
import { creerRegistreDesModeles } from './modele.ts'

describe('valeurs d’un courrier', () => {
  const manquantes = (champs: { readonly [K in keyof ChampsDePret]?: unknown }) =>
    valeursManquantes(AVIS_DE_PRET.balises, { ...AVIS_DE_PRET.exemple, ...champs } as Champs)

  it('l’exemple d’un modèle est complet', () => expect(manquantes({})).toEqual([]))

  it.each<[string, { readonly [K in keyof ChampsDePret]?: unknown }, string[]]>([
    ['un texte vide', { fauteuil: '' }, ['Fauteuil prêté']],
    ['un texte de blancs', { fauteuil: ' \u00a0\n' }, ['Fauteuil prêté']],
    ['une valeur absente', { numero: undefined }, ['Numéro du dossier']],
    ['aucun destinataire', { destinataire: [] }, ['Destinataire']],
    [
      'une ligne d’adresse vide',
      { destinataire: [{ ligne: 'A' }, { ligne: '' }] },
      ['Destinataire, Une ligne de l’adresse'],
    ],
    ['une condition sans réponse', { aRendre: undefined }, ['Le fauteuil est à rendre']],
  ])('sont dites manquantes avec %s', (_cas, champs, attendu) => expect(manquantes(champs)).toEqual(attendu))

  it.each<[string, { readonly [K in keyof ChampsDePret]?: unknown }]>([
    ['un signataire', { signataireNom: '', signataireQualite: '' }],
    ['des accessoires', { accessoires: [] }],
    ['une condition fausse', { aRendre: false }],
  ])('peuvent se passer d’%s', (_cas, champs) => expect(manquantes(champs)).toEqual([]))

  it('un registre refuse deux modèles de même code', () => {
    expect(() => creerRegistreDesModeles([AVIS_DE_PRET, AVIS_DE_PRET])).toThrow('share a code')
    expect(creerRegistreDesModeles([AVIS_DE_PRET]).trouver('inconnu')).toBeNull()
  })
})
