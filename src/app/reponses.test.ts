import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccueilVu } from '#activities/tableau-de-bord/contract.ts'
import type { ReclamationVue, Saisie } from '#cases/reclamations/contract.ts'
import { mesureSaisie, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { corriger } from '#core/courriers/testing-vie.ts'
import { MENTIONS_DE_REPONSE } from '#core/echeances/domain/regles/mediation.ts'
import { typographier } from '#core/echeances/domain/typographie.ts'
import type { DemandeFaite, TacheVue } from '#core/taches/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { docxText } from '#platform/documents/index.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { porteur } from './testing/demandes.ts'
import {
  avancerLaLettre,
  cibleDe,
  constater,
  deposer,
  donnerLaSignature,
  noterUneReponse,
  preparer,
  releverUnGrief,
} from './testing/reponse.ts'

describeOnEachEngine('la réponse à une réclamation', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
    await donnerLaSignature(app)
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const creer = async (plus: Partial<Saisie> = {}) =>
    (await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ canal: 'courrier', ...plus })))
      .id
  const voir = (id: string, qui: Qui = 'responsable') =>
    app.faire<ReclamationVue>(qui, 'reclamations.obtenir', { id })
  const actions = async (id: string) => (await voir(id)).actions
  const codes = async (id: string) => (await voir(id)).tronc.faits.map((f) => f.code)
  const texte = async (pieceId: unknown) =>
    docxText((await app.appeler('charge', 'pieces.telecharger', { id: String(pieceId) })).octets)
  const clore = async (id: string) => app.appeler('responsable', 'reclamations.clore', await cibleDe(app, id))
  const reponsePrete = async (id: string, plus: object = {}): Promise<string> => {
    const { status, corps } = await preparer(app, id, plus)
    expect([status, corps['message']]).toEqual([200, undefined])
    return String(corps['courrierId'])
  }
  const envoyer = async (id: string): Promise<string> => {
    const courrierId = await reponsePrete(id)
    expect((await avancerLaLettre(app, courrierId, 'envoi')).corps).toMatchObject({ id: courrierId })
    return courrierId
  }
  const mesure = async (id: string, plus: object = {}) =>
    (
      await app.faire<{ mesureId: string }>('charge', 'reclamations.ajouterMesure', {
        id,
        ...mesureSaisie(plus),
      })
    ).mesureId

  describe('se prépare', () => {
    it('quand chaque grief a son constat et sa réponse, sinon dit lequel', async () => {
      const id = await creer()
      expect((await preparer(app, id)).corps).toMatchObject({ refus: 'griefs-a-relever' })
      await releverUnGrief(app, id)
      const second = await releverUnGrief(app, id, { constat: null, reponse: '' })
      const phrase =
        'Le grief 2 n’a pas de constat ; le grief 2 n’a pas de réponse à la personne : complétez l’analyse.'
      expect((await preparer(app, id)).corps).toMatchObject({ refus: 'griefs-incomplets', message: phrase })
      expect((await actions(id)).preparerReponse).toEqual({ code: 'griefs-incomplets', phrase })
      await constater(app, { id, griefId: second, version: 1, constat: 'non-fonde', reponse: 'Non.' })
      expect((await actions(id)).preparerReponse).toBeNull()
      await reponsePrete(id)
      expect((await voir(id)).courriers[0]).toMatchObject({
        etat: 'prepare',
        prochaine: 'demanderVisa',
        exigences: { visa: 'requis', signature: 'requise' },
      })
    })

    it('grief par grief, avec les mesures dites, la médiation, l’accompagnement et les pièces', async () => {
      const id = await creer({ objet: 'Attente {tag}' })
      const griefId = await releverUnGrief(app, id, {
        intitule: 'Neuf heures',
        reponse: 'C’était trop long.\nPardon.',
      })
      await releverUnGrief(app, id, {
        intitule: 'Sonnette',
        constat: 'indeterminable',
        reponse: 'Nous ne savons pas.',
      })
      const dite = await mesure(id, { griefId })
      await mesure(id, { intitule: 'Mesure tue' })
      const prise = await mesure(id, {
        intitule: 'Affichage',
        nature: 'prise',
        pourLe: null,
        faiteLe: '2026-01-05',
      })
      const pieces = [await deposer(app, 'charte.pdf', id)]
      const { corps } = await preparer(app, id, { mesures: [dite, prise], pieces, avecVoiesDeRecours: true })
      const lu = await texte(corps['pieceId'])
      for (const attendu of [
        'réponse à votre réclamation – Attente {tag}',
        'lundi 5 janvier 2026',
        '1. Neuf heures',
        'Sur ce point, votre réclamation est fondée.',
        'C’était trop long.',
        '2. Sonnette',
        'Nous n’avons pas pu établir ce qui s’est passé sur ce point.',
        'Sonnettes portatives sur les brancards (d’ici au 15 février 2026)',
        'Affichage (le 5 janvier 2026)',
        typographier(MENTIONS_DE_REPONSE.mediation.texte),
        typographier(MENTIONS_DE_REPONSE.accompagnement.texte),
        'saisir le tribunal administratif de Valmont',
        'vous présente ses excuses',
        'Paul GIRARD',
        '4 RUE DES LILAS',
        'charte.pdf',
        'Madame,',
      ])
        expect(lu).toContain(attendu)
      expect(lu).not.toContain('Mesure tue')
      expect(lu.replaceAll('{tag}', '')).not.toMatch(/[{}]|undefined|null/)
    })

    it('sans excuses ni voies de recours quand rien ne les appelle', async () => {
      const id = await creer()
      await releverUnGrief(app, id, { constat: 'non-fonde' })
      const { corps } = await preparer(app, id)
      const lu = await texte(corps['pieceId'])
      expect(lu).not.toContain('excuses')
      expect(lu).not.toContain('tribunal')
      expect(lu).not.toContain('ci-joint')
      expect(lu).not.toContain('Ce qui change')
    })

    it.each(['mediation', 'accompagnement'] as const)(
      'avec « %s », que ni un modèle ni un retour de Word n’omettent',
      async (balise) => {
        const code = { code: 'reclamations.reponse' }
        const modele = (await app.appeler('responsable', 'courriers.telechargerModele', code)).octets
        const deposerLeModele = (contenu: Uint8Array) =>
          app.faire<{ version: number | null; defauts: { balise: string }[] }>(
            'responsable',
            'courriers.deposerModele',
            code,
            { fichier: { nom: 'modele.docx', contenu: Buffer.from(contenu) } },
          )
        const sans = await deposerLeModele(corriger(modele, `{${balise}}`, ''))
        expect([sans.version, sans.defauts.map((d) => d.balise)]).toEqual([null, [balise]])

        const id = await creer()
        await releverUnGrief(app, id)
        const { corps } = await preparer(app, id)
        const lettre = (await app.appeler('charge', 'pieces.telecharger', { id: String(corps['pieceId']) }))
          .octets
        const phrase = typographier(MENTIONS_DE_REPONSE[balise].texte).slice(0, 40)
        const retour = await app.faire<{ rang: number | null; defauts: { code: string; message: string }[] }>(
          'charge',
          'courriers.deposerVersion',
          { id: corps['courrierId'], version: 1 },
          { fichier: { nom: 'corrigee.docx', contenu: Buffer.from(corriger(lettre, phrase, 'Bref. ')) } },
        )
        expect([retour.rang, retour.defauts.map((d) => d.code)]).toEqual([null, ['mention-absente']])
      },
    )

    it.each([
      ['une mesure abandonnée', 'mesures'],
      ['une mesure d’un autre dossier', 'mesures'],
    ])('pas avec %s', async (cas, champ) => {
      const id = await creer()
      await releverUnGrief(app, id)
      const de = cas.includes('autre') ? await creer() : id
      const mesureId = await mesure(de)
      if (de === id)
        await app.faire('charge', 'reclamations.abandonnerMesure', { id, mesureId, version: 1, motif: 'Non' })
      expect((await preparer(app, id, { mesures: [mesureId] })).corps['champs']).toHaveProperty(champ)
    })

    it('pas sans tribunal quand les voies de recours sont voulues', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      const [etablissement] = await app.lignes<{ tribunal: string }>(
        'select tribunal from structures.etablissement where id = $1',
        [app.etablissementId],
      )
      const changer = (tribunal: string | undefined) =>
        app.lignes('update structures.etablissement set tribunal = $1 where id = $2', [
          tribunal,
          app.etablissementId,
        ])
      await changer('')
      const { corps } = await preparer(app, id, { avecVoiesDeRecours: true })
      await changer(etablissement?.tribunal)
      expect(corps['champs']).toHaveProperty('avecVoiesDeRecours')
    })

    it('pas par courriel avec des pièces : la lettre partirait seule', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      const pieces = [await deposer(app, 'charte.pdf', id)]
      const { corps } = await preparer(app, id, { canal: 'electronique', pieces })
      expect(corps['champs']).toHaveProperty('pieces')
    })

    it('pas sans savoir qui la signera', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      const second = await donnerLaSignature(app, { nom: 'Léa FONTAINE', agentId: null })
      const { corps } = await preparer(app, id)
      expect(corps['champs']).toHaveProperty('signataireId')
      const choisie = await preparer(app, id, { signataireId: second.id })
      expect(await texte(choisie.corps['pieceId'])).toContain('Léa FONTAINE')
      await app.faire('responsable', 'courriers.cloreSignataire', { id: second.id })
    })

    it('pas par un chef de service, ni hors de la vue', async () => {
      const id = await creer({ services: [app.structures.pneumologie] })
      const entree = { id, version: 1, canal: 'papier', mesures: [], pieces: [], avecVoiesDeRecours: false }
      expect((await app.refus('chef', 'reclamations.preparerReponse', entree)).status).toBe(403)
      expect((await app.refus('ailleurs', 'reclamations.preparerReponse', entree)).status).toBe(404)
    })

    it('sans que la chronologie dise à un chef de service les constats', async () => {
      const id = await creer({ services: [app.structures.pneumologie] })
      await releverUnGrief(app, id, { constat: 'partiellement-fonde' })
      await reponsePrete(id)
      expect(JSON.stringify((await voir(id, 'chef')).tronc.faits)).not.toContain('fonde')
    })
  })

  describe('ne se vise, ne se signe et ne part que si elle dit ce qui est', () => {
    const perimer = [
      [
        'un constat a changé',
        (id: string, griefId: string) =>
          constater(app, { id, griefId, version: 2, constat: 'non-fonde', reponse: 'Nous le regrettons.' }),
      ],
      [
        'les mots ont changé',
        (id: string, griefId: string) =>
          constater(app, { id, griefId, version: 2, constat: 'fonde', reponse: 'Autrement.' }),
      ],
      ['un grief s’est ajouté', (id: string) => releverUnGrief(app, id)],
      [
        'un grief est retiré',
        (id: string, griefId: string) =>
          app.faire('charge', 'reclamations.retirerGrief', { id, griefId, version: 2, motif: 'Erreur' }),
      ],
    ] as const

    it.each(perimer)('plus quand %s', async (_cas, changer) => {
      const id = await creer()
      await releverUnGrief(app, id)
      const griefId = await releverUnGrief(app, id)
      const courrierId = await reponsePrete(id)
      await changer(id, griefId)
      expect((await avancerLaLettre(app, courrierId, 'visa-demande')).corps).toMatchObject({
        refus: 'reponse-perimee',
        message: expect.stringContaining('préparez-la de nouveau'),
      })
      expect((await actions(id)).envoyerLaReponse?.code).toBe('reponse-perimee')
    })

    it.each([
      ['le visa', 'visa-demande', 'visa-donne'],
      ['la signature', 'visa-donne', 'signature'],
      ['l’envoi', 'signature', 'envoi'],
    ] as const)('jusqu’au bout : %s est refusé', async (_cas, avant, refusee) => {
      const id = await creer()
      const griefId = await releverUnGrief(app, id)
      const courrierId = await reponsePrete(id)
      await avancerLaLettre(app, courrierId, avant)
      await constater(app, { id, griefId, version: 2, constat: 'indeterminable', reponse: 'Autre.' })
      const versions = { 'visa-donne': 2, signature: 3, envoi: 4 } as const
      const appels = {
        'visa-donne': ['responsable', 'courriers.rendreVisa', { decision: 'donne', commentaire: '' }],
        signature: ['directeur', 'courriers.signer', { motDePasse: 'un mot de passe assez long' }],
        envoi: ['charge', 'courriers.noterEnvoi', { mode: 'poste', envoyeLe: '2026-01-05' }],
      } as const
      const [qui, operation, entree] = appels[refusee]
      const refus = await app.refus(qui, operation, { id: courrierId, version: versions[refusee], ...entree })
      expect(refus).toMatchObject({ refus: 'reponse-perimee' })
      // prepared again, the former one is given up and the new one goes all the way
      await envoyer(id)
      expect((await voir(id)).tronc.etat).toBe('repondu')
    })

    it('plus quand une mesure qu’elle promet est abandonnée', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      const mesureId = await mesure(id)
      const courrierId = await reponsePrete(id, { mesures: [mesureId] })
      await app.faire('charge', 'reclamations.abandonnerMesure', { id, mesureId, version: 1, motif: 'Non' })
      expect((await avancerLaLettre(app, courrierId, 'visa-demande')).corps).toMatchObject({
        refus: 'mesure-dite-abandonnee',
      })
    })
  })

  it('part visée et signée : le fait tient D05, la réclamation est répondue', async () => {
    const id = await creer()
    await releverUnGrief(app, id)
    const courrierId = await envoyer(id)
    const { tronc, courriers, actions: possibles } = await voir(id)
    expect(tronc.etat).toBe('repondu')
    expect(tronc.echeances.find((e) => e.code === 'D05')).toMatchObject({
      etat: 'tenue',
      tenueLe: '2026-01-05',
    })
    expect(tronc.faits.find((f) => f.code === 'reponse-envoyee')).toMatchObject({
      details: { courrierId, mode: 'recommande', mediation: 'proposee' },
    })
    expect(courriers[0]).toMatchObject({ etat: 'envoye' })
    expect(possibles).toMatchObject({
      preparerReponse: { code: 'reponse-deja-envoyee' },
      noterReponse: { code: 'reponse-deja-envoyee' },
      clore: null,
      restituer: null,
    })
  })

  it('se complète quand un grief est relevé après elle, avant de clore', async () => {
    const id = await creer()
    await releverUnGrief(app, id)
    await envoyer(id)
    await releverUnGrief(app, id, { intitule: 'Le repas était froid' })
    expect((await clore(id)).corps).toMatchObject({
      refus: 'reponse-a-completer',
      message: expect.stringContaining('Le grief 2 a été relevé ou a changé depuis la réponse partie'),
    })
    expect((await actions(id)).preparerReponse).toBeNull()
    await envoyer(id)
    expect((await clore(id)).status).toBe(200)
  })

  it('partie hors de Porte-voix se note avec sa copie, et abandonne la lettre en cours', async () => {
    const id = await creer()
    await releverUnGrief(app, id)
    const courrierId = await reponsePrete(id)
    const sansCopie = { ...(await cibleDe(app, id)), envoyeeLe: '2026-01-05', pieces: [] }
    expect((await app.refus('charge', 'reclamations.noterReponse', sansCopie)).champs).toHaveProperty(
      'pieces',
    )
    await noterUneReponse(app, { id })
    const { tronc, courriers, pieces } = await voir(id)
    expect(tronc.etat).toBe('repondu')
    expect(courriers.find((c) => c.id === courrierId)).toMatchObject({ etat: 'abandonne' })
    expect(pieces.map((p) => p.nom)).toContain('reponse.pdf')
    // the analysis is still owed
    await releverUnGrief(app, id, { constat: null, reponse: '' })
    expect((await clore(id)).corps).toMatchObject({ refus: 'griefs-incomplets' })
  })

  describe('permet de clore', () => {
    it('quand elle est partie, et pas avant ; rouverte, la réclamation attend une nouvelle réponse', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      await reponsePrete(id)
      expect((await clore(id)).corps).toMatchObject({ refus: 'reponse-non-envoyee' })
      await envoyer(id)
      const aCharge = await app.refus('charge', 'reclamations.clore', await cibleDe(app, id))
      expect(aCharge.status).toBe(403)
      expect((await clore(id)).status).toBe(200)
      expect((await voir(id)).tronc).toMatchObject({ etat: 'clos', estClos: true })
      expect((await clore(id)).corps).toMatchObject({ refus: 'dossier-clos' })
      const premieres = (await voir(id)).tronc.faits.map((f) => [f.code, f.survenuLe])
      app.maintenant = new Date('2026-01-12T09:00:00Z')
      await app.faire('responsable', 'dossiers.franchir', {
        ...(await cibleDe(app, id)),
        transition: 'rouvrir',
      })
      expect((await voir(id)).tronc.faits.map((f) => [f.code, f.survenuLe])).toEqual(
        expect.arrayContaining(premieres),
      )
      expect((await clore(id)).corps).toMatchObject({ refus: 'reponse-non-envoyee' })
      const seconde = await reponsePrete(id)
      await avancerLaLettre(app, seconde, 'envoi', '2026-01-12')
      expect((await clore(id)).status).toBe(200)
      expect((await codes(id)).filter((c) => c === 'reclamation-close')).toHaveLength(2)
    })

    it('sans oublier la mesure promise : elle revient à l’accueil, passée son jour', async () => {
      const id = await creer()
      await releverUnGrief(app, id)
      const mesureId = await mesure(id)
      await envoyer(id)
      await clore(id)
      app.maintenant = new Date('2026-03-02T09:00:00Z')
      const { enAttente } = await app.faire<AccueilVu>('charge', 'tableau-de-bord.obtenirAccueil', {})
      expect(enAttente.find(({ dossier }) => dossier.id === id)).toMatchObject({
        code: 'mesure',
        de: 'Cadre des urgences',
        situation: 'depassee',
      })
      await app.faire('charge', 'reclamations.terminerMesure', {
        id,
        mesureId,
        version: 1,
        faiteLe: '2026-03-02',
      })
      const ensuite = await app.faire<AccueilVu>('charge', 'tableau-de-bord.obtenirAccueil', {})
      expect(ensuite.enAttente.some(({ dossier }) => dossier.id === id)).toBe(false)
    })
  })

  describe('se restitue aux services', () => {
    const restituer = async (id: string, griefs: readonly string[], services: readonly string[], plus = {}) =>
      app.appeler('charge', 'reclamations.restituer', {
        ...(await cibleDe(app, id)),
        griefs,
        demande: {
          destinataires: services.map((structureId) => ({
            structureId,
            nom: '',
            fonction: '',
            courriel: '',
          })),
          message: 'Merci de lire.',
          pourLe: '2026-01-20',
          ...plus,
        },
      })

    it('chacun lit les conclusions de ses griefs et ce qui change, confirme et commente', async () => {
      const { pneumologie, cardiologie } = app.structures
      const id = await creer({ services: [pneumologie, cardiologie] })
      const a = await releverUnGrief(app, id, {
        serviceId: pneumologie,
        intitule: 'Attente',
        reponse: 'Trop long.',
      })
      const b = await releverUnGrief(app, id, {
        serviceId: cardiologie,
        intitule: 'Sonnette',
        constat: 'non-fonde',
      })
      await mesure(id, { griefId: a })
      await mesure(id, { intitule: 'Affichage des délais' })
      expect((await restituer(id, [a, b], [pneumologie])).corps).toMatchObject({
        refus: 'restitution-avant-reponse',
      })
      await envoyer(id)
      await clore(id)
      const { corps } = await restituer(id, [a, b], [pneumologie, cardiologie])
      const { liens } = corps as unknown as DemandeFaite
      expect(liens.map((l) => l.pour)).toEqual(['Pneumologie', 'Cardiologie'])
      const [pneumo, cardio] = liens.map(({ lien }) => porteur(app, lien.split('/').at(-1) ?? ''))
      const lu = (await pneumo?.ouvrir())?.html ?? ''
      for (const mot of [
        'Attente',
        'grief fondé',
        'Trop long.',
        'Sonnettes portatives',
        'Affichage des délais',
      ])
        expect(lu).toContain(mot)
      expect(lu).not.toContain('Sonnette</h2>')
      expect((await cardio?.ouvrir())?.html).not.toContain('Trop long.')
      const attendus = () =>
        app.lignes('select code, de from dossiers.attente where dossier_id = $1 and code = $2 order by de', [
          id,
          'restitution',
        ])
      expect(await attendus()).toHaveLength(2)
      const champs = { version: '0', nom: 'Léa Fontaine', fonction: 'Cheffe', reponse: 'Lu en équipe.' }
      const relecture = await pneumo?.envoyer('', { ...champs, geste: 'relire' })
      expect(relecture?.vers).toContain('relire')
      const envoi = await pneumo?.envoyer('/envoi', { version: '1' })
      expect(envoi?.status).toBeLessThan(400)
      expect((await pneumo?.ouvrir())?.html).toContain('Votre lecture est confirmée')
      const { taches } = await app.faire<{ taches: TacheVue[] }>('charge', 'taches.lister', { id })
      expect(taches.find((t) => t.etat === 'repondue')).toMatchObject({ reponse: 'Lu en équipe.' })
      expect((await voir(id)).tronc.faits.map((f) => f.libelle)).toContain('Conclusions lues par le service')
      expect(await attendus()).toHaveLength(1)
    })

    it('ou signé dans l’application, par le chef du service', async () => {
      const { pneumologie } = app.structures
      const id = await creer({ services: [pneumologie] })
      const a = await releverUnGrief(app, id, { serviceId: pneumologie })
      await envoyer(id)
      const { corps } = await restituer(id, [a], [pneumologie])
      const [lien] = (corps as unknown as DemandeFaite).liens
      const tacheId = lien?.tacheId
      await app.faire('chef', 'taches.garderLeBrouillon', {
        id: tacheId,
        nom: 'Léa Fontaine',
        fonction: 'cheffe',
        reponse: '',
        reponses: {},
        version: 0,
      })
      await app.faire('chef', 'taches.repondre', { id: tacheId, version: 1 })
      expect((await voir(id)).tronc.faits.map((f) => f.code)).toContain('tache-repondue')
    })

    it('pas à un service sans aucun des griefs cochés', async () => {
      const { pneumologie, cardiologie } = app.structures
      const id = await creer({ services: [pneumologie, cardiologie] })
      const a = await releverUnGrief(app, id, { serviceId: pneumologie })
      await envoyer(id)
      const { corps } = await restituer(id, [a], [pneumologie, cardiologie])
      expect(corps['champs']).toHaveProperty(['demande.destinataires.1'])
      expect((await restituer(id, [], [pneumologie])).corps['champs']).toHaveProperty('sujetIds')
    })
  })
})
