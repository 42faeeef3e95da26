import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import {
  type ApplicationDeTest,
  LUNDI,
  MOT_DE_PASSE,
  ouvrirApplication,
} from './testing/application-de-test.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const INCONNU = '019b8d62-0000-7000-8000-000000000001'

describe('le serveur', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({
      preparer: (http) => {
        http.get('/api/panne', () => {
          throw new Error('panne provoquée')
        })
      },
    })
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const brut = async (requete: InjectOptions, qui: 'charge' | null = 'charge') => {
    const cookie: Record<string, string> = qui === null ? {} : { cookie: await app.cookieDe(qui) }
    const headers = { host: 'localhost', origin: 'http://localhost', ...cookie, ...requete.headers }
    return app.http.inject({ ...requete, headers })
  }
  const json = { 'content-type': 'application/json' }
  const lister = (payload: string, headers: Record<string, string> = json) =>
    brut({ method: 'POST', url: '/api/dossiers/lister', payload, headers })

  describe('répond par un problème lisible, jamais par une panne,', () => {
    const abime = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`
    it.each([
      ['un JSON coupé', '{"vue":"tous"', 400],
      ['un JSON vide', '', 400],
      ['du texte', 'bonjour', 400],
      ['null', 'null', 200],
      ['un tableau', '[1,2,3]', 200],
      ['un nombre', '42', 200],
      ['un prototype empoisonné', '{"__proto__":{"vue":"tous"}}', 400],
      ['un constructeur empoisonné', '{"constructor":{"prototype":{"vue":"tous"}}}', 400],
      ['un type faux', '{"vue":42}', 422],
      ['une valeur hors de la liste', '{"vue":"autre"}', 422],
      ['une limite énorme', '{"limite":1e308}', 422],
      ['une limite à virgule', '{"limite":1.5}', 422],
      ['une limite nulle', '{"limite":0}', 422],
      ['une suite inventée', '{"apres":"demain"}', 422],
      ['une suite au jour impossible', `{"apres":"2026-02-31_${INCONNU}"}`, 422],
      ['une suite à l’année zéro', `{"apres":"0000-01-01_${INCONNU}"}`, 422],
      ['une suite sans identifiant', `{"apres":"2026-02-03_${'-'.repeat(36)}"}`, 422],
      ['un identifiant qui est du SQL', `{"serviceId":"1' or '1'='1"}`, 422],
      ['un tableau profond de 50 000 niveaux', `{"recherche":${abime(50_000)}}`, 422],
      ['un corps de cinq mégaoctets', `{"recherche":"${'a'.repeat(5_000_000)}"}`, 413],
      ['un champ inconnu', '{"vue":"tous","inconnu":{"a":[1]}}', 200],
    ])('à %s', async (_cas, payload, status) => {
      const r = await lister(payload)
      expect([r.statusCode, r.body.slice(0, 300)]).toEqual([status, expect.any(String)])
      if (status === 200) return
      expect(r.headers['content-type']).toContain('application/problem+json')
      expect(r.json()).toMatchObject({
        status,
        code: expect.any(String),
        correlationId: expect.stringMatching(UUID),
      })
    })

    it.each([
      ['un autre format', { 'content-type': 'text/xml' }, 415],
      ['un formulaire', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['un jeu de caractères ancien', { 'content-type': 'application/json; charset=latin1' }, 200],
    ])('à %s', async (_cas, headers, status) => {
      const r = await lister('{}', headers)
      expect(r.statusCode).toBe(status)
    })

    it.each([
      ['GET', '/api/rien', 404],
      ['POST', '/api/reclamations/x/rien', 404],
      ['DELETE', `/api/reclamations/${INCONNU}`, 404],
      ['PUT', '/api/session', 404],
      ['GET', "/api/reclamations/1'%20or%20'1'='1", 422],
      ['GET', '/api/reclamations/%00', 422],
      ['GET', '/api/reclamations/..%2f..%2fsession', 422],
      ['GET', `/api/reclamations/${INCONNU}`, 404],
      ['GET', `/api/reclamations/${'a'.repeat(500)}`, 414],
      ['GET', '/api/reclamations/%E0%A4%A', 400],
      ['GET', `/api/pieces/${INCONNU}/contenu`, 404],
      ['GET', '/api/courriers/modeles/..%2f..%2fetc%2fpasswd/contenu', 404],
      ['GET', '/api/courriers/modeles/__proto__/contenu', 404],
      ['GET', '/api/courriers/modeles/constructor/essai', 404],
      ['GET', '/api/session?a[]=1&a=2&__proto__=3', 200],
    ] as const)('à %s %s', async (method, url, status) => {
      const r = await brut({ method, url })
      expect([r.statusCode, r.body.slice(0, 200)]).toEqual([status, expect.any(String)])
      if (status === 200) return
      expect(r.headers['content-type']).toContain('application/problem+json')
      expect(r.json()).toMatchObject({
        status,
        code: expect.any(String),
        correlationId: expect.stringMatching(UUID),
      })
    })

    it.each([
      ['l’an zéro', '0000-01-01'],
      ['l’an un', '0001-01-01'],
      ['un jour qui n’existe pas', '2025-02-29'],
      ['une année à cinq chiffres', '12026-01-01'],
      ['une heure avec', '2026-01-05T00:00:00Z'],
      ['un nombre', 20260105],
    ])('à une date qui est %s', async (_cas, recuLe) => {
      const r = await app.appeler('charge', 'reclamations.enregistrer', { ...reclamationSaisie(), recuLe })
      expect([r.status, r.corps]).toEqual([
        422,
        expect.objectContaining({ champs: { recuLe: expect.any(String) } }),
      ])
    })
  })

  describe('refuse ce qui vient d’ailleurs :', () => {
    const sans = (headers: Record<string, string | undefined>) =>
      app.http.inject({
        method: 'POST',
        url: '/api/dossiers/lister',
        payload: '{}',
        headers: { host: 'localhost', ...json, ...headers },
      })
    it.each([
      ['un autre site', { origin: 'https://mechant.example' }],
      ['un sous-domaine', { origin: 'http://mechant.localhost' }],
      ['un autre port', { origin: 'http://localhost:8080' }],
      ['une origine cachée', { origin: 'null' }],
      ['une origine illisible', { origin: 'bonjour' }],
      ['une page d’un autre site, sans origine', { 'sec-fetch-site': 'cross-site' }],
      ['une page d’un site voisin, sans origine', { 'sec-fetch-site': 'same-site' }],
    ])('%s', async (_cas, headers) => {
      const r = await sans({ ...headers, cookie: await app.cookieDe('charge') })
      expect(r.json()).toMatchObject({
        status: 403,
        code: 'forbidden',
        message: expect.stringContaining('autre site'),
      })
    })

    it('avant même d’ouvrir une session', async () => {
      const r = await app.http.inject({
        method: 'POST',
        url: '/api/session',
        headers: { host: 'localhost', origin: 'https://mechant.example', ...json },
        payload: JSON.stringify({ identifiant: 'charge', motDePasse: MOT_DE_PASSE }),
      })
      expect(r.statusCode).toBe(403)
      expect(r.headers['set-cookie']).toBeUndefined()
    })

    it.each([
      ['inventé', 'a'.repeat(43)],
      ['mal formé', "' or 1=1--"],
      ['vide', ''],
    ])('un cookie %s', async (_cas, jeton) => {
      const r = await sans({ origin: 'http://localhost', cookie: `porte_voix_session=${jeton}` })
      expect(r.json()).toMatchObject({ status: 401, code: 'unauthenticated' })
    })

    it('une session restée douze heures sans servir', async () => {
      const cookie = await app.cookieDe('collegue')
      const lire = () => sans({ origin: 'http://localhost', cookie })
      expect((await lire()).statusCode).toBe(200)
      const debut = app.maintenant.getTime()
      app.maintenant = new Date(debut + 11 * 3_600_000)
      expect((await lire()).statusCode).toBe(200)
      app.maintenant = new Date(debut + 22 * 3_600_000)
      expect((await lire()).statusCode).toBe(200)
      app.maintenant = new Date(debut + 35 * 3_600_000)
      expect((await lire()).statusCode).toBe(401)
    })

    it('une session fermée, ou celle d’un compte désactivé', async () => {
      const cookie = await app.cookieDe('directeur')
      const lire = () => sans({ origin: 'http://localhost', cookie })
      expect((await lire()).statusCode).toBe(200)
      await app.lignes("update agents.agent set est_actif = false where identifiant = 'directeur'")
      expect((await lire()).statusCode).toBe(401)
      await app.lignes("update agents.agent set est_actif = true where identifiant = 'directeur'")
      expect((await lire()).statusCode).toBe(200)
      await app.faire('directeur', 'agents.fermerSession', {})
      expect((await lire()).statusCode).toBe(401)
    })
  })

  describe('protège', () => {
    it.each([
      ['une réponse', '/api/session'],
      ['un refus', '/api/dossiers/types'],
      ['une adresse inconnue', '/api/rien'],
      ['une panne', '/api/panne'],
    ])('%s par ses en-têtes', async (_cas, url) => {
      const { headers } = await brut({ method: 'GET', url }, null)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /default-src 'none'.*script-src 'self';.*base-uri 'none'/,
        ),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['x-powered-by']).toBeUndefined()
    })

    it('ce qu’il répond des mémoires partagées', async () => {
      expect((await brut({ method: 'GET', url: '/api/session' })).headers['cache-control']).toBe('no-store')
    })

    it.each([
      ['localhost', false],
      ['127.0.0.1:8080', false],
      ['porte-voix.hopital.example', true],
    ])('le cookie de session (%s)', async (host, secure) => {
      const r = await app.http.inject({
        method: 'POST',
        url: '/api/session',
        headers: { host, origin: `http://${host}`, ...json },
        payload: JSON.stringify({ identifiant: 'charge', motDePasse: MOT_DE_PASSE }),
      })
      const cookie = String(r.headers['set-cookie'])
      expect(cookie).toMatch(/^porte_voix_session=[A-Za-z0-9_-]{43}; .*HttpOnly/)
      expect(cookie).toContain('SameSite=Lax')
      expect(cookie).toContain('Path=/')
      expect(cookie.includes('Secure')).toBe(secure)
    })

    it('la pièce d’un dossier de ce qu’elle contiendrait', async () => {
      const { piece } = await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        {},
        {
          fichier: { nom: 'l’« été »\r\nx: y;=.txt', contenu: Buffer.from('<script>alert(1)</script>') },
        },
      )
      const { entetes, octets } = await app.appeler('charge', 'pieces.telecharger', { id: piece.id })
      expect(octets.toString()).toBe('<script>alert(1)</script>')
      expect(String(entetes['content-disposition'])).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/)
      expect(entetes).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cache-control': 'private, no-store',
      })
      expect(String(entetes['content-security-policy'])).not.toContain('script-src')
    })
  })

  it('freine un appelant trop pressé, et lui seul', async () => {
    const vif = await ouvrirApplication({ debit: { perSecond: 1, burst: 60 } })
    try {
      const cookie = await vif.cookieDe('charge')
      const fige = vif.maintenant
      const appel = () => {
        const headers = { host: 'localhost', cookie }
        return vif.http.inject({ method: 'GET', url: '/api/session', headers })
      }
      vif.maintenant = fige
      const reponses = []
      for (let i = 0; i < 70; i += 1) reponses.push(await appel())
      const refus = reponses.filter((r) => r.statusCode === 429)
      expect(refus.length).toBeGreaterThanOrEqual(9)
      expect(refus[0]?.json()).toMatchObject({ code: 'too-many', correlationId: expect.stringMatching(UUID) })
      expect((await vif.appeler('responsable', 'agents.obtenirSession', {})).status).toBe(200)
      vif.maintenant = new Date(fige.getTime() + 5000)
      expect((await appel()).statusCode).toBe(200)
    } finally {
      await vif.fermer()
    }
  })

  describe('devant une panne', () => {
    it('donne un numéro, garde l’incident sous ce numéro, et n’en dit pas plus', async () => {
      const r = await brut({ method: 'GET', url: '/api/panne' })
      const probleme = r.json()
      expect(probleme).toMatchObject({
        status: 500,
        code: 'unexpected',
        correlationId: expect.stringMatching(UUID),
      })
      expect(probleme.title).toContain(probleme.correlationId)
      expect(r.body).not.toContain('provoquée')
      await expect
        .poll(() =>
          app.lignes('select kind, message from platform.incident where id = $1', [probleme.correlationId]),
        )
        .toEqual([{ kind: 'Error', message: 'panne provoquée' }])
      expect(app.traces.filter((t) => t.includes(probleme.correlationId)).length).toBeGreaterThan(0)
    })

    it('ne garde rien des personnes : ni dans les traces, ni dans l’incident', async () => {
      // the database breaks in the middle of a registration, quoting what it was given
      await app.lignes(`create function public.panne() returns trigger language plpgsql as
        $$ begin raise exception 'invalid value "%"', new.nom; end $$`)
      await app.lignes(
        'create trigger panne before insert on personnes.personne for each row execute function public.panne()',
      )
      const secret = personneFictive({ nom: 'Zyxomma', prenom: 'Quetzalli' })
      const r = await app.appeler(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({
          auteur: { choix: 'nouvelle', personne: secret },
          recit: 'Wombatologie aggravée',
        }),
      )
      await app.lignes('drop trigger panne on personnes.personne')
      expect(r.status).toBe(500)
      const numero = r.corps['correlationId']
      await expect
        .poll(() => app.lignes('select 1 from platform.incident where id = $1', [numero]))
        .toHaveLength(1)
      const incident = JSON.stringify(await app.lignes('select * from platform.incident'))
      for (const mot of ['Zyxomma', 'Quetzalli', 'Wombatologie', 'eleonore@courriel.example']) {
        expect(app.traces.join('')).not.toContain(mot)
        expect(incident).not.toContain(mot)
      }
    })

    it('n’écrit dans ses traces que les champs permis', () => {
      expect(app.traces.length).toBeGreaterThan(20)
      const champs = new Set(app.traces.flatMap((t) => Object.keys(JSON.parse(t))))
      const permis = ['correlationId', 'genre', 'level', 'ms', 'msg', 'operation', 'status', 'time']
      expect([...champs].filter((c) => !permis.includes(c))).toEqual([])
    })
  })

  it('décrit chacune de ses opérations', async () => {
    const r = await brut({ method: 'GET', url: '/api/openapi.json' }, null)
    const document = r.json<{
      openapi: string
      paths: Record<string, Record<string, { operationId: string }>>
    }>()
    expect(document.openapi).toBe('3.1.0')
    const decrites = Object.values(document.paths).flatMap((p) => Object.values(p).map((o) => o.operationId))
    expect(decrites.toSorted()).toEqual(app.liaisons.map((l) => l.name).toSorted())
    for (const chemin of Object.keys(document.paths)) expect(chemin).toMatch(/^\/(?:api|repondre)\/[^:]+$/)
  })
})
