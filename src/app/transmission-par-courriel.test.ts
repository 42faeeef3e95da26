import { randomBytes } from 'node:crypto'
import type { Server } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { docxText } from '#platform/documents/index.ts'
import { tinyPdf } from '#platform/documents/pdf.testing.ts'
import { createSmtpSender } from '#platform/mail/index.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'

const MESSAGE = Buffer.from(
  'From: Ana <ana@a.example>\nTo: usagers@h.example\nSubject: Plainte\nContent-Type: text/plain; charset=utf-8\n\n.\nNeuf heures d’attente.\n',
)
const PLANNING = Buffer.concat([Buffer.from('Planning\r\n'), Buffer.from('é\n.\n'.repeat(40))])

describe('une transmission par courriel', () => {
  let app: ApplicationDeTest
  const recus: Email[] = []
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(flux, _session, suite) {
      const morceaux: Buffer[] = []
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau))
      flux.on('end', () => {
        void PostalMime.parse(Buffer.concat(morceaux)).then((lu) => {
          recus.push(lu)
          suite()
        })
      })
    },
  })
  beforeAll(async () => {
    await new Promise<void>((pret) => {
      serveur.listen(0, '127.0.0.1', () => pret())
    })
    const net: Server = serveur.server
    const adresse = net.address()
    const port = typeof adresse === 'object' && adresse !== null ? adresse.port : 0
    const messagerie = createSmtpSender({
      server: { host: '127.0.0.1', port, secure: false, requireTls: false, user: null, password: null },
      from: { name: 'Relations avec les usagers', address: 'usagers@ch-valmont.example' },
    })
    app = await ouvrirApplication({ messagerie })
  })
  afterAll(async () => {
    await app.fermer()
    await new Promise<void>((ferme) => {
      serveur.close(() => ferme())
    })
  })
  beforeEach(() => {
    app.maintenant = LUNDI
    recus.length = 0
  })

  const voir = (id: string) => app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
  const deposer = async (nom: string, contenu: Buffer) =>
    (
      await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        {},
        { fichier: { nom, contenu } },
      )
    ).piece.id
  const transmettre = async (pieces: readonly string[]) => {
    const { id } = await app.faire(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ canal: 'courriel', pieces: [...pieces] }),
    )
    const { id: correspondantId } = await app.faire('charge', 'structures.creerCorrespondant', {
      nature: 'ars',
      nom: `ARS ${id}`,
      adresse: [],
      courriel: 'reclamations@ars.example',
    })
    await app.faire('charge', 'reclamations.transmettre', {
      id,
      version: (await voir(id)).tronc.version,
      correspondantId,
      estTotale: true,
      objet: 'Le transport est assuré par une société agréée.',
      avecDonneesDeSante: false,
      estAccordee: false,
      pieces,
      canal: 'electronique',
      canalDeLAvis: 'electronique',
    })
    const { transmissions } = await voir(id)
    const [vers, avis] = transmissions[0]?.lettres ?? []
    return { id, vers: vers?.courrierId ?? '', avis: avis?.courrierId ?? '', pieceId: vers?.pieceId ?? '' }
  }
  const cible = async (id: string, courrierId: string) => ({
    id: courrierId,
    version: (await voir(id)).courriers.find((c) => c.id === courrierId)?.version ?? 0,
  })
  const envoyer = async (id: string, courrierId: string) => {
    const fichier = { nom: 'lettre.pdf', contenu: Buffer.from(tinyPdf()) }
    await app.faire('charge', 'courriers.deposerPdf', await cible(id, courrierId), { fichier })
    return app.appeler('charge', 'courriers.envoyerParCourriel', {
      ...(await cible(id, courrierId)),
      objet: 'Transmission',
      message: 'Bonjour',
    })
  }
  const joints = () =>
    (recus[0]?.attachments ?? []).map(({ filename, content }) => {
      if (typeof content === 'string') throw new Error('An attachment is read as bytes')
      return [filename, Buffer.from(new Uint8Array(content)).toString('hex')]
    })

  it('emporte les pièces qu’annonce sa lettre, octet pour octet', async () => {
    const pieces = [await deposer('plainte.eml', MESSAGE), await deposer('planning été.txt', PLANNING)]
    const { id, vers, pieceId } = await transmettre(pieces)
    const lettre = docxText((await app.appeler('charge', 'pieces.telecharger', { id: pieceId })).octets)
    expect(lettre).toMatch(/Pièces jointes.:\n–\tplainte\.eml\n–\tplanning été\.txt/)
    expect((await envoyer(id, vers)).corps).toMatchObject({ issue: 'envoye' })
    expect(joints()).toEqual([
      [expect.stringMatching(/^Transmission.*\.pdf$/), Buffer.from(tinyPdf()).toString('hex')],
      ['plainte.eml', MESSAGE.toString('hex')],
      ['planning été.txt', PLANNING.toString('hex')],
    ])
    expect(recus[0]?.messageId).toBe(`<courrier.${vers}@ch-valmont.example>`)
  })

  it('n’en joint aucune à la lettre qui avise la personne', async () => {
    const { id, avis } = await transmettre([await deposer('planning.txt', PLANNING)])
    expect((await envoyer(id, avis)).corps).toMatchObject({ issue: 'envoye' })
    expect(joints()).toHaveLength(1)
  })

  it('sans pièce n’annonce rien', async () => {
    const { id, vers, pieceId } = await transmettre([])
    const lettre = docxText((await app.appeler('charge', 'pieces.telecharger', { id: pieceId })).octets)
    expect(lettre).not.toContain('Pièces jointes')
    await envoyer(id, vers)
    expect(joints()).toHaveLength(1)
  })

  it('trop lourde ne part pas : la lettre reste à envoyer, et rien n’est noté', async () => {
    const { id, vers } = await transmettre([await deposer('lourd.txt', lourd())])
    const refus = await envoyer(id, vers)
    expect(refus.corps).toMatchObject({ refus: 'courriel-trop-lourd' })
    expect(recus).toEqual([])
    const { courriers } = await voir(id)
    expect(courriers.find((c) => c.id === vers)).toMatchObject({ etat: 'prepare', envois: [] })
  })
})

/** A text just under what a piece may weigh, and above what a message may carry. */
const lourd = (): Buffer => Buffer.from(randomBytes(7.5 * 1024 * 1024).toString('hex'))
