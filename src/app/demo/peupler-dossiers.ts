import { type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Appeler } from './appels.ts'
import { MOT_DE_PASSE } from './etablissement.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { type Histoire, ilYA, imaginerHistoire, instantDe } from './histoire.ts'
import { instruire } from './instruire.ts'
import { inventerPersonne } from './inventer-personne.ts'
import { peuplerLesContacts } from './peupler-contacts.ts'
import { peuplerLesEloges } from './peupler-eloges.ts'
import { tenirLeRegistre } from './peupler-registre.ts'
import { RECLAMATIONS } from './recits.ts'
import { clore, noterLaReponse, type ReclamationARepondre, repondre, restituer } from './repondre.ts'

const NOMBRE_DE_RECLAMATIONS = 230
const PART_RECENTE = 0.2
const APPEL = 'Appel de la personne, qui demande où en est sa réclamation. Réponse promise cette semaine.'

interface Monde {
  readonly appeler: Appeler
  readonly acteurs: ReadonlyMap<string, ActeurAgent>
  readonly structures: ReadonlyMap<string, string>
  readonly maintenant: Date
  readonly dire: (message: string) => void
}

interface Plume extends Monde {
  readonly h: Hasard
  readonly aujourdHui: JourCivil
}

const obtenir = <T>(carte: ReadonlyMap<string, T>, cle: string): T => {
  const valeur = carte.get(cle)
  if (valeur === undefined) throw new Error(`Missing in the demonstration: ${cle}`)
  return valeur
}

interface Enregistree {
  readonly id: string
  readonly enregistreeA: Date
  readonly canal: string
  readonly objet: string
  readonly serviceId: string
}

async function enregistrer(p: Plume, histoire: Histoire, qui: ActeurAgent): Promise<Enregistree> {
  const { h } = p
  const modele = h.parmi(RECLAMATIONS)
  const auteur = inventerPersonne(h)
  const recuLe = ilYA(p.aujourdHui, histoire.recuIlYA)
  const canal =
    auteur.courriel === ''
      ? h.parmi(['courrier', 'guichet', 'telephone', 'courrier'])
      : h.parmi(['courriel', 'courriel', 'formulaire', 'courrier'])
  const pourUnProche = h.chance(0.45)
  const quand = instantDe(h, ilYA(p.aujourdHui, histoire.recuIlYA - histoire.enregistreApres), p.maintenant)
  const { objet, recit } = modele
  const qualite = pourUnProche
    ? h.parmi(['proche', 'proche', 'ayant-droit', 'personne-de-confiance'])
    : 'patient'
  const patient = pourUnProche ? { choix: 'nouvelle', personne: inventerPersonne(h) } : null
  const serviceId = obtenir(p.structures, h.parmi(modele.services))
  const cree = await p.appeler(qui, quand, 'reclamations.enregistrer', {
    canal,
    recuLe,
    receptionOrigine: 'saisie',
    objet,
    recit,
    estAnonyme: false,
    auteur: { choix: 'nouvelle', personne: auteur },
    qualite,
    patient,
    services: [serviceId],
    pieces: [],
    brouillonId: null,
  })
  return { id: String(Reflect.get(Object(cree), 'id')), enregistreeA: quand, canal, objet, serviceId }
}

const ORAUX = ['guichet', 'telephone']
const ELECTRONIQUES = ['courriel', 'formulaire']

type Faire = (apres: number, operation: string, entree: Record<string, unknown>) => Promise<unknown>

/** Calls operations on one dossier in turn, each after the last, carrying its version from one to the next. */
function suivre(
  p: Plume,
  { id, enregistreeA }: Pick<Enregistree, 'id' | 'enregistreeA'>,
  histoire: Histoire,
  qui: ActeurAgent,
): Faire {
  let version = 1
  let dernier = enregistreeA
  return async (apres, operation, entree) => {
    const tire = instantDe(p.h, ilYA(p.aujourdHui, histoire.recuIlYA - apres), p.maintenant)
    const quand = tire > dernier ? tire : new Date(dernier.getTime() + 1000)
    dernier = quand
    const reponse = await p.appeler(qui, quand, operation, { id, version, ...entree })
    // a letter has a version of its own; its sending takes the dossier one further
    version = operation.startsWith('courriers.')
      ? version + 1
      : Number(Reflect.get(Object(reponse), 'version'))
    return reponse
  }
}

async function ouvrir(
  faire: Faire,
  canal: string,
  histoire: Histoire,
  qui: ActeurAgent,
  jour: string,
): Promise<void> {
  const { enregistreApres } = histoire
  if (ORAUX.includes(canal)) await faire(enregistreApres, 'reclamations.remettreCopie', {})
  if (histoire.assigne) await faire(enregistreApres, 'dossiers.assigner', { agentId: qui.agentId })
  if (ELECTRONIQUES.includes(canal) && histoire.enregistrementNote) {
    await faire(enregistreApres, 'reclamations.noterEnregistrement', { envoyeLe: jour })
  }
}

const aRepondre = (
  { appeler, acteurs }: Plume,
  {
    id,
    canal,
    qui,
    avancer,
  }: Pick<ReclamationARepondre, 'id' | 'qui' | 'avancer'> & { readonly canal: string },
): ReclamationARepondre => ({
  id,
  canal: ELECTRONIQUES.includes(canal) ? 'electronique' : 'papier',
  qui,
  responsable: obtenir(acteurs, 'helene'),
  directeur: obtenir(acteurs, 'paul'),
  motDePasse: MOT_DE_PASSE,
  appeler,
  avancer,
})

