import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProvenanceSaisie, ReclamationVue, Saisie, SuiteVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { docxText } from '#platform/documents/index.ts'
import {
  type ApplicationDeTest,
  LUNDI,
  ouvrirApplication,
  type Qui,
  type Reponse,
} from './testing/application-de-test.ts'
import { noterUneReponse } from './testing/reponse.ts'

const ars = (plus: Partial<ProvenanceSaisie> = {}): ProvenanceSaisie => ({
  nature: 'ars',
  nom: 'ARS Île-de-Valmont',
  reference: 'R-2026-118',
  premiereReceptionLe: '2025-12-20',
  explicationsPourLe: '2026-02-02',
  ...plus,
})

const CORRESPONDANT = {
  nature: 'etablissement',
  nom: 'Centre hospitalier de Bellerive',
  adresse: ['1 RUE DU PONT', '99998 BELLERIVE'],
  courriel: '',
}

describe('les transmissions', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = (plus: Partial<Saisie> = {}) =>
    app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ canal: 'courrier', ...plus }))
  const voir = (id: string, qui: Qui = 'responsable') =>
    app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })
  const cible = async (id: string) => ({ id, version: (await voir(id)).tronc.version })
  const lettre = async (pieceId: string | undefined) =>
    docxText((await app.appeler('charge', 'pieces.telecharger', { id: String(pieceId) })).octets)
  const codes = async (id: string) => (await voir(id)).tronc.faits.map((f) => f.code)
  const echeance = async (id: string, code: string) =>
    (await voir(id)).tronc.echeances.find((e) => e.code === code)
  const correspondant = async (plus: object = {}) =>
    app.faire('charge', 'structures.creerCorrespondant', {
      ...CORRESPONDANT,
      nom: `${CORRESPONDANT.nom} ${randomUUID()}`,
      ...plus,
    })
  const poster = (courrierId: string | undefined, envoyeLe = '2026-01-05') =>
    app.appeler('charge', 'courriers.noterEnvoi', { id: courrierId, version: 1, mode: 'poste', envoyeLe })
  const accuser = async (id: string) => {
    const { corps } = await app.appeler('charge', 'reclamations.accuserReception', {
      ...(await cible(id)),
      canal: 'papier',
      piecesManquantes: '',
    })
    return corps as { courrierId: string; pieceId: string }
  }

  describe('reçues', () => {
    it('datent le rejet implicite de la première administration, l’autre lecture étant montrée', async () => {
      const { id } = await creer({ provenance: ars() })
      const { silence, provenances } = await voir(id)
      expect(silence).toMatchObject({
        departLe: '2025-12-20',
        rejetLe: '2026-02-20',
        autreLecture: { departLe: '2026-01-05', rejetLe: '2026-03-05' },
        article: 'CRPA, art. L. 114-3',
      })
      expect(silence.lectures).toHaveLength(2)
      expect(provenances[0]?.passage).toBe(
        'l’ARS Île-de-Valmont, qui l’avait reçue le samedi 20 décembre 2025',
      )
      const texte = await lettre((await accuser(id)).pieceId)
      expect(texte).toContain(
        'transmise par l’ARS Île-de-Valmont, qui l’avait reçue le samedi 20 décembre 2025',
      )
      expect(texte).toContain('Sans réponse de notre part le vendredi 20 février 2026')
      expect(texte).not.toContain('5 mars 2026')
    })

    it('disent dans l’accusé qu’un rejet est déjà né, quand l’ARS a mis plus de deux mois', async () => {
      const { id } = await creer({
        provenance: ars({ premiereReceptionLe: '2025-10-01', explicationsPourLe: null }),
      })
      const texte = await lettre((await accuser(id)).pieceId)
      expect(texte).toContain('a été réputée rejetée le lundi 1 décembre 2025'.replace('1 déc', '1er déc'))
      expect(texte).not.toContain('Sans réponse de notre part')
    })

    it.each([
      ['un autre établissement : une seule lecture', { nature: 'etablissement' }, '2025-12-20', null],
      ['un élu, qui n’est pas une administration : rien ne change', { nature: 'elu' }, '2026-01-05', null],
    ] as const)('par %s', async (_cas, plus, departLe, autreLecture) => {
      const { id } = await creer({
        provenance: ars({ nom: 'M. le Député', explicationsPourLe: null, ...plus }),
      })
      expect((await voir(id)).silence).toMatchObject({ departLe, autreLecture })
    })

    it('portent le jour demandé par l’ARS comme une échéance, tenue quand les explications partent', async () => {
      const { id } = await creer({ provenance: ars() })
      expect(await echeance(id, 'D56')).toMatchObject({
        etat: 'ouverte',
        limiteLe: '2026-02-02',
        phrase: expect.stringMatching(
          /Explications à l’ARS.: demandées par elle pour le lundi 2 février 2026/,
        ),
      })
      const provenanceId = (await voir(id)).provenances[0]?.id
      const noter = async () =>
        app.appeler('charge', 'reclamations.noterExplications', {
          ...(await cible(id)),
          provenanceId,
          envoyeesLe: '2026-01-05',
        })
      expect((await noter()).status).toBe(200)
      expect(await echeance(id, 'D56')).toMatchObject({ etat: 'tenue', tenueLe: '2026-01-05' })
      expect((await voir(id)).provenances[0]?.explicationsEnvoyeesLe).toBe('2026-01-05')
      expect((await noter()).corps).toMatchObject({ refus: 'explications-deja-envoyees' })
    })

    it('se notent ou se corrigent ensuite : le jour demandé et la lettre déjà prête suivent', async () => {
      const { id } = await creer()
      const prete = await accuser(id)
      const noter = async (plus: object, provenanceId: string | null = null) =>
        app.appeler('charge', 'reclamations.noterProvenance', {
          ...(await cible(id)),
          ...ars(),
          provenanceId,
          recueLe: '2026-01-05',
          ...plus,
        })
      expect((await noter({})).status).toBe(200)
      const provenanceId = (await voir(id)).provenances[0]?.id ?? ''
      expect((await noter({ explicationsPourLe: '2026-02-16' }, provenanceId)).status).toBe(200)
      const echeances = (await voir(id)).tronc.echeances.filter((e) => e.code === 'D56')
      expect(echeances.map((e) => e.limiteLe)).toEqual(['2026-02-16'])
      expect(JSON.stringify((await poster(prete.courrierId)).corps)).toContain('préparez-la de nouveau')
      expect(
        (await noter({ nature: 'elu', nom: 'Mme la Maire', explicationsPourLe: null }, provenanceId)).status,
      ).toBe(200)
      expect((await voir(id)).tronc.echeances.some((e) => e.code === 'D56')).toBe(false)
    })

    it.each([
      ['sans nom', { nature: 'elu', nom: '', explicationsPourLe: null }, 'provenance.nom'],
      [
        'reçues par l’ARS après nous',
        { premiereReceptionLe: '2026-01-06' },
        'provenance.premiereReceptionLe',
      ],
      [
        'avec un jour demandé déjà passé',
        { explicationsPourLe: '2026-01-02' },
        'provenance.explicationsPourLe',
      ],
      [
        'avec un jour demandé par un élu',
        { nature: 'elu', nom: 'Mme la Maire' },
        'provenance.explicationsPourLe',
      ],
    ] as const)('sont refusées %s', async (_cas, plus, champ) => {
      const refus = await app.refus(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ provenance: ars(plus) }),
      )
      expect(Object.keys(refus.champs ?? {})).toEqual([champ])
    })
  })

  describe('envoyées', () => {
    const transmettre = async (id: string, plus: object = {}) =>
      app.appeler('charge', 'reclamations.transmettre', {
        ...(await cible(id)),
        correspondantId: (await correspondant()).id,
        estTotale: true,
        objet: 'Le séjour mis en cause a eu lieu dans votre établissement.',
        avecDonneesDeSante: false,
        estAccordee: false,
        pieces: [],
        canal: 'papier',
        canalDeLAvis: 'papier',
        ...plus,
      })
    const partir = async (id: string) => {
      const reponses: Reponse[] = []
      for (const { id: courrierId } of (await voir(id)).courriers) reponses.push(await poster(courrierId))
      return reponses
    }

    it('en entier font deux lettres, et ferment la réclamation quand elles partent', async () => {
      const { id, numero } = await creer()
      expect((await transmettre(id)).status).toBe(200)
      const prete = await voir(id)
      expect(prete.tronc.etat).toBe('recu')
      expect(prete.actions.transmettre).toEqual({ code: 'transmission-en-cours' })
      const [vers, avis] = prete.transmissions[0]?.lettres ?? []
      const texte = await lettre(vers?.pieceId)
      for (const attendu of [
        numero,
        'Centre hospitalier de Bellerive',
        '99998 BELLERIVE',
        'Éléonore',
        'L. 114-2',
        '5 janvier 2026',
      ])
        expect(texte).toContain(attendu)
      expect(await lettre(avis?.pieceId)).toMatch(
        /4 RUE DES LILAS.*Elle ne relève pas.*Bellerive.*L\. 114-2/s,
      )
      expect(await echeance(id, 'D55')).toMatchObject({ etat: 'ouverte' })
      expect((await poster(vers?.courrierId)).status).toBe(200)
      // the person is not told yet: nothing closes
      expect((await voir(id)).tronc.estClos).toBe(false)
      expect((await poster(avis?.courrierId)).status).toBe(200)
      const vue = await voir(id)
      expect(vue.tronc).toMatchObject({ etat: 'clos', estClos: true })
      expect(await codes(id)).toContain('demande-transmise')
      expect(vue.courriers.map((c) => c.envoyeLe)).toEqual(['2026-01-05', '2026-01-05'])
      expect(vue.tronc.echeances.map((e) => [e.code, e.etat])).toEqual(
        expect.arrayContaining([
          ['D03', 'sans-objet'],
          ['D05', 'sans-objet'],
          ['D55', 'tenue'],
        ]),
      )
      expect((await partir(id)).map((r) => r.status)).toEqual([409, 409])
    })

    it('en partie laissent la réclamation ouverte, et sa réponse due', async () => {
      const { id } = await creer()
      await transmettre(id, { estTotale: false })
      await partir(id)
      const vue = await voir(id)
      expect(vue.tronc.etat).toBe('recu')
      expect(vue.transmissions[0]).toMatchObject({
        situation: 'partie',
        envoyeeLe: '2026-01-05',
        lettres: [],
      })
      expect(await echeance(id, 'D05')).toMatchObject({ etat: 'ouverte' })
      expect(vue.actions.transmettre).toBeNull()
    })

    it('abandonnées ne partent plus, et le délai de transmettre s’éteint', async () => {
      const { id } = await creer()
      await transmettre(id)
      const transmissionId = (await voir(id)).transmissions[0]?.id
      await app.faire('charge', 'reclamations.abandonnerTransmission', {
        ...(await cible(id)),
        transmissionId,
      })
      expect(await echeance(id, 'D55')).toMatchObject({ etat: 'sans-objet' })
      expect((await partir(id)).map((r) => r.corps['refus'])).toEqual([
        'courrier-abandonne',
        'courrier-abandonne',
      ])
      expect((await voir(id)).actions.transmettre).toBeNull()
    })

    it('ne perdent pas une lettre seule : elle s’abandonne avec la transmission', async () => {
      const { id } = await creer()
      await transmettre(id)
      const [vers] = (await voir(id)).transmissions[0]?.lettres ?? []
      const seule = await app.appeler('charge', 'courriers.abandonner', {
        id: vers?.courrierId,
        version: 1,
        motif: 'Inutile.',
      })
      expect(seule.corps).toMatchObject({
        refus: 'lettre-de-transmission',
        message: expect.stringMatching(/abandonnez la transmission/),
      })
    })

    it('d’une réclamation anonyme n’avisent personne', async () => {
      const { id } = await creer({ estAnonyme: true, auteur: null })
      await transmettre(id)
      expect((await voir(id)).transmissions[0]?.lettres).toHaveLength(1)
      await partir(id)
      expect((await voir(id)).tronc.estClos).toBe(true)
    })

    it('avec des données de santé attendent le consentement écrit du patient, non retiré', async () => {
      const { id } = await creer()
      const avec = { avecDonneesDeSante: true }
      expect((await transmettre(id, avec)).corps).toMatchObject({ refus: 'consentement-requis' })
      const personneId = (await voir(id)).tronc.personnes[0]?.id ?? ''
      const consentir = (forme: string) =>
        app.faire('charge', 'personnes.enregistrerConsentement', {
          id: personneId,
          dossierId: id,
          objet: 'acces-aux-donnees-de-sante',
          forme,
          donneLe: '2026-01-05',
        })
      await consentir('oral-consigne')
      expect((await transmettre(id, avec)).corps).toMatchObject({ refus: 'consentement-requis' })
      const { id: consentementId } = await consentir('ecrit')
      await app.faire('charge', 'personnes.retirerConsentement', {
        id: consentementId,
        retireLe: '2026-01-05',
      })
      expect((await transmettre(id, avec)).corps).toMatchObject({ refus: 'consentement-requis' })
      await consentir('ecrit')
      expect((await transmettre(id, avec)).status).toBe(200)
      expect(await lettre((await voir(id)).transmissions[0]?.lettres[0]?.pieceId)).toContain(
        'consenti par écrit',
      )
    })

    it('au Défenseur des droits demandent l’accord de la personne', async () => {
      const { id } = await creer()
      const { id: correspondantId } = await correspondant({ nature: 'defenseur-des-droits' })
      expect((await transmettre(id, { correspondantId })).corps).toMatchObject({ refus: 'accord-requis' })
      expect((await transmettre(id, { correspondantId, estAccordee: true })).status).toBe(200)
      const texte = await lettre((await voir(id)).transmissions[0]?.lettres[0]?.pieceId)
      expect(texte).toContain('avec l’accord de la personne')
      expect(texte).not.toContain('L. 114-2')
    })

    it('ne partent pas avec un jour de réception corrigé depuis, sauf quand la première est déjà partie', async () => {
      const corriger = async (id: string, survenuLe: string) => {
        const fait = (await voir(id)).tronc.faits.find((f) => f.code === 'reception-papier' && !f.estRectifie)
        await app.faire('charge', 'dossiers.rectifierFait', {
          ...(await cible(id)),
          faitId: fait?.id,
          survenuLe,
          motif: 'Le tampon dit autre chose.',
        })
      }
      const { id } = await creer()
      await transmettre(id)
      await corriger(id, '2026-01-02')
      for (const { corps } of await partir(id))
        expect(JSON.stringify(corps)).toContain('préparez-la de nouveau')
      const transmissionId = (await voir(id)).transmissions[0]?.id
      const abandon = { ...(await cible(id)), transmissionId }
      await app.faire('charge', 'reclamations.abandonnerTransmission', abandon)
      await transmettre(id)
      const [vers, avis] = (await voir(id)).transmissions[0]?.lettres ?? []
      expect((await poster(vers?.courrierId)).status).toBe(200)
      await corriger(id, '2026-01-03')
      expect((await poster(avis?.courrierId)).status).toBe(200)
      expect((await voir(id)).tronc.estClos).toBe(true)
    })

    it.each([
      [
        'le correspondant n’a pas d’adresse pour ce canal',
        { canal: 'electronique' },
        'correspondant-sans-adresse',
      ],
    ] as const)('sont refusées quand %s', async (_cas, plus, refus) => {
      const { id } = await creer()
      expect((await transmettre(id, plus)).corps).toMatchObject({ refus })
    })

    it('ne joignent que des pièces du dossier', async () => {
      const { id } = await creer()
      expect((await transmettre(id, { pieces: [randomUUID()] })).status).toBe(404)
    })

    it('n’ont plus de motif de classement à part', async () => {
      const { id } = await creer()
      const entree = { ...(await cible(id)), motif: 'transmise', precision: 'Vers Bellerive.' }
      expect((await app.refus('responsable', 'reclamations.classerSansReponse', entree)).status).toBe(422)
    })
  })

  describe('vers une autre procédure d’ici', () => {
    const orienter = async (id: string, plus: object = {}) =>
      app.appeler('charge', 'reclamations.orienter', {
        ...(await cible(id)),
        procedure: 'indemnisation',
        service: 'Direction des affaires juridiques',
        coordonnees: '01 99 00 00 01',
        estTotale: false,
        objet: 'Le remboursement des lunettes cassées.',
        canal: 'papier',
        ...plus,
      })

    it('disent à la personne qui s’occupe de sa demande, sans rien fermer', async () => {
      const { id } = await creer()
      expect((await orienter(id)).status).toBe(200)
      const [transmission] = (await voir(id)).transmissions
      const texte = await lettre(transmission?.lettres[0]?.pieceId)
      for (const attendu of [
        'réparation d’un dommage',
        'Direction des affaires juridiques',
        '01 99 00 00 01',
        '5 janvier 2026',
      ])
        expect(texte).toContain(attendu)
      await poster(transmission?.lettres[0]?.courrierId)
      expect((await voir(id)).tronc.etat).toBe('recu')
      expect(await codes(id)).toContain('orientation-annoncee')
    })

    it('en entier attendent l’accusé de réception : la demande reste adressée à l’établissement', async () => {
      const { id } = await creer()
      expect((await orienter(id, { estTotale: true })).corps).toMatchObject({ refus: 'accuse-d-abord' })
      const { courrierId } = await accuser(id)
      await poster(courrierId)
      await orienter(id, { estTotale: true })
      await poster((await voir(id)).transmissions[0]?.lettres[0]?.courrierId)
      expect((await voir(id)).tronc.estClos).toBe(true)
      expect(await echeance(id, 'D05')).toMatchObject({ etat: 'sans-objet' })
    })

    it('sont refusées quand personne n’est à prévenir', async () => {
      const { id } = await creer({ estAnonyme: true, auteur: null })
      expect((await orienter(id)).corps).toMatchObject({ refus: 'auteur-inconnu' })
    })
  })

  describe('et courriers suivants de la même personne', () => {
    const joindre = (id: string, plus: object = {}, qui: Qui = 'charge') =>
      app.appeler(qui, 'reclamations.joindre', {
        id,
        canal: 'courriel',
        recuLe: '2026-01-05',
        texte: 'J’ajoute que personne ne m’a rappelée.',
        usage: 'recit',
        pieces: [],
        rouvrir: false,
        ...plus,
      })
    const clore = async (id: string) => {
      await noterUneReponse(app, { id })
      await app.faire('responsable', 'reclamations.clore', await cible(id))
    }

    it('sont proposés pour cette personne-là, jamais pour un homonyme', async () => {
      const premiere = await creer()
      const homonyme = await creer()
      const personneId = (await voir(premiere.id)).tronc.personnes[0]?.id ?? ''
      const { suites } = await app.faire<{ suites: SuiteVue[] }>('charge', 'reclamations.listerSuites', {
        personneId,
      })
      expect(suites.map((s) => s.numero)).toEqual([premiere.numero])
      expect(suites.map((s) => s.numero)).not.toContain(homonyme.numero)
    })

    it('s’ajoutent au récit sans déplacer ce qui y était, avec leur jour et leurs pièces', async () => {
      const { id } = await creer()
      const depot = await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        {},
        {
          fichier: { nom: 'suite.txt', contenu: Buffer.from('Suite de ma lettre') },
        },
      )
      expect((await joindre(id, { pieces: [depot.piece.id] })).status).toBe(200)
      const vue = await voir(id)
      const [nouveau, ancien] = vue.tronc.recits
      expect(nouveau?.texte.startsWith(ancien?.texte ?? '?')).toBe(true)
      expect(nouveau?.texte).toMatch(
        /Courrier complémentaire reçu le lundi 5 janvier 2026.*personne ne m’a rappelée/s,
      )
      expect(vue.pieces.map((p) => p.nom)).toEqual(['suite.txt'])
      expect(vue.tronc.faits.find((f) => f.code === 'courrier-complementaire-recu')).toMatchObject({
        survenuLe: '2026-01-05',
      })
      expect(vue.tronc.recuLe).toBe('2026-01-05')
    })

    it('ne font qu’un quand ils sont envoyés deux fois', async () => {
      const { id } = await creer()
      const cle = randomUUID()
      const entree = {
        id,
        canal: 'courrier',
        recuLe: '2026-01-05',
        texte: 'Suite',
        usage: 'note',
        pieces: [],
        rouvrir: false,
      }
      await app.faire('charge', 'reclamations.joindre', entree, { cle })
      await app.faire('charge', 'reclamations.joindre', entree, { cle })
      expect((await codes(id)).filter((c) => c === 'courrier-complementaire-recu')).toHaveLength(1)
    })

    it.each([
      ['ils n’apportent rien', { texte: ' ' }, 'texte'],
      ['leur date est dans l’avenir', { recuLe: '2026-01-06' }, 'recuLe'],
      ['ils seraient arrivés avant la réclamation', { recuLe: '2026-01-04' }, 'recuLe'],
    ] as const)('sont refusés quand %s', async (_cas, plus, champ) => {
      const { id } = await creer()
      expect(Object.keys(Object((await joindre(id, plus)).corps['champs']))).toEqual([champ])
    })

    it('se rangent dans une réclamation close sans la rouvrir, ou la rouvrent en gardant ses dates', async () => {
      const { id } = await creer()
      await clore(id)
      expect((await joindre(id)).status).toBe(200)
      expect((await voir(id)).tronc.estClos).toBe(true)
      app.maintenant = new Date('2026-02-02T09:00:00Z')
      expect((await joindre(id, { rouvrir: true, recuLe: '2026-02-02' })).corps).toMatchObject({
        refus: 'rouvrir-reserve',
      })
      expect((await joindre(id, { rouvrir: true, recuLe: '2026-02-02' }, 'responsable')).status).toBe(200)
      const { tronc } = await voir(id)
      expect(tronc).toMatchObject({ etat: 'recu', estClos: false, recuLe: '2026-01-05' })
      expect(
        tronc.echeances.filter((e) => e.code === 'D05').map((e) => [e.etat, e.tenueLe ?? e.cibleLe]),
      ).toEqual([
        ['tenue', '2026-01-05'],
        ['ouverte', '2026-03-04'],
      ])
      expect((await voir(id)).actions.clore).toEqual({ code: 'reponse-non-envoyee' })
      expect((await joindre(id, { rouvrir: true, recuLe: '2026-02-02' }, 'responsable')).corps).toMatchObject(
        {
          refus: 'deja-ouverte',
        },
      )
    })

    it('portent ce que l’ARS demande, quand elle transmet à son tour', async () => {
      const { id } = await creer()
      await joindre(id, { provenance: ars({ premiereReceptionLe: '2026-01-02' }) })
      const vue = await voir(id)
      expect(vue.silence.departLe).toBe('2026-01-02')
      expect(await echeance(id, 'D56')).toMatchObject({ limiteLe: '2026-02-02' })
    })

    it('ouvrent une réclamation qui fait suite, liée et de la même affaire', async () => {
      const premiere = await creer()
      await clore(premiere.id)
      const suite = await creer({ suiteDe: premiere.id })
      expect((await voir(suite.id)).tronc.liens).toMatchObject([
        { numero: premiere.numero, nature: 'suite-de', estInverse: false },
      ])
      expect((await voir(premiere.id)).tronc.liens).toMatchObject([
        { numero: suite.numero, estInverse: true },
      ])
      const affaires = await app.lignes(
        'select distinct affaire_id from dossiers.dossier where id = any($1)',
        [[premiere.id, suite.id]],
      )
      expect(affaires).toHaveLength(1)
    })

    it('ne suivent pas un dossier hors de vue', async () => {
      const refus = await app.refus(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ suiteDe: randomUUID() }),
      )
      expect(refus.status).toBe(404)
    })

    it('sont reconnus au numéro cité et au fil des messages', async () => {
      const message = (plus: string) => ({
        nom: 'message.eml',
        contenu: Buffer.from(
          `From: Ana <ana@a.example>\r\nTo: usagers@h.example\r\n${plus}\r\n\r\nBonjour\r\n`,
          'latin1',
        ),
      })
      const cle = randomUUID()
      const premier = await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        {},
        {
          fichier: message(`Subject: Plainte\r\nMessage-ID: <${cle}@a.example>`),
        },
      )
      const { id, numero } = await creer({ pieces: [premier.piece.id] })
      const suites = async (plus: string) =>
        (
          await app.faire<{ suites: { dossierId: string; raison: string }[] }>(
            'charge',
            'pieces.deposer',
            {},
            {
              fichier: message(plus),
            },
          )
        ).suites.map((s) => [s.dossierId, s.raison])
      expect(await suites(`Subject: Re: Plainte\r\nIn-Reply-To: <${cle}@a.example>`)).toEqual([
        [id, 'reponse-a-un-message'],
      ])
      expect(await suites(`Subject: Suite\r\nReferences: <autre@b.example> <${cle}@a.example>`)).toEqual([
        [id, 'reponse-a-un-message'],
      ])
      expect(await suites(`Subject: dossier ${numero.toLowerCase()}`)).toEqual([[id, 'numero-cite']])
      expect(await suites('Subject: dossier REC-2019-00001')).toEqual([])
    })
  })

  it('de quelqu’un qui n’y a pas droit sont refusées', async () => {
    const { id } = await creer({ services: [app.structures.pneumologie] })
    for (const operation of ['transmettre', 'orienter', 'joindre', 'noterProvenance'])
      expect((await app.appeler('chef', `reclamations.${operation}`, { id })).status).toBe(403)
  })
})
