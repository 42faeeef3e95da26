import { Button, Checkbox } from '@mantine/core'
import type { DepotVu } from '#core/pieces/contract.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { formatDay, formatInstant } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import type { Formulaire } from './brouillon.tsx'
import type { Enregistrement } from './enregistrement.tsx'
import classes from './nouvelle-reclamation.module.css'

export interface DateDeReceptionProps {
  readonly formulaire: Formulaire
  readonly message: DepotVu['message']
  readonly champ: Enregistrement['champ']
  readonly onChange: (formulaire: Formulaire) => void
}

/** Where the proposed day comes from, or why none is. */
function provenance(message: DepotVu['message'], f: Formulaire, timeZone: string): string | null {
  if (message === null)
    return f.canal === 'courrier' ? 'Celle du tampon d’arrivée, non celle de la lettre.' : null
  if (message.recuA !== null && message.recuLe === f.recuLe)
    return `Le serveur de messagerie de l’établissement l’a reçu le ${formatInstant(message.recuA, timeZone)}.`
  if (message.recuA === null)
    return 'La date annoncée par l’expéditeur ne fait pas foi. Indiquez le jour d’arrivée dans la boîte du service.'
  return null
}

/** The legal day of receipt: proposed when our own server says it, always confirmed by the agent, then fixed. */
export function DateDeReception({ formulaire: f, message, champ, onChange }: DateDeReceptionProps) {
  const { today, timeZone } = useWebSession()
  const phrase = provenance(message, f, timeZone)
  const changer = (recuLe: string): void =>
    onChange({
      ...f,
      recuLe,
      receptionOrigine: recuLe !== '' && recuLe === message?.recuLe ? 'message-recu' : 'saisie',
      receptionConfirmee: recuLe !== '',
    })
  const proposee = f.recuLe !== '' && f.receptionOrigine === 'message-recu'
  return (
    <div className={classes['reception']}>
      <DayField
        {...champ('recuLe')}
        label="Date de réception"
        description={phrase ?? 'Elle fait courir les délais et ne change plus ensuite.'}
        value={f.recuLe}
        max={today}
        onChange={changer}
      />
      {f.recuLe === '' && (
        <Button
          variant="transparent"
          px={0}
          fw={500}
          size="compact-sm"
          className={classes['aujourdhui'] ?? ''}
          onClick={() => changer(today)}
        >
          Aujourd’hui
        </Button>
      )}
      {proposee && (
        <Checkbox
          {...champ('receptionConfirmee')}
          checked={f.receptionConfirmee}
          label={`Je confirme : reçue le ${formatDay(f.recuLe)}`}
          onChange={(e) => onChange({ ...f, receptionConfirmee: e.currentTarget.checked })}
        />
      )}
    </div>
  )
}
