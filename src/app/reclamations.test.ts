import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { ReclamationVue, Saisie } from '#cases/reclamations/contract.ts'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { docxText } from '#platform/documents/index.ts'
import {
  type ApplicationDeTest,
  ETABLISSEMENT,
  LUNDI,
  ouvrirApplication,
} from './testing/application-de-test.ts'
import { pdfText } from './testing/pdf-text.ts'
import { noterUneReponse } from './testing/reponse.ts'

describe('les réclamations', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = (plus: Partial<Saisie> = {}) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie(plus))
  const voir = (id: string) => app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })
  const echeance = async (id: string, code: string) =>
    (await voir(id)).tronc.echeances.find((e) => e.code === code)
  const accuser = (id: string, version: number, canal: string, plus: object = {}) =>
    app.appeler('charge', 'reclamations.accuserReception', {
      id,
      version,
      canal,
      piecesManquantes: '',
      ...plus,
    })
  const lettre = async (pieceId: unknown) =>
    docxText((await app.appeler('charge', 'pieces.telecharger', { id: String(pieceId) })).octets)

  describe('selon le canal d’arrivée', () => {
    it.each([
      ['courriel', 'reception-electronique', ['D01', 'D02', 'D05'], 'electronique', false],
      ['formulaire', 'reception-electronique', ['D01', 'D02', 'D05'], 'electronique', false],
      ['courrier', 'reception-papier', ['D03', 'D05'], 'papier', false],
      ['guichet', 'consignation-orale', ['D04', 'D05'], 'papier', true],
      ['telephone', 'consignation-orale', ['D04', 'D05'], 'papier', true],
    ] as const)('%s : part de « %s »', async (canal, fait, codes, canalAccuse, estOrale) => {
      const { id } = await creer({ canal })
      const vue = await voir(id)
      expect(vue.tronc.faits.map((f) => [f.code, f.survenuLe])).toEqual([[fait, '2026-01-05']])
      expect(vue.tronc.echeances.map((e) => e.code).toSorted()).toEqual(codes)
      expect(vue).toMatchObject({ canal, canalAccuse, estOrale })
      expect(vue.actions.remettreCopie).toEqual(estOrale ? null : { code: 'non-orale' })
    })
  })

  describe('anonymes', () => {
    const anonyme = { estAnonyme: true, auteur: null } as const

    it('s’enregistrent sans auteur, et personne n’en reçoit de réponse', async () => {
      const { id } = await creer(anonyme)
      const vue = await voir(id)
      expect(vue.tronc.personnes).toEqual([])
      expect(vue.actions).toMatchObject({
        accuserReception: { code: 'auteur-inconnu' },
        noterReponse: { code: 'auteur-inconnu' },
      })
      expect((await accuser(id, 1, 'electronique')).corps).toMatchObject({ refus: 'auteur-inconnu' })
      const reponse = { id, version: 1, envoyeeLe: '2026-01-05', pieces: [randomUUID()] }
      expect(await app.refus('charge', 'reclamations.noterReponse', reponse)).toMatchObject({
        refus: 'auteur-inconnu',
      })
    })

    it('oublient l’auteur saisi avant que la case soit cochée', async () => {
      const { id } = await creer({ estAnonyme: true })
      expect((await voir(id)).tronc.personnes).toEqual([])
      expect(
        JSON.stringify(await app.lignes('select auteur from dossiers.dossier where id = $1', [id])),
      ).not.toContain('Cœur')
    })

    it('se répondent comme les autres quand l’auteur se fait connaître', async () => {
      const { id } = await creer(anonyme)
      const personne = { choix: 'nouvelle', personne: personneFictive() }
      await app.faire('charge', 'dossiers.ajouterPersonne', {
        id,
        version: 1,
        role: 'auteur',
        qualite: 'patient',
        personne,
      })
      expect((await voir(id)).actions.noterReponse).toBeNull()
      await noterUneReponse(app, { id })
      expect((await voir(id)).tronc.etat).toBe('repondu')
    })

    it('sont refusées sans auteur quand la case n’est pas cochée', async () => {
      const refus = await app.refus('charge', 'reclamations.enregistrer', reclamationSaisie({ auteur: null }))
      expect(refus).toMatchObject({ status: 422, champs: { auteur: expect.stringContaining('anonyme') } })
    })
  })

  it.each([
    ['un guichet', 'guichet'],
    ['un appel', 'telephone'],
  ] as const)('refusent qu’un message ait été reçu par %s', async (_cas, canal) => {
    const saisie = reclamationSaisie({ canal, receptionOrigine: 'message-recu' })
    const refus = await app.refus('charge', 'reclamations.enregistrer', saisie)
    expect(refus).toMatchObject({
      status: 422,
      champs: { recuLe: expect.stringContaining('Aucun message reçu') },
    })
  })

  describe('dont on accuse réception', () => {
    it.each([
      ['telephone', 'téléphone', 'papier'],
      ['adresse', 'Adresse postale', 'papier'],
      ['tribunal', 'tribunal', 'electronique'],
      ['courriel', 'électronique', 'papier'],
    ])('sont refusées tant que manque la mention « %s »', async (champ, mot, canal) => {
      const { id } = await creer()
      // the form does not let one empty it: an older row may have it empty
      await app.lignes(`update structures.etablissement set ${champ} = $1 where id = $2`, [
        champ === 'adresse' ? [] : '',
        app.etablissementId,
      ])
      const refus = await accuser(id, 1, canal)
      await app.lignes(
        'update structures.etablissement set telephone = $1, adresse = $2, tribunal = $3, courriel = $4 where id = $5',
        [
          ETABLISSEMENT.telephone,
          ETABLISSEMENT.adresse,
          ETABLISSEMENT.tribunal,
          ETABLISSEMENT.courriel,
          app.etablissementId,
        ],
      )
      expect(refus).toMatchObject({ status: 409, corps: { refus: 'mentions-manquantes' } })
      expect(String(refus.corps['message'])).toContain(mot)
      expect((await voir(id)).courriers).toEqual([])
      expect((await voir(id)).tronc.version).toBe(1)
    })

    it.each([
      ['papier', { voie: '', codePostal: '', commune: '' }],
      ['electronique', { courriel: '' }],
    ])('sont refusées quand l’auteur n’a pas d’adresse (%s)', async (canal, plus) => {
      const { id } = await creer({ auteur: { choix: 'nouvelle', personne: personneFictive(plus) } })
      expect((await accuser(id, 1, canal)).corps).toMatchObject({ status: 409, refus: 'adresse-manquante' })
    })

    it('produisent une lettre complète, aux dates du droit', async () => {
      const { id, numero } = await creer({ canal: 'courrier', objet: 'Attente {tag} & <b>couloir</b>' })
      app.maintenant = new Date('2026-01-07T09:00:00Z')
      const { status, corps } = await accuser(id, 1, 'papier')
      expect(status).toBe(200)
      const texte = await lettre(corps['pieceId'])
      for (const attendu of [
        numero,
        'lundi 5 janvier 2026',
        'jeudi 5 mars 2026',
        'le 7 janvier 2026',
        ETABLISSEMENT.tribunal,
        ETABLISSEMENT.telephone,
        ETABLISSEMENT.courriel,
        '12 RUE DES TILLEULS',
        'Éléonore Cœurdevey',
        '4 RUE DES LILAS',
        'Attente {tag} & <b>couloir</b>',
        'Télérecours',
      ]) {
        expect(texte.toLowerCase()).toContain(attendu.toLowerCase())
      }
      // what the person wrote aside, no tag is left
      expect(texte.replaceAll('{tag}', '')).not.toMatch(/[{}]|undefined|null/)
      const piece = (await voir(id)).pieces.find((p) => p.id === corps['pieceId'])
      expect(piece).toMatchObject({ nature: 'courrier', extension: 'docx' })
      expect(piece?.nom).toContain(numero)
    })

    it('disent les pièces qui manquent, et jusqu’à quand', async () => {
      const { id } = await creer({ canal: 'courrier' })
      const refus = await accuser(id, 1, 'papier', { piecesManquantes: 'Le mandat' })
      expect(String(refus.corps['message'])).toContain('fixez le délai')
      const { corps } = await accuser(id, 1, 'papier', {
        piecesManquantes: 'Le mandat',
        produireAvant: '2026-02-05',
      })
      expect(await lettre(corps['pieceId'])).toContain(
        'Le mandat, à nous faire parvenir avant le jeudi 5 février 2026',
      )
    })

    it.each([
      ['courriel', 'electronique', 'D02', 'accuse-reception-electronique-envoye'],
      ['courrier', 'papier', 'D03', 'accuse-reception-papier-envoye'],
    ] as const)('tiennent l’échéance quand l’envoi est noté (%s)', async (canal, voie, code, fait) => {
      const { id } = await creer({ canal })
      const { corps } = await accuser(id, 1, voie)
      app.maintenant = new Date('2026-01-08T09:00:00Z')
      expect(await echeance(id, code)).toMatchObject({ etat: 'ouverte' })
      await app.faire('charge', 'courriers.noterEnvoi', {
        id: corps['courrierId'],
        version: 1,
        mode: voie === 'papier' ? 'poste' : 'courriel',
        envoyeLe: '2026-01-07',
      })
      expect(await echeance(id, code)).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-07' })
      const vue = await voir(id)
      expect(vue.tronc).toMatchObject({ etat: 'accuse', version: 3 })
      expect(vue.tronc.faits.map((f) => f.code)).toContain(fait)
      expect(vue.courriers[0]).toMatchObject({ envoyeLe: '2026-01-07', canal: voie })
      expect(vue.actions.accuserReception).toEqual({ code: 'accuse-deja-envoye' })
      expect((await accuser(id, 3, voie)).corps).toMatchObject({ refus: 'accuse-deja-envoye' })
    })

    it.each([
      ['dans l’avenir', '2026-01-06', 'dans l’avenir'],
      ['avant la réception', '2026-01-04', 'ne peut pas précéder'],
    ])('refusent un envoi %s', async (_cas, envoyeLe, message) => {
      const { id } = await creer()
      const { corps } = await accuser(id, 1, 'electronique')
      const envoi = { id: corps['courrierId'], version: 1, mode: 'courriel', envoyeLe }
      expect(await app.refus('charge', 'courriers.noterEnvoi', envoi)).toMatchObject({
        status: 422,
        champs: { envoyeLe: expect.stringContaining(message) },
      })
    })

    it('préparées de nouveau, ne laissent partir que la dernière lettre', async () => {
      const { id } = await creer()
      const premiere = (await accuser(id, 1, 'electronique')).corps['courrierId']
      const seconde = (await accuser(id, 2, 'electronique')).corps['courrierId']
      const envoi = { version: 1, mode: 'courriel', envoyeLe: '2026-01-05' }
      expect(await app.refus('charge', 'courriers.noterEnvoi', { ...envoi, id: premiere })).toMatchObject({
        refus: 'courrier-abandonne',
      })
      expect((await voir(id)).courriers.map((c) => [c.id, c.etat, c.prochaine])).toEqual([
        [seconde, 'prepare', 'envoyer'],
        [premiere, 'abandonne', null],
      ])
      await app.faire('charge', 'courriers.noterEnvoi', { ...envoi, id: seconde })
    })

    it('refusent l’envoi d’une lettre qui dit une date de réception corrigée depuis', async () => {
      const { id } = await creer({ canal: 'courrier' })
      const { corps } = await accuser(id, 1, 'papier')
      const fait = (await voir(id)).tronc.faits.find((f) => f.code === 'reception-papier')
      await app.faire('charge', 'dossiers.rectifierFait', {
        id,
        version: 2,
        faitId: fait?.id,
        survenuLe: '2026-01-02',
        motif: 'Cachet de la poste',
      })
      const envoi = { id: corps['courrierId'], version: 1, mode: 'poste', envoyeLe: '2026-01-05' }
      expect(await app.refus('charge', 'courriers.noterEnvoi', envoi)).toMatchObject({
        champs: { envoyeLe: expect.stringContaining('préparez-la de nouveau') },
      })
    })

    it('portent au courrier le jour d’envoi corrigé', async () => {
      const { id } = await creer({ canal: 'courrier' })
      const { corps } = await accuser(id, 1, 'papier')
      app.maintenant = new Date('2026-01-09T09:00:00Z')
      const envoi = { id: corps['courrierId'], version: 1, mode: 'poste', envoyeLe: '2026-01-08' }
      await app.faire('charge', 'courriers.noterEnvoi', envoi)
      const corriger = async (survenuLe: string) => {
        const { tronc } = await voir(id)
        const fait = tronc.faits.find((f) => f.code === 'accuse-reception-papier-envoye' && !f.estRectifie)
        const correction = { id, version: tronc.version, faitId: fait?.id, survenuLe, motif: 'Bordereau' }
        return app.appeler('charge', 'dossiers.rectifierFait', correction)
      }
      expect((await corriger('2026-01-07')).status).toBe(200)
      expect((await voir(id)).courriers[0]).toMatchObject({ envoyeLe: '2026-01-07' })
      expect((await corriger('2026-01-06')).status).toBe(200)
      const [courrier] = (await voir(id)).courriers
      expect([courrier?.envoyeLe, courrier?.envois[0]?.envoyeLe]).toEqual(['2026-01-06', '2026-01-06'])
      // the letter was written on Monday 5
      const refus = await corriger('2026-01-04')
      expect(refus.status).toBeGreaterThanOrEqual(400)
      expect((await voir(id)).courriers[0]).toMatchObject({ envoyeLe: '2026-01-06' })
    })

    it('tiennent D01 par l’accusé d’enregistrement, une seule fois', async () => {
      const { id } = await creer()
      const noter = (version: number) =>
        app.appeler('charge', 'reclamations.noterEnregistrement', { id, version, envoyeLe: '2026-01-05' })
      expect((await noter(1)).status).toBe(200)
      expect(await echeance(id, 'D01')).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-05' })
      expect((await noter(2)).corps).toMatchObject({ refus: 'enregistrement-deja-note' })
      const papier = await creer({ canal: 'courrier' })
      const refus = await app.refus('charge', 'reclamations.noterEnregistrement', {
        id: papier.id,
        version: 1,
        envoyeLe: '2026-01-05',
      })
      expect(refus).toMatchObject({ refus: 'reception-non-electronique' })
    })
  })

  describe('dont la réponse part', () => {
    it('tiennent D05, ne se répondent qu’une fois, et se closent ensuite seulement', async () => {
      const { id } = await creer()
      const clore = (version: number) => app.appeler('responsable', 'reclamations.clore', { id, version })
      expect((await voir(id)).actions.clore).toEqual({ code: 'reponse-non-envoyee' })
      expect((await clore(1)).corps).toMatchObject({ refus: 'reponse-non-envoyee' })
      await noterUneReponse(app, { id })
      expect(await echeance(id, 'D05')).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-05' })
      const encore = { id, version: 2, envoyeeLe: '2026-01-05', pieces: [randomUUID()] }
      expect(await app.refus('charge', 'reclamations.noterReponse', encore)).toMatchObject({
        refus: 'reponse-deja-envoyee',
      })
      expect((await clore(2)).status).toBe(200)
      expect((await accuser(id, 3, 'electronique')).corps).toMatchObject({ refus: 'dossier-clos' })
    })
  })

  describe('exprimées de vive voix', () => {
    const Recits = [
      [
        'de la mise en page',
        '#set text(fill: red)\n= Titre\n*gras* _italique_ `code` $x^2$ @ref <label> // commentaire',
      ],
      ['du code', '#import "@preview/cetz:0.1.0"\n#read("/etc/passwd")\n#panic("x")\n\\ \\n #{1+1}'],
      ['des guillemets et accolades', '« " \' \\" } ] ) {tag} [[x]] ~ --- ...'],
      ['du chinois, du thaï et du coréen', 'Elle a dit 漢字 ไทย 한국어 sans interprète'],
      ['des émojis', 'Merci 👩🏽‍⚕️ 🏳️‍🌈 😀'],
      ['de l’arabe et de l’hébreu', 'قالت السيدة\nשלום'],
      ['des contrôles', 'avant\u0001\u0008\u001b[31maprès\u202e\u200b'],
      ['des lignes vides', '\n\n\nUn\r\n\r\nDeux\n\n'],
      ['un mot sans fin', 'a'.repeat(3000)],
    ] as const

    it.each(Recits)('s’impriment telles quelles avec %s', async (_cas, recit) => {
      const { id, numero } = await creer({ canal: 'guichet', recit })
      const r = await app.appeler('charge', 'reclamations.imprimerCopie', { id })
      expect([r.status, r.entetes['content-type']]).toEqual([200, 'application/pdf'])
      expect(r.octets.subarray(0, 5).toString()).toBe('%PDF-')
      const sansBlancs = (s: string) => s.replace(/[\s\p{Cc}\p{Cf}]/gu, '')
      const texte = sansBlancs(await pdfText(r.octets))
      expect(texte).toContain(sansBlancs(numero))
      for (const mot of recit.split(/\s+/).filter((m) => /^[\x20-\x7e]+$/.test(m) && m.length < 60))
        expect(texte).toContain(mot)
    })

    it('gardent la date, l’auteur et le canal sur la copie', async () => {
      const { id, numero } = await creer({ canal: 'telephone', recit: 'Personne ne décroche.' })
      const { octets, entetes } = await app.appeler('charge', 'reclamations.imprimerCopie', { id })
      const texte = await pdfText(octets)
      for (const attendu of [
        numero,
        'lundi 5 janvier 2026',
        'Téléphone',
        'Cœurdevey',
        'Camille Roux',
        'Personne ne décroche.',
      ])
        expect(texte.normalize('NFC')).toContain(attendu)
      expect(String(entetes['content-disposition'])).toMatch(/^inline/)
    })

    it('tiennent D04 quand la copie est remise, une seule fois', async () => {
      const { id } = await creer({ canal: 'guichet' })
      await app.faire('charge', 'reclamations.remettreCopie', { id, version: 1 })
      expect(await echeance(id, 'D04')).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-05' })
      expect((await voir(id)).copieRemiseA).toMatch(/^2026-01-05T/)
      expect(await app.refus('charge', 'reclamations.remettreCopie', { id, version: 2 })).toMatchObject({
        refus: 'copie-deja-remise',
      })
    })

    it('n’ont de copie que si elles sont orales', async () => {
      const { id } = await creer({ canal: 'courrier' })
      expect(await app.refus('charge', 'reclamations.imprimerCopie', { id })).toMatchObject({
        refus: 'non-orale',
      })
      expect(await app.refus('charge', 'reclamations.remettreCopie', { id, version: 1 })).toMatchObject({
        refus: 'non-orale',
      })
    })
  })

  describe('à côté des éloges', () => {
    it('laissent un éloge s’enregistrer en dix secondes, sans échéance', async () => {
      const { id, numero } = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
      expect(numero).toMatch(/^ELO-2026-\d{5}$/)
      const { tronc } = await app.faire<ReclamationVue>('charge', 'eloges.obtenir', { id })
      expect(tronc).toMatchObject({
        objet: 'Merci à toute l’équipe de nuit pour sa patience et sa gentillesse.',
        echeances: [],
      })
      // handing it on says to whom: it is no click
      const franchir = { id, version: 1, transition: 'transmettre' }
      expect(await app.refus('charge', 'dossiers.franchir', franchir)).toMatchObject({
        refus: 'transition-inconnue',
      })
    })

    it('ne se lisent pas par la page de l’autre', async () => {
      const eloge = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
      const { id } = await creer()
      expect((await app.refus('charge', 'reclamations.obtenir', { id: eloge.id })).status).toBe(404)
      expect((await app.refus('charge', 'eloges.obtenir', { id })).status).toBe(404)
    })

    it.each([
      ['reclamations.accuserReception', { canal: 'papier', piecesManquantes: '' }],
      ['reclamations.noterEnregistrement', { envoyeLe: '2026-01-05' }],
      ['reclamations.noterReponse', { envoyeeLe: '2026-01-05', pieces: [randomUUID()] }],
      ['reclamations.remettreCopie', {}],
      [
        'reclamations.preparerReponse',
        { canal: 'papier', mesures: [], pieces: [], avecVoiesDeRecours: false },
      ],
    ])(
      'ne font pas d’un éloge une réclamation, même quand on lui connaît un auteur (%s)',
      async (operation, plus) => {
        const { id } = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
        const personne = { choix: 'nouvelle', personne: personneFictive() }
        await app.faire('charge', 'dossiers.ajouterPersonne', {
          id,
          version: 1,
          role: 'auteur',
          qualite: '',
          personne,
        })
        expect((await app.refus('charge', operation, { id, version: 2, ...plus })).status).toBe(404)
        const { tronc } = await app.faire<ReclamationVue>('charge', 'eloges.obtenir', { id })
        expect(tronc).toMatchObject({ etat: 'recu', version: 2 })
      },
    )
  })

  it('partagent leur moteur avec le prêt de fauteuil, le type d’exemple', async () => {
    const { types } = await app.faire<{ types: { code: string }[] }>('charge', 'dossiers.listerTypes', {})
    expect(types.map((t) => t.code)).toEqual(['reclamation', 'eloge', 'contact', 'pret-de-fauteuil'])
    const pret = { objet: 'Fauteuil pour une visite', fauteuil: 'F-12', recuLe: '2026-01-05', services: [] }
    const { id, numero } = await app.faire('charge', 'pret-de-fauteuil.enregistrer', pret)
    expect(numero).toBe('PRF-2026-00001')
    expect(await app.faire('charge', 'pret-de-fauteuil.obtenir', { id })).toMatchObject({ fauteuil: 'F-12' })
    await app.faire('responsable', 'dossiers.franchir', { id, version: 1, transition: 'rendre' })
  })
})
