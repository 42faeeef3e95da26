import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import { demanderA, ouvrirUnDossier, type Porteur, porteur } from './testing/demandes.ts'

const QUI = { nom: 'Léa Fontaine', fonction: 'Cheffe de service' }

describe('le lien d’une demande', () => {
  let app: ApplicationDeTest
  let tacheId: string
  let jeton: string
  let lien: Porteur

  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())
  beforeEach(async () => {
    app.maintenant = LUNDI
    const { id } = await ouvrirUnDossier(app, [app.structures.pneumologie])
    ;({ tacheId, jeton } = await demanderA(app, id))
    lien = porteur(app, jeton)
  })

  const tache = async () => (await app.lignes('select * from taches.tache where id = $1', [tacheId]))[0]
  const brouillons = () => app.lignes('select * from taches.brouillon where tache_id = $1', [tacheId])

  describe('reçoit n’importe quoi sans jamais tomber', () => {
    const corps = (payload: string | Buffer, type: string) =>
      app.http.inject({
        method: 'POST',
        url: `/repondre/${jeton}`,
        payload,
        headers: { host: 'localhost', 'content-type': type },
      })

    it.each([
      ['du JSON', '{"reponse":"x"}', 'application/json', 422],
      ['du JSON cassé', '{', 'application/json', 400],
      ['un formulaire simple', 'reponse=x', 'application/x-www-form-urlencoded', 415],
      [
        'un formulaire coupé',
        '--x\r\ncontent-disposition: form-data; name="reponse"\r\n\r\ntex',
        'multipart/form-data; boundary=x',
        422,
      ],
      ['une limite absente', '--x', 'multipart/form-data', 422],
      [
        'un champ piégé',
        '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\ny\r\n--x--\r\n',
        'multipart/form-data; boundary=x',
        422,
      ],
      [
        'un champ en JSON',
        '--x\r\ncontent-disposition: form-data; name="nom"\r\ncontent-type: application/json\r\n\r\n{"a":1}\r\n--x--\r\n',
        'multipart/form-data; boundary=x',
        303,
      ],
    ])('%s', async (_quoi, payload, type, status) => {
      const r = await corps(payload, type)
      expect([r.statusCode, String(r.headers['content-type'] ?? 'text/html; charset=utf-8')]).toEqual([
        status,
        'text/html; charset=utf-8',
      ])
      expect(await tache()).toMatchObject({ etat: 'demandee' })
    })

    it('mille champs', async () => {
      const champs = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`c${i}`, 'x']))
      expect((await lien.envoyer('', champs)).status).toBe(422)
    })

    it('d’un autre site, qu’il refuse', async () => {
      const champs = { ...QUI, reponse: 'x', version: '0', geste: 'garder' }
      const ailleurs = await lien.envoyer('', champs, [], { origin: 'https://ailleurs.example' })
      expect(ailleurs.status).toBe(403)
      expect(ailleurs.html).toContain('vient d’un autre site')
      const sansOrigine = await lien.envoyer('', champs, [], {
        origin: 'null',
        'sec-fetch-site': 'cross-site',
      })
      expect(sansOrigine.status).toBe(403)
      expect(await brouillons()).toEqual([])
    })
  })
})
