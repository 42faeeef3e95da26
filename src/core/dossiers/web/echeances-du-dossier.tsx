import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { useDossier } from './dossier-context.ts'
import { Echeance } from './echeance.tsx'
import classes from './echeances.module.css'

/** The deadlines of the dossier as sentences: those that run first, the settled ones folded. */
export function EcheancesDuDossier() {
  const { echeances } = useDossier().tronc
  const [toutes, setToutes] = useState(false)
  const enCours = echeances.filter(({ etat }) => etat === 'ouverte' || etat === 'suspendue')
  const reglees = echeances.filter(({ etat }) => etat !== 'ouverte' && etat !== 'suspendue')
  return (
    <Card title="Échéances" className={classes['carte'] ?? ''}>
      {enCours.length === 0 && <p className="pv-muted">Aucune échéance ne court.</p>}
      {enCours.map((echeance) => (
        <Echeance key={`${echeance.code}-${echeance.faitId}`} echeance={echeance} />
      ))}
      {reglees.length > 0 && (
        <Button
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          className={`${classes['deplier']} pv-no-print`}
          aria-expanded={toutes}
          onClick={() => setToutes(!toutes)}
        >
          {toutes
            ? 'Masquer les échéances réglées'
            : formatCount(reglees.length, 'échéance réglée', 'échéances réglées')}
        </Button>
      )}
      {toutes &&
        reglees.map((echeance) => (
          <Echeance key={`${echeance.code}-${echeance.faitId}`} echeance={echeance} />
        ))}
    </Card>
  )
}
