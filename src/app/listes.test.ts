import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { Saisie } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { lireCsv } from './testing/lire-tableau.ts'

type Page = { dossiers: LigneDeDossier[]; suite: string | null }

describeOnEachEngine('les numéros', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())

  it('se suivent sans trou ni doublon quand trente créations se pressent et que certaines échouent', async () => {
    await app.cookieDe('charge')
    await app.cookieDe('collegue')
    // a piece that does not exist is refused once the number has been taken
    const invente = ['019b8d62-0000-7000-8000-00000000000d']
    const reponses = await Promise.all(
      Array.from({ length: 30 }, (_v, i) =>
        app.appeler(
          i % 2 === 0 ? 'charge' : 'collegue',
          'reclamations.enregistrer',
          reclamationSaisie(i % 5 === 0 ? { pieces: invente } : {}),
        ),
      ),
    )
    expect(reponses.filter((r) => r.status === 409)).toHaveLength(6)
    const numeros = reponses.flatMap((r) => (r.status === 200 ? [String(r.corps['numero'])] : []))
    const attendus = Array.from({ length: 24 }, (_v, i) => `REC-2026-${String(i + 1).padStart(5, '0')}`)
    expect(numeros.toSorted()).toEqual(attendus)
  }, 60_000)

  it('n’empêchent pas deux types d’avoir chacun le leur', async () => {
    const { numero } = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
    expect(numero).toBe('ELO-2026-00001')
  })

  it('sont le même quand la même clé arrive dix fois au même instant', async () => {
    const cle = '019b8d62-0000-4000-8000-00000000000e'
    const reponses = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.appeler('charge', 'reclamations.enregistrer', reclamationSaisie(), { cle }),
      ),
    )
    expect(new Set(reponses.map((r) => JSON.stringify([r.status, r.corps]))).size).toBe(1)
    expect(reponses[0]?.corps['numero']).toBe('REC-2026-00025')
  })
})

