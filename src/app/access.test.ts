import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contactSaisi, rappelSaisi } from '#cases/contacts/testing/factories.ts'
import { elogeSaisi } from '#cases/eloges/testing/factories.ts'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { ROLES } from '#core/journal/domain/acteur.ts'
import type { Role } from '#core/journal/index.ts'
import type { Operation } from '#platform/contract.ts'
import { CASE_TYPES } from './case-types.ts'
import { creerTableDesPermissions } from './permissions.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication, type Qui } from './testing/application-de-test.ts'
import { demanderA, porteur } from './testing/demandes.ts'
import { prendreEmpreintes } from './testing/empreintes.ts'

const QUI: Readonly<Record<Role, Qui>> = {
  charge: 'charge',
  responsable: 'responsable',
  directeur: 'directeur',
  'chef-de-service': 'chef',
  administrateur: 'administrateur',
}
/** The engine's own example is no operation of the hospital. */
const EXEMPLE = /^pret-de-fauteuil\./
const COMMANDE = 'npx vitest run src/app/access.test.ts -u'

describe('l’accès aux opérations', () => {
  let app: ApplicationDeTest
  const { peut } = creerTableDesPermissions(CASE_TYPES)
  const droit = (role: Role, permission: string): boolean =>
    permission === 'public' || permission === 'connecte' || peut(role, permission)
  /** opened by the secret of its address, and by nothing else */
  const estDUnLien = (permission: string): boolean => permission === 'lien' || permission === 'lien-envoi'

  beforeAll(async () => {
    app = await ouvrirApplication()
  })
  afterAll(() => app.fermer())

  const operations = () => app.liaisons.filter((l) => !EXEMPLE.test(l.name))

  it('est celui que le document des droits annonce', async () => {
    const entete = ['Opération', 'Permission', 'Trace au journal', 'personne', 'lien', ...ROLES]
    const lignes = operations().map(({ name, operation: { permission, audit } }) => [
      `\`${name}\``,
      permission,
      audit,
      permission === 'public' ? 'oui' : '·',
      estDUnLien(permission) ? 'oui' : '·',
      ...ROLES.map((role) => (droit(role, permission) ? 'oui' : '·')),
    ])
    const table = [entete, entete.map(() => '---'), ...lignes].map((l) => `| ${l.join(' | ')} |`)
    const document = [
      '# Qui peut faire quoi',
      '',
      'Chaque opération, la permission qu’elle demande, l’événement qu’elle laisse au journal, et les rôles qui y ont droit.',
      'Un lien ne montre que sa demande ; le dossier ne lui est ouvert que pendant l’envoi de la réponse (`lien-envoi`).',
      'La permission dit ce qu’un rôle peut faire ; le périmètre (services, protection, conflits) dit sur quels dossiers.',
      '',
      `Écrit à partir des contrats, ne pas modifier à la main. Pour le refaire après un changement relu : \`${COMMANDE}\``,
      '',
      ...table,
      '',
    ]
    await expect(document.join('\n')).toMatchFileSnapshot('../../docs/operations-roles.md')
  })

  it('demande partout une permission connue et laisse partout une trace', () => {
    const { table } = creerTableDesPermissions(CASE_TYPES)
    const connues = new Set(['public', 'connecte', 'lien', 'lien-envoi', ...Object.keys(table)])
    expect(operations().length).toBeGreaterThan(45)
    const sans = operations().filter(({ operation: o }) => !connues.has(o.permission) || o.audit === '')
    expect(sans.map((l) => l.name)).toEqual([])
  })

  it('n’est public que pour se connecter et installer', () => {
    const publiques = operations().filter((l) => l.operation.permission === 'public')
    expect(publiques.map((l) => l.name).toSorted()).toEqual([
      'agents.installer',
      'agents.obtenirSession',
      'agents.ouvrirSession',
    ])
  })

  it('ne laisse aucune création rejouable hors de la transaction qui garde sa clé', () => {
    const rejouables = operations().filter((l) => l.operation.idempotent === true)
    expect(rejouables.length).toBeGreaterThan(2)
    expect(rejouables.filter((l) => typeof l.handler !== 'function').map((l) => l.name)).toEqual([])
  })

  it('ne garde pas, pour les rejeux, une réponse qui donne un lien', () => {
    const donneUnLien = ({ output }: Operation): boolean =>
      /"dernierLe"/.test(JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' })))
    const rejouables = operations().filter((l) => l.operation.idempotent === true && donneUnLien(l.operation))
    expect(rejouables.map((l) => l.name)).toContain('taches.demander')
    expect(rejouables.filter((l) => l.operation.secretAnswer !== true).map((l) => l.name)).toEqual([])
  })

  it('n’a ni deux noms, ni deux adresses pour la même chose', () => {
    const noms = app.liaisons.map((l) => l.name)
    const adresses = app.liaisons.map(({ operation: o }) => `${o.method} ${o.path.replace(/:\w+/g, ':')}`)
    expect(new Set(noms).size).toBe(noms.length)
    expect(new Set(adresses).size).toBe(adresses.length)
  })

  /** An input no operation accepts, so that what is granted stops at its validation. */
  const vide = (chemin: string) =>
    Object.fromEntries([...chemin.matchAll(/:(\w+)/g)].map(([, p]) => [p, '0']))
  /** Granted: whatever came after the door. The operations without input succeed. */
  const ouverte = (status: number): boolean => status !== 401 && status !== 403

  it.each([...ROLES, null])('ouvre ou refuse chaque opération avant tout effet (%s)', async (role) => {
    const qui = role === null ? null : QUI[role]
    if (qui !== null) await app.cookieDe(qui)
    const faux: string[] = []
    // signing out would change who is asking
    for (const { name, operation } of operations().filter((l) => l.name !== 'agents.fermerSession')) {
      const attendu = role === null ? operation.permission === 'public' : droit(role, operation.permission)
      if (attendu && operation.stream === 'upload') continue
      const sauf = ['journal.entree', 'agents.session', 'agents.tentative']
      const avant = attendu ? null : await prendreEmpreintes(app, sauf)
      const { status, corps } = await app.appeler(qui, name, vide(operation.path))
      const connecte = role === null ? 401 : 403
      const refuse = estDUnLien(operation.permission) ? 404 : connecte
      if (attendu ? !ouverte(status) : status !== refuse)
        faux.push(`${name}: ${status} ${JSON.stringify(corps)}`)
      if (avant !== null) expect(await prendreEmpreintes(app, sauf), name).toEqual(avant)
    }
    expect(faux).toEqual([])
  })

  describe('en lecture', () => {
    /** A real input per reading operation: a new one is added here or fails below. */
    const entrees = async (): Promise<Record<string, object>> => {
      app.maintenant = LUNDI
      const fichier = { nom: 'note.txt', contenu: Buffer.from('Bonjour') }
      const { id } = await app.faire(
        'charge',
        'reclamations.enregistrer',
        reclamationSaisie({ canal: 'guichet', services: [app.structures.pneumologie] }),
      )
      const eloge = await app.faire('charge', 'eloges.enregistrer', elogeSaisi())
      const rendezVous = rappelSaisi({ nature: 'rendez-vous', heure: '10:00' })
      const contact = await app.faire('charge', 'contacts.enregistrer', contactSaisi({ suite: rendezVous }))
      const [suite] = await app.lignes<{ id: string }>('select id from contacts.suite')
      const { piece } = await app.faire<{ piece: { id: string } }>(
        'charge',
        'pieces.deposer',
        { dossierId: id },
        { fichier },
      )
      const { tronc } = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', { id })
      const seconde = await app.faire('charge', 'reclamations.enregistrer', reclamationSaisie())
      const { tronc: autre } = await app.faire<ReclamationVue>('charge', 'reclamations.obtenir', {
        id: seconde.id,
      })
      await app.lignes(
        `insert into personnes.identifiant (personne_id, etablissement_id, matricule, enregistre_a)
         values ($1, $2, '255081416802538', $3)`,
        [tronc.personnes[0]?.id, app.etablissementId, LUNDI],
      )
      const affaire = await app.faire('charge', 'dossiers.creerAffaire', {
        titre: 'Panne',
        depuisLe: '2026-01-02',
        motif: '',
        dossiers: [seconde.id],
      })
      const { tacheId, jeton: token } = await demanderA(app, id)
      const ecrit = { nom: 'Léa Fontaine', fonction: 'Cheffe', reponse: 'Voici.', version: '0' }
      await porteur(app, token).envoyer('', { ...ecrit, geste: 'garder' })
      const modele = { code: 'reclamations.accuse-reception' }
      const accuse = { id, version: 1, canal: 'papier', piecesManquantes: '' }
      const { courrierId } = await app.faire('charge', 'reclamations.accuserReception', accuse)
      return {
        'agents.obtenirSession': {},
        'agents.listerCollegues': {},
        'agents.listerAgents': {},
        'agents.listerAbsences': {},
        'structures.lister': {},
        'structures.obtenirEtablissement': {},
        'structures.listerCorrespondants': {},
        'personnes.chercher': { texte: 'coeur' },
        'personnes.lister': { texte: '', doublons: false },
        'personnes.obtenir': { id: tronc.personnes[0]?.id },
        'personnes.apercevoirFusion': { id: tronc.personnes[0]?.id, autreId: autre.personnes[0]?.id },
        'personnes.lireIdentifiant': { id: tronc.personnes[0]?.id },
        'personnes.listerConsentements': { id: tronc.personnes[0]?.id },
        'echeances.listerReglages': {},
        'dossiers.lister': { vue: 'tous', recherche: 'attente' },
        'dossiers.exporter': { vue: 'tous' },
        'dossiers.situer': { id },
        'dossiers.obtenirOrigine': { id: contact.id },
        'dossiers.listerTypes': {},
        'dossiers.listerAffaires': {},
        'dossiers.obtenirAffaire': { id: affaire.id },
        'dossiers.listerChronologieDAffaire': { id: affaire.id },
        'dossiers.listerBrouillons': {},
        'dossiers.listerListes': {},
        'dossiers.listerEtiquettes': {},
        'dossiers.lireNotePersonnelle': { id },
        'pieces.lister': { id },
        'pieces.telecharger': { id: piece.id },
        'pieces.apercevoir': { id: piece.id },
        'taches.lister': { id },
        'taches.listerServicesInterroges': {},
        'taches.listerDemandesEnCours': { structureId: app.structures.pneumologie },
        'taches.exporterServicesInterroges': { format: 'csv' },
        'taches.listerRecues': {},
        'taches.obtenirRecue': { id: tacheId },
        'taches.ouvrirParLien': { token },
        'taches.relireParLien': { token },
        'courriers.listerModeles': {},
        'courriers.telechargerModele': modele,
        'courriers.essayerModele': modele,
        'courriers.comparerVersions': { id: courrierId, de: 1, a: 1 },
        'courriers.listerFichiers': { id: courrierId },
        'courriers.listerSignataires': {},
        'tableau-de-bord.obtenirAccueil': {},
        'tableau-de-bord.obtenirAccueilDuService': {},
        'tableau-de-bord.listerRemplacements': {},
        'exploitation.obtenirEtat': {},
        'reclamations.obtenir': { id },
        'reclamations.listerSuites': { personneId: tronc.personnes[0]?.id },
        'reclamations.obtenirGriefs': { id },
        'reclamations.obtenirAnalyse': { id },
        'reclamations.imprimerCopie': { id },
        'eloges.obtenir': { id: eloge.id },
        'eloges.imprimerFiche': { id: eloge.id },
        'eloges.compter': { du: '2026-01-01', au: '2026-01-31' },
        'eloges.exporterLesComptes': { du: '2026-01-01', au: '2026-01-31', format: 'csv' },
        'contacts.obtenir': { id: contact.id },
        'contacts.listerPrecedents': { personnes: [tronc.personnes[0]?.id] },
        'contacts.telechargerRendezVous': { id: contact.id, suiteId: suite?.id },
      }
    }

    it('ne change rien, hors du journal', async () => {
      const exemples = await entrees()
      const lectures = operations().filter(
        (l) => l.operation.method === 'GET' || l.operation.readOnly === true,
      )
      expect(Object.keys(exemples).toSorted()).toEqual(lectures.map((l) => l.name).toSorted())
      for (const { name, operation } of lectures) {
        const role = ROLES.find((r) => droit(r, operation.permission)) ?? 'charge'
        await app.cookieDe(QUI[role])
        const avant = await prendreEmpreintes(app, ['journal.entree', 'agents.session'])
        const { status } = await app.appeler(QUI[role], name, exemples[name] ?? {})
        expect([name, status]).toEqual([name, 200])
        expect(await prendreEmpreintes(app, ['journal.entree', 'agents.session']), name).toEqual(avant)
      }
    })
  })
})
