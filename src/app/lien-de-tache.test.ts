import { Readable } from 'node:stream'
import { setTimeout as attendre } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'
import {
  CITATION,
  demanderA,
  enFormulaire,
  ouvrirUnDossier,
  type Porteur,
  porteur,
  sujet,
} from './testing/demandes.ts'

const QUI = { nom: 'Léa Fontaine', fonction: 'Cheffe de service' }
const MO = 1024 * 1024
const JOUR = 24 * 3_600_000

describe('le lien d’une demande', () => {
  let app: ApplicationDeTest
  let dossierId: string
  let tacheId: string
  let jeton: string
  let lien: Porteur
  const griefs = [sujet('Attente de neuf heures', CITATION), sujet('Absence d’information')] as const
  const champ = (rang: 0 | 1): string => `sujet-${griefs[rang].sujetId}`

  beforeAll(async () => {
    app = await ouvrirApplication({ tailleMax: MO })
  })
  afterAll(() => app.fermer())
  beforeEach(async () => {
    app.maintenant = LUNDI
    dossierId = (await ouvrirUnDossier(app, [app.structures.pneumologie])).id
    const creee = await demanderA(app, dossierId, { sujets: griefs })
    tacheId = creee.tacheId
    jeton = creee.jeton
    lien = porteur(app, jeton)
  })

  const tache = async () => (await app.lignes('select * from taches.tache where id = $1', [tacheId]))[0]
  const brouillons = () => app.lignes('select * from taches.brouillon where tache_id = $1', [tacheId])
  const pieces = () =>
    app.lignes<{ id: string; nom: string; dossier_id: string | null }>(
      'select id, nom, dossier_id from pieces.piece where tache_id = $1 order by nom',
      [tacheId],
    )
  const ecrire = (plus: Record<string, string> = {}) =>
    lien.envoyer('', {
      ...QUI,
      reponse: '',
      version: '0',
      [champ(0)]: 'Trois médecins absents.',
      geste: 'relire',
      ...plus,
    })
  const envoyer = async (version = '1') =>
    lien.envoyer('/envoi', { version, pieces: (await pieces()).map((p) => p.id).join(' ') })

  describe('ouvert', () => {
    it('montre ce qui est demandé, et rien de la personne', async () => {
      const { status, html } = await lien.ouvrir()
      expect(status).toBe(200)
      for (const dit of [
        'Centre hospitalier de Valmont',
        'Que s’est-il passé ce soir-là ?',
        'Attente de neuf heures',
        'mardi 20 janvier 2026',
        'Camille Roux',
        '01\u00a099\u00a000\u00a012\u00a034',
      ])
        expect(html).toContain(dit)
      expect(html).toContain('J’ai attendu neuf heures &lt;sur un brancard&gt;')
      expect(html).not.toContain('Un fauteuil rendu')
      expect(html).toContain('value="Léa Fontaine"')
    })

    it('pèse moins de 40 ko, sans script, sans rien d’extérieur, et ne porte pas son jeton', async () => {
      const { html, entetes } = await lien.ouvrir()
      expect(Buffer.byteLength(html)).toBeLessThan(40 * 1024)
      expect(html).not.toMatch(/<script|javascript:|https?:\/\//)
      expect(html).not.toContain(jeton)
      expect(String(entetes['content-security-policy'])).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; img-src/,
      )
      expect(entetes).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'content-type': 'text/html; charset=utf-8',
      })
    })

    it('se relit autant qu’on veut, même par un robot de messagerie', async () => {
      for (let fois = 0; fois < 3; fois += 1) expect((await lien.ouvrir()).status).toBe(200)
      const tete = await app.http.inject({ method: 'HEAD', url: `/repondre/${jeton}` })
      expect(tete.statusCode).toBe(200)
      expect((await lien.ouvrir('/')).status).toBe(200)
      expect(await tache()).toMatchObject({ etat: 'demandee', version: 1 })
    })

    it('laisse au journal du dossier qui l’a ouvert, sans son jeton', async () => {
      await lien.ouvrir()
      const [entree] = await app.lignes<{ acteur: string; contenu: string }>(
        `select acteur, contenu from journal.entree where dossier_id = $1 and evenement = 'demande-ouverte-par-lien'`,
        [dossierId],
      )
      expect(entree?.acteur).toBe('lien-de-tache')
      expect(entree?.contenu).toContain(tacheId)
      const tout = JSON.stringify(await app.lignes('select contenu from journal.entree'))
      expect(tout).not.toContain(jeton)
      expect(app.traces.join('')).not.toContain(jeton)
      const restes = await app.lignes<{ n: number }>(
        `select count(*)::int as n from taches.lien where empreinte = convert_to($1, 'UTF8')`,
        [jeton],
      )
      expect(restes).toEqual([{ n: 0 }])
    })
  })

  it('donne l’adresse réglée de l’application, quoi que dise la requête', async () => {
    const reglee = await ouvrirApplication({ adresse: 'https://usagers.ch-valmont.example' })
    try {
      const { id } = await ouvrirUnDossier(reglee, [reglee.structures.pneumologie])
      const { tacheId } = await demanderA(reglee, id)
      const { lien: neuf } = await reglee.faire<{ lien: { lien: string; texte: string } }>(
        'charge',
        'taches.renouvelerLeLien',
        { id: tacheId, version: 1 },
      )
      expect(neuf.lien).toMatch(/^https:\/\/usagers\.ch-valmont\.example\/repondre\/[\w-]{43}$/)
      expect(neuf.texte).not.toContain('localhost')
    } finally {
      await reglee.fermer()
    }
  })

  describe('garde un brouillon', () => {
    it('sans que le journal dise gardé ce qui ne l’est pas', async () => {
      const ecritures = () =>
        app.lignes<{ evenement: string; contenu: string }>(
          `select evenement, contenu from journal.entree
            where dossier_id = $1 and evenement like 'brouillon%' order by evenement`,
          [dossierId],
        )
      const trop = await lien.envoyer('', {
        ...QUI,
        nom: 'x'.repeat(201),
        reponse: 'Un début',
        version: '0',
        geste: 'garder',
      })
      expect([trop.status, await brouillons()]).toEqual([422, []])
      await app.faire('charge', 'taches.annuler', { id: tacheId, version: 1, motif: 'Inutile.' })
      const tard = await lien.envoyer('', { ...QUI, reponse: 'Trop tard', version: '0', geste: 'garder' })
      expect([tard.status, await brouillons()]).toEqual([410, []])
      expect(await ecritures()).toEqual([])
    })

    it('sans nom ni réponse complète, et le rend au retour', async () => {
      const garde = await lien.envoyer('', {
        nom: '',
        fonction: '',
        reponse: '\nUn début',
        version: '0',
        geste: 'garder',
      })
      expect([garde.status, garde.vers]).toEqual([303, `/repondre/${jeton}?note=garde`])
      const { html } = await lien.ouvrir('?note=garde')
      expect(html).toContain('Brouillon enregistré le lundi 5 janvier 2026')
      // the line feed the browser drops, then the one of the text
      expect(html).toMatch(/<textarea id="reponse"[^>]*>\n\nUn début<\/textarea>/)
    })

    it('sans rien écrire au dossier, que la direction ne lit pas encore', async () => {
      const avant = await app.lignes('select id from dossiers.fait where dossier_id = $1', [dossierId])
      await lien.envoyer('', { ...QUI, reponse: 'Un secret', version: '0', geste: 'garder' })
      expect(await app.lignes('select id from dossiers.fait where dossier_id = $1', [dossierId])).toEqual(
        avant,
      )
      const vue = await app.faire<object>('charge', 'taches.lister', { id: dossierId })
      expect(JSON.stringify(vue)).not.toContain('Un secret')
    })

    it('de cent mille caractères, de noms hostiles et de tout alphabet, à l’octet près', async () => {
      const hostile = '</textarea><script>alert(1)</script> "\'&amp; 𝄞 ﷽ \u202Eab'
      const long = `${hostile}${'é'.repeat(100_000 - hostile.length)}`
      const garde = await lien.envoyer('', {
        nom: hostile,
        fonction: hostile,
        reponse: '',
        version: '0',
        [champ(0)]: long,
        geste: 'garder',
      })
      expect(garde.status).toBe(303)
      const [b] = await brouillons()
      expect(b).toMatchObject({ nom: hostile, reponses: { [griefs[0].sujetId]: long } })
      const { html } = await lien.ouvrir()
      expect(html).not.toContain('<script>')
      expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    })

    it.each([
      ['un texte trop long', 'x'.repeat(100_001), 'Ce texte dépasse 100\u202f000 caractères.'],
      [
        'un texte au-delà de toute mesure',
        'x'.repeat(2_000_000),
        'Ce texte dépasse 100\u202f000 caractères.',
      ],
      ['un caractère nul', 'avant\u0000après', 'Ce texte contient un caractère invisible'],
    ])(
      'sauf %s, refusé par une phrase sous la case, le reste gardé à l’écran',
      async (_quoi, texte, phrase) => {
        const { status, html } = await lien.envoyer('', {
          ...QUI,
          reponse: 'Le reste',
          version: '0',
          [champ(0)]: texte,
          geste: 'garder',
        })
        expect(status).toBe(422)
        expect(html).toMatch(new RegExp(`<p class="error" id="${champ(0)}-erreur">${phrase}`))
        expect(html).toContain(`aria-describedby="${champ(0)}-erreur"`)
        expect(html).toContain('Le reste</textarea>')
        expect(html).toContain('il n’est pas enregistré')
        expect(await brouillons()).toEqual([])
      },
    )

    it('deux fois le même formulaire sans s’en plaindre', async () => {
      const saisie = { ...QUI, reponse: 'Un début', version: '0', geste: 'garder' }
      const deux = await Promise.all([lien.envoyer('', saisie), lien.envoyer('', saisie)])
      expect(deux.map((r) => r.status)).toEqual([303, 303])
      expect(await brouillons()).toMatchObject([{ version: 1 }])
    })

    it('écrit à deux en montrant les deux textes, jamais en effaçant', async () => {
      await lien.envoyer('', { ...QUI, reponse: 'Le sien', version: '0', geste: 'garder' })
      const second = await lien.envoyer('', { ...QUI, reponse: 'Le mien', version: '0', geste: 'garder' })
      expect(second.status).toBe(409)
      for (const dit of [
        'Quelqu’un d’autre a écrit',
        'Le sien',
        'Le mien</textarea>',
        'name="version" value="1"',
      ])
        expect(second.html).toContain(dit)
      expect((await brouillons())[0]).toMatchObject({ reponse: 'Le sien' })
      const repris = await lien.envoyer('', { ...QUI, reponse: 'Les deux', version: '1', geste: 'garder' })
      expect(repris.status).toBe(303)
      expect((await brouillons())[0]).toMatchObject({ reponse: 'Les deux', version: 2 })
    })
  })

  describe('prend des pièces', () => {
    const texte = (nom: string, contenu = 'Planning du 5') => ({ nom, contenu: Buffer.from(contenu) })

    it('avec le brouillon, une seule fois chacune, et les rend quand on les retire', async () => {
      const saisie = { ...QUI, reponse: '', version: '0', geste: 'garder' }
      await lien.envoyer('', saisie, [
        texte('planning.txt'),
        texte('relevé "𝄞"; rm -rf.txt'),
        { nom: '', contenu: Buffer.alloc(0) },
      ])
      await lien.envoyer('', { ...saisie, version: '1' }, [texte('planning.txt')])
      const jointes = await pieces()
      expect(jointes).toHaveLength(2)
      expect(jointes.map((p) => p.dossier_id)).toEqual([null, null])
      const { html } = await lien.ouvrir()
      expect(html).toContain('planning.txt')
      const id = jointes.find((p) => p.nom === 'planning.txt')?.id ?? ''
      const retrait = await lien.envoyer('', { ...saisie, reponse: 'Gardé', version: '1', retirer: id })
      expect(retrait.status).toBe(303)
      expect(await pieces()).toHaveLength(1)
      expect((await brouillons())[0]).toMatchObject({ reponse: 'Gardé' })
    })

    it('sauf trop lourdes ou dangereuses : la phrase est à leur place, le texte et les autres sont gardés', async () => {
      const { status, html } = await lien.envoyer(
        '',
        { ...QUI, reponse: 'Mon texte', version: '0', geste: 'relire' },
        [
          { nom: 'film.bin', contenu: Buffer.alloc(MO + 1, 1) },
          texte('planning.txt'),
          { nom: 'outil.exe', contenu: Buffer.from('MZ\u0090\u0000'.repeat(50), 'latin1') },
        ],
      )
      expect(status).toBe(422)
      expect(html).toContain(
        '« film.bin » : Ce fichier dépasse la taille permise (1\u00a0Mo)'
          .replaceAll('« ', '«\u00a0')
          .replaceAll(' »', '\u00a0»')
          .replace(' :', '\u00a0:'),
      )
      expect(html).toContain('outil.exe')
      expect(html).toContain('Mon texte</textarea>')
      expect((await pieces()).map((p) => p.nom)).toEqual(['planning.txt'])
      expect((await brouillons())[0]).toMatchObject({ reponse: 'Mon texte' })
    })

    it('au plus vingt', async () => {
      const lot = Array.from({ length: 21 }, (_, i) => texte(`p${String(i).padStart(2, '0')}.txt`, `n° ${i}`))
      const { status, html } = await lien.envoyer(
        '',
        { ...QUI, reponse: 'x', version: '0', geste: 'garder' },
        lot,
      )
      expect(status).toBe(422)
      expect(html).toContain('Vingt pièces au plus')
      expect(await pieces()).toHaveLength(20)
    })
  })

  describe('envoie la réponse', () => {
    it('après l’avoir fait relire, puis montre ce qui est parti', async () => {
      const suite = await ecrire()
      expect([suite.status, suite.vers]).toEqual([303, `/repondre/${jeton}/relire`])
      const relue = await lien.ouvrir('/relire')
      for (const dit of [
        'Trois médecins absents.',
        'Un point reste sans réponse.',
        '2. Absence d’information',
        'Léa Fontaine, Cheffe de service',
        'name="version" value="1"',
      ])
        expect(relue.html).toContain(dit)
      const partie = await envoyer()
      expect([partie.status, partie.vers]).toEqual([303, `/repondre/${jeton}`])
      const { html } = await lien.ouvrir()
      expect(html).toContain('Votre réponse est envoyée')
      expect(html).toContain('Envoyée le lundi 5 janvier 2026 à\u00a010\u00a0h')
      expect(html).toContain('Trois médecins absents.')
      expect(html).not.toContain('<form')
    })

    it('au dossier : réponse, pièces, fait, et plus d’attente', async () => {
      await lien.envoyer(
        '',
        { ...QUI, reponse: 'En somme', version: '0', [champ(0)]: 'Trois absents', geste: 'relire' },
        [{ nom: 'planning.txt', contenu: Buffer.from('Planning') }],
      )
      expect(
        await app.lignes('select code, de, pour_le from dossiers.attente where objet_id = $1', [tacheId]),
      ).toEqual([{ code: 'explications', de: 'Pneumologie', pour_le: '2026-01-20' }])
      await envoyer()
      expect(await tache()).toMatchObject({
        etat: 'repondue',
        repondant_nom: 'Léa Fontaine',
        reponse: 'En somme',
        repondue_par: null,
      })
      expect(await pieces()).toMatchObject([{ nom: 'planning.txt', dossier_id: dossierId }])
      expect(await brouillons()).toEqual([])
      expect(await app.lignes('select 1 from dossiers.attente where objet_id = $1', [tacheId])).toEqual([])
      const faits = await app.lignes<{ code: string; details: object; agent_id: null }>(
        `select code, details, agent_id from dossiers.fait where dossier_id = $1 and code like 'tache-%' order by code`,
        [dossierId],
      )
      expect(faits.map((f) => f.code)).toEqual(['tache-demandee', 'tache-repondue'])
      expect(faits[1]).toMatchObject({ details: { tacheId, structure: 'Pneumologie' }, agent_id: null })
      const vue = await app.faire<{ tronc: { faits: { code: string; libelle: string }[] } }>(
        'charge',
        'pret-de-fauteuil.obtenir',
        { id: dossierId },
      )
      expect(vue.tronc.faits.map((f) => f.libelle)).toEqual(
        expect.arrayContaining(['Explications demandées', 'Réponse du service']),
      )
    })

    it('une seule fois : un double clic, un rechargement et un retour trouvent la même', async () => {
      await ecrire()
      const deux = await Promise.all([envoyer(), envoyer()])
      expect(deux.map((r) => [r.status, r.vers])).toEqual([
        [303, `/repondre/${jeton}`],
        [303, `/repondre/${jeton}`],
      ])
      expect((await envoyer()).status).toBe(303)
      expect((await lien.ouvrir('/relire')).vers).toBe(`/repondre/${jeton}`)
      const faits = await app.lignes(
        `select 1 from dossiers.fait where dossier_id = $1 and code = 'tache-repondue'`,
        [dossierId],
      )
      expect(faits).toHaveLength(1)
    })

    it('rend le texte écrit trop tard, à copier', async () => {
      await ecrire()
      await envoyer()
      const { status, html } = await lien.envoyer('', {
        ...QUI,
        reponse: 'Un oubli',
        version: '1',
        geste: 'garder',
      })
      expect(status).toBe(409)
      expect(html).toContain('Cette réponse a déjà été envoyée')
      expect(html).toContain('Un oubli</textarea>')
      expect((await tache())?.['reponse']).toBe('')
    })

    it('rend aussi ce qui était encore en route quand un collègue l’a envoyée, et ne garde pas sa pièce', async () => {
      await ecrire()
      const { payload, type } = enFormulaire({ ...QUI, reponse: 'Un oubli', version: '1', geste: 'garder' }, [
        { nom: 'planning.txt', contenu: Buffer.from('Planning') },
      ])
      async function* lentement() {
        yield payload.subarray(0, 60)
        await attendre(200)
        await envoyer()
        yield payload.subarray(60)
      }
      const r = await app.http.inject({
        method: 'POST',
        url: `/repondre/${jeton}`,
        payload: Readable.from(lentement(), { objectMode: false }),
        headers: { host: 'localhost', origin: 'null', 'sec-fetch-site': 'same-origin', 'content-type': type },
      })
      expect(r.statusCode).toBe(409)
      expect(r.body).toContain('Un oubli</textarea>')
      expect(await brouillons()).toEqual([])
      expect(await pieces()).toEqual([])
    })

    it('telle qu’elle a été relue : un texte changé entre-temps se relit', async () => {
      await ecrire()
      await ecrire({ version: '1', reponse: 'Encore un mot' })
      const { status, html } = await envoyer('1')
      expect(status).toBe(409)
      expect(html).toContain('Ce texte a changé')
      expect(html).toContain('Encore un mot')
      expect(html).toContain('name="version" value="2"')
      expect(await tache()).toMatchObject({ etat: 'demandee' })
      expect((await envoyer('2')).status).toBe(303)
    })

    it.each([
      ['jointe', [], ['planning.txt']],
      ['retirée', ['planning.txt'], []],
    ] as const)(
      'avec les seules pièces relues : une pièce %s entre-temps se relit',
      async (quoi, avant, apres) => {
        await ecrire()
        const saisie = {
          ...QUI,
          reponse: '',
          version: '1',
          [champ(0)]: 'Trois médecins absents.',
          geste: 'garder',
        }
        const planning = [{ nom: 'planning.txt', contenu: Buffer.from('Planning') }]
        if (quoi === 'retirée') await lien.envoyer('', saisie, planning)
        const listees = (html: string) => /name="pieces" value="([^"]*)"/.exec(html)?.[1] ?? '?'
        const relues = listees((await lien.ouvrir('/relire')).html)
        const [jointe] = await pieces()
        if (quoi === 'jointe') await lien.envoyer('', saisie, planning)
        else await lien.envoyer('', { ...saisie, retirer: jointe?.id ?? '' })
        expect(relues.split(' ').filter((id) => id !== '')).toHaveLength(avant.length)
        const { status, html } = await lien.envoyer('/envoi', { version: '1', pieces: relues })
        expect(status).toBe(409)
        expect(html).toContain('Les pièces jointes ont changé entre-temps.')
        expect(html.includes('planning.txt')).toBe(apres.length > 0)
        expect(await tache()).toMatchObject({ etat: 'demandee' })
        expect((await lien.envoyer('/envoi', { version: '1', pieces: listees(html) })).status).toBe(303)
        expect((await pieces()).map((p) => [p.nom, p.dossier_id])).toEqual(
          apres.map((nom) => [nom, dossierId]),
        )
      },
    )

    it('depuis l’adresse de la relecture terminée par une barre, comme sans elle', async () => {
      await ecrire()
      const { status, vers } = await lien.ouvrir('/relire/')
      expect([status, vers]).toEqual([308, `/repondre/${jeton}/relire`])
      expect((await lien.ouvrir('/relire/?note=change')).vers).toBe(`/repondre/${jeton}/relire?note=change`)
    })

    it.each([
      ['le nom', { nom: ' ' }, 'nom', 'Indiquez votre nom'],
      ['la fonction', { fonction: '' }, 'fonction', 'Indiquez votre fonction.'],
      ['un texte', { [champ(0)]: ' ' }, 'reponse', 'Écrivez au moins une réponse'],
    ])('pas sans %s : la phrase est sous la case, et le brouillon gardé', async (_quoi, plus, ou, phrase) => {
      const { status, html } = await ecrire(plus)
      expect(status).toBe(422)
      expect(html).toMatch(new RegExp(`<p class="error" id="${ou}-erreur">${phrase}`))
      expect(html).toContain('enregistré comme brouillon')
      expect((await lien.ouvrir('/relire')).vers).toBe(`/repondre/${jeton}?note=complete`)
      expect((await lien.ouvrir('?note=complete')).html).toContain(`id="${ou}-erreur"`)
      expect((await envoyer()).status).toBe(422)
      expect(await tache()).toMatchObject({ etat: 'demandee' })
    })

    it('d’un service fermé depuis la demande, en le disant', async () => {
      const [s] = await app.lignes<{ nom: string }>('select nom from structures.structure where id = $1', [
        app.structures.pneumologie,
      ])
      await app.lignes(`update structures.structure set ferme_le = '2026-01-06' where id = $1`, [
        app.structures.pneumologie,
      ])
      const { html } = await lien.ouvrir()
      expect(html).toContain(`«\u00a0${s?.nom}\u00a0» a fermé le mardi 6 janvier 2026`)
      await ecrire()
      expect((await envoyer()).status).toBe(303)
      await app.lignes('update structures.structure set ferme_le = null where id = $1', [
        app.structures.pneumologie,
      ])
      expect(await tache()).toMatchObject({ etat: 'repondue' })
    })
  })

  describe('d’une restitution', () => {
    it('se confirme sans texte, et ne demande pas de réponse point par point', async () => {
      const creee = await demanderA(app, dossierId, { nature: 'restitution', sujets: griefs })
      const autre = porteur(app, creee.jeton)
      const { html } = await autre.ouvrir()
      expect(html).toContain('Conclusions à lire')
      expect(html).not.toContain(`name="${champ(0)}"`)
      const suite = await autre.envoyer('', { ...QUI, reponse: '', version: '0', geste: 'relire' })
      expect(suite.vers).toBe(`/repondre/${creee.jeton}/relire`)
      expect((await autre.ouvrir('/relire')).html).toContain('vous indiquez avoir lu ces conclusions')
      await autre.envoyer('/envoi', { version: '1' })
      expect((await autre.ouvrir()).html).toContain('Votre lecture est confirmée')
    })
  })

  describe('qui ne sert plus le dit calmement, avec qui appeler', () => {
    const fermee = (r: { status: number; html: string }, titre: string) => {
      const status = 410
      expect([r.status, /<h1>(.*?)<\/h1>/.exec(r.html)?.[1]]).toEqual([status, titre])
      expect(r.html).toContain('01\u00a099\u00a000\u00a012\u00a034')
      expect(r.html).not.toContain('neuf heures')
    }

    it('expiré, à la lecture comme à l’envoi, le texte rendu', async () => {
      await ecrire()
      app.maintenant = new Date(LUNDI.getTime() + 60 * JOUR)
      fermee(await lien.ouvrir(), 'Ce lien a expiré')
      fermee(await lien.ouvrir('/relire'), 'Ce lien a expiré')
      fermee(await envoyer(), 'Ce lien a expiré')
      const perdu = await lien.envoyer('', {
        ...QUI,
        reponse: 'Deux heures de travail',
        version: '1',
        geste: 'garder',
      })
      fermee(perdu, 'Ce lien a expiré')
      expect(perdu.html).toContain('Deux heures de travail</textarea>')
      expect(await tache()).toMatchObject({ etat: 'demandee' })
      const refus = await app.lignes(
        `select 1 from journal.entree where evenement = 'demande-ouverte-par-lien:refus'`,
      )
      expect(refus.length).toBeGreaterThan(0)
    })

    it('le dernier jour compris', async () => {
      app.maintenant = new Date('2026-02-19T22:59:00Z')
      expect((await lien.ouvrir()).status).toBe(200)
      app.maintenant = new Date('2026-02-19T23:00:00Z')
      expect((await lien.ouvrir()).status).toBe(410)
    })

    it('remplacé : le nouveau reprend le brouillon', async () => {
      await ecrire()
      const { lien: neuf } = await app.faire<{ lien: { lien: string } }>(
        'charge',
        'taches.renouvelerLeLien',
        { id: tacheId, version: 1 },
      )
      fermee(await lien.ouvrir(), 'Ce lien a été remplacé')
      const autre = porteur(app, neuf.lien.split('/').at(-1) ?? '')
      expect((await autre.ouvrir()).html).toContain('Trois médecins absents.')
    })

    it('annulé', async () => {
      await app.faire('charge', 'taches.annuler', {
        id: tacheId,
        version: 1,
        motif: 'La personne a retiré sa réclamation.',
      })
      const page = await lien.ouvrir()
      fermee(page, 'Cette demande n’attend plus de réponse')
      expect(page.html).not.toContain('retiré sa réclamation')
    })

    it.each([
      ['inconnu', 'A'.repeat(43)],
      ['tronqué', 'A'.repeat(12)],
      ['trop long', 'A'.repeat(900)],
      ['fait d’autre chose', '%3Cscript%3E'],
      ['illisible', '%zz'],
      ['d’un autre chemin', 'x/y/z'],
      ['vide', ''],
    ])('%s', async (_quoi, faux) => {
      const page = await porteur(app, faux).ouvrir()
      expect(page.status).toBeLessThan(500)
      expect(String(page.entetes['content-type'])).toBe('text/html; charset=utf-8')
      if (page.status === 404) expect(page.html).toContain('<h1>Ce lien ne mène nulle part</h1>')
      expect(page.html).not.toContain('<script>')
      expect((await porteur(app, faux).envoyer('', { reponse: 'x' })).status).toBeLessThan(500)
    })
  })

  it('inconnu, donne le téléphone du service quand un seul établissement peut l’avoir adressé', async () => {
    const faux = porteur(app, 'A'.repeat(43))
    expect((await faux.ouvrir()).html).toContain('appelez le service qui vous l’a adressée')
    await app.lignes('delete from agents.agent where etablissement_id = $1', [app.autreEtablissementId])
    await app.lignes('delete from structures.etablissement where id = $1', [app.autreEtablissementId])
    const { status, html } = await faux.ouvrir()
    expect(status).toBe(404)
    expect(html).toContain('01\u00a099\u00a000\u00a012\u00a034')
  })
})