describe('la recherche', () => {
  let app: ApplicationDeTest
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    app = await ouvrirApplication()
    const creer = async (nom: string, plus: Partial<Saisie>) => {
      const { id } = await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie(plus))
      ids[nom] = id
    }
    const auteur = (nom: string, prenom: string) =>
      ({ choix: 'nouvelle', personne: personneFictive({ nom, prenom }) }) as const
    await creer('eleonore', {
      recit: 'Couloir glacial pendant l’hospitalisation de ma sœur.',
      objet: 'Attente',
    })
    await creer('garcia', {
      auteur: auteur('García-Ñuñez', 'Inès'),
      recit: 'Repas froid.',
      objet: 'Allergie à l’arachide',
    })
    await creer('nguyen', {
      auteur: auteur('NGUYỄN', 'Thị Hạnh'),
      recit: 'Facture de 312 €.',
      objet: 'Facturation',
    })
    await creer('obrien', {
      auteur: auteur("O'Brien", 'Sean'),
      recit: 'Perte d’un appareil auditif.',
      objet: 'Perte',
    })
    await creer('cardio', {
      recit: 'Parole déplacée.',
      objet: 'Paroles',
      services: [app.structures.cardiologie],
      auteur: auteur('Zola', 'Émile'),
    })
  })
  afterAll(() => app.fermer())

  const trouver = async (recherche: string, qui: Qui = 'charge') => {
    const { dossiers } = await app.faire<Page>(qui, 'dossiers.lister', { recherche, vue: 'tous' })
    return dossiers.map((d) => Object.keys(ids).find((nom) => ids[nom] === d.id) ?? d.numero).toSorted()
  }

  it.each([
    ['eleonore', ['eleonore']],
    ['ÉLÉONORE', ['eleonore']],
    ['coeurdevey', ['eleonore']],
    ['Cœurdevey', ['eleonore']],
    ['cœur', ['eleonore']],
    ['coeurdev', ['eleonore']],
    ['eurdev', ['eleonore']],
    ['coeurdevey eleonore', ['eleonore']],
    ['Éléonore Cœurdevey', ['eleonore']],
    ['garcia', ['garcia']],
    ['nunez', ['garcia']],
    ['garcia nunez', ['garcia']],
    ['nguyen', ['nguyen']],
    ['thi hanh', ['nguyen']],
    ['o’brien', ['obrien']],
    ["O'BRIEN", ['obrien']],
    ['glacial', ['eleonore']],
    ['glaciaux', ['eleonore']],
    ['arachide', ['garcia']],
    ['arachides', ['garcia']],
    ['312', ['nguyen']],
    ['appareils auditifs', ['obrien']],
    ['soeur', ['eleonore']],
    ['emile', ['cardio']],
    ['inexistant', []],
    ['de la', []],
    ['!!! ---', []],
    ['a | b & !c:*', []],
  ] as const)('trouve « %s »', async (saisi, attendus) => expect(await trouver(saisi)).toEqual(attendus))

  it.each([
    'hos',
    'hospital',
    'hospitalis',
    'hospitalisati',
    'hospitalisation',
    'hospitalisations',
    'hospitaliser',
  ])('trouve un mot pendant qu’on le tape (%s)', async (saisi) =>
    expect(await trouver(saisi)).toEqual(['eleonore']),
  )

  it.each(['REC-2026-00002', 'rec-2026-2', 'rec 2026 00002', 'REC202600002', ' rec2026 2 '])(
    'trouve le numéro tapé « %s »',
    async (saisi) => {
      expect(await trouver(saisi)).toContain('garcia')
      expect((await trouver(saisi)).length).toBe(1)
    },
  )

  it('suit ce qui change : objet, récit, personnes', async () => {
    const id = ids['obrien']
    await app.faire('charge', 'dossiers.modifier', { id, version: 1, objet: 'Xylophone', services: [] })
    await app.faire('charge', 'dossiers.completerRecit', {
      id,
      version: 2,
      texte: 'Vuvuzela dans la chambre.',
    })
    const temoin = { choix: 'nouvelle', personne: personneFictive({ nom: 'Témoin', prenom: 'Zéphyrin' }) }
    await app.faire('charge', 'dossiers.ajouterPersonne', {
      id,
      version: 3,
      role: 'temoin',
      qualite: '',
      personne: temoin,
    })
    for (const mot of ['xylophone', 'vuvuzela', 'zephyrin', 'auditif', 'obrien'])
      expect([mot, await trouver(mot === 'obrien' ? 'o brien' : mot)]).toEqual([mot, ['obrien']])
    expect(await trouver('perte')).toEqual(['obrien'])
  })

  it.each([
    ['chef', 'paroles', []],
    ['chefDeCardiologie', 'paroles', ['cardio']],
    ['chefDeCardiologie', 'zola', ['cardio']],
    ['chefDeCardiologie', 'garcia', []],
    ['ailleurs', 'zola', []],
  ] as const)('ne sort pas du périmètre (%s, « %s »)', async (qui, saisi, attendus) =>
    expect(await trouver(saisi, qui)).toEqual(attendus),
  )
})

