import { Button, Modal } from '@mantine/core'
import { formatDate } from '#platform/web/formats.ts'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { type ConsentementVu, contract, type PersonneVue } from '../contract.ts'
import { nomComplet } from './identite.ts'
import { FORME_DE_CONSENTEMENT, OBJET_DE_CONSENTEMENT } from './labels.ts'
import { NouveauConsentement } from './nouveau-consentement.tsx'
import classes from './personnes.module.css'

export interface ConsentementsDePersonneProps {
  readonly personne: PersonneVue
  /** the dossier it is given for; null when for all */
  readonly dossierId: string | null
  readonly onFermer: () => void
}

/** What someone agreed to, and what they took back: withdrawn ones stay readable. */
export function ConsentementsDePersonne({ personne, dossierId, onFermer }: ConsentementsDePersonneProps) {
  const consentements = useOperation(contract.listerConsentements, { id: personne.id })
  const invalider = useInvalidate()
  const rafraichir = (): Promise<void> => invalider(contract.listerConsentements)
  return (
    <Modal opened onClose={onFermer} title={`Consentements de ${nomComplet(personne)}`} size="lg">
      <p className="pv-muted pv-small">
        Un consentement écrit est demandé avant de communiquer des données de santé à un médiateur ou à la
        commission des usagers (CSP, art. L. 1112-3).
      </p>
      <QueryView query={consentements}>
        {({ consentements: liste }) => (
          <ul className={classes['consentements']}>
            {liste.length === 0 && <li className="pv-muted pv-small">Aucun consentement enregistré.</li>}
            {liste.map((consentement) => (
              <Consentement key={consentement.id} consentement={consentement} onFait={rafraichir} />
            ))}
          </ul>
        )}
      </QueryView>
      <NouveauConsentement personneId={personne.id} dossierId={dossierId} onFait={rafraichir} />
    </Modal>
  )
}

function Consentement({
  consentement: { id, objet, forme, donneLe, retireLe },
  onFait,
}: {
  consentement: ConsentementVu
  onFait: () => Promise<void>
}) {
  const { today } = useWebSession()
  const form = useOperationForm(contract.retirerConsentement, onFait)
  return (
    <li>
      <span>
        <strong>{OBJET_DE_CONSENTEMENT[objet]}</strong>, {FORME_DE_CONSENTEMENT[forme].toLowerCase()}, le{' '}
        {formatDate(donneLe)}
        {retireLe !== null && <span className="pv-muted"> — retiré le {formatDate(retireLe)}</span>}
      </span>
      {retireLe === null && (
        <Button
          size="compact-sm"
          variant="default"
          loading={form.pending}
          aria-label={`Noter le retrait du consentement : ${OBJET_DE_CONSENTEMENT[objet]}`}
          onClick={() => void form.submit({ id, retireLe: today })}
        >
          Retiré aujourd’hui
        </Button>
      )}
    </li>
  )
}