/** Signing takes a password, slow on purpose: among the old ones, a few letters are enough. */
const estSignee = ({ closApres, recuIlYA }: Histoire): boolean => closApres === null || recuIlYA % 12 === 0

/** Old closed ones are many: one in six carries its analysis, enough to show what becomes of it. */
const estInstruite = ({ closApres, recuIlYA }: Histoire): boolean => closApres === null || recuIlYA % 6 === 0

async function vivre(p: Plume, cree: Enregistree, histoire: Histoire, qui: ActeurAgent): Promise<void> {
  const { canal } = cree
  const faire = suivre(p, cree, histoire, qui)
  const jourDu = (apres: number): JourCivil => ilYA(p.aujourdHui, histoire.recuIlYA - apres)
  const { accuseApres, enregistreApres } = histoire
  await ouvrir(faire, canal, histoire, qui, jourDu(enregistreApres))
  if (accuseApres !== null) {
    const accuse = ELECTRONIQUES.includes(canal) ? 'electronique' : 'papier'
    const prepare = await faire(accuseApres, 'reclamations.accuserReception', {
      canal: accuse,
      piecesManquantes: '',
    })
    const courrierId = Reflect.get(Object(prepare), 'courrierId')
    await faire(accuseApres, 'courriers.noterEnvoi', {
      id: courrierId,
      version: 1,
      mode: accuse === 'papier' ? 'poste' : 'courriel',
      envoyeLe: jourDu(accuseApres),
    })
  }
  if (p.h.chance(0.2)) {
    const apres = Math.min(histoire.recuIlYA, (accuseApres ?? enregistreApres) + 2)
    await faire(apres, 'dossiers.noter', { survenuLe: jourDu(apres), texte: APPEL })
  }
  await conclure(p, cree, histoire, { qui, avancer: faire })
}

interface Suite {
  readonly qui: ActeurAgent
  readonly avancer: Faire
}

/** From the griefs to the closing, and what follows it. */
async function conclure(
  p: Plume,
  { id, canal, objet, serviceId }: Enregistree,
  histoire: Histoire,
  { qui, avancer }: Suite,
): Promise<void> {
  const { aujourdHui, maintenant, appeler, h } = p
  const { reponduApres, closApres } = histoire
  const jourDu = (apres: number): JourCivil => ilYA(aujourdHui, histoire.recuIlYA - apres)
  // the demonstration has an account for one chef de service
  const chef = serviceId === p.structures.get('S201') ? obtenir(p.acteurs, 'lea') : null
  const dossier = { id, objet, serviceId, histoire, recueLe: jourDu(0), aujourdHui, maintenant, qui, chef }
  const instruite = estInstruite(histoire)
  const finirLesMesures = instruite ? await instruire({ ...dossier, appeler, avancer }) : null
  if (reponduApres === null) return
  const r = aRepondre(p, {
    id,
    canal,
    qui,
    avancer: (operation, entree) => avancer(reponduApres, operation, entree),
  })
  const reponduA = instantDe(h, jourDu(reponduApres), maintenant)
  await (instruite && estSignee(histoire) ? repondre(r, reponduA) : noterLaReponse(r, reponduA))
  if (closApres !== null) {
    const closA = instantDe(h, jourDu(closApres), maintenant)
    await clore(r, closA)
    if (chef !== null && instruite) await restituer(r, closA, { serviceId, chef, aujourdHui })
  }
  await finirLesMesures?.()
}

async function peuplerLesReclamations(p: Plume): Promise<void> {
  const charges = [obtenir(p.acteurs, 'camille'), obtenir(p.acteurs, 'nadia')]
  // oldest first, so that numbers follow the days as they would in life
  const histoires = Array.from({ length: NOMBRE_DE_RECLAMATIONS }, () =>
    imaginerHistoire(p.h, p.h.chance(PART_RECENTE)),
  ).toSorted((a, b) => b.recuIlYA - b.enregistreApres - (a.recuIlYA - a.enregistreApres))
  const registre = tenirLeRegistre(p)
  for (const [rang, histoire] of histoires.entries()) {
    await registre.jusquA(histoire.recuIlYA - histoire.enregistreApres)
    const qui = p.h.parmi(charges)
    const enregistree = await enregistrer(p, histoire, qui)
    await vivre(p, enregistree, histoire, qui).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      throw new Error(`${error.message} ${JSON.stringify(error.details)}`)
    })
    if ((rang + 1) % 50 === 0) p.dire(`  ${rang + 1} réclamations sur ${NOMBRE_DE_RECLAMATIONS}`)
  }
  await registre.finir()
}

/** About 360 dossiers in every state over 18 months, dated from today. */
export async function peuplerLesDossiers(monde: Monde): Promise<void> {
  const p: Plume = {
    ...monde,
    h: creerHasard(20_260_105),
    aujourdHui: jourDe(monde.maintenant, 'Europe/Paris'),
  }
  await peuplerLesReclamations(p)
  await peuplerLesEloges(p)
  await peuplerLesContacts(p)
}
