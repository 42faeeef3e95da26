import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { annulerAbsence } from './annuler-absence.ts'
import { changerMotDePasse } from './changer-mot-de-passe.ts'
import { contract } from './contract.ts'
import { creerAgent } from './creer-agent.ts'
import { declarerAbsence } from './declarer-absence.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { fermerSession } from './fermer-session.ts'
import { installer } from './installer.ts'
import { listerAbsences } from './lister-absences.ts'
import { listerAgents } from './lister-agents.ts'
import { listerCollegues } from './lister-collegues.ts'
import { modifierAgent } from './modifier-agent.ts'
import { obtenirSession } from './obtenir-session.ts'
import { ouvrirSession } from './ouvrir-session.ts'
import { reinitialiserMotDePasse } from './reinitialiser-mot-de-passe.ts'

/** What hashes a password holds no transaction meanwhile: it takes tens of milliseconds. */
export const routesDesAgents = (dependances: DependancesDesAgents) =>
  lier('agents', contract, {
    obtenirSession: obtenirSession(dependances),
    installer: outsideTransaction(installer(dependances)),
    ouvrirSession: outsideTransaction(ouvrirSession(dependances)),
    fermerSession,
    changerMotDePasse: outsideTransaction(changerMotDePasse(dependances)),
    listerCollegues,
    listerAgents,
    creerAgent: outsideTransaction(creerAgent(dependances)),
    modifierAgent: modifierAgent(dependances),
    reinitialiserMotDePasse: outsideTransaction(reinitialiserMotDePasse),
    listerAbsences: listerAbsences(dependances),
    declarerAbsence: declarerAbsence(dependances),
    annulerAbsence,
  })
