import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import { griefSaisi, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { lireClasseur, lireCsv } from './testing/lire-tableau.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describeOnEachEngine('l’export d’une liste', (moteur) => {
  let app: ApplicationDeTest
  let avecGriefs = ''
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    for (let i = 0; i < 3; i += 1)
      await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ objet: `Repas ${i}` }))
    await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
    const { pneumologie, cardiologie } = app.structures
    avecGriefs = (
      await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ objet: '=1+1', services: [pneumologie, cardiologie] }),
      )
    ).id
    for (const serviceId of [pneumologie, cardiologie])
      await app.faire('charge', 'reclamations.qualifierGrief', {
        id: avecGriefs,
        ...griefSaisi({ serviceId, intitule: `Grief ${serviceId === pneumologie ? 'un' : 'deux'}` }),
      })
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const exporter = async (qui: Qui, criteres: object) => {
    const r = await app.appeler(qui, 'dossiers.exporter', { vue: 'tous', ...criteres })
    expect(r.status).toBe(200)
    return r
  }
  /** What the entries of the last export say: before its first row leaves, then once it has ended. */
  const journal = async () => {
    const entrees = await app.lignes<{ evenement: string; contenu: string }>(
      `select evenement, contenu from journal.entree where evenement like 'dossiers-exportes%' order by rang desc limit 2`,
    )
    const [derniere, precedente] = entrees.map(({ evenement, contenu }) => {
      const { objetId, details }: { objetId?: string; details?: object } = JSON.parse(contenu)
      return { evenement, objetId, details }
    })
    return derniere?.evenement === 'dossiers-exportes'
      ? { debut: derniere, fin: null }
      : { debut: precedente, fin: derniere }
  }

  it('est un classeur : une ligne par dossier, de vraies dates, aucune formule', async () => {
    const { octets, entetes } = await exporter('charge', {})
    expect(entetes['content-type']).toBe(EXCEL)
    expect(String(entetes['content-disposition'])).toMatch(/dossiers-2026-01-05\.xlsx/)
    const [titres, ...rangs] = lireClasseur(octets)
    expect(Object.values(titres ?? {}).slice(0, 6)).toEqual([
      'Numéro',
      'Type',
      'Objet',
      'Auteur',
      'Services',
      'Reçu le',
    ])
    expect(rangs).toHaveLength(5)
    const rang = rangs.find((r) => r['C'] === '=1+1')
    expect(rang?.['F']).toBe(46027)
    const { debut, fin } = await journal()
    expect(debut).toMatchObject({
      evenement: 'dossiers-exportes',
      details: { feuille: 'dossiers', format: 'xlsx', vue: 'tous', tri: 'recents' },
    })
    expect(debut?.details).not.toHaveProperty('lignes')
    expect(fin).toEqual({
      evenement: 'dossiers-exportes:fin',
      objetId: debut?.objetId,
      details: { feuille: 'dossiers', format: 'xlsx', issue: 'complet', lignes: 5 },
    })
  })

  it('ne contient que ce que les filtres gardent, et ce que la recherche trouve', async () => {
    const objets = async (criteres: object) => {
      const { octets } = await exporter('charge', { format: 'csv', ...criteres })
      return lireCsv(octets.toString('utf8').slice(1))
        .slice(1)
        .map((l) => l[2])
        .toSorted()
    }
    expect(await objets({ type: 'reclamation', serviceId: app.structures.cardiologie })).toEqual(["'=1+1"])
    const { cardiologie } = app.structures
    expect((await journal()).debut?.details).toMatchObject({ type: 'reclamation', serviceId: cardiologie })
    expect(await objets({ recherche: 'repas' })).toEqual(['Repas 0', 'Repas 1', 'Repas 2'])
    expect((await journal()).debut?.details).toMatchObject({ recherche: true })
    // The journal is never erased: no word someone typed enters it.
    expect(await objets({ type: 'Mme Perdrizet', etat: 'Mme Perdrizet' })).toEqual([])
    expect(JSON.stringify(await journal())).not.toMatch(/repas|Perdrizet/i)
    expect(await objets({ vue: 'clos' })).toEqual([])
  })

  it('ne contient que les dossiers choisis, dans l’ordre où on les a choisis, et que l’on peut voir', async () => {
    const { dossiers } = await app.faire<{ dossiers: { id: string; objet: string }[] }>(
      'charge',
      'dossiers.lister',
      {
        vue: 'tous',
      },
    )
    const ids = [dossiers[3]?.id, avecGriefs, dossiers[1]?.id]
    const objets = async (qui: Qui) => {
      const { octets } = await exporter(qui, { format: 'xlsx', ids })
      return lireClasseur(octets)
        .slice(1)
        .map((r) => r['C'])
    }
    expect(await objets('charge')).toEqual([dossiers[3]?.objet, '=1+1', dossiers[1]?.objet])
    expect((await journal()).debut?.details).toMatchObject({ choisis: 3 })
    expect(await objets('chef')).toEqual(['=1+1'])
    const trop = Array.from({ length: 201 }, () => avecGriefs)
    expect((await app.refus('charge', 'dossiers.exporter', { ids: trop })).status).toBe(422)
  })

  it('donne une ligne par grief, avec le dossier dont il est', async () => {
    const { octets } = await exporter('charge', { feuille: 'griefs', format: 'csv' })
    const [titres = [], ...rangs] = lireCsv(octets.toString('utf8').slice(1))
    const colonne = (nom: string) => rangs.map((r) => r[titres.indexOf(nom)])
    expect(colonne('Intitulé')).toEqual(['Grief un', 'Grief deux'])
    expect(colonne('Service mis en cause')).toEqual(['Pneumologie', 'Cardiologie'])
    expect(colonne('Objet')).toEqual(["'=1+1", "'=1+1"])
    expect((await journal()).fin?.details).toEqual({
      feuille: 'griefs',
      format: 'csv',
      issue: 'complet',
      lignes: 2,
    })
  })

  it('ne donne à un chef de service que les griefs faits à son service, sans constat ni motivation', async () => {
    const grief = await app.lignes<{ id: string; version: number }>(
      'select id, version from reclamations.grief where rang = 1',
    )
    await app.faire('responsable', 'reclamations.constaterGrief', {
      id: avecGriefs,
      griefId: grief[0]?.id,
      version: grief[0]?.version,
      constat: 'non-fonde',
      motivation: 'Mot interne',
      reponse: 'Mot pour la personne',
    })
    const { octets } = await exporter('chef', { feuille: 'griefs', format: 'csv' })
    const texte = octets.toString('utf8')
    expect(lireCsv(texte.slice(1))).toHaveLength(2)
    expect(texte).not.toMatch(/Grief deux|non fondé|Mot interne|Mot pour/)
    const complet = (await exporter('charge', { feuille: 'griefs', format: 'csv' })).octets.toString('utf8')
    expect(complet).toMatch(/non fondé.*Mot pour/)
    expect(complet).not.toContain('Mot interne')
  })

  it('ne connaît que les feuilles de l’installation', async () => {
    expect((await app.refus('charge', 'dossiers.exporter', { feuille: 'secrets' })).status).toBe(422)
    const { types } = await app.faire<{ types: { code: string; feuilles: object[] }[] }>(
      'charge',
      'dossiers.listerTypes',
      {},
    )
    expect(types.find((t) => t.code === 'reclamation')?.feuilles).toEqual([
      { code: 'griefs', libelle: 'Un grief par ligne' },
    ])
  })

  it('dépasse une page sans perdre ni répéter un dossier', async () => {
    await app.lignes(
      `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, objet, recu_le, cree_a, modifie_a)
       select gen_random_uuid(), $1, gen_random_uuid(), 'reclamation', 2025, n, 'REC-2025-' || n, 'recu', 'Lot ' || n, date '2025-01-01' + (n % 90), now(), now()
         from generate_series(1, 1201) n`,
      [app.etablissementId],
    )
    const { octets } = await exporter('charge', {})
    const numeros = lireClasseur(octets).map((r) => r['A'])
    expect(new Set(numeros).size).toBe(1 + 5 + 1201)
    expect(numeros).toHaveLength(1 + 5 + 1201)
  })

  it('interrompu, laisse la trace de ce qui a été remis', async () => {
    const adresse = await app.http.listen({ port: 0, host: '127.0.0.1' })
    const cookie = await app.cookieDe('charge')
    const coupure = new AbortController()
    const reponse = await fetch(`${adresse}/api/dossiers/exporter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: adresse },
      body: JSON.stringify({ vue: 'tous', format: 'csv' }),
      signal: coupure.signal,
    })
    await reponse.body?.getReader().read()
    const { debut } = await journal()
    expect(debut?.details).toMatchObject({ feuille: 'dossiers', format: 'csv' })
    coupure.abort()
    await expect
      .poll(async () => (await journal()).fin, { timeout: 5000 })
      .toMatchObject({ objetId: debut?.objetId, details: { feuille: 'dossiers', format: 'csv' } })
  })

  it('qui échoue ne passe pas pour fait', async () => {
    await app.lignes('revoke select on dossiers.dossier from porte_voix_application')
    await app.appeler('charge', 'dossiers.exporter', { vue: 'tous' }).catch(() => undefined)
    await app.lignes('grant select on dossiers.dossier to porte_voix_application')
    const { debut, fin } = await journal()
    expect(fin).toMatchObject({ objetId: debut?.objetId, details: { issue: 'echec', lignes: 0 } })
  })
})
