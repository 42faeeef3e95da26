import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reindexer } from '#core/dossiers/index.ts'
import type { Acteur, ActeurAgent } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import {
  createTextRecognizer,
  docxFromParagraphs,
  type TextRecognizer,
  textRecognizerMissing,
} from '#platform/documents/index.ts'
import { pdfOfLines } from '#platform/documents/pdf.testing.ts'
import type { DepotVu, PieceVue } from './contract.ts'
import { rattacherPieces } from './index.ts'
import { lireLesTextes } from './lire-les-textes.ts'
import { routesDesPieces } from './routes.ts'
import { type Banc, MAINTENANT, ouvrirBanc } from './testing.ts'
import { eml, PNG } from './testing-fichiers.ts'

const PDF = pdfOfLines([['Le compte rendu mentionne une allergie à la pénicilline.']])
const IMAGE = pdfOfLines([[]])
const WORD = docxFromParagraphs({
  title: 'T',
  header: [],
  address: [],
  paragraphs: ['La sonnette était débranchée.'],
  footer: [],
})

describeOnEachEngine('le texte des pièces', (moteur) => {
  let banc: Banc
  let charge: ActeurAgent
  let dossierId: string
  let dossierDePrograms = ''
  let lecteur: TextRecognizer

  beforeAll(async () => {
    dossierDePrograms = await mkdtemp(join(tmpdir(), 'programmes-'))
    const programme = async (nom: string, script: string): Promise<string> => {
      const chemin = join(dossierDePrograms, nom)
      await writeFile(chemin, `#!/bin/sh\n${script}\n`)
      await chmod(chemin, 0o755)
      return chemin
    }
    lecteur = createTextRecognizer({
      tesseract: await programme('lire', 'echo "Ordonnance manuscrite"'),
      pdftoppm: await programme('dessiner', 'for d; do :; done; echo page > "$d.png"'),
      orients: true,
    })
    banc = await ouvrirBanc((fichiers) => routesDesPieces({ fichiers, tailleMax: 8 * 1024 * 1024 }), moteur)
    charge = await banc.agent('charge')
  })
  afterAll(async () => {
    await banc.fermer()
    await rm(dossierDePrograms, { recursive: true, force: true })
  })
  beforeEach(async () => {
    banc.maintenant = MAINTENANT
    dossierId = await banc.dossier()
    await enTransaction(banc.base.database, charge, 'write', (tx) => reindexer(tx, dossierId))
  })

  const deposer = (nom: string, contenu: Uint8Array) =>
    banc.appeler<DepotVu>(charge, 'pieces.deposer', { dossierId }, { nom, contenu })
  const lire = (reconnaissance: TextRecognizer = textRecognizerMissing, plus: object = {}) =>
    lireLesTextes(
      {
        database: banc.base.database,
        fichiers: banc.fichiers,
        reconnaissance,
        horloge: () => banc.maintenant,
      },
      banc.etablissementId,
      plus,
    )
  const lister = async (qui: Acteur = charge) =>
    (await banc.appeler<{ pieces: PieceVue[] }>(qui, 'pieces.lister', { id: dossierId })).pieces
  const phrases = async () => (await lister()).map(({ nom, lecture }) => [nom, lecture?.phrase])
  const parties = () =>
    banc.lignes(
      `select source, audience, lieu, btrim(texte) as texte from dossiers.recherche_partie where dossier_id = $1 order by lieu, texte`,
      [dossierId],
    )
  const estTrouve = async (mot: string) => {
    const [ligne] = await banc.lignes(
      `select tsv @@ dossiers.requete($2, '') as trouve from dossiers.recherche where dossier_id = $1`,
      [dossierId, mot],
    )
    return ligne?.['trouve']
  }

  describe('se lit après le dépôt', () => {
    it('sans retarder ni perdre celui-ci', async () => {
      const { piece } = await deposer('compte-rendu.pdf', PDF)
      expect(piece.lecture).toBeNull()
      expect(await phrases()).toEqual([['compte-rendu.pdf', 'Lecture en cours']])
      expect(await lire()).toBe(false)
      expect(await phrases()).toEqual([['compte-rendu.pdf', 'Texte lu']])
      expect(await parties()).toEqual([
        {
          source: 'piece',
          audience: 'dossier',
          lieu: 'compte-rendu.pdf',
          texte: 'Le compte rendu mentionne une allergie à la pénicilline.',
        },
      ])
      expect(await estTrouve('penicilline')).toBe(true)
    })

    it('celui d’un message et de chacune de ses pièces jointes', async () => {
      const jointes = [
        { nom: 'compte-rendu.pdf', contenu: PDF },
        { nom: 'lettre.docx', contenu: WORD },
      ]
      await deposer('message.eml', eml({ texte: 'Voici mon courrier.', jointes }))
      await lire()
      expect(await phrases()).toEqual([
        ['message.eml', 'Texte lu'],
        ['compte-rendu.pdf', 'Texte lu'],
        ['lettre.docx', 'Texte lu'],
      ])
      for (const mot of ['penicilline', 'sonnette', 'courrier'])
        expect([mot, await estTrouve(mot)]).toEqual([mot, true])
    })

    it('d’un dépôt, quand un dossier le prend, pas avant', async () => {
      const { piece } = await banc.appeler<DepotVu>(
        charge,
        'pieces.deposer',
        {},
        { nom: 'a.pdf', contenu: PDF },
      )
      await lire()
      expect(await banc.lignes('select 1 from pieces.lecture where piece_id = $1', [piece.id])).toEqual([])
      await banc.ecrire(charge, (tx) => rattacherPieces(tx, charge, [piece.id], dossierId))
      await lire()
      expect(await phrases()).toEqual([['a.pdf', 'Texte lu']])
    })

    it.each([
      ['espaces.txt', Buffer.from('  \n \n'), 'Aucun texte'],
      [
        'long.txt',
        Buffer.from('attente aux urgences\n'.repeat(20_000)),
        'Texte lu en partie\u00a0: il est très long',
      ],
      ['abime.pdf', Buffer.from(PDF).subarray(0, 60), 'Texte illisible\u00a0: fichier mal formé'],
      ['photo.png', PNG, 'Texte non lu\u00a0: la reconnaissance de texte n’est pas installée sur ce serveur'],
      [
        'mixte.pdf',
        pdfOfLines([['Le compte rendu mentionne une allergie.'], []]),
        'Texte lu, sauf une page en image',
      ],
    ] as const)('et la pièce dit ce qu’il en est : %s', async (nom, contenu, phrase) => {
      await deposer(nom, contenu)
      await lire()
      expect(await phrases()).toEqual([[nom, phrase]])
    })

    it('sans qu’une pièce dont le fichier manque arrête les autres', async () => {
      const { piece } = await deposer('a.pdf', PDF)
      const [ligne] = await banc.lignes('select objet_cle from pieces.piece where id = $1', [piece.id])
      await banc.fichiers.remove(String(ligne?.['objet_cle']))
      banc.maintenant = new Date(MAINTENANT.getTime() - 1000)
      await deposer('b.txt', Buffer.from('Une sonnette'))
      await lire()
      expect((await phrases()).toSorted()).toEqual([
        ['a.pdf', 'Texte illisible\u00a0: le fichier manque'],
        ['b.txt', 'Texte lu'],
      ])
    })

    it('et une pièce qui l’arrêterait à chaque fois est laissée de côté', async () => {
      const { piece } = await deposer('a.pdf', PDF)
      await banc.lignes('update pieces.lecture set tentatives = 3 where piece_id = $1', [piece.id])
      await lire()
      expect(await phrases()).toEqual([
        ['a.pdf', 'Texte illisible\u00a0: la lecture s’est arrêtée plusieurs fois'],
      ])
    })

    it('et reprend après un arrêt, sans compter celui-ci', async () => {
      await deposer('a.pdf', PDF)
      const arret = new AbortController()
      arret.abort()
      expect(await lire(textRecognizerMissing, { signal: arret.signal })).toBe(true)
      expect(await lire(textRecognizerMissing, { dureeMs: 0 })).toBe(true)
      expect(await phrases()).toEqual([['a.pdf', 'Lecture en cours']])
      expect(await banc.lignes('select max(tentatives) as n from pieces.lecture')).toEqual([{ n: 0 }])
      expect(await lire()).toBe(false)
      expect(await phrases()).toEqual([['a.pdf', 'Texte lu']])
    })
  })

  describe('se reconnaît dans les images', () => {
    it('dès que le programme est là, aussi pour celles d’avant', async () => {
      await deposer('scan.pdf', IMAGE)
      await lire()
      expect(await estTrouve('manuscrite')).toBe(false)
      expect(await lire(lecteur)).toBe(false)
      expect(await phrases()).toEqual([['scan.pdf', 'Texte reconnu']])
      expect(await estTrouve('manuscrite')).toBe(true)
    })

    it('page par page dans un document qui en mêle', async () => {
      await deposer('mixte.pdf', pdfOfLines([['Le compte rendu mentionne une allergie.'], []]))
      await lire(lecteur)
      expect(await phrases()).toEqual([['mixte.pdf', 'Texte reconnu']])
      expect([await estTrouve('allergie'), await estTrouve('manuscrite')]).toEqual([true, true])
    })
  })

  describe('se relit à la demande', () => {
    it('et se remplace', async () => {
      const { piece } = await deposer('scan.pdf', IMAGE)
      await lire()
      expect(await banc.appeler(charge, 'pieces.relire', { id: piece.id })).toEqual({})
      expect(await phrases()).toEqual([['scan.pdf', 'Lecture en cours']])
      await lire(lecteur)
      expect(await parties()).toMatchObject([{ texte: 'Ordonnance manuscrite' }])
      expect(banc.traces.at(-2)).toMatchObject({
        event: 'piece-relue',
        subject: { dossierId, objectId: piece.id },
      })
    })

    it('par qui dépose, dans son périmètre, et non pour un dépôt', async () => {
      const { piece } = await deposer('scan.pdf', IMAGE)
      const chef = await banc.agent('chef-de-service')
      await expect(banc.appeler(chef, 'pieces.relire', { id: piece.id })).rejects.toMatchObject({
        code: 'forbidden',
      })
      const conflit = { ...charge, conflits: [dossierId] as unknown as ActeurAgent['conflits'] }
      await expect(banc.appeler(conflit, 'pieces.relire', { id: piece.id })).rejects.toMatchObject({
        code: 'not-found',
      })
      const depot = await banc.appeler<DepotVu>(charge, 'pieces.deposer', {}, { nom: 'a.pdf', contenu: PDF })
      await expect(banc.appeler(charge, 'pieces.relire', { id: depot.piece.id })).rejects.toMatchObject({
        code: 'not-found',
      })
    })
  })

  it('n’est montré, par SQL direct, qu’à qui voit la pièce', async () => {
    await deposer('a.pdf', PDF)
    await lire()
    const compter = (acteur: Acteur) =>
      enTransaction(banc.base.database, acteur, 'read', async (tx) => {
        const { rows } = await tx.query<{ n: number }>(
          `select (select count(*) from pieces.lecture l join pieces.piece p on p.id = l.piece_id where p.dossier_id = $1)::int
                  + (select count(*) from dossiers.recherche_partie where dossier_id = $1)::int as n`,
          [dossierId],
        )
        return rows[0]?.n
      })
    expect(await compter(charge)).toBe(2)
    expect(await compter(await banc.agent('chef-de-service'))).toBe(0)
    expect(await compter({ type: 'anonyme' })).toBe(0)
  })
})
