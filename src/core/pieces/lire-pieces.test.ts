import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActeurAgent } from '#core/journal/domain/acteur.ts'
import type { DepotVu } from './contract.ts'
import { routesDesPieces } from './routes.ts'
import { type Banc, ouvrirBanc } from './testing.ts'
import { eml, PDF, PNG } from './testing-fichiers.ts'

describe('lire une pièce', () => {
  let banc: Banc
  let charge: ActeurAgent

  beforeAll(async () => {
    banc = await ouvrirBanc((fichiers) => routesDesPieces({ fichiers, tailleMax: 8 * 1024 * 1024 }))
    charge = await banc.agent('charge')
  })
  afterAll(() => banc.fermer())

  const deposer = async (nom: string, contenu: Uint8Array | string) =>
    (await banc.appeler<DepotVu>(charge, 'pieces.deposer', {}, { nom, contenu })).piece
  const apercevoir = (id: string) => banc.telecharger(charge, 'pieces.apercevoir', { id })

  it.each([
    ['un PDF', 'a.pdf', PDF, 'application/pdf'],
    ['une image', 'a.png', PNG, 'image/png'],
  ])('montre %s tel quel dans le lecteur', async (_cas, nom, contenu, type) => {
    const { id } = await deposer(nom, contenu)
    const vu = await apercevoir(id)
    expect(vu).toMatchObject({ type, inline: true, size: contenu.length })
    expect(vu.octets.equals(contenu)).toBe(true)
  })

  it.each([
    ['en UTF-8', Buffer.from('Été à l’hôpital')],
    [
      'en Windows-1252',
      Buffer.from([0xc9, 0x74, 0xe9, 0x20, 0xe0, 0x20, 0x6c, 0x92, 0x68, 0xf4, 0x70, 0x69, 0x74, 0x61, 0x6c]),
    ],
    ['en UTF-16', Buffer.from('\ufeffÉté à l’hôpital', 'utf16le')],
  ])('montre un texte %s avec ses accents', async (_cas, contenu) => {
    const { id } = await deposer('a.txt', contenu)
    const vu = await apercevoir(id)
    expect(vu).toMatchObject({ type: 'text/plain; charset=utf-8', inline: true })
    expect(vu.octets.toString('utf8').replace('\ufeff', '')).toBe('Été à l’hôpital')
  })

  it('montre le début d’un texte très long, et le dit', async () => {
    const { id } = await deposer('long.txt', 'attente aux urgences\n'.repeat(200_000))
    const { octets } = await apercevoir(id)
    expect(octets.length).toBeLessThan(2_000_000)
    expect(octets.toString('utf8')).toContain('Aperçu limité au début du fichier')
  })

  it('montre un message comme un texte, qui l’a écrit et ce qu’il dit', async () => {
    const { id } = await deposer('m.eml', eml({ jointes: [{ nom: 'ordonnance.pdf', contenu: PDF }] }))
    const { octets, type } = await apercevoir(id)
    const texte = octets.toString('utf8').replaceAll('\u00a0', ' ')
    expect(type).toBe('text/plain; charset=utf-8')
    expect(texte).toContain('De : Amélie Petit <amelie.petit@exemple.test>')
    expect(texte).toContain('Objet : Attente aux urgences')
    expect(texte).toContain('Pièces jointes : ordonnance.pdf')
    expect(texte).toContain('neuf heures')
  })

  it.each([
    ['une page web', 'page.html', '<!doctype html><html><body><script>alert(1)</script></body></html>'],
    [
      'un dessin SVG',
      'dessin.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['un document RTF', 'lettre.rtf', '{\\rtf1\\ansi Bonjour}'],
  ])('ne montre pas %s, mais la laisse télécharger telle quelle', async (_cas, nom, contenu) => {
    const { id, apercu } = await deposer(nom, contenu)
    expect(apercu).toBe('aucun')
    await expect(apercevoir(id)).rejects.toMatchObject({
      code: 'refused',
      details: { refus: 'sans-apercu', message: expect.stringContaining('Téléchargez') },
    })
    const lu = await banc.telecharger(charge, 'pieces.telecharger', { id })
    expect(lu.inline).toBe(false)
    expect(lu.octets.toString('utf8')).toBe(contenu)
  })

  it('trace la consultation, avec le dossier de la pièce', async () => {
    const dossierId = await banc.dossier()
    const depot = { nom: 'a.pdf', contenu: PDF }
    const { piece } = await banc.appeler<DepotVu>(charge, 'pieces.deposer', { dossierId }, depot)
    banc.traces.length = 0
    await apercevoir(piece.id)
    await banc.telecharger(charge, 'pieces.telecharger', { id: piece.id })
    expect(banc.traces).toMatchObject([
      { event: 'piece-consultee', subject: { dossierId, objectId: piece.id } },
      { event: 'piece-telechargee', subject: { dossierId, objectId: piece.id } },
    ])
  })

  it('est un incident, non une absence, quand le fichier manque ou a été altéré', async () => {
    const { id } = await deposer('a.pdf', PDF)
    const [ligne] = await banc.lignes('select objet_cle from pieces.piece where id = $1', [id])
    await banc.fichiers.remove(String(ligne?.['objet_cle']))
    await expect(banc.telecharger(charge, 'pieces.telecharger', { id })).rejects.toThrow(
      'is missing from the store',
    )
  })

  it('un conflit d’intérêts déclaré cache les pièces du dossier', async () => {
    const dossierId = await banc.dossier()
    const depot = { nom: 'a.pdf', contenu: PDF }
    const { piece } = await banc.appeler<DepotVu>(charge, 'pieces.deposer', { dossierId }, depot)
    const recuse = await banc.agent('charge', { conflits: [dossierId] })
    await expect(banc.appeler(recuse, 'pieces.telecharger', { id: piece.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
