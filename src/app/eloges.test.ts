import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { contract } from '#cases/eloges/contract.ts'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import { enTransaction } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import { describeOnEachEngine } from '#platform/db/testing.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { acteurDe } from './testing/demandes.ts'
import { lireClasseur, lireCsv } from './testing/lire-tableau.ts'
import { type MessagerieDeTest, ouvrirMessagerie } from './testing/messagerie-de-test.ts'
import { pdfText } from './testing/pdf-text.ts'

type Eloge = OutputOf<typeof contract.obtenir>
type TransmissionVue = Eloge['transmissions'][number]
const LEA = 'lea@ch-valmont.example'
const HELENE = {
  ...{ civilite: 'mme', nom: 'Delattre', prenom: 'Hélène', nomDeNaissance: '', neeLe: null },
  ...{
    courriel: '',
    telephone: '',
    complement: '',
    voie: '',
    lieuDit: '',
    codePostal: '',
    commune: '',
    pays: '',
  },
}
const TEXTE = 'Merci à toute l’équipe de nuit.\nAurèle Ñandú'

describeOnEachEngine('un éloge transmis à l’équipe', (moteur) => {
  let app: ApplicationDeTest
  let poste: MessagerieDeTest

  beforeAll(async () => {
    poste = await ouvrirMessagerie()
    app = await ouvrirApplication({ moteur, messagerie: poste.courriel })
    await app.lignes('update agents.agent set courriel = $2 where id = $1', [app.agents.chef, LEA])
  }, 120_000)
  afterAll(async () => {
    await app.fermer()
    await poste.fermer()
  })
  beforeEach(() => {
    app.maintenant = LUNDI
    poste.recus.length = 0
    poste.humeur = 'prend'
  })

  const enregistrer = async (plus: Parameters<typeof elogeSaisi>[0] = {}): Promise<string> => {
    const { pneumologie } = app.structures
    const saisi = elogeSaisi({ texte: TEXTE, services: [pneumologie], ...plus })
    return (await app.faire('charge', 'eloges.enregistrer', saisi)).id
  }
  const voir = (id: string, qui: Qui = 'charge') => app.faire<Eloge>(qui, 'eloges.obtenir', { id })
  const a = (plus: object = {}) => ({
    structureId: app.structures.pneumologie,
    nom: 'Léa Fontaine',
    courriel: LEA,
    parCourriel: true,
    ...plus,
  })
  const transmettre = async (id: string, destinataires: readonly object[] = [a()], texte?: string) => {
    const { tronc, aTransmettre } = await voir(id)
    const entree = { id, version: tronc.version, texte: texte ?? aTransmettre?.texte, destinataires }
    return app.faire<{ version: number; envois: { envoi: string; raison: string | null }[] }>(
      'charge',
      'eloges.transmettre',
      entree,
    )
  }
  const derniere = async (id: string): Promise<TransmissionVue> => {
    const t = (await voir(id)).transmissions.at(-1)
    if (t === undefined) throw new Error('Not handed on')
    return t
  }
  const fiche = async (id: string, transmissionId?: string, qui: Qui = 'charge'): Promise<string> => {
    const r = await app.appeler(qui, 'eloges.imprimerFiche', {
      id,
      ...(transmissionId ? { transmissionId } : {}),
    })
    expect([r.status, r.entetes['content-type']]).toEqual([200, 'application/pdf'])
    return (await pdfText(r.octets)).replaceAll(/\s+/g, ' ')
  }

  it('part par courriel avec sa fiche, sans le nom de qui n’a pas accepté', async () => {
    const id = await enregistrer()
    const { aTransmettre } = await voir(id)
    expect(aTransmettre).toMatchObject({
      ...{ accord: 'inconnu', signature: '', texte: 'Merci à toute l’équipe de nuit.' },
      equipes: [{ nom: 'Pneumologie', repondants: [{ courriel: LEA }] }],
    })
    expect((await transmettre(id)).envois).toEqual([
      { structure: 'Pneumologie', envoi: 'parti', raison: null },
    ])
    const [recu] = poste.recus
    expect(recu?.to?.[0]).toMatchObject({ address: LEA, name: 'Léa Fontaine' })
    expect(recu?.subject).toContain('Pneumologie')
    expect(recu?.text).toContain('Une personne accueillie à l’hôpital')
    expect(JSON.stringify(recu?.text)).not.toContain('Aurèle')
    const joint = Buffer.from(recu?.attachments[0]?.content as ArrayBuffer)
    const lu = (await pdfText(joint)).replaceAll(/\s+/g, ' ')
    expect(lu).toContain('Pneumologie')
    expect(lu).toContain('Merci à toute l’équipe de nuit.')
    expect(lu).not.toContain('Aurèle')
    const { tronc } = await voir(id)
    expect([tronc.etat, tronc.estClos]).toEqual(['transmis', true])
    expect(tronc.faits.find((f) => f.code === 'eloge-transmis')?.details['precision']).toBe(
      'Pneumologie, par courriel',
    )
  })

  it('nomme qui l’a accepté, pour cet éloge ou sur sa fiche', async () => {
    const nomme = await enregistrer({ accord: 'oral-consigne' })
    await transmettre(nomme)
    expect(poste.recus[0]?.text).toContain('Aurèle Ñandú a tenu à remercier')
    expect(await fiche(nomme)).toContain('Aurèle Ñandú')

    const parSaFiche = await enregistrer({ auteur: '' })
    await app.faire('charge', 'dossiers.ajouterPersonne', {
      ...{ id: parSaFiche, version: 1, role: 'auteur', qualite: 'patient' },
      personne: { choix: 'nouvelle', personne: HELENE },
    })
    const { tronc } = await voir(parSaFiche)
    expect((await voir(parSaFiche)).aTransmettre?.signature).toBe('')
    await app.faire('charge', 'personnes.enregistrerConsentement', {
      ...{ id: tronc.personnes[0]?.id, dossierId: parSaFiche, objet: 'nom-donne-a-l-equipe' },
      ...{ forme: 'oral-consigne', donneLe: '2026-01-05' },
    })
    expect((await voir(parSaFiche)).aTransmettre?.signature).toBe('Hélène Delattre')
  })

  it('ne nomme plus, même sur la fiche d’hier, qui a changé d’avis', async () => {
    const id = await enregistrer({ accord: 'ecrit' })
    await transmettre(id)
    const { id: transmissionId } = await derniere(id)
    expect(await fiche(id, transmissionId)).toContain('Ñandú')
    const { tronc } = await voir(id)
    await app.faire('charge', 'eloges.noterAccord', {
      ...{ id, version: tronc.version, accord: 'refuse', forme: null, le: '2026-01-05' },
    })
    expect(await fiche(id, transmissionId)).not.toContain('Ñandú')
  })

  it('se remet aussi à la main : la fiche s’imprime', async () => {
    const id = await enregistrer()
    await transmettre(id, [a({ courriel: '', parCourriel: true })])
    expect(poste.recus).toEqual([])
    expect(await derniere(id)).toMatchObject({ envoi: 'a-copier' })
    expect((await voir(id)).tronc.etat).toBe('transmis')
    expect(await fiche(id)).toContain('Pneumologie')
  })

  it('reste à transmettre quand le courriel n’est pas parti, et le dit', async () => {
    const id = await enregistrer()
    poste.humeur = 'refuse'
    const { envois } = await transmettre(id)
    expect(envois).toMatchObject([{ envoi: 'echec', raison: expect.stringContaining('Boîte inconnue') }])
    expect((await voir(id)).tronc.etat).toBe('recu')
    poste.humeur = 'prend'
    expect((await transmettre(id)).envois).toMatchObject([{ envoi: 'parti' }])
    expect((await voir(id)).tronc.etat).toBe('transmis')
  })

  it('va à plusieurs équipes ; ce que l’une n’a pas reçu n’empêche pas les autres', async () => {
    const { pneumologie, cardiologie } = app.structures
    const id = await enregistrer({ services: [pneumologie, cardiologie] })
    const sansAdresse = a({ structureId: cardiologie, courriel: '', nom: '' })
    expect((await transmettre(id, [a(), sansAdresse])).envois.map((e) => e.envoi)).toEqual([
      'parti',
      'a-copier',
    ])
    expect((await voir(id)).tronc.faits.filter((f) => f.code === 'eloge-transmis')).toHaveLength(2)
  })

  it('ne repart pas à la même adresse, mais à une autre', async () => {
    const id = await enregistrer()
    await transmettre(id)
    const { tronc } = await voir(id)
    const encore = { id, version: tronc.version, texte: 'Merci', destinataires: [a()] }
    const refus = await app.refus('charge', 'eloges.transmettre', encore)
    expect(refus.champs?.['destinataires.0.courriel']).toContain('déjà parti')
    await transmettre(id, [a({ courriel: 'cadre@ch-valmont.example' })], 'Merci')
    expect(poste.recus).toHaveLength(2)
  })

  it('s’annule tant que rien n’est parti, et redevient à transmettre', async () => {
    const parti = await enregistrer()
    await transmettre(parti)
    const { refusDAnnuler } = await derniere(parti)
    expect(refusDAnnuler?.code).toBe('deja-partie')

    const id = await enregistrer()
    await transmettre(id, [a({ courriel: '' })])
    const { tronc } = await voir(id)
    const annulation = { id, version: tronc.version, transmissionId: (await derniere(id)).id }
    await app.faire('charge', 'eloges.annulerTransmission', { ...annulation, motif: 'Autre service' })
    const apres = await voir(id)
    expect([apres.tronc.etat, apres.tronc.estClos]).toEqual(['recu', false])
    expect(apres.transmissions[0]?.annulation?.motif).toBe('Autre service')
    const encore = { ...annulation, version: apres.tronc.version, motif: 'x' }
    expect((await app.refus('charge', 'eloges.annulerTransmission', encore)).refus).toBe('deja-annulee')
  })

  it('se dit remis à l’équipe par le chef du service, et par lui seul', async () => {
    const id = await enregistrer()
    await transmettre(id)
    const { id: transmissionId } = await derniere(id)
    expect((await app.refus('charge', 'eloges.remettre', { id, transmissionId })).code).toBe('forbidden')
    expect((await app.refus('chefDeCardiologie', 'eloges.remettre', { id, transmissionId })).code).toBe(
      'not-found',
    )
    const vu = await voir(id, 'chef')
    expect(vu.aTransmettre).toBeNull()
    expect(vu.transmissions).toHaveLength(1)
    expect(await fiche(id, transmissionId, 'chef')).toContain('Pneumologie')
    await app.faire('chef', 'eloges.remettre', { id, transmissionId })
    expect((await derniere(id)).remiseLe).toBe('2026-01-05')
    expect((await app.refus('chef', 'eloges.remettre', { id, transmissionId })).refus).toBe('deja-remise')
  })

  it('n’est lu, par SQL direct, que du service remercié et de la direction', async () => {
    const { pneumologie, cardiologie } = app.structures
    const id = await enregistrer({ services: [pneumologie, cardiologie] })
    await transmettre(id, [a()])
    const compter = (qui: Qui, services: string[] = []) =>
      enTransaction(app.base.database, acteurDe(app, qui, services), 'read', async (tx) => {
        const { rows } = await tx.query<{ n: number }>(
          'select count(*)::int as n from eloges.transmission where dossier_id = $1',
          [id],
        )
        return rows[0]?.n
      })
    expect(await compter('chef', [pneumologie])).toBe(1)
    // the dossier is cardiology's too; what went to pneumology is not
    expect(await compter('chefDeCardiologie', [cardiologie])).toBe(0)
    expect(await compter('charge')).toBe(1)
    expect(await compter('administrateur')).toBe(0)
  })

  it('se compte par service et par pôle, une fois chacun', async () => {
    const { pneumologie, cardiologie } = app.structures
    await app.lignes("update dossiers.dossier set recu_le = '2020-01-01' where type = 'eloge'")
    const deux = await enregistrer({ services: [pneumologie, cardiologie], recuLe: '2026-01-02' })
    await enregistrer({ services: [pneumologie], recuLe: '2026-01-03' })
    await enregistrer({ services: [], recuLe: '2026-01-04' })
    await transmettre(deux, [a({ courriel: '' })])
    const periode = { du: '2026-01-02', au: '2026-01-05' }
    app.transactions.length = 0
    const comptes = await app.faire<OutputOf<typeof contract.compter>>('charge', 'eloges.compter', periode)
    expect(comptes.total).toEqual({ recus: 3, transmis: 1 })
    expect(comptes.sansService).toEqual({ recus: 1, transmis: 0 })
    expect(comptes.poles).toMatchObject([
      {
        ...{ nom: 'Pôle médecine', recus: 2, transmis: 1 },
        services: [
          { nom: 'Pneumologie', recus: 2, transmis: 1 },
          { nom: 'Cardiologie', recus: 1, transmis: 1 },
        ],
      },
    ])
    const lectures = app.transactions.filter(({ mode }) => mode === 'read').map((t) => t.instructions)
    expect(Math.max(...lectures)).toBeLessThanOrEqual(3)
    const exporter = (format: string) =>
      app.appeler('charge', 'eloges.exporterLesComptes', { ...periode, format })
    const csv = lireCsv((await exporter('csv')).octets.toString('utf8'))
    expect(csv.slice(1).map((l) => l.slice(1))).toEqual([
      ['Pneumologie', '2', '1'],
      ['Cardiologie', '1', '1'],
      ['Ensemble du pôle (chaque éloge une fois)', '2', '1'],
      ['Aucun service en particulier', '1', '0'],
      ['Établissement (chaque éloge une fois)', '3', '1'],
    ])
    expect(lireClasseur((await exporter('xlsx')).octets)[1]).toEqual({
      ...{ A: 'Pôle médecine', B: 'Pneumologie', C: 2, D: 1 },
    })
    const refus = await app.refus('charge', 'eloges.compter', { du: '2026-01-05', au: '2026-01-02' })
    expect(refus.champs?.['au']).toContain('après le premier')
  })

  it('s’affiche en un nombre borné de requêtes', async () => {
    const id = await enregistrer()
    await transmettre(id)
    app.transactions.length = 0
    await voir(id)
    const lectures = app.transactions.filter(({ mode }) => mode === 'read').map((t) => t.instructions)
    expect(Math.max(...lectures)).toBeLessThanOrEqual(12)
  })
})
