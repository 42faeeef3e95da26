import { type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Appeler } from './appels.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { type Histoire, ilYA, imaginerHistoire, instantDe } from './histoire.ts'
import { instruire } from './instruire.ts'
import { COMMUNES, ELOGES, NOMS, PRENOMS, RECLAMATIONS, RUES } from './recits.ts'

const NOMBRE_DE_RECLAMATIONS = 230
const NOMBRE_D_ELOGES = 70
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

function inventerPersonne(h: Hasard) {
  const nom = h.parmi(NOMS)
  const prenom = h.parmi(PRENOMS)
  const [codePostal, commune] = h.parmi(COMMUNES)
  const avecCourriel = h.chance(0.6)
  return {
    civilite: h.parmi(['mme', 'm'] as const),
    nom,
    prenom,
    nomDeNaissance: '',
    neeLe: null,
    courriel: avecCourriel
      ? `${prenom}.${nom}@courriel.example`
          .normalize('NFD')
          .replace(/[^a-zA-Z.@]/g, '')
          .toLowerCase()
      : '',
    telephone: h.chance(0.5) ? `06 99 00 ${h.entier(10, 99)} ${h.entier(10, 99)}` : '',
    complement: '',
    voie: `${h.entier(1, 140)} ${h.parmi(RUES)}`,
    lieuDit: '',
    codePostal,
    commune,
    pays: '',
  }
}

interface Enregistree {
  readonly id: string
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
  return { id: String(Reflect.get(Object(cree), 'id')), canal, objet, serviceId }
}

const ORAUX = ['guichet', 'telephone']
const ELECTRONIQUES = ['courriel', 'formulaire']

type Faire = (apres: number, operation: string, entree: Record<string, unknown>) => Promise<unknown>

/** Calls operations on one dossier in turn, carrying its version from one to the next. */
function suivre(p: Plume, id: string, histoire: Histoire, qui: ActeurAgent): Faire {
  let version = 1
  return async (apres, operation, entree) => {
    const quand = instantDe(p.h, ilYA(p.aujourdHui, histoire.recuIlYA - apres), p.maintenant)
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

/** Old closed ones are many: one in six carries its analysis, enough to show what becomes of it. */
const estInstruite = ({ closApres, recuIlYA }: Histoire): boolean => closApres === null || recuIlYA % 6 === 0

async function vivre(
  p: Plume,
  { id, canal, objet, serviceId }: Enregistree,
  histoire: Histoire,
  qui: ActeurAgent,
): Promise<void> {
  const faire = suivre(p, id, histoire, qui)
  const jourDu = (apres: number): JourCivil => ilYA(p.aujourdHui, histoire.recuIlYA - apres)
  const { accuseApres, reponduApres, closApres, enregistreApres } = histoire
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
  if (estInstruite(histoire)) {
    const { aujourdHui, maintenant, appeler } = p
    const recueLe = jourDu(0)
    // the demonstration has an account for one chef de service
    const chef = serviceId === p.structures.get('S201') ? obtenir(p.acteurs, 'lea') : null
    const dossier = { id, objet, serviceId, histoire, recueLe, aujourdHui, maintenant, qui, chef }
    await instruire({ ...dossier, appeler, avancer: faire })
  }
  if (reponduApres !== null)
    await faire(reponduApres, 'reclamations.noterReponse', { envoyeeLe: jourDu(reponduApres) })
  if (closApres === null) return
  const { tronc } = Object(await p.appeler(qui, p.maintenant, 'reclamations.obtenir', { id }))
  const quand = instantDe(p.h, jourDu(closApres), p.maintenant)
  const entree = { id, version: tronc.version, transition: 'clore' }
  await p.appeler(obtenir(p.acteurs, 'helene'), quand, 'dossiers.franchir', entree)
}

async function peuplerLesReclamations(p: Plume): Promise<void> {
  const charges = [obtenir(p.acteurs, 'camille'), obtenir(p.acteurs, 'nadia')]
  // oldest first, so that numbers follow the days as they would in life
  const histoires = Array.from({ length: NOMBRE_DE_RECLAMATIONS }, () =>
    imaginerHistoire(p.h, p.h.chance(PART_RECENTE)),
  ).toSorted((a, b) => b.recuIlYA - b.enregistreApres - (a.recuIlYA - a.enregistreApres))
  for (const [rang, histoire] of histoires.entries()) {
    const qui = p.h.parmi(charges)
    const enregistree = await enregistrer(p, histoire, qui)
    await vivre(p, enregistree, histoire, qui).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      throw new Error(`${error.message} ${JSON.stringify(error.details)}`)
    })
    if ((rang + 1) % 50 === 0) p.dire(`  ${rang + 1} réclamations sur ${NOMBRE_DE_RECLAMATIONS}`)
  }
}

async function peuplerLesEloges(p: Plume): Promise<void> {
  const { h, appeler } = p
  const codes = [...p.structures.keys()].filter((code) => /^S\d{3}$/.test(code))
  const jours = Array.from({ length: NOMBRE_D_ELOGES }, () => h.entier(0, 540)).toSorted((a, b) => b - a)
  for (const recu of jours) {
    const quand = instantDe(h, ilYA(p.aujourdHui, recu), p.maintenant)
    const qui = obtenir(p.acteurs, h.chance(0.5) ? 'camille' : 'nadia')
    const cree = await appeler(qui, quand, 'eloges.enregistrer', {
      texte: h.parmi(ELOGES),
      auteur: h.chance(0.7) ? `${h.parmi(PRENOMS)} ${h.parmi(NOMS)}` : '',
      services: [obtenir(p.structures, h.parmi(codes))],
      canal: h.parmi(['courriel', 'courrier', 'guichet', 'formulaire']),
      recuLe: ilYA(p.aujourdHui, recu),
      pieces: [],
    })
    const id = Reflect.get(Object(cree), 'id')
    if (recu > 6 || (recu > 2 && h.chance(0.5)))
      await appeler(qui, quand, 'dossiers.franchir', { id, version: 1, transition: 'transmettre' })
  }
}

/** About 300 dossiers in every state over 18 months, dated from today. */
export async function peuplerLesDossiers(monde: Monde): Promise<void> {
  const p: Plume = {
    ...monde,
    h: creerHasard(20_260_105),
    aujourdHui: jourDe(monde.maintenant, 'Europe/Paris'),
  }
  await peuplerLesReclamations(p)
  await peuplerLesEloges(p)
}
