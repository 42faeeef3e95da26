import { Button } from '@mantine/core'
import { Card } from '#platform/web/card.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'

/** Services concerned, and the way to change them. */
export function ServicesDuDossier({ onModifier }: { onModifier: () => void }) {
  const { services } = useDossier().tronc
  const { can } = useWebSession()
  return (
    <Card
      title="Services concernés"
      aside={
        can('dossiers.modifier') ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={onModifier}
            aria-label="Modifier les services"
          >
            Modifier
          </Button>
        ) : undefined
      }
    >
      {services.length === 0 ? (
        <p className="pv-muted pv-small">
          Aucun service indiqué&nbsp;: aucun chef de service ne voit ce dossier.
        </p>
      ) : (
        <ul className={classes['services']}>
          {services.map(({ id, nom }) => (
            <li key={id}>{nom}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
