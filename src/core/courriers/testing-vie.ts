import { hacherMotDePasse } from '#core/agents/index.ts'
import type { Acteur, ActeurAgent, Role } from '#core/journal/index.ts'
import { obtenirPiece } from '#core/pieces/index.ts'
import { type Banc, MAINTENANT, ouvrirBanc } from '#core/pieces/testing.ts'
import type { EngineKind } from '#platform/db/engine.ts'
import { tinyPdf } from '#platform/documents/pdf.testing.ts'
import { readZip, writeZip } from '#platform/documents/zip.ts'
import type { AbonneDeCourrier } from './abonnes.ts'
import type { CourrierVu } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { creerRegistreDesModeles } from './domain/modele.ts'
import {
  choisirModele,
  inscrireCourrier,
  listerCourriers,
  preparerCourrier,
  routesDesCourriers,
} from './index.ts'
import {
  convertisseurDeTest,
  dependancesDeTest,
  messagerieDeTest,
  viderLesCourriers,
} from './testing-courriers.ts'
import { AVIS_DE_PRET, DECISION } from './testing-modele.ts'

export const MOT_DE_PASSE = 'un mot de passe assez long'
export const PDF = tinyPdf()
export const DELEGATION = {
  nom: 'Camille MARTIN',
  qualite: 'La directrice des relations avec les usagers',
  delegation: 'Décision n° 2026-12',
  depuis: '2026-01-01',
  jusquAu: null,
  codes: null,
} as const

type Entree = Readonly<Record<string, unknown>>

/** Letters in a hospital in miniature, with a mail server and a converter one commands. */
export interface BancDeLettres {
  readonly banc: Banc
  readonly messagerie: ReturnType<typeof messagerieDeTest>
  abonne: AbonneDeCourrier
  agent(role: Role): Promise<ActeurAgent>
  /** makes a letter and gives it as its author sees it */
  lettre(acteur: ActeurAgent, plus?: Partial<LettreVoulue>): Promise<CourrierVu>
  voir(
    acteur: ActeurAgent,
    courrier: { readonly id: string; readonly dossierId: string },
  ): Promise<CourrierVu>
  faire<T = { version: number }>(
    acteur: Acteur,
    operation: string,
    courrier: { readonly id: string; readonly version: number },
    plus?: Entree,
    fichier?: Uint8Array | string,
  ): Promise<T>
  /** the bytes of the last version */
  word(acteur: ActeurAgent, courrier: CourrierVu): Promise<Buffer>
  signataire(par: ActeurAgent, plus?: Entree): Promise<string>
  fermer(): Promise<void>
}

export interface LettreVoulue {
  readonly modele: 'decision' | 'avis'
  readonly canal: 'papier' | 'electronique'
  readonly dossierId: string
  readonly signataireId: string | null
  readonly remplaceLesPrecedents: boolean
}

