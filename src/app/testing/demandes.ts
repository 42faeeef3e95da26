import { randomUUID } from 'node:crypto'
import type { ActeurAgent, DossierId } from '#core/journal/domain/acteur.ts'
import { enTransaction } from '#core/journal/index.ts'
import { creerTache, type TacheACreer, type TacheCreee } from '#core/taches/index.ts'
import { AGENTS, type ApplicationDeTest, type Effet, type Qui, type Reponse } from './application-de-test.ts'

/** A dossier of the type that exists for tests: requests to services know none of its own. */
export function ouvrirUnDossier(
  app: ApplicationDeTest,
  services: readonly string[] = [],
  objet = 'Un fauteuil rendu sans repose-pied',
): Promise<Effet> {
  const saisie = { objet, fauteuil: 'F-12', recuLe: '2026-01-05', services }
  return app.faire('charge', 'pret-de-fauteuil.enregistrer', saisie)
}

export function acteurDe(app: ApplicationDeTest, qui: Qui, services: readonly string[] = []): ActeurAgent {
  return {
    type: 'agent',
    agentId: app.agents[qui] as ActeurAgent['agentId'],
    etablissementId: app.etablissementId as ActeurAgent['etablissementId'],
    role: AGENTS[qui].role,
    services: services as ActeurAgent['services'],
    conflits: [] as readonly DossierId[],
    fuseau: 'Europe/Paris',
    calendrier: 'metropole',
  }
}

export const CITATION = 'J’ai attendu neuf heures <sur un brancard>, sans qu’on me parle.'

export const sujet = (titre: string, citation = '') => ({ sujetId: randomUUID(), titre, citation })

/** A request made as a case's command makes it: inside the transaction of an agent of the department. */
export function demanderA(
  app: ApplicationDeTest,
  dossierId: string,
  plus: Partial<TacheACreer> = {},
): Promise<TacheCreee> {
  const principal = acteurDe(app, 'charge')
  const now = app.maintenant
  return enTransaction(app.base.database, principal, 'write', (tx) =>
    creerTache(
      { tx, principal, now },
      {
        dossierId,
        nature: 'explications',
        structureId: app.structures.pneumologie,
        destinataire: {
          nom: 'Léa Fontaine',
          fonction: 'Cheffe de service',
          courriel: 'lea@ch-valmont.example',
        },
        message: 'Que s’est-il passé ce soir-là ?',
        pourLe: '2026-01-20',
        sujets: [sujet('Attente de neuf heures', CITATION), sujet('Absence d’information')],
        ...plus,
      },
    ),
  )
}

export interface FichierDeFormulaire {
  readonly champ?: string
  readonly nom: string
  readonly contenu: Buffer
}

const LIMITE = '----formulaire-de-test'

/** A multipart form, byte for byte as a browser sends it. */
export function enFormulaire(
  champs: Readonly<Record<string, string>>,
  fichiers: readonly FichierDeFormulaire[] = [],
): { readonly payload: Buffer; readonly type: string } {
  const morceaux: Buffer[] = []
  for (const [nom, valeur] of Object.entries(champs)) {
    morceaux.push(
      Buffer.from(`--${LIMITE}\r\ncontent-disposition: form-data; name="${nom}"\r\n\r\n${valeur}\r\n`),
    )
  }
  for (const { champ = 'fichiers', nom, contenu } of fichiers) {
    const entete = `content-disposition: form-data; name="${champ}"; filename="${nom.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream`
    morceaux.push(Buffer.from(`--${LIMITE}\r\n${entete}\r\n\r\n`), contenu, Buffer.from('\r\n'))
  }
  morceaux.push(Buffer.from(`--${LIMITE}--\r\n`))
  return { payload: Buffer.concat(morceaux), type: `multipart/form-data; boundary=${LIMITE}` }
}

export interface PageRecue extends Omit<Reponse, 'corps'> {
  readonly html: string
  readonly vers: string
}

/** Whoever holds a link: what a browser without script does with it. */
export interface Porteur {
  ouvrir(suite?: string): Promise<PageRecue>
  envoyer(
    suite: string,
    champs: Readonly<Record<string, string>>,
    fichiers?: readonly FichierDeFormulaire[],
    entetes?: Readonly<Record<string, string>>,
  ): Promise<PageRecue>
}

/** Under `no-referrer`, a browser says `Origin: null` even of its own pages. */
const ENTETES = { host: 'localhost', origin: 'null', 'sec-fetch-site': 'same-origin' }

export function porteur(app: ApplicationDeTest, jeton: string): Porteur {
  const recevoir = (r: Awaited<ReturnType<typeof app.http.inject>>): PageRecue => ({
    status: r.statusCode,
    html: r.body,
    octets: r.rawPayload,
    entetes: r.headers,
    vers: String(r.headers.location ?? ''),
  })
  return {
    async ouvrir(suite = '') {
      const url = `/repondre/${jeton}${suite}`
      return recevoir(await app.http.inject({ method: 'GET', url, headers: { host: 'localhost' } }))
    },
    async envoyer(suite, champs, fichiers = [], entetes = {}) {
      const { payload, type } = enFormulaire(champs, fichiers)
      const headers = { ...ENTETES, 'content-type': type, ...entetes }
      return recevoir(
        await app.http.inject({ method: 'POST', url: `/repondre/${jeton}${suite}`, payload, headers }),
      )
    },
  }
}
