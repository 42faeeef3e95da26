import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { type AgentVu, contract } from '../contract.ts'
import { ROLE } from '../domain/labels.ts'
import classes from './agents.module.css'
import { FicheAgent } from './fiche-agent.tsx'
import { ReinitialiserMotDePasse } from './reinitialiser-mot-de-passe.tsx'

type Ouvert = { readonly fiche: AgentVu | 'nouveau' } | { readonly motDePasse: AgentVu } | null

/** Accounts of the establishment: who may sign in, with which role, over which services. */
export function Agents() {
  const query = useOperation(contract.listerAgents, {})
  const [ouvert, setOuvert] = useState<Ouvert>(null)
  const [avecInactifs, setAvecInactifs] = useState(false)
  const fermer = (): void => setOuvert(null)
  const agents = query.data?.agents ?? []
  const actifs = agents.filter((agent) => agent.estActif)
  const montres = avecInactifs ? agents : actifs
  return (
    <Page>
      <PageHeader
        title="Agents"
        lead="Les comptes qui ouvrent Porte-voix. Un compte ne se supprime pas : il se désactive, et son nom reste dans les dossiers."
        actions={<Button onClick={() => setOuvert({ fiche: 'nouveau' })}>Créer un compte</Button>}
      />
      <Card>
        <div className={classes['tete']}>
          <span className="pv-muted">{formatCount(actifs.length, 'compte actif', 'comptes actifs')}</span>
          {actifs.length < agents.length && (
            <Switch
              label="Montrer les comptes désactivés"
              checked={avecInactifs}
              onChange={(event) => setAvecInactifs(event.currentTarget.checked)}
            />
          )}
        </div>
        <QueryView query={query}>
          {() =>
            montres.length === 0 ? (
              <EmptyState title="Aucun compte">Créez le compte de chaque agent du service.</EmptyState>
            ) : (
              <ul className="pv-lines">
                {montres.map((agent) => (
                  <LigneAgent
                    key={agent.id}
                    agent={agent}
                    onModifier={() => setOuvert({ fiche: agent })}
                    onMotDePasse={() => setOuvert({ motDePasse: agent })}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
      {ouvert !== null && 'fiche' in ouvert && (
        <FicheAgent agent={ouvert.fiche === 'nouveau' ? null : ouvert.fiche} onClose={fermer} />
      )}
      {ouvert !== null && 'motDePasse' in ouvert && (
        <ReinitialiserMotDePasse agent={ouvert.motDePasse} onClose={fermer} />
      )}
    </Page>
  )
}

interface LigneAgentProps {
  readonly agent: AgentVu
  readonly onModifier: () => void
  readonly onMotDePasse: () => void
}

function LigneAgent({ agent, onModifier, onMotDePasse }: LigneAgentProps) {
  const nom = `${agent.prenom} ${agent.nom}`
  return (
    <li className={classes['ligne']}>
      <div className={classes['qui']}>
        <h2 className={classes['nom']}>{nom}</h2>
        <div className="pv-small pv-muted">
          {[agent.identifiant, agent.fonction, agent.courriel].filter((part) => part !== '').join(' · ')}
        </div>
      </div>
      <div className={classes['role']}>
        {ROLE[agent.role]}
        {agent.role === 'chef-de-service' && (
          <div className="pv-small pv-muted">{formatCount(agent.services.length, 'structure')}</div>
        )}
      </div>
      <div>{!agent.estActif && <StatusBadge tone="quiet">désactivé</StatusBadge>}</div>
      <div className={classes['actions']}>
        <Button variant="default" size="sm" onClick={onModifier} aria-label={`Modifier le compte de ${nom}`}>
          Modifier
        </Button>
        <Button
          variant="subtle"
          size="sm"
          onClick={onMotDePasse}
          aria-label={`Donner un nouveau mot de passe à ${nom}`}
        >
          Mot de passe
        </Button>
      </div>
    </li>
  )
}
