import { type ActionDeLot, type EchecDeLot, phraseDeLEchec } from '#core/dossiers/web/index.ts'
import type { callOperation } from '#platform/web/client.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { contract, type TacheVue } from '../contract.ts'

type Relance = Pick<TacheVue, 'id' | 'version'> & {
  readonly niveau: 'rappel' | 'relance'
  readonly nom: string
  readonly courriel: string
}

/** The reminders of a dossier whose turn has come and that an e-mail can carry; otherwise why there is none. */
export function relancesAFaire(
  taches: readonly TacheVue[],
  courrielIndisponible: string | null,
): readonly Relance[] | string {
  const attendues = taches.filter(({ relanceProposee }) => relanceProposee !== null)
  if (attendues.length === 0) return 'Aucun service n’est à relancer aujourd’hui.'
  if (courrielIndisponible !== null) return courrielIndisponible
  const relances = attendues.flatMap(({ id, version, relanceProposee, destinataire }): Relance[] => {
    const niveau = relanceProposee?.niveau
    if (niveau === undefined || niveau === 'hierarchie' || destinataire.courriel === '') return []
    return [{ id, version, niveau, nom: destinataire.nom, courriel: destinataire.courriel }]
  })
  if (relances.length > 0) return relances
  return attendues.some(({ relanceProposee }) => relanceProposee?.niveau === 'hierarchie')
    ? 'Le tour de la hiérarchie est venu : choisissez à qui écrire, depuis le dossier.'
    : 'Aucune adresse de courriel : relancez depuis le dossier, et copiez le message.'
}

interface Faite {
  readonly etat: 'partie' | 'a-reprendre' | 'refusee'
  readonly phrase: string
}

const RENVOYER = 'renvoyez le lien depuis le dossier, par « Remplacer le lien ».'
const NON_PARTI = {
  quoi: 'relance notée, mais le courriel n’est pas parti.',
  aFaire: `À faire\u00a0: ${RENVOYER}`,
}
const EN_DOUTE = {
  quoi: 'relance notée, son courriel est peut-être parti.',
  aFaire: `Demandez au service s’il l’a reçu\u00a0; sinon, ${RENVOYER}`,
}
const PERDUE = 'la réponse du serveur s’est perdue, on ne sait pas si la relance est partie.'

/** Once the reminder is recorded its level is used up, whatever becomes of the e-mail: what is left to do is said. */
async function relancer(relance: Relance, appeler: typeof callOperation): Promise<Faite> {
  const qui = `${relance.nom || relance.courriel}\u00a0:`
  try {
    const { envoi, raison } = await appeler(contract.relancer, { ...relance, parCourriel: true })
    if (envoi === 'parti') return { etat: 'partie', phrase: `${qui} courriel parti.` }
    const suite = envoi === 'incertain' ? EN_DOUTE : NON_PARTI
    const phrase = [qui, suite.quoi, raison ?? '', suite.aFaire].filter((mot) => mot !== '').join(' ')
    return { etat: 'a-reprendre', phrase }
  } catch (error) {
    const { code } = toProblem(error)
    if (code === 'offline' || code === 'unexpected')
      return { etat: 'a-reprendre', phrase: `${qui} ${PERDUE} Vérifiez au dossier.` }
    return { etat: 'refusee', phrase: `${qui} pas relancé. ${phraseDeLEchec(error)}` }
  }
}

const refuser = (...raisons: readonly string[]): EchecDeLot => ({ etat: 'refuse', raisons })

/** Sends one dossier's reminders that are due, one after the other: what one becomes changes nothing for the next. */
export async function relancerLesServices(
  id: string,
  appeler: typeof callOperation,
): Promise<EchecDeLot | null> {
  const { taches, courrielIndisponible } = await appeler(contract.lister, { id })
  const relances = relancesAFaire(taches, courrielIndisponible)
  if (typeof relances === 'string') return refuser(relances)
  const faites: Faite[] = []
  for (const relance of relances) faites.push(await relancer(relance, appeler))
  if (faites.every(({ etat }) => etat === 'partie')) return null
  const raisons = faites.map(({ phrase }) => phrase)
  if (faites.every(({ etat }) => etat === 'refusee')) return refuser(...raisons)
  return { etat: 'a-reprendre', raisons }
}

/** Chases the services of the chosen dossiers by e-mail: those whose reminder is due, at the level that is due. */
export const relancerEnLot: ActionDeLot = {
  code: 'relancer',
  libelle: 'Relancer les services en retard',
  permission: 'taches.demander',
  fait: 'relancé',
  question: (nombre) => ({
    title: 'Relancer les services ?',
    text: `Pour ${nombre > 1 ? `chacun des ${nombre} dossiers` : 'ce dossier'}, un courriel part à chaque service dont la relance est due aujourd’hui, avec un lien pour répondre. Un courriel parti ne se rattrape pas.`,
    action: 'Relancer',
  }),
  executer: ({ id }, appeler) => relancerLesServices(id, appeler),
}
