import { Button } from '@mantine/core'
import { useState } from 'react'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatCount } from '#platform/web/formats.ts'
import type { AnalyseVue } from '../contract-analyse.ts'
import type { GriefVu } from '../contract-griefs.ts'
import { griefsSansConstat } from '../domain/griefs.ts'
import classes from './analyse.module.css'
import { ExplicationsDuGrief } from './explications-du-grief.tsx'
import { FicheDeGrief } from './fiche-de-grief.tsx'
import { abreger } from './passage-choisi.tsx'
import { cheminDesGriefs } from './paths.ts'
import { SaisirConstat } from './saisir-constat.tsx'
import { type Explication, useExplications } from './use-explications.tsx'

/** What was found of a grief: the words for the person first, then why, for the hospital. */
function Constat({ grief, explications }: { grief: GriefVu; explications: readonly Explication[] }) {
  const { citation, reponse, motivation } = grief
  return (
    <div className={classes['regard']}>
      <div>
        {citation !== '' && <p className={classes['citation']}>«&nbsp;{abreger(citation)}&nbsp;»</p>}
        {reponse !== '' && <p className={classes['paroles']}>{reponse}</p>}
        {motivation !== '' && (
          <p className={classes['interne']}>
            <strong>En interne&nbsp;:</strong> {motivation}
          </p>
        )}
      </div>
      <ExplicationsDuGrief explications={explications} />
    </div>
  )
}

/** Grief by grief: fondé or not, why, and what will be said. */
export function ConstatsDeReclamation({ vue }: { vue: AnalyseVue }) {
  const { entete, griefs, actions } = vue
  const [ouvert, setOuvert] = useState<string | null>(null)
  const peut = actions.analyser === null
  const restent = griefsSansConstat(griefs)
  const explicationsDe = useExplications(entete.id)
  return (
    <Card
      title="Ce que nous constatons, grief par grief"
      aside={
        griefs.length === 0 || !peut
          ? undefined
          : restent.length === 0
            ? 'chaque grief a son constat'
            : `${formatCount(restent.length, 'grief')} sans constat`
      }
    >
      {griefs.length === 0 && (
        <EmptyState title="Aucun grief à analyser">
          <AppLink href={cheminDesGriefs(entete.id)}>Relevez d’abord les griefs dans la lettre.</AppLink>
        </EmptyState>
      )}
      <ul className="pv-lines">
        {griefs.map((grief) => (
          <li key={grief.id}>
            <FicheDeGrief
              grief={grief}
              actions={
                peut && ouvert !== grief.id ? (
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => setOuvert(grief.id)}
                    aria-label={`${grief.constat === null ? 'Poser le constat' : 'Modifier le constat'} du grief ${grief.rang}`}
                  >
                    {grief.constat === null ? 'Poser le constat' : 'Modifier'}
                  </Button>
                ) : undefined
              }
            >
              <Constat grief={grief} explications={explicationsDe(grief.id)} />
            </FicheDeGrief>
            {ouvert === grief.id && (
              <SaisirConstat dossierId={entete.id} grief={grief} onFermer={() => setOuvert(null)} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
