import { Button, Modal } from '@mantine/core'
import { AppLink } from '#platform/web/app-link.tsx'
import { formatCount } from '#platform/web/formats.ts'
import type { IssueDeLot } from './executer-en-lot.ts'
import classes from './lister.module.css'
import { useCheminDuDossier } from './types-context.ts'

/** The dossiers an action could not be done to, each with its reason. */
export function RefusEnLot({ issues, onFermer }: { issues: readonly IssueDeLot[]; onFermer: () => void }) {
  const chemin = useCheminDuDossier()
  return (
    <Modal
      opened
      onClose={onFermer}
      size="lg"
      title={`${formatCount(issues.length, 'dossier')} laissés tels quels`}
    >
      <ul className={classes['listes']}>
        {issues.map(({ dossier, refus }) => (
          <li key={dossier.id}>
            <span className={classes['nomDeListe']}>
              <AppLink href={chemin(dossier.type, dossier.id)}>{dossier.numero}</AppLink> · {dossier.objet}
              <div className="pv-small">{refus}</div>
            </span>
          </li>
        ))}
      </ul>
      <div className="pv-form-actions">
        <Button onClick={onFermer}>Fermer</Button>
      </div>
    </Modal>
  )
}
