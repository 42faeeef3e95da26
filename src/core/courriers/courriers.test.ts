import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/domain/acteur.ts'
import { routesDesPieces } from '#core/pieces/index.ts'
import { type Banc, MAINTENANT, ouvrirBanc } from '#core/pieces/testing.ts'
import type { OutputOf } from '#platform/contract.ts'
import { docxText } from '#platform/documents/index.ts'
import type { contract } from './contract.ts'
import {
  champsDeLettre,
  choisirModele,
  creerRegistreDesModeles,
  type DependancesDesCourriers,
  inscrireCourrier,
  listerCourriers,
  listerObjetsDesModeles,
  preparerCourrier,
  routesDesCourriers,
} from './index.ts'
import { EXEMPLE_DE_LETTRE, lieuDe } from './lettre-type.ts'
import { dependancesDeTest, viderLesCourriers } from './testing-courriers.ts'
import { AVIS_DE_PRET, type ChampsDePret, CORPS_COMPLET, docx } from './testing-modele.ts'

type Depot = OutputOf<typeof contract.deposerModele>
type Liste = OutputOf<typeof contract.listerModeles>

const modeles = creerRegistreDesModeles([AVIS_DE_PRET])
const code = AVIS_DE_PRET.code
const deps = (d: Partial<Pick<DependancesDesCourriers, 'fichiers' | 'database'>>) =>
  dependancesDeTest(modeles, d)