export async function ouvrirLesLettres(moteur: EngineKind): Promise<BancDeLettres> {
  const modeles = creerRegistreDesModeles([AVIS_DE_PRET, DECISION])
  const messagerie = messagerieDeTest()
  const etat: { abonne: AbonneDeCourrier } = { abonne: {} }
  const deps = (plus: Partial<DependancesDesCourriers>): DependancesDesCourriers =>
    dependancesDeTest(modeles, {
      convertisseur: convertisseurDeTest(PDF),
      messagerie,
      abonnes: {
        [AVIS_DE_PRET.code]: {
          piecesJointes: async (tx, lettre) => (await etat.abonne.piecesJointes?.(tx, lettre)) ?? [],
        },
        [DECISION.code]: {
          refuserLEnvoi: async (e, envoi) => etat.abonne.refuserLEnvoi?.(e, envoi),
          refuserLAbandon: async (e, lettre) => etat.abonne.refuserLAbandon?.(e, lettre),
          envoye: async (e, envoi) => (await etat.abonne.envoye?.(e, envoi)) ?? null,
        },
      },
      ...plus,
    })
  const banc = await ouvrirBanc(
    (fichiers, database) => routesDesCourriers(deps({ fichiers, database })),
    moteur,
  )
  const empreinte = await hacherMotDePasse(MOT_DE_PASSE)
  const voir: BancDeLettres['voir'] = async (acteur, { id, dossierId }) => {
    const dossier = { id: dossierId, estClos: false }
    const courriers = await banc.ecrire(acteur, (tx) =>
      listerCourriers({ tx, principal: acteur, now: banc.maintenant }, deps({}), dossier),
    )
    const trouve = courriers.find((c) => c.id === id)
    if (trouve === undefined) throw new Error('This letter is not seen')
    return trouve
  }
  return {
    banc,
    messagerie,
    get abonne() {
      return etat.abonne
    },
    set abonne(abonne) {
      etat.abonne = abonne
    },
    async agent(role) {
      const agent = await banc.agent(role)
      await banc.base.admin.query('update agents.agent set mot_de_passe = $1 where id = $2', [
        empreinte,
        agent.agentId,
      ])
      return agent
    },
    async lettre(acteur, plus = {}) {
      const dossierId = plus.dossierId ?? (await banc.dossier())
      const [{ numero } = {}] = await banc.lignes('select numero from dossiers.dossier where id = $1', [
        dossierId,
      ])
      const donnees = { numero: String(numero) }
      const source = { numero: String(numero), maintenant: banc.maintenant }
      const prepare =
        plus.modele === 'avis'
          ? await preparerCourrier(banc, await banc.ecrire(acteur, (tx) => choisirModele(tx, AVIS_DE_PRET)), {
              ...source,
              donnees: { ...AVIS_DE_PRET.exemple, ...donnees },
            })
          : await preparerCourrier(banc, await banc.ecrire(acteur, (tx) => choisirModele(tx, DECISION)), {
              ...source,
              donnees: { ...DECISION.exemple, ...donnees },
            })
      await banc.ecrire(acteur, (tx) =>
        inscrireCourrier(
          { tx, principal: acteur, now: banc.maintenant },
          { modeles },
          {
            dossierId,
            courrier: prepare,
            canal: plus.canal ?? 'electronique',
            mentions: [],
            destinataire: { nom: 'Amélie PETIT', courriel: 'amelie@courriel.example' },
            signataireId: plus.signataireId ?? null,
            remplaceLesPrecedents: plus.remplaceLesPrecedents ?? false,
          },
        ),
      )
      return voir(acteur, { id: prepare.courrierId, dossierId })
    },
    voir,
    faire(acteur, operation, { id, version }, plus = {}, fichier) {
      // what happens has an order: each call is a second later
      banc.maintenant = new Date(banc.maintenant.getTime() + 1000)
      const envoi = fichier === undefined ? undefined : { nom: 'lettre.docx', contenu: fichier }
      return banc.appeler(acteur, `courriers.${operation}`, { id, version, ...plus }, envoi)
    },
    async word(acteur, courrier) {
      const { objet } = await banc.ecrire(acteur, (tx) => obtenirPiece(tx, courrier.pieceId))
      const morceaux: Buffer[] = []
      for await (const morceau of await banc.fichiers.get(objet)) morceaux.push(Buffer.from(morceau))
      return Buffer.concat(morceaux)
    },
    async signataire(par, plus = {}) {
      const entree = { ...DELEGATION, agentId: null, ...plus }
      const { id } = await banc.appeler<{ id: string }>(par, 'courriers.ajouterSignataire', entree)
      return id
    },
    async fermer() {
      await viderLesCourriers(banc.base)
      await banc.fermer()
    },
  }
}

/** The same Word file after someone worked on it: text replaced in its body. */
export function corriger(
  docx: Uint8Array,
  de: string,
  vers: string,
  partie = 'word/document.xml',
): Uint8Array {
  let trouve = false
  const fichiers = [...readZip(docx)].map(([nom, contenu]): readonly [string, Uint8Array] => {
    if (nom !== partie) return [nom, contenu]
    const texte = Buffer.from(contenu).toString('utf8')
    trouve = texte.includes(de)
    return [nom, Buffer.from(texte.replace(de, vers))]
  })
  if (!trouve) throw new Error(`« ${de} » is not in ${partie}`)
  return writeZip(fichiers)
}

/** The same without its invisible identity, as some software saves it. */
export const sansIdentite = (docx: Uint8Array): Uint8Array =>
  writeZip([...readZip(docx)].filter(([nom]) => nom !== 'docProps/custom.xml'))

export { MAINTENANT }
