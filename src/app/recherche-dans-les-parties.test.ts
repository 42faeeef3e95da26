import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contactSaisi } from '#cases/contacts/testing/factories.ts'
import { griefSaisi, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { PassageTrouve } from '#core/dossiers/contract.ts'
import { creerRegistreDesTypes, reindexerTout } from '#core/dossiers/index.ts'
import { type EtablissementId, parametresDe } from '#core/journal/domain/acteur.ts'
import { APPLICATION_ROLE, type Tx } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { CASE_TYPES } from './case-types.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe, demanderA, porteur, sujet } from './testing/demandes.ts'

interface Page {
  readonly dossiers: { id: string }[]
  readonly surlignes: string[]
  readonly passages: Record<string, PassageTrouve[]>
}

const QUI = { nom: 'Léa Fontaine', fonction: 'Cheffe de service' }

describeOnEachEngine('la recherche dans tout ce que dit un dossier', (moteur) => {
  let app: ApplicationDeTest
  let id: string
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  beforeEach(async () => {
    app.maintenant = LUNDI
    const { pneumologie, cardiologie } = app.structures
    // both chefs see the dossier: only what hangs on it differs
    id = (
      await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ services: [pneumologie, cardiologie] }),
      )
    ).id
  })
  afterAll(() => app.fermer())

  const chercher = (recherche: string, qui: Qui = 'charge') =>
    app.faire<Page>(qui, 'dossiers.lister', { vue: 'tous', recherche })
  const estTrouve = async (recherche: string, qui: Qui = 'charge') =>
    (await chercher(recherche, qui)).dossiers.some((d) => d.id === id)
  const quiTrouve = async (recherche: string) => {
    const trouvent: Qui[] = []
    for (const qui of ['charge', 'directeur', 'chef', 'chefDeCardiologie', 'ailleurs'] as const)
      if (await estTrouve(recherche, qui)) trouvent.push(qui)
    return trouvent
  }
  const passages = async (recherche: string, qui: Qui = 'charge') =>
    ((await chercher(recherche, qui)).passages[id] ?? []).map(({ lieu, precision, fragments }) => [
      lieu,
      precision,
      fragments.map(({ texte, estTrouve: marque }) => (marque ? `[${texte}]` : texte)).join(''),
    ])
  const qualifier = (plus: object = {}) =>
    app.faire<{ griefId: string; version: number }>('charge', 'reclamations.qualifierGrief', {
      id,
      ...griefSaisi(plus),
    })
  const constater = (griefId: string, version: number) =>
    app.faire<{ version: number }>('charge', 'reclamations.constaterGrief', {
      id,
      griefId,
      version,
      constat: 'fonde',
      motivation: 'Le registre des brancardiers est incomplet.',
      reponse: 'Nous regrettons cette désinvolture.',
    })
  const deposerUneNote = (texte: string, version = 1) =>
    app.faire<{ version: number }>('charge', 'dossiers.noter', {
      id,
      version,
      survenuLe: '2026-01-05',
      texte,
    })
  const Departement: Qui[] = ['charge', 'directeur']

  describe('trouve', () => {
    it('un grief, pour qui le lit : le service qu’il concerne, non les autres', async () => {
      await qualifier({ intitule: 'Sonnette débranchée', serviceId: app.structures.pneumologie })
      expect(await quiTrouve('sonnette')).toEqual([...Departement, 'chef'])
      expect(await passages('sonnettes')).toEqual([['grief', '', '[Sonnette] débranchée']])
      expect(await passages('débran', 'chef')).toEqual([['grief', '', 'Sonnette [débranchée]']])
    })

    it('ce qui a été constaté et ce qui sera répondu, pour le seul service qui l’écrit', async () => {
      const { griefId, version } = await qualifier({ serviceId: app.structures.pneumologie })
      await constater(griefId, version)
      expect(await quiTrouve('brancardiers')).toEqual(Departement)
      expect(await quiTrouve('desinvolture')).toEqual(Departement)
      expect(await passages('registre incomplet')).toEqual([
        [
          'constat',
          'Neuf heures d’attente',
          'Le [registre] des brancardiers est [incomplet]. Nous regrettons cette désinvolture.',
        ],
      ])
    })

    it('une note de la chronologie, pour le seul service qui l’écrit', async () => {
      await deposerUneNote('La fille rappellera depuis Quimper.')
      expect(await quiTrouve('quimper')).toEqual(Departement)
      expect(await passages('quimper')).toEqual([['note', '', 'La fille rappellera depuis [Quimper].']])
    })

    it('ce qui est demandé à un service et ce qu’il répond, pour ce service et non pour un autre', async () => {
      const sujets = [sujet('Attente')]
      const demande = { message: 'Qui a fermé le vestiaire ?', sujets }
      const { tacheId, jeton } = await demanderA(app, id, demande)
      expect(await quiTrouve('vestiaire')).toEqual([...Departement, 'chef'])
      expect(await passages('vestiaire')).toEqual([
        ['demande', 'Pneumologie', 'Qui a fermé le [vestiaire] ?'],
      ])
      const lien = porteur(app, jeton)
      const reponses = { reponse: 'Un intérimaire.', [`sujet-${sujets[0]?.sujetId ?? ''}`]: '' }
      await lien.envoyer('', { ...QUI, ...reponses, version: '0', geste: 'relire' })
      await lien.envoyer('/envoi', { version: '1', pieces: '' })
      const [tache] = await app.lignes('select etat from taches.tache where id = $1', [tacheId])
      expect(tache).toEqual({ etat: 'repondue' })
      expect(await quiTrouve('interimaire')).toEqual([...Departement, 'chef'])
      expect(await passages('interim', 'chef')).toEqual([
        ['explications', 'Pneumologie', 'Un [intérimaire].'],
      ])
      // answered by who sees only their request, it took nothing away from the rest
      expect(await quiTrouve('couloir')).toEqual([...Departement, 'chef', 'chefDeCardiologie'])
    })

    it('où une personne a été envoyée', async () => {
      const { id: contact } = await app.faire(
        'charge',
        'contacts.enregistrer',
        contactSaisi({ orientation: 'exterieur', orientationPrecision: 'Maison de la justice' }),
      )
      const page = await chercher('justice')
      expect(page.dossiers.map((d) => d.id)).toContain(contact)
      expect(page.passages[contact]).toMatchObject([{ lieu: 'orientation' }])
    })

    it('deux mots dits à deux endroits, pour qui lit les deux', async () => {
      await qualifier({ intitule: 'Sonnette débranchée', serviceId: app.structures.pneumologie })
      expect(await quiTrouve('couloir sonnette')).toEqual([...Departement, 'chef'])
      expect(await passages('couloir sonnette')).toEqual([
        ['recit', '', expect.stringContaining('[couloir]')],
        ['grief', '', '[Sonnette] débranchée'],
      ])
    })

    it('des mots où ils sont écrits, à toutes les formes, accents compris', async () => {
      expect(await passages('heure couloirs')).toEqual([
        ['recit', '', 'J’ai attendu neuf [heures] dans un [couloir] glacial. Personne ne m’a rien dit.'],
      ])
      const page = await chercher('urgence eleonore')
      expect(page.surlignes.toSorted()).toEqual(['eleonore', 'urgences'])
      expect((await chercher('coeurdevey')).surlignes).toEqual(['coeurdevey'])
    })

    it('sans rien dire de plus quand rien n’est cherché', async () => {
      const page = await app.faire<Page>('charge', 'dossiers.lister', { vue: 'tous' })
      expect([page.surlignes, page.passages]).toEqual([[], {}])
    })
  })

  describe('suit ce qui change', () => {
    it('un grief retiré ne se trouve plus, rétabli se trouve de nouveau', async () => {
      const { griefId, version } = await qualifier({ intitule: 'Sonnette débranchée' })
      const retire = await app.faire<{ version: number }>('charge', 'reclamations.retirerGrief', {
        id,
        griefId,
        version,
        motif: 'Saisi par erreur.',
      })
      expect(await estTrouve('sonnette')).toBe(false)
      await app.faire('charge', 'reclamations.retablirGrief', { id, griefId, version: retire.version })
      expect(await estTrouve('sonnette')).toBe(true)
    })

    it('un grief confié à un autre service change de lecteurs', async () => {
      const { griefId, version } = await qualifier({
        intitule: 'Sonnette débranchée',
        serviceId: app.structures.pneumologie,
      })
      await app.faire('charge', 'reclamations.modifierGrief', {
        id,
        griefId,
        version,
        ...griefSaisi({ intitule: 'Sonnette débranchée', serviceId: app.structures.cardiologie }),
      })
      expect(await quiTrouve('sonnette')).toEqual([...Departement, 'chefDeCardiologie'])
    })

    it('une demande annulée ne se trouve plus', async () => {
      const { tacheId } = await demanderA(app, id, { message: 'Qui a fermé le vestiaire ?' })
      await app.faire('charge', 'taches.annuler', { id: tacheId, version: 1, motif: 'Vue de vive voix.' })
      expect(await quiTrouve('vestiaire')).toEqual([])
    })

    it('un récit complété, un objet modifié et une date corrigée n’en font rien perdre', async () => {
      await qualifier({ intitule: 'Sonnette débranchée' })
      const version = async () =>
        Number((await app.lignes('select version from dossiers.dossier where id = $1', [id]))[0]?.['version'])
      await app.faire('charge', 'dossiers.completerRecit', {
        id,
        version: await version(),
        texte: 'Elle précise : un paravent manquait.',
      })
      await app.faire('charge', 'dossiers.modifier', {
        id,
        version: await version(),
        objet: 'Attente et vacarme',
        services: [],
      })
      const [recu] = await app.lignes<{ id: string }>(
        "select id from dossiers.fait where dossier_id = $1 and details ->> 'origine' is not null",
        [id],
      )
      await app.faire('charge', 'dossiers.rectifierFait', {
        id,
        version: await version(),
        faitId: recu?.id,
        survenuLe: '2025-12-30',
        motif: 'Tampon relu.',
      })
      for (const mots of ['sonnette', 'paravent', 'vacarme', 'couloir sonnette vacarme'])
        expect([mots, await estTrouve(mots)]).toEqual([mots, true])
      const rangs = await app.lignes('select recu_le from dossiers.recherche where dossier_id = $1', [id])
      expect(rangs).toEqual([{ recu_le: '2025-12-30' }])
    })

    it('deux parties écrites en même temps se trouvent toutes les deux', async () => {
      await Promise.all([
        qualifier({ intitule: 'Sonnette débranchée' }),
        app.faire('collegue', 'reclamations.qualifierGrief', {
          id,
          ...griefSaisi({ intitule: 'Paravent absent' }),
        }),
      ])
      expect([await estTrouve('sonnette'), await estTrouve('paravent')]).toEqual([true, true])
    })

    it('ce qui était écrit avant se trouve après la reprise', async () => {
      await qualifier({ intitule: 'Sonnette débranchée' })
      // as the migration leaves them: texts, without their words
      await app.lignes("update dossiers.recherche_partie set tsv = '', octets = 0")
      await app.lignes(
        'update dossiers.recherche set tsv = tsv_tronc, tsv_tronc = null where tsv_tronc is not null',
      )
      expect(await estTrouve('sonnette')).toBe(false)
      const deps = {
        database: app.base.database,
        registre: creerRegistreDesTypes(CASE_TYPES.map((t) => t.definition)),
      }
      const etablissementId = app.etablissementId as EtablissementId
      const reprise = { nature: 'parties', avant: null, maintenant: LUNDI } as const
      expect(await reindexerTout(deps, etablissementId, reprise)).toBeNull()
      expect(await quiTrouve('sonnette')).toEqual(Departement)
      expect(await estTrouve('couloir sonnette')).toBe(true)
    })
  })

  describe('ne laisse rien voir de plus, par SQL direct', () => {
    const comme = <T>(qui: Qui, services: readonly string[], fn: (tx: Tx) => Promise<T>): Promise<T> =>
      app.base.database.transaction(
        { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteurDe(app, qui, services)) },
        fn,
      )
    const textes = (qui: Qui, services: readonly string[]) =>
      comme(qui, services, async (tx) => {
        const { rows } = await tx.query<{ texte: string }>(
          'select texte from dossiers.recherche_partie where dossier_id = $1 order by texte',
          [id],
        )
        return rows.map(({ texte }) => texte)
      })

    beforeEach(async () => {
      const { griefId, version } = await qualifier({
        intitule: 'Sonnette débranchée',
        serviceId: app.structures.pneumologie,
      })
      await constater(griefId, version)
      await deposerUneNote(
        'Rappeler jeudi.',
        Number(
          (await app.lignes('select version from dossiers.dossier where id = $1', [id]))[0]?.['version'],
        ),
      )
      await demanderA(app, id, {
        message: 'Qui a fermé le vestiaire ?',
        structureId: app.structures.cardiologie,
      })
    })

    it('à chacun les parties qu’il peut lire, et rien d’autre', async () => {
      const { pneumologie, cardiologie } = app.structures
      const tout = [
        'Le registre des brancardiers est incomplet.\nNous regrettons cette désinvolture.',
        'Qui a fermé le vestiaire ?',
        'Rappeler jeudi.',
        'Sonnette débranchée',
      ]
      expect(await textes('charge', [])).toEqual(tout)
      expect(await textes('chef', [pneumologie])).toEqual(['Sonnette débranchée'])
      expect(await textes('chefDeCardiologie', [cardiologie])).toEqual(['Qui a fermé le vestiaire ?'])
      expect(await textes('chef', [])).toEqual([])
      expect(await textes('administrateur', [])).toEqual([])
      await app.lignes('update dossiers.dossier set assigne_a = $2 where id = $1', [id, app.agents.chef])
      // who follows it reads its griefs, not what the department writes for itself
      expect(await textes('chef', [])).toEqual(['Sonnette débranchée'])
      expect(await estTrouve('registre', 'chef')).toBe(false)
    })

    it('les mots réunis d’un dossier ne se lisent pas', async () => {
      for (const colonne of ['tsv', 'tsv_tronc', '*'])
        await expect(
          comme('chef', [app.structures.pneumologie], (tx) =>
            tx.query(`select ${colonne} from dossiers.recherche`),
          ),
        ).rejects.toMatchObject({ code: '42501' })
    })

    it('la recherche d’un chef de service ne dit rien de ce qu’il ne lit pas, seul ou avec d’autres mots', async () => {
      for (const mots of ['registre', 'vestiaire', 'jeudi', 'couloir vestiaire', 'sonnette registre']) {
        const page = await chercher(mots, 'chef')
        expect([mots, page.dossiers.map((d) => d.id).includes(id)]).toEqual([mots, false])
        expect(page.passages[id]).toBeUndefined()
      }
      // found by another word, it shows what they read and nothing else
      const page = await chercher('sonnette', 'chef')
      expect(page.passages[id]).toHaveLength(1)
    })

    it('nul n’écrit ni ne retire une partie d’un dossier qu’il ne voit pas, ni qu’il ne lit pas', async () => {
      const partie = JSON.stringify([
        { source: 'note', objet_id: id, audience: 'dossier', lieu: '', texte: 'x', cle: 'x' },
      ])
      await expect(
        comme('chef', [], (tx) => tx.query('select dossiers.indexer_parties($1, $2::jsonb)', [id, partie])),
      ).rejects.toMatchObject({ code: '42501' })
      await comme('chef', [app.structures.pneumologie], (tx) =>
        tx.query('delete from dossiers.recherche_partie'),
      )
      expect(await textes('charge', [])).toHaveLength(3)
    })
  })
})