const BALISE_RESTANTE = /\{[#/^]?[\w.]+\}/u

describe('courriers', () => {
  let banc: Banc
  let charge: ActeurAgent
  let responsable: ActeurAgent

  beforeAll(async () => {
    banc = await ouvrirBanc((fichiers, database) => [
      ...routesDesCourriers(deps({ fichiers, database })),
      ...routesDesPieces({ fichiers, tailleMax: 1024 * 1024 }),
    ])
    charge = await banc.agent('charge')
    responsable = await banc.agent('responsable')
  })
  afterAll(() => banc.fermer())
  beforeEach(async () => {
    await viderLesCourriers(banc.base)
    await banc.base.admin.query('delete from courriers.modele')
    await banc.base.admin.query('delete from pieces.piece')
    for (const cle of await banc.objets()) await banc.fichiers.remove(cle)
  })

  const deposer = (contenu: Uint8Array | string, nom = 'modele.docx') =>
    banc.appeler<Depot>(responsable, 'courriers.deposerModele', { code }, { nom, contenu })
  const produire = async (dossierId: string, champs: Partial<ChampsDePret> = {}, acteur = charge) => {
    const choisi = await banc.ecrire(acteur, (tx) => choisirModele(tx, AVIS_DE_PRET))
    const courrier = await preparerCourrier(banc, choisi, {
      donnees: { ...AVIS_DE_PRET.exemple, ...champs },
      numero: 'REC-2026-00042',
      maintenant: MAINTENANT,
    })
    return banc.ecrire(acteur, (tx) =>
      inscrireCourrier(
        { tx, principal: acteur, now: MAINTENANT },
        { modeles },
        {
          dossierId,
          courrier,
          canal: 'papier',
          mentions: ['telephone'],
          destinataire: { nom: 'Amélie PETIT', courriel: '' },
          signataireId: null,
          remplaceLesPrecedents: false,
        },
      ),
    )
  }
  const lister = (id: string, acteur = charge) =>
    banc.ecrire(acteur, (tx) =>
      listerCourriers({ tx, principal: acteur, now: MAINTENANT }, deps(banc.base), { id, estClos: false }),
    )
  const texteDe = async (pieceId: string) =>
    docxText((await banc.telecharger(charge, 'pieces.telecharger', { id: pieceId })).octets)

  describe('produire un courrier', () => {
    it('donne une lettre au dossier, remplie et sans balise restante', async () => {
      const dossierId = await banc.dossier()
      const { courrierId, pieceId } = await produire(dossierId)
      const texte = await texteDe(pieceId)
      for (const attendu of [
        'Centre hospitalier des Trois-Rivières',
        'Madame Amélie PETIT\n12 allée des Acacias\n99998 BELLERIVE',
        'VILLENEUVE, le 3 mars 2026',
        'Nous vous prêtons le Fauteuil n° 12.',
        'Vous le rendrez à l’accueil.',
        'coussin\nrepose-pied',
        'Camille MARTIN',
        'Téléphone : 01 99 00 00 00 – Courriel : usagers@ch-trois-rivieres.example',
      ]) {
        expect(texte.replaceAll('\u00a0', ' ')).toContain(attendu)
      }
      expect(texte).not.toMatch(BALISE_RESTANTE)
      const [lettre, ...autres] = await lister(dossierId)
      expect(autres).toEqual([])
      expect(lettre).toMatchObject({
        id: courrierId,
        pieceId,
        code,
        libelle: 'Avis de prêt',
        nom: 'Avis de prêt REC-2026-00042.docx',
        canal: 'papier',
        produitA: MAINTENANT.toISOString(),
        agent: 'Claude Morel',
        envoyeLe: null,
        etat: 'prepare',
        prochaine: 'envoyer',
        version: 1,
      })
      expect(lettre?.versions).toMatchObject([{ rang: 1, origine: 'fusion', pieceId, pdf: null }])
    })

    it('est refusé, sans rien laisser, en nommant ce qui manque', async () => {
      const dossierId = await banc.dossier()
      await expect(produire(dossierId, { fauteuil: ' ', destinataire: [] })).rejects.toMatchObject({
        code: 'refused',
        details: {
          refus: 'valeur-manquante',
          message: expect.stringMatching(/Il manque\u00a0: Destinataire\u00a0; Fauteuil prêté\./),
        },
      })
      expect(await banc.objets()).toEqual([])
    })

    it.each([
      ['une balise Word', '</w:t></w:r><w:r><w:t>pirate'],
      ['une balise de modèle', '{#accessoires}{numero}{/accessoires}'],
      ['un caractère interdit en XML', 'a\u0001b\u000bc'],
      ['une moitié de caractère', 'a\ud800b'],
      ['des esperluettes et des chevrons', 'Martin & Fils <contact@x.example> "oui"'],
      ['un texte arabe', 'مرحبا'],
      ['des emoji', '👩🏽‍⚕️🏥'],
      ['un saut de ligne', 'première\nseconde'],
    ])('garde comme un simple texte %s', async (_cas, fauteuil) => {
      const { pieceId } = await produire(await banc.dossier(), { fauteuil })
      const attendu = fauteuil.replaceAll('\u0001', '').replaceAll('\u000b', '').toWellFormed()
      expect((await texteDe(pieceId)).replaceAll('\u00a0', ' ')).toContain(`Nous vous prêtons le ${attendu}.`)
    })

    it('ne dit une remarque facultative que si elle existe', async () => {
      const sans = await produire(await banc.dossier())
      expect(await texteDe(sans.pieceId)).not.toContain('Remarque')
      const avec = await produire(await banc.dossier(), { remarque: 'frein neuf' })
      expect(await texteDe(avec.pieceId)).toContain('Fauteuil n° 12. Remarque : frein neuf.')
    })

    it('est impossible dans un dossier hors du périmètre', async () => {
      const cache = await banc.dossier({ classe: 'sensible' })
      await expect(produire(cache)).rejects.toMatchObject({ code: 'not-found' })
      await produire(cache, {}, responsable)
      expect(await lister(cache)).toEqual([])
    })
  })

  describe('régler les modèles', () => {
    it('annonce les champs de chaque modèle avec un exemple', async () => {
      const { modeles: liste } = await banc.appeler<Liste>(charge, 'courriers.listerModeles', {})
      expect(liste).toHaveLength(1)
      expect(liste[0]).toMatchObject({ code, libelle: 'Avis de prêt', enUsage: null })
      const nommees = new Map(liste[0]?.balises.map((balise) => [balise.nom, balise]))
      expect(nommees.get('accessoires')).toEqual({
        nom: 'accessoires',
        libelle: 'Accessoires',
        nature: 'boucle',
        exemple: 'coussin / repose-pied',
      })
      expect(nommees.get('nom')?.exemple).toBe('coussin')
      expect(nommees.get('aRendre')?.exemple).toBe('oui')
    })

    it('emploie le modèle de l’hôpital dès son dépôt, la dernière version d’abord, puis revient au modèle livré', async () => {
      const dossierId = await banc.dossier()
      expect(await deposer(docx([...CORPS_COMPLET, 'Première.']))).toEqual({ version: 1, defauts: [] })
      expect(await deposer(docx([...CORPS_COMPLET, 'Seconde.']), 'Notre lettre.docx')).toMatchObject({
        version: 2,
      })
      const { modeles: liste } = await banc.appeler<Liste>(charge, 'courriers.listerModeles', {})
      expect(liste[0]?.enUsage).toMatchObject({ version: 2, nom: 'Notre lettre.docx' })
      const { pieceId } = await produire(dossierId)
      expect(await texteDe(pieceId)).toContain('Seconde.')

      await banc.appeler(responsable, 'courriers.retirerModele', { code })
      const { pieceId: livree } = await produire(dossierId)
      expect(await texteDe(livree)).toContain('Nous vous prêtons')
      await expect(banc.appeler(responsable, 'courriers.retirerModele', { code })).rejects.toMatchObject({
        details: { refus: 'modele-livre' },
      })
      expect(await deposer(docx(CORPS_COMPLET))).toMatchObject({ version: 3 })
    })

    it('numérote sans trou ni doublon deux dépôts simultanés', async () => {
      const depots = await Promise.all([deposer(docx(CORPS_COMPLET)), deposer(docx(CORPS_COMPLET))])
      expect(depots.map(({ version }) => version).sort()).toEqual([1, 2])
    })

    it.each<[string, Uint8Array | string, Record<string, unknown>]>([
      [
        'un champ inconnu, en proposant le bon',
        docx([...CORPS_COMPLET, 'Le {fauteil} est prêt.']),
        {
          code: 'unknown-tag',
          balise: 'fauteil',
          endroit: 'corps du document, paragraphe « Le {fauteil} est prêt. »',
          message: expect.stringContaining('{fauteuil}'),
        },
      ],
      [
        'un champ inconnu dans le pied de page',
        docx(CORPS_COMPLET, ['{inconnu}']),
        { balise: 'inconnu', endroit: 'pied de page' },
      ],
      [
        'une partie qui n’est pas fermée',
        docx([...CORPS_COMPLET, '{#accessoires}', '{nom}']),
        { code: 'unclosed-loop', balise: 'accessoires', message: expect.stringContaining('{/accessoires}') },
      ],
      [
        'un champ simple employé comme une partie',
        docx([...CORPS_COMPLET, '{#numero}', 'x', '{/numero}']),
        { code: 'wrong-kind', balise: 'numero' },
      ],
      [
        'une mention exigée par les textes qui manque',
        docx(['{service} {adresseDuService} {courrielDuService} {fauteuil}']),
        {
          code: 'balise-absente',
          balise: 'telephoneDuService',
          message: expect.stringContaining('Téléphone du service'),
        },
      ],
      ['un fichier qui n’est pas un document Word', 'du texte', { code: 'not-a-docx', endroit: 'fichier' }],
      ['un fichier vide', '', { endroit: 'fichier' }],
    ])('refuse %s, sans rien garder', async (_cas, contenu, defaut) => {
      const reponse = await deposer(contenu)
      expect(reponse).toEqual({ version: null, defauts: [expect.objectContaining(defaut)] })
      expect(await banc.objets()).toEqual([])
      expect(await banc.lignes('select id from courriers.modele')).toEqual([])
      for (const { message } of reponse.defauts) expect(message).toMatch(/[.»?]$/)
    })

    it('dit tous les défauts d’un coup', async () => {
      const { defauts } = await deposer(docx(['{un} {service}', '{deux}']))
      expect(defauts.map(({ balise }) => balise)).toEqual([
        'un',
        'deux',
        'adresseDuService',
        'courrielDuService',
        'telephoneDuService',
        'fauteuil',
      ])
    })

    it('refuse un modèle démesuré avant de l’ouvrir', async () => {
      await expect(deposer(new Uint8Array(6 * 1024 * 1024))).rejects.toMatchObject({
        code: 'too-large',
        details: { message: expect.stringContaining('5\u00a0Mo') },
      })
    })

    it('ne connaît pas un modèle inconnu', async () => {
      for (const operation of ['courriers.telechargerModele', 'courriers.essayerModele']) {
        await expect(banc.appeler(charge, operation, { code: 'x' })).rejects.toMatchObject({
          code: 'not-found',
        })
      }
    })

    it('réserve le dépôt à ceux qui règlent les courriers', async () => {
      const depot = banc.appeler(charge, 'courriers.deposerModele', { code }, { nom: 'a.docx', contenu: '' })
      await expect(depot).rejects.toMatchObject({ code: 'forbidden' })
    })

    it('donne à modifier exactement le fichier déposé, ou le modèle livré', async () => {
      const livre = await banc.telecharger(charge, 'courriers.telechargerModele', { code })
      expect(livre.fileName).toBe('Avis de prêt - modèle.docx')
      expect(livre.octets.equals(AVIS_DE_PRET.contenuParDefaut())).toBe(true)
      const sien = docx(CORPS_COMPLET)
      await deposer(sien, 'Le nôtre.docx')
      const depose = await banc.telecharger(charge, 'courriers.telechargerModele', { code })
      expect(depose).toMatchObject({ fileName: 'Le nôtre.docx', inline: false })
      expect(depose.octets.equals(sien)).toBe(true)
      // the shipped template passes its own check
      expect(await deposer(livre.octets)).toMatchObject({ version: 2, defauts: [] })
    })

    it('montre un essai rempli avec l’exemple', async () => {
      const essai = await banc.telecharger(charge, 'courriers.essayerModele', { code })
      expect(essai.fileName).toBe('Essai - Avis de prêt.docx')
      const texte = docxText(essai.octets)
      expect(texte).toContain('Fauteuil n° 12')
      expect(texte).not.toMatch(BALISE_RESTANTE)
    })

    it('déclare ses fichiers au balayage, modèles retirés compris', async () => {
      await deposer(docx(CORPS_COMPLET))
      await banc.appeler(responsable, 'courriers.retirerModele', { code })
      const objets = await banc.objets()
      expect(objets).toHaveLength(1)
      const gardes = await banc.ecrire(charge, (tx) => listerObjetsDesModeles(tx, [...objets, 'inconnu']))
      expect(gardes).toEqual(objets)
    })
  })

  describe('lettre type', () => {
    const emetteur = {
      nom: 'Centre hospitalier des Trois-Rivières',
      serviceNom: 'Relations avec les usagers',
      adresse: ['1 rue des Tilleuls', '99999 VILLENEUVE CEDEX 2'],
      courriel: 'usagers@ch-trois-rivieres.example',
      telephone: '01 99 00 00 00',
      signataireNom: 'Camille MARTIN',
      signataireQualite: 'La directrice',
    }

    it('se remplit avec l’établissement et le destinataire', () => {
      const champs = champsDeLettre({
        emetteur,
        destinataire: ['Madame Amélie PETIT', ' ', '99998 BELLERIVE'],
        date: jourCivil('2026-05-01'),
        numero: 'REC-2026-00042',
      })
      expect(champs).toMatchObject({
        lieuEtDate: 'VILLENEUVE, le 1er mai 2026',
        destinataire: [{ ligne: 'Madame Amélie PETIT' }, { ligne: '99998 BELLERIVE' }],
        adresseDuService: '1 rue des Tilleuls, 99999 VILLENEUVE CEDEX 2',
      })
      expect(Object.keys(champs).sort()).toEqual(Object.keys(EXEMPLE_DE_LETTRE).sort())
    })

    it.each([
      [['1 rue X', '75013 PARIS'], 'PARIS'],
      [['97300 CAYENNE CEDEX'], 'CAYENNE'],
      [['44000 Saint-Herblain Cedex 01'], 'Saint-Herblain'],
      [['Hôpital'], ''],
      [[], ''],
    ])('lit la ville de %j', (adresse, ville) => expect(lieuDe(adresse)).toBe(ville))
  })
})
