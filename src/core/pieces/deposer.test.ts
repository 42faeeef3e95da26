import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/domain/acteur.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { DepotVu, PieceVue } from './contract.ts'
import { routesDesPieces } from './routes.ts'
import { type Banc, ouvrirBanc } from './testing.ts'
import { eml, PDF, PNG, PROGRAMME } from './testing-fichiers.ts'

const TAILLE_MAX = 1024 * 1024

describe('déposer une pièce', () => {
  let banc: Banc
  let charge: ActeurAgent
  let collegue: ActeurAgent

  beforeAll(async () => {
    banc = await ouvrirBanc((fichiers) => routesDesPieces({ fichiers, tailleMax: TAILLE_MAX }))
    charge = await banc.agent('charge')
    collegue = await banc.agent('charge')
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    await banc.base.admin.query('delete from pieces.piece')
    for (const cle of await banc.objets()) await banc.fichiers.remove(cle)
  })

  const deposer = (nom: string, contenu: Uint8Array | string | Readable, dossierId?: string) =>
    banc.appeler<DepotVu>(charge, 'pieces.deposer', dossierId === undefined ? {} : { dossierId }, {
      nom,
      contenu,
    })
  const rienNeReste = async () => {
    expect(await banc.objets()).toEqual([])
    expect(await banc.lignes('select id from pieces.piece')).toEqual([])
  }

  it('garde un document tel quel, octet pour octet, sous son nom', async () => {
    const { piece, jointes, message, doublons } = await deposer('Compte rendu d’hospitalisation.pdf', PDF)
    expect(piece).toMatchObject({
      nature: 'document',
      nom: 'Compte rendu d’hospitalisation.pdf',
      type: 'application/pdf',
      taille: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    })
    expect([jointes, message, doublons]).toEqual([[], null, []])
    const lu = await banc.telecharger(charge, 'pieces.telecharger', { id: piece.id })
    expect(lu).toMatchObject({ inline: false, fileName: piece.nom, size: PDF.length })
    expect(lu.octets.equals(PDF)).toBe(true)
  })

  it('garde un message tel quel et fait une pièce de chaque pièce jointe', async () => {
    const source = eml({
      jointes: [
        { nom: 'logo.png', contenu: PNG, type: 'image/png', disposition: 'inline' },
        { nom: 'ordonnance.pdf', contenu: PDF },
      ],
    })
    const { piece, jointes, message } = await deposer('message.eml', source)
    expect(piece).toMatchObject({ nature: 'message', apercu: 'texte', extension: 'eml' })
    expect(jointes.map((j) => [j.nom, j.nature, j.pieceMereId])).toEqual([
      ['ordonnance.pdf', 'piece-jointe', piece.id],
      ['logo.png', 'piece-jointe', piece.id],
    ])
    expect(message).toMatchObject({
      expediteur: { nom: 'Amélie Petit', courriel: 'amelie.petit@exemple.test' },
      objet: 'Attente aux urgences',
      automatique: null,
    })
    expect(message?.texte).toContain('neuf heures')
    const lu = await banc.telecharger(charge, 'pieces.telecharger', { id: piece.id })
    expect(lu.octets.equals(source)).toBe(true)
  })

  it('lit le jour de réception dans le fuseau de l’établissement, non dans celui du serveur', async () => {
    const { message } = await deposer('tardif.eml', eml({ recu: 'Mon, 02 Mar 2026 23:30:00 +0000' }))
    expect(message).toMatchObject({ recuA: '2026-03-02T23:30:00.000Z', recuLe: '2026-03-03' })
    const cayenne = { ...charge, fuseau: 'America/Cayenne' }
    const { message: la } = await banc.appeler<DepotVu>(
      cayenne,
      'pieces.deposer',
      {},
      { nom: 'tardif.eml', contenu: eml() },
    )
    expect(la?.recuLe).toBe('2026-03-02')
  })

  it('signale une réponse automatique, dont on ne fait pas un dossier', async () => {
    const absence = eml({ entetes: ['Auto-Submitted: auto-replied'], objet: 'Absence' })
    expect((await deposer('absence.eml', absence)).message?.automatique).toMatch(/automatique|automate/)
    expect((await deposer('personne.eml', eml())).message?.automatique).toBeNull()
  })

  it('refuse une pièce jointe dangereuse en disant pourquoi, et garde les autres', async () => {
    const source = eml({
      jointes: [
        { nom: 'facture.exe', contenu: PROGRAMME },
        { nom: 'photo.png', contenu: PNG },
      ],
    })
    const { jointes, refusees } = await deposer('piege.eml', source)
    expect(jointes.map(({ nom }) => nom)).toEqual(['photo.png'])
    expect(refusees).toEqual([{ nom: 'facture.exe', message: expect.stringContaining('jamais enregistré') }])
    expect(await banc.objets()).toHaveLength(2)
  })

  it.each([
    ['un programme', 'photo.jpg', PROGRAMME, 'invalid'],
    ['un fichier vide', 'vide.pdf', '', 'invalid'],
    ['un contenu inconnu', 'inconnu.bin', Buffer.from([0, 255, 1, 254, 0, 3, 9, 0]), 'invalid'],
    ['un fichier trop gros', 'gros.pdf', Buffer.concat([PDF, randomBytes(TAILLE_MAX)]), 'too-large'],
  ])('est refusé et ne laisse rien quand on dépose %s', async (_cas, nom, contenu, code) => {
    await expect(deposer(nom, contenu)).rejects.toMatchObject({ code })
    await rienNeReste()
  })

  it('dit en français ce qu’il faut faire d’un fichier refusé', async () => {
    await expect(deposer('x.pdf', PROGRAMME)).rejects.toMatchObject({
      details: { message: expect.stringMatching(/programme.*Demandez/) },
    })
  })

  it('ne laisse rien quand l’envoi s’interrompt', async () => {
    const coupe = new Readable({ read() {} })
    coupe.push(PDF)
    setTimeout(() => coupe.destroy(new Error('aborted')), 20)
    await expect(deposer('coupe.pdf', coupe)).rejects.toThrow('aborted')
    await rienNeReste()
  })

  it('garde un message illisible, avec la raison', async () => {
    const { piece, message } = await deposer(
      'abime.eml',
      'From: moi@exemple.test\r\nceci n’est pas un en-tête',
    )
    expect(piece.nature).toBe('message')
    expect(message === null ? piece.alertes.length : 1).toBeGreaterThan(0)
  })

  it('verse la pièce droit au dossier quand il est dans le périmètre, et seulement alors', async () => {
    const dossierId = await banc.dossier()
    const sensible = await banc.dossier({ classe: 'sensible' })
    const { piece } = await deposer('a.pdf', PDF, dossierId)
    expect(await banc.lignes('select dossier_id from pieces.piece where id = $1', [piece.id])).toEqual([
      { dossier_id: dossierId },
    ])
    await expect(deposer('b.pdf', PDF, sensible)).rejects.toMatchObject({ code: 'not-found' })
    await expect(deposer('b.pdf', PDF, uuidv7(Date.now()))).rejects.toMatchObject({ code: 'not-found' })
    expect(await banc.objets()).toHaveLength(1)
  })

  it('signale le même fichier ou le même message déjà dans un dossier visible', async () => {
    const dossierId = await banc.dossier({ objet: 'Chute dans le couloir' })
    const cache = await banc.dossier({ classe: 'sensible' })
    await deposer('m.eml', eml({ messageId: '<unique@exemple.test>' }), dossierId)
    await deposer('a.pdf', PDF, dossierId)
    const responsable = await banc.agent('responsable')
    await banc.appeler(responsable, 'pieces.deposer', { dossierId: cache }, { nom: 'p.png', contenu: PNG })

    const memeMessage = await deposer(
      'm2.eml',
      eml({ messageId: '<unique@exemple.test>', texte: 'réexporté' }),
    )
    expect(memeMessage.doublons).toEqual([
      { dossierId, numero: expect.stringMatching(/^REC-/), objet: 'Chute dans le couloir' },
    ])
    expect((await deposer('autre nom.pdf', PDF)).doublons.map((d) => d.dossierId)).toEqual([dossierId])
    expect((await deposer('p.png', PNG)).doublons).toEqual([])
    expect((await deposer('n.eml', eml({ messageId: '<autre@exemple.test>' }))).doublons).toEqual([])
  })

  it('accepte deux dépôts simultanés du même fichier, chacun avec son objet', async () => {
    const [a, b] = await Promise.all([deposer('a.pdf', PDF), deposer('a.pdf', PDF)])
    expect(a.piece.id).not.toBe(b.piece.id)
    expect(await banc.objets()).toHaveLength(2)
  })

  it('un autre agent ne voit pas le dépôt et ne peut ni le lire ni le retirer', async () => {
    const { piece } = await deposer('a.pdf', PDF)
    for (const operation of ['pieces.telecharger', 'pieces.apercevoir', 'pieces.retirerDepot']) {
      await expect(banc.appeler(collegue, operation, { id: piece.id })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    expect(await banc.objets()).toHaveLength(1)
  })

  it('est tracé, refus compris, sans nom de fichier ni texte', async () => {
    const dossierId = await banc.dossier()
    banc.traces.length = 0
    const { piece } = await deposer('Dupont Jeanne.pdf', PDF, dossierId)
    await expect(deposer('x.pdf', PDF, await banc.dossier({ classe: 'sensible' }))).rejects.toThrow()
    expect(banc.traces).toMatchObject([
      { event: 'piece-deposee', outcome: 'done', subject: { dossierId, objectId: piece.id } },
      { event: 'piece-deposee', outcome: 'refused', refusal: 'not-found' },
    ])
    expect(JSON.stringify(banc.traces)).not.toContain('Dupont')
  })

  it.each([
    ['un chemin', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['un retournement de sens', 'facture\u202efdp.pdf', 'facturefdp.pdf'],
    ['un caractère nul', 'a\u0000b.pdf', 'ab.pdf'],
    ['un nom vide', '', 'sans-nom'],
    ['une injection', "'; drop table pieces.piece; --.pdf", "'; drop table pieces.piece; --.pdf"],
    ['des emoji et des accents', '🏥 été — reçu.pdf', '🏥 été — reçu.pdf'],
    ['un saut d’en-tête', 'a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
  ])('rend un nom montrable quand le nom du fichier contient %s', async (_cas, nom, attendu) => {
    const { piece } = await deposer(nom, PDF)
    expect(piece.nom).toBe(attendu)
    const [ligne] = await banc.lignes('select nom from pieces.piece')
    expect(ligne).toEqual({ nom: attendu })
  })

  it('accepte un nom avec une moitié de caractère, et le dit', async () => {
    const { piece } = await deposer('a\ud800b.pdf', PDF)
    expect(piece.nom).not.toContain('\ud800')
    expect(piece.alertes.map(({ code }) => code)).toContain('nom-nettoye')
  })

  it.each([
    ['un caractère nul', 'avant\u0000après'],
    ['une balise', '<script>alert(1)</script>'],
    ['une injection SQL', "Robert'); DROP TABLE pieces;--"],
    ['un texte arabe', 'مرحبا بالعالم'],
    ['des caractères combinés', 'Z̷̢a̶l̵g̸o'],
    ['un drapeau', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ])('garde un message dont le texte contient %s', async (_cas, texte) => {
    const { message, piece } = await deposer(
      'naughty.eml',
      eml({ texte, messageId: '<naughty@exemple.test>' }),
    )
    expect(message?.texte.trim()).toBe(texte.replaceAll('\u0000', ''))
    const retire = piece.alertes.some(({ code }) => code === 'stripped-characters')
    expect(retire).toBe(texte.includes('\u0000'))
  })

  it('retire un dépôt avec ses pièces jointes, sans laisser d’octet', async () => {
    const { piece } = await deposer('m.eml', eml({ jointes: [{ nom: 'a.pdf', contenu: PDF }] }))
    await banc.appeler(charge, 'pieces.retirerDepot', { id: piece.id })
    await rienNeReste()
  })

  it('ne retire pas une pièce versée au dossier', async () => {
    const { piece } = await deposer('a.pdf', PDF, await banc.dossier())
    await expect(banc.appeler(charge, 'pieces.retirerDepot', { id: piece.id })).rejects.toMatchObject({
      code: 'refused',
      details: { refus: 'piece-versee' },
    })
    expect(await banc.objets()).toHaveLength(1)
  })

  it('est interdit au chef de service, qui consulte seulement', async () => {
    const chef = await banc.agent('chef-de-service')
    const depot = banc.appeler(chef, 'pieces.deposer', {}, { nom: 'a.pdf', contenu: PDF })
    await expect(depot).rejects.toMatchObject({ code: 'forbidden' })
    await rienNeReste()
  })

  it('le chef de service ne voit que les pièces des dossiers de ses services', async () => {
    const service = uuidv7(Date.now())
    const chef = await banc.agent('chef-de-service', { services: [service] })
    const sien = await banc.dossier({ services: [service] })
    const autre = await banc.dossier({ services: [uuidv7(Date.now())] })
    const { piece } = await deposer('a.pdf', PDF, sien)
    const { piece: cachee } = await deposer('b.pdf', PDF, autre)

    const { pieces } = await banc.appeler<{ pieces: PieceVue[] }>(chef, 'pieces.lister', { id: sien })
    expect(pieces.map(({ id }) => id)).toEqual([piece.id])
    expect((await banc.telecharger(chef, 'pieces.telecharger', { id: piece.id })).octets.equals(PDF)).toBe(
      true,
    )
    await expect(banc.appeler(chef, 'pieces.lister', { id: autre })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(banc.appeler(chef, 'pieces.telecharger', { id: cachee.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
