import { nomsDesAgents } from '#core/agents/index.ts'
import {
  aujourdHui,
  type Ecriture,
  enregistrerFaitSeul,
  peutTravaillerSurLeDossier,
  remplacerAttentes,
} from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { SuiteSaisie } from '../../contract.ts'
import { REFUS } from '../../domain/labels.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeJour, refusDHeure } from '../../domain/rules.ts'
import { attentesDesSuites, precisionDe } from '../../domain/suites.ts'
import { insererSuite, listerSuites } from '../store.ts'

/** Where the fields are in the form: `suite.` when the promise is a part of it. */
export type Chemin = '' | 'suite.' | 'nouvelle.'

/** Who is given a promise must see the contact, as it is protected. */
export type DossierDeSuite = Parameters<typeof peutTravaillerSurLeDossier>[1]

async function agentChoisi(
  e: Ecriture,
  dossier: DossierDeSuite,
  choisi: string | null,
  chemin: Chemin,
): Promise<{ id: string; nom: string }> {
  const id = choisi ?? agentDe(e).agentId
  const nom = (await nomsDesAgents(e.tx, [id])).get(id)
  if (nom === undefined || !(await peutTravaillerSurLeDossier(e.tx, dossier, id)))
    throw new AppError('invalid', { champs: { [`${chemin}agentId`]: REFUS['agent-inconnu'] } })
  return { id, nom }
}

/** Writes a promise down: its row and its fact. Who called it rewrites what the dossier waits for. */
export async function inscrireSuite(
  e: Ecriture,
  dossier: DossierDeSuite,
  saisie: SuiteSaisie,
  chemin: Chemin,
): Promise<{ readonly suiteId: string; readonly agentId: string }> {
  refuserSi(refusDeJour(saisie.pourLe, aujourdHui(e)), `${chemin}pourLe`)
  refuserSi(refusDHeure(saisie.nature, saisie.heure), `${chemin}heure`)
  const agent = await agentChoisi(e, dossier, saisie.agentId, chemin)
  const { agentId: _choisi, ...reste } = saisie
  const suite = { ...reste, agent, id: uuidv7(e.now.getTime()), etat: 'prevu' } as const
  await insererSuite(e.tx, { ...suite, dossierId: dossier.id, creeA: e.now })
  await enregistrerFaitSeul(e, dossier.id, {
    code: `${suite.nature}-prevu`,
    survenuLe: aujourdHui(e),
    details: { suiteId: suite.id, precision: precisionDe(suite, agentDe(e).agentId) },
  })
  return { suiteId: suite.id, agentId: agent.id }
}

/** Rewrites what the dossier waits for on the side of its promises: one of today, or late, is on the home. */
export async function suivreSuites(
  e: Ecriture,
  dossier: { readonly id: string; readonly etablissementId: string },
): Promise<void> {
  const suites = await listerSuites(e.tx, dossier.id)
  await remplacerAttentes(e.tx, dossier, 'contacts', attentesDesSuites(suites))
}
