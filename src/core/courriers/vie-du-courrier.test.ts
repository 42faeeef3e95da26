import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { AppError } from '#platform/errors.ts'
import { envoiRectifie } from './index.ts'
import { viderLesCourriers } from './testing-courriers.ts'
import {
  type BancDeLettres,
  corriger,
  DELEGATION,
  MAINTENANT,
  MOT_DE_PASSE,
  ouvrirLesLettres,
  PDF,
} from './testing-vie.ts'

describeOnEachEngine('la vie d’un courrier', (moteur) => {
  let b: BancDeLettres
  let charge: ActeurAgent
  let collegue: ActeurAgent
  let directeur: ActeurAgent

  beforeAll(async () => {
    b = await ouvrirLesLettres(moteur)
    charge = await b.agent('charge')
    collegue = await b.agent('charge')
    directeur = await b.agent('directeur')
  })
  afterAll(() => b.fermer())
  beforeEach(async () => {
    await viderLesCourriers(b.banc.base)
    await b.banc.base.admin.query('delete from dossiers.fait')
    await b.banc.base.admin.query('delete from agents.tentative')
    b.banc.maintenant = MAINTENANT
    b.abonne = {}
    b.messagerie.remis.length = 0
    b.messagerie.issue = { outcome: 'accepted' }
  })

  const attentes = async (dossierId: string) =>
    (
      await b.banc.lignes(
        "select code, de, agent_id from dossiers.attente where dossier_id = $1 and origine = 'courriers'",
        [dossierId],
      )
    ).map(({ code, agent_id: agentId }) => [code, agentId])
  const faits = async (dossierId: string) =>
    (
      await b.banc.lignes('select code, details from dossiers.fait where dossier_id = $1 order by id', [
        dossierId,
      ])
    ).map(({ code }) => code)
  const viser = async (courrier: { id: string; dossierId: string; version: number }) => {
    const demande = await b.faire(charge, 'demanderVisa', courrier, {
      agentId: collegue.agentId,
      message: '',
    })
    return b.faire(
      collegue,
      'rendreVisa',
      { id: courrier.id, ...demande },
      { decision: 'donne', commentaire: '' },
    )
  }
  const prete = async () => {
    const signataireId = await b.signataire(directeur, { agentId: directeur.agentId })
    const courrier = await b.lettre(charge, { signataireId })
    await viser(courrier)
    return b.voir(directeur, courrier)
  }

  it('va de la fusion au courriel, chacun sachant ce qu’on attend de lui', async () => {
    const signataireId = await b.signataire(directeur, { agentId: directeur.agentId })
    let c = await b.lettre(charge, { signataireId })
    expect(c).toMatchObject({ etat: 'prepare', prochaine: 'demanderVisa', signataire: 'Camille MARTIN' })
    expect(await attentes(c.dossierId)).toEqual([['envoi', charge.agentId]])

    await b.faire(charge, 'demanderVisa', c, { agentId: collegue.agentId, message: 'À relire' })
    expect(await attentes(c.dossierId)).toEqual([['visa', collegue.agentId]])
    c = await b.voir(collegue, c)
    expect(c).toMatchObject({ etat: 'visa-demande', prochaine: 'rendreVisa', version: 2 })
    expect((await b.voir(charge, c)).prochaine).toBeNull()

    await b.faire(collegue, 'rendreVisa', c, { decision: 'donne', commentaire: 'Très bien' })
    expect(await attentes(c.dossierId)).toEqual([['signature', directeur.agentId]])
    c = await b.voir(directeur, c)
    expect(c).toMatchObject({ etat: 'vise', prochaine: 'signer' })
    expect((await b.voir(charge, c)).prochaine).toBe('signerSurPapier')

    await b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })
    c = await b.voir(charge, c)
    expect(c).toMatchObject({
      etat: 'signe',
      prochaine: 'envoyer',
      signature: { nature: 'application', nom: 'Camille MARTIN', sha256: c.versions[0]?.sha256, rang: 1 },
      actions: { envoyerParCourriel: 'pdf-absent', reimporter: 'courrier-signe' },
    })
    await b.faire(charge, 'convertirEnPdf', c)
    c = await b.voir(charge, c)
    expect(c.versions[0]?.pdf).toMatchObject({ origine: 'conversion' })
    const issue = await b.faire(charge, 'envoyerParCourriel', c, { objet: 'Décision', message: 'Bonjour' })
    expect(issue).toMatchObject({ issue: 'envoye' })
    c = await b.voir(charge, c)
    expect(c).toMatchObject({ etat: 'envoye', envoyeLe: '2026-03-03', prochaine: null })
    expect(await attentes(c.dossierId)).toEqual([])
    expect(await faits(c.dossierId)).toEqual([
      'visa-demande',
      'visa-donne',
      'courrier-signe',
      'courrier-envoye',
    ])
    const [message] = b.messagerie.remis
    expect(message).toMatchObject({
      messageId: `courrier.${c.id}@ch-trois-rivieres.example`,
      to: { name: 'Amélie PETIT', address: 'amelie@courriel.example' },
      attachments: [{ contentType: 'application/pdf' }],
    })
    expect(Buffer.from(message?.attachments[0]?.content ?? '').equals(Buffer.from(PDF))).toBe(true)
  })

  it('rend la lettre avec ce qui est à corriger, et reprend', async () => {
    const c = await b.lettre(charge)
    const demande = await b.faire(charge, 'demanderVisa', c, { agentId: collegue.agentId, message: '' })
    const vue = { id: c.id, ...demande }
    await expect(
      b.faire(collegue, 'rendreVisa', vue, { decision: 'refuse', commentaire: ' ' }),
    ).rejects.toMatchObject({
      details: { champs: { commentaire: expect.stringContaining('corriger') } },
    })
    await b.faire(collegue, 'rendreVisa', vue, { decision: 'refuse', commentaire: 'Le ton' })
    expect(await b.voir(charge, c)).toMatchObject({ etat: 'visa-refuse', prochaine: 'reimporter' })
    expect(await attentes(c.dossierId)).toEqual([['envoi', charge.agentId]])
  })

  it('demande le visa à quelqu’un d’autre que soi, qui voit le dossier, et peut changer d’avis', async () => {
    const c = await b.lettre(charge)
    const demander = (agentId: string, courrier: { id: string; version: number } = c) =>
      b.faire(charge, 'demanderVisa', courrier, { agentId, message: '' })
    const chef = await b.agent('chef-de-service')
    for (const agentId of [charge.agentId, chef.agentId, '019b8d62-0000-7000-8000-00000000000f'])
      await expect(demander(agentId)).rejects.toMatchObject({ code: 'invalid' })
    const suite = await demander(collegue.agentId)
    await demander(directeur.agentId, { id: c.id, ...suite })
    expect((await b.voir(collegue, c)).actions.rendreVisa).toBe('visa-demande-a-un-autre')
    expect((await b.voir(directeur, c)).prochaine).toBe('rendreVisa')
    expect(await attentes(c.dossierId)).toEqual([['visa', directeur.agentId]])
  })

  it('ne laisse pas viser à qui a écrit la dernière version', async () => {
    const c = await b.lettre(charge)
    const parLAuteur = b.faire(collegue, 'demanderVisa', c, { agentId: charge.agentId, message: '' })
    await expect(parLAuteur).rejects.toMatchObject({
      details: { champs: { agentId: expect.stringContaining('a écrit la dernière version') } },
    })
    // asked before this rule stood, or of a version written since
    const demande = await b.faire(charge, 'demanderVisa', c, { agentId: collegue.agentId, message: '' })
    await b.banc.base.admin.query('update courriers.version set produit_par = $1 where courrier_id = $2', [
      collegue.agentId,
      c.id,
    ])
    const vue = { id: c.id, ...demande }
    for (const decision of [
      { decision: 'donne', commentaire: '' },
      { decision: 'refuse', commentaire: 'Le ton' },
    ])
      await expect(b.faire(collegue, 'rendreVisa', vue, decision)).rejects.toMatchObject({
        details: { refus: 'visa-de-sa-lettre' },
      })
    expect(await b.voir(collegue, c)).toMatchObject({
      prochaine: 'demanderVisa',
      actions: { rendreVisa: 'visa-de-sa-lettre', demanderVisa: null },
    })
  })

  it('ne demande pas le visa d’un dossier protégé à qui ne peut pas le voir', async () => {
    const protege = await b.banc.dossier({ classe: 'sensible' })
    const c = await b.lettre(directeur, { dossierId: protege })
    await expect(
      b.faire(directeur, 'demanderVisa', c, { agentId: collegue.agentId, message: '' }),
    ).rejects.toMatchObject({ details: { champs: { agentId: expect.stringContaining('ne peut pas voir') } } })
  })

  it('dit aux deux agents qui travaillent la même lettre ce qu’elle est devenue', async () => {
    const c = await b.lettre(charge)
    const demande = { agentId: directeur.agentId, message: '' }
    await b.faire(charge, 'demanderVisa', c, demande)
    await expect(b.faire(collegue, 'demanderVisa', c, demande)).rejects.toMatchObject({
      code: 'stale',
      details: { actuel: { version: 2, etat: 'visa-demande', rang: 1 } },
    })
  })

  it('n’accepte qu’un de deux envois simultanés', async () => {
    const c = await b.lettre(charge, { modele: 'avis' })
    const noter = () => b.faire(charge, 'noterEnvoi', c, { mode: 'courriel', envoyeLe: '2026-03-03' })
    const issues = await Promise.allSettled([noter(), noter()])
    expect(issues.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('remplace les lettres précédentes, sauf celle qui est peut-être partie', async () => {
    const premiere = await b.lettre(charge, { modele: 'avis' })
    const { dossierId } = premiere
    await b.lettre(charge, { modele: 'avis', dossierId, remplaceLesPrecedents: true })
    expect(await b.voir(charge, premiere)).toMatchObject({
      etat: 'abandonne',
      motifDAbandon: 'Préparée de nouveau depuis.',
    })
    expect(await attentes(dossierId)).toHaveLength(1)
    const douteuse = await b.lettre(charge, { modele: 'avis' })
    await b.faire(charge, 'convertirEnPdf', douteuse)
    b.messagerie.issue = { outcome: 'unknown', reason: 'coupé' }
    await b.faire(charge, 'envoyerParCourriel', await b.voir(charge, douteuse), { objet: 'x', message: 'y' })
    await expect(
      b.lettre(charge, { modele: 'avis', dossierId: douteuse.dossierId, remplaceLesPrecedents: true }),
    ).rejects.toMatchObject({ details: { refus: 'envoi-a-verifier' } })
  })

  it('s’abandonne avec un motif qui reste', async () => {
    const c = await b.lettre(charge)
    await b.faire(charge, 'abandonner', c, { motif: 'Réponse donnée par téléphone' })
    expect(await b.voir(charge, c)).toMatchObject({
      etat: 'abandonne',
      motifDAbandon: 'Réponse donnée par téléphone',
    })
    expect(await attentes(c.dossierId)).toEqual([])
  })

  it('ne se signe que par le compte du signataire, avec son mot de passe et sa délégation du jour', async () => {
    const c = await prete()
    await expect(b.faire(charge, 'signer', c, { motDePasse: MOT_DE_PASSE })).rejects.toMatchObject({
      details: { refus: 'sans-delegation' },
    })
    await expect(b.faire(directeur, 'signer', c, { motDePasse: 'autre chose' })).rejects.toMatchObject({
      details: { champs: { motDePasse: expect.stringContaining('pas votre mot de passe') } },
    })
    b.banc.maintenant = new Date('2025-12-31T10:00:00Z')
    await expect(b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })).rejects.toMatchObject({
      details: { refus: 'sans-delegation' },
    })
    expect((await b.voir(charge, c)).signature).toBeNull()
  })

  it('freine qui cherche un mot de passe', async () => {
    const c = await prete()
    for (let essai = 0; essai < 5; essai += 1)
      await expect(b.faire(directeur, 'signer', c, { motDePasse: `essai ${essai}` })).rejects.toMatchObject({
        code: 'invalid',
      })
    await expect(b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })).rejects.toMatchObject({
      code: 'too-many',
    })
  })

  it('ne se signe pas au nom d’un autre', async () => {
    const c = await b.lettre(charge)
    await viser(c)
    await b.signataire(directeur, { agentId: directeur.agentId, nom: 'Paul GIRARD' })
    const vue = await b.voir(directeur, c)
    await expect(b.faire(directeur, 'signer', vue, { motDePasse: MOT_DE_PASSE })).rejects.toMatchObject({
      details: { refus: 'signataire-autre', message: expect.stringContaining('préparez-la de nouveau') },
    })
  })

  it('ne se signe pas quand les octets gardés ne sont plus ceux de la version', async () => {
    const c = await prete()
    await b.banc.base.admin.query(
      "update courriers.version set sha256 = repeat('0', 64) where courrier_id = $1",
      [c.id],
    )
    await expect(b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })).rejects.toMatchObject({
      details: { refus: 'version-alteree' },
    })
  })

  it('se signe sur papier : la numérisation, le jour et le signataire, et c’est elle qui part', async () => {
    const signataireId = await b.signataire(directeur)
    const c = await b.lettre(charge)
    await viser(c)
    const vue = await b.voir(charge, c)
    const signer = (plus: object, fichier: Uint8Array | string = PDF) =>
      b.faire(charge, 'signerSurPapier', vue, { signataireId, signeLe: '2026-03-03', ...plus }, fichier)
    await expect(signer({ signeLe: '2026-03-04' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(signer({ signeLe: '2026-03-02' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(signer({ signataireId: vue.id })).rejects.toMatchObject({ code: 'invalid' })
    await expect(signer({}, 'du texte')).rejects.toMatchObject({ code: 'invalid' })
    await signer({})
    const signee = await b.voir(charge, c)
    expect(signee).toMatchObject({
      etat: 'signe',
      signature: { nature: 'papier', nom: DELEGATION.nom, scan: { estPdf: true } },
      actions: { envoyerParCourriel: null, faireLePdf: 'signe-sur-papier' },
    })
  })

  it('garde la délégation telle qu’elle était, close ensuite', async () => {
    const c = await prete()
    await b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })
    const [{ id } = {}] = await b.banc.lignes('select id from courriers.signataire')
    await b.banc.appeler(directeur, 'courriers.cloreSignataire', { id })
    await expect(b.banc.appeler(directeur, 'courriers.cloreSignataire', { id })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await b.voir(charge, c)).signature).toMatchObject({ delegation: DELEGATION.delegation })
  })

  it('laisse signer jusqu’au jour où celle qui la remplace commence', async () => {
    const agentId = directeur.agentId
    const remplaceId = await b.signataire(directeur, { agentId })
    b.banc.maintenant = new Date(MAINTENANT.getTime() + 1000)
    await b.signataire(directeur, { agentId, depuis: '2026-04-01', remplaceId })
    const { signataires } = await b.banc.appeler<{
      signataires: { closLe: string; estEnVigueur: boolean }[]
    }>(directeur, 'courriers.listerSignataires', {})
    expect(signataires.map(({ closLe, estEnVigueur }) => [closLe, estEnVigueur])).toEqual([
      [null, false],
      ['2026-04-01', true],
    ])
  })

  it('prend un PDF fait ailleurs, pas n’importe quel fichier', async () => {
    const c = await b.lettre(charge, { modele: 'avis' })
    await expect(b.faire(charge, 'deposerPdf', c, {}, 'du texte')).rejects.toMatchObject({ code: 'invalid' })
    await b.faire(charge, 'deposerPdf', c, {}, PDF)
    expect((await b.voir(charge, c)).versions[0]?.pdf).toMatchObject({ origine: 'depot' })
  })

  it('perd son PDF quand la lettre change', async () => {
    const c = await b.lettre(charge, { modele: 'avis' })
    await b.faire(charge, 'deposerPdf', c, {}, PDF)
    const corrigee = corriger(await b.word(charge, c), 'Madame, Monsieur,', 'Madame,')
    await b.faire(charge, 'deposerVersion', await b.voir(charge, c), {}, corrigee)
    expect((await b.voir(charge, c)).versions.map(({ rang, pdf }) => [rang, pdf === null])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('suit un recommandé jusqu’à sa preuve', async () => {
    const c = await b.lettre(charge, { modele: 'avis', canal: 'papier' })
    const noter = (plus: object) =>
      b.faire(charge, 'noterEnvoi', c, { mode: 'recommande', envoyeLe: '2026-03-03', ...plus })
    await expect(noter({ numero: '1A' })).rejects.toMatchObject({
      details: { champs: { numero: expect.any(String) } },
    })
    await expect(noter({ mode: 'courriel' })).rejects.toMatchObject({
      details: { champs: { mode: expect.any(String) } },
    })
    await expect(noter({ mode: 'main-propre' })).rejects.toMatchObject({
      details: { champs: { remisA: expect.any(String) } },
    })
    await noter({ numero: '1a 123 456 7890 1' })
    b.banc.maintenant = new Date('2026-03-06T09:00:00Z')
    const suivre = async (suite: string, le: string) =>
      b.faire(charge, 'suivreRecommande', await b.voir(charge, c), { suite, le })
    await suivre('depose', '2026-03-03')
    await suivre('distribue', '2026-03-05')
    await expect(suivre('retourne', '2026-03-06')).rejects.toMatchObject({ code: 'invalid' })
    await expect(suivre('avise', '2026-03-06')).rejects.toMatchObject({
      details: { champs: { le: expect.stringContaining('étape déjà notée qui le suit') } },
    })
    const [{ fait_id: faitId } = {}] = await b.banc.lignes('select fait_id from courriers.envoi')
    const rectification = { dossierId: c.dossierId, faitId: String(faitId), nouveauFaitId: String(faitId) }
    await expect(
      b.banc.ecrire(charge, (tx) =>
        envoiRectifie(
          { tx, principal: charge, now: b.banc.maintenant },
          { ...rectification, survenuLe: '2026-03-04' },
        ),
      ),
    ).rejects.toMatchObject({ details: { champs: { survenuLe: expect.stringContaining('suivi') } } })
    await b.faire(charge, 'joindrePreuve', await b.voir(charge, c), {}, PDF)
    const [envoi] = (await b.voir(charge, c)).envois
    expect(envoi).toMatchObject({
      numero: '1A12345678901',
      suivis: { depose: '2026-03-03', avise: null, distribue: '2026-03-05', retourne: null },
      preuvePieceId: expect.any(String),
    })
    expect(await faits(c.dossierId)).toEqual(['courrier-envoye', 'recommande-depose', 'recommande-distribue'])
  })

  it('porte le jour corrigé du fait, jamais avant que la lettre soit écrite', async () => {
    const c = await b.lettre(charge, { modele: 'avis', canal: 'papier' })
    b.banc.maintenant = new Date('2026-03-06T09:00:00Z')
    await b.faire(charge, 'noterEnvoi', c, { mode: 'poste', envoyeLe: '2026-03-06' })
    const [{ fait_id: faitId } = {}] = await b.banc.lignes('select fait_id from courriers.envoi')
    const rectifier = (survenuLe: string) =>
      b.banc.ecrire(charge, async (tx) => {
        const e = { tx, principal: charge, now: b.banc.maintenant }
        const nouveauFaitId = await enregistrerFaitSeul(e, c.dossierId, {
          code: 'courrier-envoye',
          survenuLe,
          rectifie: String(faitId),
          motif: 'Bordereau',
        })
        await envoiRectifie(e, { dossierId: c.dossierId, faitId: String(faitId), nouveauFaitId, survenuLe })
      })
    await expect(rectifier('2026-03-02')).rejects.toMatchObject({ code: 'invalid' })
    await rectifier('2026-03-05')
    expect(await b.voir(charge, c)).toMatchObject({
      envoyeLe: '2026-03-05',
      envois: [{ envoyeLe: '2026-03-05' }],
    })
  })

  it('ne se rectifie pas au-delà de sa signature', async () => {
    const c = await prete()
    b.banc.maintenant = new Date('2026-03-06T09:00:00Z')
    await b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })
    const envoi = { mode: 'courriel', envoyeLe: '2026-03-06' }
    await b.faire(charge, 'noterEnvoi', await b.voir(charge, c), envoi)
    const [{ fait_id: faitId } = {}] = await b.banc.lignes('select fait_id from courriers.envoi')
    const rectifier = b.banc.ecrire(charge, (tx) =>
      envoiRectifie(
        { tx, principal: charge, now: b.banc.maintenant },
        {
          dossierId: c.dossierId,
          faitId: String(faitId),
          nouveauFaitId: String(faitId),
          survenuLe: '2026-03-05',
        },
      ),
    )
    await expect(rectifier).rejects.toMatchObject({
      details: { champs: { survenuLe: expect.stringContaining('pas encore signée') } },
    })
  })

  it('laisse le dossier refuser un envoi ou un abandon, et dire lui-même qu’elle est partie', async () => {
    const c = await prete()
    await b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })
    const refuser = async () => {
      throw new AppError('refused', { refus: 'pas-encore' })
    }
    b.abonne = { refuserLEnvoi: refuser, refuserLAbandon: refuser }
    const noter = async () =>
      b.faire(charge, 'noterEnvoi', await b.voir(charge, c), { mode: 'courriel', envoyeLe: '2026-03-03' })
    await expect(noter()).rejects.toMatchObject({ details: { refus: 'pas-encore' } })
    const vue = await b.voir(charge, c)
    await expect(b.faire(charge, 'abandonner', vue, { motif: 'Inutile.' })).rejects.toMatchObject({
      details: { refus: 'pas-encore' },
    })
    expect((await b.voir(charge, c)).etat).toBe('signe')
    b.abonne = {
      envoye: async (e, { dossierId, envoyeLe, mode }) => ({
        faitId: await enregistrerFaitSeul(e, dossierId, {
          code: 'reponse-envoyee',
          survenuLe: envoyeLe,
          details: { mode },
        }),
      }),
    }
    await noter()
    expect(await faits(c.dossierId)).not.toContain('courrier-envoye')
    expect((await faits(c.dossierId)).at(-1)).toBe('reponse-envoyee')
  })

  it('défait tout quand le dossier échoue à dire qu’elle est partie', async () => {
    const c = await prete()
    await b.faire(directeur, 'signer', c, { motDePasse: MOT_DE_PASSE })
    b.abonne = {
      envoye: async () => {
        throw new Error('panne')
      },
    }
    const vue = await b.voir(charge, c)
    await expect(
      b.faire(charge, 'noterEnvoi', vue, { mode: 'courriel', envoyeLe: '2026-03-03' }),
    ).rejects.toThrow('panne')
    expect(await b.voir(charge, c)).toMatchObject({ etat: 'signe', version: vue.version, envois: [] })
  })
})
