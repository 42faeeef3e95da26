import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { TroncVu } from '../contract.ts'
import { ChangerLaClasse } from './changer-la-classe.tsx'
import { DeclarerConflit } from './declarer-conflit.tsx'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { CLASSE } from './labels.ts'
import { LeverConflit } from './lever-conflit.tsx'

/** Who may see the dossier, and for those who decide, the way to restrict it. */
export function ProtectionDuDossier() {
  const { tronc } = useDossier()
  const peut = useWebSession().can('dossiers.proteger')
  const [fenetre, setFenetre] = useState<'classe' | 'conflit' | null>(null)
  const [aLever, setALever] = useState<NonNullable<TroncVu['conflits']>[number] | null>(null)
  const { timeZone } = useWebSession()
  const conflits = tronc.conflits ?? []
  return (
    <Card title="Confidentialité" className="pv-no-print">
      <p className="pv-small">
        <strong>{CLASSE[tronc.classe].libelle}.</strong>{' '}
        <span className="pv-muted">{CLASSE[tronc.classe].qui}</span>
      </p>
      {tronc.protection !== null && (
        <p className="pv-small">
          {tronc.protection.libelle}
          {tronc.protection.motif !== null && `\u00a0: ${tronc.protection.motif}`}
          <span className="pv-muted">
            {' '}
            — depuis le {formatDate(tronc.protection.depuisLe)}
            {tronc.protection.par !== null && `, par ${tronc.protection.par}`}
          </span>
        </p>
      )}
      {conflits.length > 0 && (
        <ul className={classes['conflits']}>
          {conflits.map((conflit) => (
            <li key={conflit.agentId} className="pv-small">
              <span>
                {conflit.nom} ne voit pas ce dossier
                <span className="pv-muted">
                  {' '}
                  : conflit d’intérêts, {formatDate(dayOf(conflit.declareA, timeZone))}
                </span>
              </span>
              <Button
                variant="transparent"
                px={0}
                fw={500}
                size="compact-sm"
                flex="none"
                onClick={() => setALever(conflit)}
                aria-label={`Lever le conflit d’intérêts de ${conflit.nom}`}
              >
                Lever
              </Button>
            </li>
          ))}
        </ul>
      )}
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
      {aLever !== null && <LeverConflit conflit={aLever} onFermer={() => setALever(null)} />}
      {fenetre === 'classe' && <ChangerLaClasse onFermer={() => setFenetre(null)} />}
      {fenetre === 'conflit' && <DeclarerConflit onFermer={() => setFenetre(null)} />}
    </Card>
  )
}