describe('les listes', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
    for (let i = 0; i < 25; i += 1) {
      const recuLe = `2026-01-0${1 + (i % 5)}`
      const services = i % 3 === 0 ? [app.structures.pneumologie] : []
      await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ recuLe, services, objet: `Lot ${i}` }),
      )
    }
  })
  afterAll(() => app.fermer())

  const page = (criteres: object) =>
    app.faire<Page>('charge', 'dossiers.lister', { vue: 'tous', ...criteres })
  const parcourir = async (criteres: object, entreDeux: () => Promise<unknown> = async () => undefined) => {
    const lus: string[] = []
    let apres: string | null = null
    for (let n = 0; n < 50; n += 1) {
      const lue: Page = await page({ ...criteres, ...(apres === null ? {} : { apres }) })
      lus.push(...lue.dossiers.map((d) => d.id))
      apres = lue.suite
      if (apres === null) return lus
      await entreDeux()
    }
    throw new Error('a list without end')
  }

  it.each([
    ['toutes', {}, 25],
    ['celles d’un service', { serviceId: 'pneumologie' }, 9],
    ['une recherche', { recherche: 'lot' }, 25],
  ] as const)(
    'se parcourent par pages sans en sauter ni en répéter : %s',
    async (_cas, criteres, combien) => {
      const c = 'serviceId' in criteres ? { serviceId: app.structures.pneumologie } : criteres
      const lus = await parcourir({ ...c, limite: 4 })
      expect(lus).toHaveLength(combien)
      expect(new Set(lus).size).toBe(combien)
      const enUne = (await page({ ...c, limite: 100 })).dossiers
      expect(lus).toEqual(enUne.map((d) => d.id))
      if (!('recherche' in criteres))
        expect(enUne.map((d) => d.recuLe)).toEqual(
          enUne
            .map((d) => d.recuLe)
            .toSorted()
            .toReversed(),
        )
    },
  )

  it('gardent leur place pendant qu’on enregistre', async () => {
    const avant = new Set((await page({ limite: 100 })).dossiers.map((d) => d.id))
    const lus = await parcourir({ limite: 5 }, () =>
      app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ recuLe: '2026-01-03' })),
    )
    expect(new Set(lus).size).toBe(lus.length)
    expect([...avant].filter((id) => !lus.includes(id))).toEqual([])
  })

  it('s’exportent pour Excel : marque, points-virgules, dates françaises, aucune formule', async () => {
    const objets = [
      '=HYPERLINK("http://x";"y")',
      '+33 1 02',
      '-2 jours',
      '@SUM(A1)',
      '\t=1',
      'a;b"c"',
      'deux\nlignes',
    ]
    for (const objet of objets)
      await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({
          objet,
          auteur: { choix: 'nouvelle', personne: personneFictive({ nom: '=cmd', prenom: '' }) },
        }),
      )
    const { octets, entetes } = await app.appeler('charge', 'dossiers.exporter', {
      vue: 'tous',
      format: 'csv',
    })
    expect(entetes['content-type']).toBe('text/csv; charset=utf-8')
    expect(octets.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const lignes = lireCsv(octets.toString('utf8').slice(1))
    expect(lignes[0]?.slice(0, 3)).toEqual(['Numéro', 'Type', 'Objet'])
    expect(lignes.every((l) => l.length === 14)).toBe(true)
    for (const cellule of lignes.flat()) expect(cellule).not.toMatch(/^[=+\-@\t\r]/)
    const exportes = lignes.map((l) => l[2])
    for (const objet of objets) expect(exportes).toContain(/^[=+\-@\t]/.test(objet) ? `'${objet}` : objet)
    const recue = lignes.find((l) => l[2] === 'Lot 4')
    expect(recue?.slice(4, 12)).toEqual([
      '',
      '05/01/2026',
      'Reçue',
      'Normale',
      '',
      '',
      '06/01/2026',
      'Accusé d’enregistrement électronique',
    ])
  })

  it('se filtrent comme on les lit', async () => {
    const un = (await page({ limite: 1 })).dossiers[0]?.id
    await app.faire('responsable', 'dossiers.assigner', { id: un, version: 1, agentId: app.agents.charge })
    const nombre = async (criteres: object) => (await page({ limite: 100, ...criteres })).dossiers.length
    const tous = await nombre({})
    expect(await nombre({ vue: 'a-moi' })).toBe(1)
    expect(await nombre({ vue: 'non-assignes' })).toBe(tous - 1)
    expect(await nombre({ vue: 'clos' })).toBe(0)
    // received on New Year's Day: their electronic receipt was due on Friday the 2nd
    expect(await nombre({ vue: 'en-retard' })).toBe(5)
    expect(await nombre({ type: 'eloge' })).toBe(0)
    expect(await nombre({ type: 'inconnu' })).toBe(0)
    app.maintenant = new Date(LUNDI.getTime() + 60 * 86_400_000)
    expect(await nombre({ vue: 'en-retard' })).toBe(tous)
  })
})
