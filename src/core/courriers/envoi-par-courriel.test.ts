import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { SendingOutcome } from '#platform/mail/index.ts'
import type { CourrierVu, contract } from './contract.ts'
import { viderLesCourriers } from './testing-courriers.ts'
import { type BancDeLettres, MAINTENANT, ouvrirLesLettres, PDF } from './testing-vie.ts'

const MESSAGE = { objet: 'Avis de prêt', message: 'Bonjour' }

describe('envoyer une lettre par courriel', () => {
  let b: BancDeLettres
  let charge: ActeurAgent

  beforeAll(async () => {
    b = await ouvrirLesLettres('embedded')
    charge = await b.agent('charge')
  })
  afterAll(() => b.fermer())
  beforeEach(async () => {
    await viderLesCourriers(b.banc.base)
    b.banc.maintenant = MAINTENANT
    b.messagerie.remis.length = 0
    b.messagerie.pendant = null
    b.messagerie.issue = { outcome: 'accepted' }
    b.abonne = {}
  })

  const prete = async (): Promise<CourrierVu> => {
    const c = await b.lettre(charge, { modele: 'avis' })
    await b.faire(charge, 'deposerPdf', c, {}, PDF)
    return b.voir(charge, c)
  }
  const envoyer = (c: CourrierVu) =>
    b.faire<{ issue: string; raison: string }>(charge, 'envoyerParCourriel', c, MESSAGE)

  it.each<[string, SendingOutcome, string, string]>([
    ['accepté', { outcome: 'accepted' }, 'envoye', 'envoye'],
    ['refusé', { outcome: 'refused', reason: 'Boîte inconnue.' }, 'non-parti', 'prepare'],
    ['sans serveur', { outcome: 'unreachable', reason: 'Rien n’est parti.' }, 'non-parti', 'prepare'],
    ['interrompu', { outcome: 'unknown', reason: 'Peut-être parti.' }, 'a-verifier', 'a-verifier'],
  ])('%s, le dit', async (_cas, issue, attendue, etat) => {
    const c = await prete()
    b.messagerie.issue = issue
    expect(await envoyer(c)).toMatchObject({ issue: attendue, raison: 'reason' in issue ? issue.reason : '' })
    expect(await b.voir(charge, c)).toMatchObject({
      etat,
      envois: [{ etat: attendue, destinataire: 'amelie@courriel.example' }],
    })
  })

  it('garde le même identifiant d’un essai à l’autre', async () => {
    const c = await prete()
    b.messagerie.issue = { outcome: 'refused', reason: 'Plus tard.' }
    await envoyer(c)
    b.messagerie.issue = { outcome: 'accepted' }
    await envoyer(await b.voir(charge, c))
    const [premier, second] = b.messagerie.remis
    expect(premier?.messageId).toBe(second?.messageId)
    expect((await b.voir(charge, c)).envois.map(({ etat }) => etat)).toEqual(['envoye', 'non-parti'])
  })

  it('ne renvoie jamais ce qui est douteux : l’agent dit d’abord que c’est parti', async () => {
    const c = await prete()
    b.messagerie.issue = { outcome: 'unknown', reason: 'coupé' }
    await envoyer(c)
    const douteux = await b.voir(charge, c)
    await expect(envoyer(douteux)).rejects.toMatchObject({ details: { refus: 'envoi-a-verifier' } })
    expect(b.messagerie.remis).toHaveLength(1)
    b.banc.maintenant = new Date('2026-03-09T09:00:00Z')
    await b.faire(charge, 'constaterEnvoi', douteux, { estParti: true })
    // the day of the attempt, not of the finding
    expect(await b.voir(charge, c)).toMatchObject({ etat: 'envoye', envoyeLe: '2026-03-03' })
  })

  it('repart quand l’agent dit que ce n’est pas parti', async () => {
    const c = await prete()
    b.messagerie.issue = { outcome: 'unknown', reason: 'coupé' }
    await envoyer(c)
    await b.faire(charge, 'constaterEnvoi', await b.voir(charge, c), { estParti: false })
    b.messagerie.issue = { outcome: 'accepted' }
    await envoyer(await b.voir(charge, c))
    expect((await b.voir(charge, c)).etat).toBe('envoye')
  })

  it('devient une question quand la panne survient entre la remise et sa trace', async () => {
    const c = await prete()
    b.messagerie.issue = new Error('le processus meurt')
    await expect(envoyer(c)).rejects.toThrow('le processus meurt')
    const pendant = await b.voir(charge, c)
    expect(pendant).toMatchObject({ etat: 'en-envoi', actions: { envoyerParCourriel: 'envoi-en-cours' } })
    await expect(envoyer(pendant)).rejects.toMatchObject({ details: { refus: 'envoi-en-cours' } })
    const [{ code } = {}] = await b.banc.lignes('select code from dossiers.attente where dossier_id = $1', [
      c.dossierId,
    ])
    expect(code).toBe('envoi-a-verifier')
    b.banc.maintenant = new Date(MAINTENANT.getTime() + 10 * 60_000)
    expect(await b.voir(charge, c)).toMatchObject({ etat: 'a-verifier', prochaine: 'constater' })
    await b.faire(charge, 'constaterEnvoi', await b.voir(charge, c), { estParti: true })
    expect((await b.voir(charge, c)).etat).toBe('envoye')
  })

  it.each([
    ['parti, puis le serveur l’accepte', true, { outcome: 'accepted' }, 'envoye', 1],
    ['parti, puis le serveur dit non', true, { outcome: 'refused', reason: 'Non.' }, 'envoye', 1],
    ['non parti, puis le serveur l’accepte', false, { outcome: 'accepted' }, 'envoye', 1],
    ['non parti, puis le serveur dit non', false, { outcome: 'refused', reason: 'Non.' }, 'non-parti', 0],
  ] as const)(
    'n’est dit qu’une fois, et jamais « non parti » s’il est parti, quand l’agent répond avant le serveur : %s',
    async (_cas, estParti, issue, attendue, envois) => {
      const c = await prete()
      b.messagerie.pendant = async () => {
        b.banc.maintenant = new Date(MAINTENANT.getTime() + 10 * 60_000)
        await b.faire(charge, 'constaterEnvoi', await b.voir(charge, c), { estParti })
      }
      b.messagerie.issue = issue
      expect(await envoyer(c)).toMatchObject({ issue: attendue })
      expect((await b.voir(charge, c)).envois.map(({ etat }) => etat)).toEqual([attendue])
      const partis = await b.banc.lignes(
        `select 1 from dossiers.fait where dossier_id = $1 and code = 'courrier-envoye'`,
        [c.dossierId],
      )
      expect(partis).toHaveLength(envois)
    },
  )

  it('reste celui qui est parti ensuite d’une autre façon, quand le serveur accepte enfin le premier', async () => {
    const c = await prete()
    b.messagerie.pendant = async () => {
      b.banc.maintenant = new Date(MAINTENANT.getTime() + 10 * 60_000)
      await b.faire(charge, 'constaterEnvoi', await b.voir(charge, c), { estParti: false })
      const autre = { mode: 'main-propre', envoyeLe: '2026-03-03', remisA: 'Amélie PETIT' }
      await b.faire(charge, 'noterEnvoi', await b.voir(charge, c), autre)
    }
    expect(await envoyer(c)).toMatchObject({ issue: 'envoye' })
    const { envois } = await b.voir(charge, c)
    expect(envois.map(({ mode, etat }) => [mode, etat])).toEqual([
      ['main-propre', 'envoye'],
      ['courriel', 'non-parti'],
    ])
  })

  describe('avec les pièces qui vont avec elle', () => {
    const piece = async (dossierId: string, nom: string, contenu: string) =>
      b.banc.ecrire(charge, async (tx) => {
        const objet = await b.banc.fichiers.put(Buffer.from(contenu), { maxBytes: 1000 })
        const { id } = await ajouterPiece(tx, {
          acteur: charge,
          dossierId,
          maintenant: b.banc.maintenant,
          nature: 'document',
          nom,
          type: 'text/plain',
          extension: 'txt',
          apercu: 'texte',
          objet,
        })
        return id
      })
    const fichiers = (c: CourrierVu) =>
      b.banc.appeler<OutputOf<typeof contract.listerFichiers>>(charge, 'courriers.listerFichiers', {
        id: c.id,
      })

    it('les joint après la lettre, et les montre avant', async () => {
      const c = await prete()
      const ids = [
        await piece(c.dossierId, 'récit.txt', 'Neuf heures'),
        await piece(c.dossierId, 'b.txt', 'Suite'),
      ]
      b.abonne = { piecesJointes: async (_tx, { courrierId }) => (courrierId === c.id ? ids : []) }
      expect(await fichiers(c)).toMatchObject({
        fichiers: [
          { taille: PDF.length },
          { pieceId: ids[0], nom: 'récit.txt', taille: 11 },
          { nom: 'b.txt' },
        ],
        refus: null,
      })
      await envoyer(c)
      const [message] = b.messagerie.remis
      expect(message?.attachments.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
        [expect.stringMatching(/\.pdf$/), 'application/pdf'],
        ['récit.txt', 'text/plain'],
        ['b.txt', 'text/plain'],
      ])
      expect(Buffer.from(message?.attachments[1]?.content ?? []).toString()).toBe('Neuf heures')
    })

    it.each([
      ['trop lourdes', 'courriel-trop-lourd', /messagerie sécurisée.*poste/],
      ['hors de sa vue', 'piece-inaccessible', /pas accessible/],
    ])('ne part pas quand elles sont %s, et rien n’est perdu', async (cas, refus, message) => {
      const c = await prete()
      const ailleurs = cas === 'hors de sa vue'
      const id = await piece(ailleurs ? await b.banc.dossier() : c.dossierId, 'a.txt', 'a')
      if (!ailleurs) await b.banc.lignes('update pieces.piece set taille = 15728640 where id = $1', [id])
      b.abonne = { piecesJointes: async () => [id] }
      expect((await fichiers(c)).refus).toBe(refus)
      await expect(envoyer(c)).rejects.toMatchObject({
        details: { refus, message: expect.stringMatching(message) },
      })
      expect(b.messagerie.remis).toEqual([])
      expect(await b.voir(charge, c)).toMatchObject({ etat: 'prepare', version: c.version, envois: [] })
      await b.banc.lignes('delete from pieces.piece where id = $1', [id])
    })
  })

  it('demande une adresse et un PDF', async () => {
    const postale = await b.lettre(charge, { modele: 'avis', canal: 'papier' })
    await expect(envoyer(postale)).rejects.toMatchObject({ details: { refus: 'courrier-postal' } })
    const sansPdf = await b.lettre(charge, { modele: 'avis' })
    await expect(envoyer(sansPdf)).rejects.toMatchObject({ details: { refus: 'pdf-absent' } })
    expect(b.messagerie.remis).toEqual([])
  })
})
