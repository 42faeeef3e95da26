import { estInstallationRequise } from '#core/agents/index.ts'
import type { AgentId, EtablissementId, StructureId } from '#core/journal/domain/acteur.ts'
import { type ActeurAgent, enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { lierTout } from '../application.ts'
import { creerTraces } from '../traces.ts'
import { type Appeler, creerAppels } from './appels.ts'
import { ETABLISSEMENT, PERSONNAGES, type Personnage, POLES, SIGNATAIRE } from './etablissement.ts'
import { peuplerLesAbsences } from './peupler-absences.ts'
import { peuplerLesDossiers } from './peupler-dossiers.ts'

export { PERSONNAGES } from './etablissement.ts'

export interface OptionsDeDemonstration {
  readonly database: Database
  readonly fichiers: FileStore
  readonly horloge: () => Date
  readonly dire: (message: string) => void
}

const CODE = 'DEMO'
const PREMIER_MOT_DE_PASSE = 'premiere-connexion-demo'
const DEUX_ANS = 730 * 86_400_000

const texteDe = (reponse: unknown, cle: string): string => String(Reflect.get(Object(reponse), cle))

const acteurDe = (
  p: Personnage,
  agentId: string,
  etablissementId: string,
  services: readonly string[],
): ActeurAgent => ({
  type: 'agent',
  agentId: agentId as AgentId,
  etablissementId: etablissementId as EtablissementId,
  role: p.role,
  services: services as readonly StructureId[],
  conflits: [],
  fuseau: 'Europe/Paris',
  calendrier: 'metropole',
})

async function creerStructures(
  appeler: Appeler,
  admin: ActeurAgent,
  quand: Date,
): Promise<ReadonlyMap<string, string>> {
  const parCode = new Map<string, string>()
  const creer = async (
    nature: string,
    code: string,
    nom: string,
    parentId: string | null,
  ): Promise<string> => {
    const id = texteDe(await appeler(admin, quand, 'structures.creer', { nature, code, nom, parentId }), 'id')
    parCode.set(code, id)
    return id
  }
  for (const pole of POLES) {
    const poleId = await creer('pole', pole.code, pole.nom, null)
    for (const service of pole.services) {
      const serviceId = await creer('service', service.code, service.nom, poleId)
      for (const [rang, uf] of service.uf.entries())
        await creer('uf', `${service.code}${rang + 1}`, uf, serviceId)
    }
  }
  return parCode
}

async function installer(appeler: Appeler, quand: Date): Promise<ActeurAgent> {
  const administrateur = PERSONNAGES.find((p) => p.role === 'administrateur')
  if (administrateur === undefined) throw new Error('The demonstration has no administrator')
  const { identifiant, nom, prenom, motDePasse } = administrateur
  const reponse = await appeler({ type: 'anonyme' }, quand, 'agents.installer', {
    code: CODE,
    etablissement: ETABLISSEMENT,
    administrateur: { identifiant, nom, prenom, motDePasse },
  })
  const etablissementId = texteDe(reponse, 'etablissementId')
  // the first administrator's own id is only known to whoever signs in; listing needs the role, not the id
  const provisoire = acteurDe(administrateur, etablissementId, etablissementId, [])
  const { agents } = Object(await appeler(provisoire, quand, 'agents.listerAgents', {}))
  return { ...provisoire, agentId: texteDe(agents[0], 'id') as AgentId }
}

async function creerPersonnages(
  appeler: Appeler,
  admin: ActeurAgent,
  structures: ReadonlyMap<string, string>,
  quand: Date,
): Promise<ReadonlyMap<string, ActeurAgent>> {
  const acteurs = new Map<string, ActeurAgent>([['admin', admin]])
  for (const p of PERSONNAGES.filter((x) => x.role !== 'administrateur')) {
    const services = p.services.flatMap((code) => structures.get(code) ?? [])
    const { identifiant, nom, prenom, fonction, role } = p
    const saisie = {
      identifiant,
      nom,
      prenom,
      fonction,
      role,
      services,
      courriel: `${identifiant}@ch-valmont.example`,
    }
    const cree = await appeler(admin, quand, 'agents.creerAgent', {
      ...saisie,
      motDePasse: PREMIER_MOT_DE_PASSE,
    })
    const acteur = acteurDe(p, texteDe(cree, 'id'), admin.etablissementId, services)
    await appeler(acteur, quand, 'agents.changerMotDePasse', {
      ancien: PREMIER_MOT_DE_PASSE,
      nouveau: p.motDePasse,
    })
    acteurs.set(identifiant, acteur)
  }
  return acteurs
}

/** Fills an empty installation with the fictional hospital; leaves one that is already there as it is. */
export async function peuplerLaDemonstration({
  database,
  fichiers,
  horloge,
  dire,
}: OptionsDeDemonstration): Promise<void> {
  if (!(await enTransaction(database, { type: 'anonyme' }, 'read', estInstallationRequise))) return
  dire('Création de l’hôpital fictif et de ses dossiers (une minute au plus)…')
  const { liaisons, permissions } = lierTout({
    database,
    fichiers,
    tailleMax: 60 * 1024 * 1024,
    codeInstallation: { texte: CODE, verifier: (saisi) => saisi === CODE, consommer: () => undefined },
    demonstration: true,
    traces: creerTraces({ niveau: 'silent' }),
  })
  const appeler = creerAppels(database, liaisons, permissions)
  const maintenant = horloge()
  const debut = new Date(maintenant.getTime() - DEUX_ANS)
  const admin = await installer(appeler, debut)
  const { version } = Object(await appeler(admin, debut, 'structures.obtenirEtablissement', {}))
  await appeler(admin, debut, 'structures.modifierEtablissement', {
    ...ETABLISSEMENT,
    signataireNom: SIGNATAIRE.nom,
    signataireQualite: SIGNATAIRE.qualite,
    version,
  })
  const structures = await creerStructures(appeler, admin, debut)
  const acteurs = await creerPersonnages(appeler, admin, structures, debut)
  const directeur = acteurs.get('paul')
  if (directeur === undefined) throw new Error('The demonstration has no director')
  await appeler(directeur, debut, 'courriers.ajouterSignataire', {
    ...SIGNATAIRE,
    agentId: directeur.agentId,
    delegation: 'Décision n° 2024-117 portant délégation de signature',
    depuis: debut.toISOString().slice(0, 10),
    jusquAu: null,
    codes: null,
  })
  await peuplerLesDossiers({ appeler, acteurs, structures, maintenant, dire })
  await peuplerLesAbsences({ appeler, acteurs, maintenant })
}
