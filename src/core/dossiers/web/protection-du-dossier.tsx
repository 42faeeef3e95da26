import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { ChangerLaClasse } from './changer-la-classe.tsx'
import { DeclarerConflit } from './declarer-conflit.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { CLASSE } from './labels.ts'

/** Who may see the dossier, and for those who decide, the way to restrict it. */
export function ProtectionDuDossier() {
  const { tronc } = useDossier()
  const peut = useWebSession().can('dossiers.proteger')
  const [fenetre, setFenetre] = useState<'classe' | 'conflit' | null>(null)
  return (
    <Card title="Confidentialité" className="pv-no-print">
      <p className="pv-small">
        <strong>{CLASSE[tronc.classe].libelle}.</strong>{' '}
        <span className="pv-muted">{CLASSE[tronc.classe].qui}</span>
      </p>
      {peut && (
        <div className={classes['gestes']}>
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setFenetre('classe')}
          >
            {tronc.classe === 'sensible' ? 'Lever la protection' : 'Protéger ce dossier'}
          </Button>
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setFenetre('conflit')}
          >
            Déclarer un conflit d’intérêts
          </Button>
        </div>
      )}
      {fenetre === 'classe' && <ChangerLaClasse onFermer={() => setFenetre(null)} />}
      {fenetre === 'conflit' && <DeclarerConflit onFermer={() => setFenetre(null)} />}
    </Card>
  )
}
