import { afterAll, beforeAll, expect, it } from 'vitest'
import { personneFictive, reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import type { LigneDeDossier, TroncVu } from '#core/dossiers/contract.ts'
import { parametresDe } from '#core/journal/domain/acteur.ts'
import type { contract, PersonneSaisie } from '#core/personnes/contract.ts'
import type { OutputOf } from '#platform/contract.ts'
import { APPLICATION_ROLE } from '#platform/db/index.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe } from './testing/demandes.ts'

type Apercu = OutputOf<typeof contract.apercevoirFusion>
type Fiche = OutputOf<typeof contract.obtenir>

const PROPOSE = {
  civilite: 'gardee',
  nom: 'gardee',
  prenom: 'gardee',
  nomDeNaissance: 'gardee',
  neeLe: 'gardee',
  courriel: 'gardee',
  telephone: 'gardee',
  adresse: 'gardee',
  identifiant: 'gardee',
} as const

describeOnEachEngine('deux fiches d’une même personne', (moteur) => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ moteur })
  })
  afterAll(() => app.fermer())

  let rang = 0
  /** Names that sound unlike: digits are not heard. */
  const nomUnique = (debut: string) => {
    rang += 1
    const syllabes = ['ba', 'di', 'fou', 'go', 'ka', 'li', 'mu', 'no', 'ro', 'vi']
    return `${debut}${[...String(rang)].map((chiffre) => syllabes[Number(chiffre)]).join('')}`
  }
  /** A complaint of someone entered anew: the dossier and the person. */
  const ecrire = async (plus: Partial<PersonneSaisie> = {}, qui: Qui = 'charge') => {
    const personne = personneFictive({ nom: nomUnique('Perdri'), ...plus })
    const saisie = reclamationSaisie({ auteur: { choix: 'nouvelle', personne } })
    const { id, numero } = await app.faire(qui, 'reclamations.enregistrer', saisie)
    const [lue] = await app.lignes<{ id: string }>(
      `select personne_id as id from dossiers.participation where dossier_id = $1 and role = 'auteur'`,
      [id],
    )
    return { dossierId: id, numero, personneId: lue?.id ?? '' }
  }
  const deux = async (plus: Partial<PersonneSaisie> = {}) => {
    const nom = nomUnique('Doublon')
    const gardee = await ecrire({ nom, ...plus })
    const absorbee = await ecrire({ nom: `${nom}t`, prenom: 'Eléonore', neeLe: '1950-01-02' })
    return { gardee, absorbee }
  }
  const lire = (id: string, qui: Qui = 'charge') => app.faire<Fiche>(qui, 'personnes.obtenir', { id })
  const tronc = async (id: string, qui: Qui = 'charge') =>
    (await app.faire<{ tronc: TroncVu }>(qui, 'reclamations.obtenir', { id })).tronc
  const entreeDe = async (id: string, autreId: string, plus: object = {}, qui: Qui = 'charge') => ({
    id,
    autreId,
    version: (await lire(id, qui)).personne.version,
    autreVersion: (await lire(autreId, qui)).personne.version,
    choix: PROPOSE,
    motif: '',
    ...plus,
  })
  const fusionner = async (id: string, autreId: string, plus: object = {}, qui: Qui = 'charge') =>
    app.faire<{ fusionId: string; version: number }>(
      qui,
      'personnes.fusionner',
      await entreeDe(id, autreId, plus, qui),
    )
  const annuler = (fusionId: string, qui: Qui = 'charge') =>
    app.faire(qui, 'personnes.annulerFusion', { id: fusionId })
  const photographier = () =>
    app.lignes(`select 'p' as t, to_jsonb(p) - 'version' as v from personnes.personne p
      union all select 'x', to_jsonb(x) from dossiers.participation x
      union all select 'c', to_jsonb(c) from personnes.consentement c
      union all select 'k', to_jsonb(k) from personnes.cle k
      union all select 'i', jsonb_build_object('p', i.personne_id, 'm', i.matricule) from personnes.identifiant i
      union all select 'd', jsonb_build_object('id', d.id, 'auteur', d.auteur) from dossiers.dossier d
      union all select 'r', jsonb_build_object('id', r.dossier_id, 'cle', r.cle_nom, 'tsv', r.tsv::text) from dossiers.recherche r
      order by 1, 2`)
  const consentir = (id: string) =>
    app.faire('charge', 'personnes.enregistrerConsentement', {
      id,
      dossierId: null,
      objet: 'reponse-par-courriel',
      forme: 'ecrit',
      donneLe: '2026-01-05',
    })

  it('se comparent avant d’être réunies : champ par champ, avec les dossiers qui changeront de fiche', async () => {
    const { gardee, absorbee } = await deux({ telephone: '' })
    const apercu = await app.faire<Apercu>('charge', 'personnes.apercevoirFusion', {
      id: gardee.personneId,
      autreId: absorbee.personneId,
    })
    expect(apercu).toMatchObject({
      rapprochement: { niveau: 'probable' },
      refus: null,
      motifRequis: false,
      consentementsDeplaces: 0,
      dossiersGardes: [{ numero: gardee.numero, role: 'auteur' }],
      dossiersDeplaces: [{ numero: absorbee.numero, role: 'auteur' }],
    })
    const propose = (champ: string) => apercu.champs.find((un) => un.champ === champ)
    expect(propose('telephone')).toMatchObject({ gardee: '', propose: 'absorbee' })
    expect(propose('neeLe')).toMatchObject({ absorbee: '1950-01-02', propose: 'absorbee' })
    expect(propose('courriel')).toMatchObject({ propose: 'gardee' })
  })

  it('n’en font plus qu’une : dossiers, consentements, noms des listes, recherche, chronologie et journal', async () => {
    const { gardee, absorbee } = await deux()
    await consentir(absorbee.personneId)
    const choix = { ...PROPOSE, neeLe: 'absorbee' }
    const { fusionId } = await fusionner(gardee.personneId, absorbee.personneId, { choix })
    const fiche = await lire(gardee.personneId)
    expect(fiche.personne).toMatchObject({ neeLe: '1950-01-02', nombreDeDossiers: 2 })
    expect(fiche.consentements).toHaveLength(1)
    expect(fiche.rapprochements.map((p) => p.id)).not.toContain(absorbee.personneId)
    expect(fiche.fusions).toMatchObject([{ id: fusionId, par: 'Camille Roux', annuleeA: null }])
    expect(await app.refus('charge', 'personnes.obtenir', { id: absorbee.personneId })).toMatchObject({
      code: 'not-found',
    })
    const page = await tronc(absorbee.dossierId)
    expect(page.personnes.map((p) => p.id)).toEqual([gardee.personneId])
    expect(page.faits.map((f) => f.code)).toContain('personne-fusionnee')
    const nom = `Éléonore ${fiche.personne.nom}`
    const { dossiers } = await app.faire<{ dossiers: LigneDeDossier[] }>('charge', 'dossiers.lister', {
      recherche: fiche.personne.nom,
      vue: 'tous',
    })
    expect(dossiers.map((d) => [d.numero, d.auteur]).toSorted()).toEqual([
      [gardee.numero, nom],
      [absorbee.numero, nom],
    ])
    const [trace] = await app.lignes(
      `select evenement, contenu::json -> 'details' ->> 'fusionId' as fusion from journal.entree
        where evenement = 'personnes-fusionnees' order by rang desc limit 1`,
    )
    expect(trace).toEqual({ evenement: 'personnes-fusionnees', fusion: fusionId })
  })

  it('redeviennent exactement ce qu’elles étaient quand on annule', async () => {
    const { gardee, absorbee } = await deux({ telephone: '' })
    // both are in one dossier, one of them in the same role
    const ajout = { id: gardee.dossierId, qualite: 'sœur' }
    const existante = { choix: 'existante', personneId: absorbee.personneId }
    const v = (await tronc(gardee.dossierId)).version
    await app.faire('charge', 'dossiers.ajouterPersonne', {
      ...ajout,
      version: v,
      role: 'auteur',
      personne: existante,
    })
    await app.faire('charge', 'dossiers.ajouterPersonne', {
      ...ajout,
      version: v + 1,
      role: 'temoin',
      personne: existante,
    })
    await consentir(absorbee.personneId)
    const avant = await photographier()
    const choix = { ...PROPOSE, nom: 'absorbee', telephone: 'absorbee', adresse: 'absorbee' }
    const { fusionId } = await fusionner(gardee.personneId, absorbee.personneId, { choix })
    expect(await photographier()).not.toEqual(avant)
    await annuler(fusionId)
    expect(await photographier()).toEqual(avant)
    expect((await lire(gardee.personneId)).fusions[0]?.annuleeA).not.toBeNull()
    expect((await tronc(absorbee.dossierId)).faits.map((f) => f.code)).toContain('fusion-annulee')
    expect(await app.refus('charge', 'personnes.annulerFusion', { id: fusionId })).toMatchObject({
      refus: 'deja-annulee',
    })
  })

  it.each([
    [
      'la fiche a été corrigée',
      'fiche-modifiee-depuis',
      async (gardee: string) => {
        const { lignesPostales: _l, nombreDeDossiers: _n, ...personne } = (await lire(gardee)).personne
        await app.faire('charge', 'personnes.modifier', { ...personne, telephone: '06 99 00 99 99' })
      },
    ],
    [
      'la personne a été retirée d’un dossier',
      'dossier-change-depuis',
      async (gardee: string, dossierId: string) => {
        const { version } = await tronc(dossierId)
        const retrait = { id: dossierId, version, personneId: gardee, role: 'auteur', motif: 'Erreur' }
        await app.faire('charge', 'dossiers.retirerPersonne', retrait)
      },
    ],
    [
      'un consentement a été retiré',
      'consentement-change-depuis',
      async (gardee: string) => {
        const [consentement] = (await lire(gardee)).consentements
        const retrait = { id: consentement?.id ?? '', retireLe: '2026-01-05' }
        await app.faire('charge', 'personnes.retirerConsentement', retrait)
      },
    ],
    [
      'la fiche a été fusionnée avec une autre',
      'fusionnee-depuis',
      async (gardee: string) => {
        const autre = await ecrire()
        await fusionner(autre.personneId, gardee, { motif: 'Vue au guichet.' })
      },
    ],
  ] as const)('ne s’annulent plus quand, depuis, %s', async (_titre, refus, changer) => {
    const { gardee, absorbee } = await deux()
    await consentir(absorbee.personneId)
    const { fusionId } = await fusionner(gardee.personneId, absorbee.personneId)
    await changer(gardee.personneId, absorbee.dossierId)
    const avant = await photographier()
    const probleme = await app.refus('charge', 'personnes.annulerFusion', { id: fusionId })
    expect(probleme).toMatchObject({ code: 'refused', refus })
    expect(await photographier()).toEqual(avant)
  })

  it('homonymes sans rien d’autre de commun : un motif est demandé', async () => {
    const nom = nomUnique('Homonyme')
    const seul = { nom, courriel: '', telephone: '', voie: '' }
    const [a, b] = [await ecrire(seul), await ecrire(seul)]
    const entree = await entreeDe(a.personneId, b.personneId, { motif: '  ' })
    expect(await app.refus('charge', 'personnes.fusionner', entree)).toMatchObject({
      code: 'invalid',
      champs: { motif: expect.stringMatching(/même personne/) },
    })
    await app.faire('charge', 'personnes.fusionner', { ...entree, motif: 'Elle s’est présentée au guichet.' })
  })

  it('d’INS différentes sont deux personnes, quel que soit le motif', async () => {
    const { gardee, absorbee } = await deux()
    for (const [qui, matricule] of [
      [gardee, '255081416802538'],
      [absorbee, '269054958815780'],
    ] as const) {
      await app.lignes(
        `insert into dossiers.participation (dossier_id, personne_id, role) values ($1, $2, 'patient')`,
        [qui.dossierId, qui.personneId],
      )
      await app.faire('charge', 'personnes.identifier', { id: qui.personneId, matricule })
    }
    const entree = await entreeDe(gardee.personneId, absorbee.personneId, { motif: 'Certaine.' })
    expect(await app.refus('charge', 'personnes.fusionner', entree)).toMatchObject({
      refus: 'identifiants-differents',
    })
  })

  it('ne se réunissent pas sur une fiche lue avant sa correction, ni avec elle-même', async () => {
    const { gardee, absorbee } = await deux()
    const entree = await entreeDe(gardee.personneId, absorbee.personneId)
    expect(await app.refus('charge', 'personnes.fusionner', { ...entree, autreVersion: 7 })).toMatchObject({
      code: 'stale',
    })
    expect(
      await app.refus('charge', 'personnes.fusionner', { ...entree, autreId: gardee.personneId }),
    ).toMatchObject({ refus: 'avec-soi' })
  })

  it('un brouillon qui portait la fiche réunie continue avec celle qui reste', async () => {
    const { gardee, absorbee } = await deux()
    await fusionner(gardee.personneId, absorbee.personneId)
    const auteur = { choix: 'existante', personneId: absorbee.personneId } as const
    const { id } = await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie({ auteur }))
    expect((await tronc(id)).personnes.map((p) => p.id)).toEqual([gardee.personneId])
  })

  const compter = (qui: Qui, sql: string, valeurs: readonly unknown[] = []) =>
    app.base.database.transaction(
      { mode: 'write', role: APPLICATION_ROLE, settings: parametresDe(acteurDe(app, qui)) },
      async (tx) => (await tx.query(sql, valeurs)).rowCount,
    )

  it('une fiche d’un dossier caché n’y bouge pas, et qui ne le voit pas n’en apprend rien', async () => {
    const { gardee, absorbee } = await deux()
    const cachee = await ecrire({}, 'responsable')
    await app.lignes('update dossiers.participation set personne_id = $2 where dossier_id = $1', [
      cachee.dossierId,
      absorbee.personneId,
    ])
    const version = 1
    const classe = { id: cachee.dossierId, version, classe: 'sensible', motif: 'Agent de l’hôpital' }
    await app.faire('responsable', 'dossiers.classer', classe)
    const { fusionId } = await fusionner(gardee.personneId, absorbee.personneId)
    // the chargée sees one record only, the responsable still sees the other in its hidden dossier
    expect(
      await compter('charge', 'select 1 from personnes.personne where id = $1', [absorbee.personneId]),
    ).toBe(0)
    expect((await tronc(cachee.dossierId, 'responsable')).personnes.map((p) => p.id)).toEqual([
      absorbee.personneId,
    ])
    expect((await lire(gardee.personneId, 'responsable')).rapprochements.map((p) => p.id)).toEqual([
      absorbee.personneId,
    ])
    await annuler(fusionId)
    expect((await lire(absorbee.personneId)).personne.nombreDeDossiers).toBe(1)
  })

  it('une fiche connue d’un seul dossier caché, une fois réunie, reste cachée avec ce qu’elle disait', async () => {
    const { gardee, absorbee } = await deux()
    const classe = { id: absorbee.dossierId, version: 1, classe: 'sensible', motif: 'Agent de l’hôpital' }
    await app.faire('responsable', 'dossiers.classer', classe)
    const { fusionId } = await fusionner(gardee.personneId, absorbee.personneId, {}, 'responsable')
    for (const qui of ['charge', 'collegue', 'chef', 'administrateur'] as const) {
      expect(
        await compter(qui, 'select 1 from personnes.personne where id = $1', [absorbee.personneId]),
      ).toBe(0)
      expect(await compter(qui, 'select 1 from personnes.fusion where id = $1', [fusionId])).toBe(0)
      expect(
        await compter(qui, 'update personnes.fusion set annulee_par = null where id = $1', [fusionId]),
      ).toBe(0)
    }
    expect((await lire(gardee.personneId)).fusions).toEqual([])
    expect(await app.refus('charge', 'personnes.annulerFusion', { id: fusionId })).toMatchObject({
      code: 'not-found',
    })
    expect(await compter('responsable', 'select 1 from personnes.fusion where id = $1', [fusionId])).toBe(1)
    await annuler(fusionId, 'responsable')
    expect((await lire(absorbee.personneId, 'responsable')).personne.nombreDeDossiers).toBe(1)
  })
})
