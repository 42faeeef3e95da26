import { expect, it } from 'vitest'
import { cheminDeLaListe, cheminDOuverture, cheminDuPretDeFauteuil } from './paths.ts'

it('les adresses des écrans ne changent pas sans qu’on le sache', () => {
  expect([cheminDuPretDeFauteuil('42'), cheminDOuverture(), cheminDeLaListe()]).toEqual([
    '/pret-de-fauteuil/42',
    '/pret-de-fauteuil/ouvrir',
    '/dossiers?type=pret-de-fauteuil',
  ])
})
