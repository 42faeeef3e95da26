import { type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Appeler } from './appels.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { type Histoire, ilYA, imaginerHistoire, instantDe } from './histoire.ts'
import { COMMUNES, ELOGES, NOMS, PRENOMS, RECLAMATIONS, RUES } from './recits.ts'

const NOMBRE_DE_RECLAMATIONS = 230
const NOMBRE_D_ELOGES = 70
const PART_RECENTE = 0.22

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

async function enregistrer(
  p: Plume,
  histoire: Histoire,
  qui: ActeurAgent,
): Promise<{ id: string; canal: string }> {
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
  const cree = await p.appeler(qui, quand, 'reclamations.enregistrer', {
    canal,
    recuLe,
    receptionOrigine: 'saisie',
    objet: modele.objet,
    recit: modele.recit,
    estAnonyme: false,
    auteur: { choix: 'nouvelle', personne: auteur },
    qualite: pourUnProche ? h.parmi(['proche', 'proche', 'ayant-droit', 'personne-de-confiance']) : 'patient',
    patient: pourUnProche ? { choix: 'nouvelle', personne: inventerPersonne(h) } : null,
    services: [obtenir(p.structures, h.parmi(modele.services))],
    pieces: [],
    brouillonId: null,
  })
  return { id: String(Reflect.get(Object(cree), 'id')), canal }
}

async function vivre(
  p: Plume,
  id: string,
  canal: string,
  histoire: Histoire,
  qui: ActeurAgent,
): Promise<void> {
  const { h, appeler } = p
  let version = 1
  const faire = async (
    jours: number,
    operation: string,
    entree: Record<string, unknown>,
  ): Promise<unknown> => {
    const quand = instantDe(h, ilYA(p.aujourdHui, histoire.recuIlYA - jours), p.maintenant)
    const reponse = await appeler(qui, quand, operation, { id, version, ...entree })
    version = Number(Reflect.get(Object(reponse), 'version'))
    return reponse
  }
  const jourDu = (apres: number): JourCivil => ilYA(p.aujourdHui, histoire.recuIlYA - apres)
  const oral = canal === 'guichet' || canal === 'telephone'
  if (oral) await faire(histoire.enregistreApres, 'reclamations.remettreCopie', {})
  if (histoire.assigne) await faire(histoire.enregistreApres, 'dossiers.assigner', { agentId: qui.agentId })
  const electronique = canal === 'courriel' || canal === 'formulaire'
  if (electronique && histoire.enregistrementNote) {
    const envoyeLe = jourDu(histoire.enregistreApres)
    await faire(histoire.enregistreApres, 'reclamations.noterEnregistrement', { envoyeLe })
  }
  if (histoire.accuseApres !== null) {
    const accuse = electronique ? 'electronique' : 'papier'
    const prepare = await faire(histoire.accuseApres, 'reclamations.accuserReception', {
      canal: accuse,
      piecesManquantes: '',
    })
    const courrierId = Reflect.get(Object(prepare), 'courrierId')
    await faire(histoire.accuseApres, 'reclamations.noterEnvoi', {
      courrierId,
      envoyeLe: jourDu(histoire.accuseApres),
    })
  }
  if (h.chance(0.2)) {
    const apres = Math.min(histoire.recuIlYA, (histoire.accuseApres ?? histoire.enregistreApres) + 2)
    await faire(apres, 'dossiers.noter', {
      survenuLe: jourDu(apres),
      texte: 'Appel de la personne, qui demande où en est sa réclamation. Réponse promise cette semaine.',
    })
  }
  if (histoire.reponduApres !== null)
    await faire(histoire.reponduApres, 'reclamations.noterReponse', {
      envoyeeLe: jourDu(histoire.reponduApres),
    })
  if (histoire.closApres !== null) {
    const helene = obtenir(p.acteurs, 'helene')
    const quand = instantDe(h, jourDu(histoire.closApres), p.maintenant)
    await appeler(helene, quand, 'dossiers.franchir', { id, version, transition: 'clore' })
  }
}

async function peuplerLesReclamations(p: Plume): Promise<void> {
  const charges = [obtenir(p.acteurs, 'camille'), obtenir(p.acteurs, 'nadia')]
  // oldest first, so that numbers follow the days as they would in life
  const histoires = Array.from({ length: NOMBRE_DE_RECLAMATIONS }, () =>
    imaginerHistoire(p.h, p.h.chance(PART_RECENTE)),
  ).toSorted((a, b) => b.recuIlYA - b.enregistreApres - (a.recuIlYA - a.enregistreApres))
  for (const [rang, histoire] of histoires.entries()) {
    const qui = p.h.parmi(charges)
    const { id, canal } = await enregistrer(p, histoire, qui)
    await vivre(p, id, canal, histoire, qui).catch((error: unknown) => {
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
