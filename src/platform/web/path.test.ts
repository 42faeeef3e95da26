import { expect, it } from 'vitest'
import { parseSearch, pathTo, stringifySearch } from './path.ts'

it('fills parameters and leaves empty criteria out', () => {
  expect(pathTo('/dossiers/$id', { id: 'a/b' })).toBe('/dossiers/a%2Fb')
  expect(pathTo('/dossiers', {}, { vue: 'en-retard', type: '' })).toBe('/dossiers?vue=en-retard')
})

it('keeps the query as plain words both ways', () => {
  expect(parseSearch('?vue=a-moi&etat=recu')).toEqual({ vue: 'a-moi', etat: 'recu' })
  expect(stringifySearch({ vue: 'a-moi', etat: undefined })).toBe('?vue=a-moi')
  expect(stringifySearch({})).toBe('')
})
