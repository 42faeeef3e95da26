import type { ActionDeLot } from '#core/dossiers/web/index.ts'
import { callOperation } from '#platform/web/client.ts'
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
  async executer({ id }) {
    const { taches, courrielIndisponible } = await callOperation(contract.lister, { id })
    const relances = relancesAFaire(taches, courrielIndisponible)
    if (typeof relances === 'string') return relances
    const rates: string[] = []
    for (const relance of relances) {
      const { envoi, raison } = await callOperation(contract.relancer, { ...relance, parCourriel: true })
      if (envoi !== 'parti')
        rates.push(`${relance.nom || relance.courriel} : ${raison ?? 'le courriel n’est pas parti'}`)
    }
    return rates.length === 0 ? null : rates.join(' ')
  },
}
