import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatDayInYear, formatShortDate } from '#platform/web/formats.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { AbsenceVue } from '../contract-absences.ts'
import classes from './absences.module.css'
import { DeclarerAbsence } from './declarer-absence.tsx'

const ETATS = {
  'a-venir': { tone: 'neutral', label: 'à venir' },
  'en-cours': { tone: 'soon', label: 'en cours' },
  finie: { tone: 'quiet', label: 'finie' },
} as const satisfies Record<AbsenceVue['etat'], { tone: BadgeTone; label: string }>

/** Who is away, who stands in, and until when: entered by oneself, or by who runs the department. */
export function Absences() {
  const query = useOperation(contract.listerAbsences, {})
  const [saisie, setSaisie] = useState(false)
  const { can } = useWebSession()
  const voitLesAutres = can('agents.tenir-les-absences') || can('dossiers.modifier')
  return (
    <Page narrow>
      <PageHeader
        title={voitLesAutres ? 'Absences' : 'Mes absences'}
        lead="Pendant ces jours, ce qui est demandé va à la personne qui remplace, et rien de plus. Une absence finit d’elle-même."
        actions={<Button onClick={() => setSaisie(true)}>Saisir une absence</Button>}
      />
      <QueryView query={query}>
        {({ absences, agents }) => (
          <Card>
            {absences.length === 0 ? (
              <EmptyState title="Aucune absence">
                Saisissez vos jours d’absence et qui vous remplace : les demandes et les relances iront à
                cette personne, sans que vous ayez à transmettre quoi que ce soit.
              </EmptyState>
            ) : (
              <ul className="pv-lines">
                {absences.map((absence) => (
                  <Ligne key={absence.id} absence={absence} />
                ))}
              </ul>
            )}
            {saisie && <DeclarerAbsence agents={agents} onFermer={() => setSaisie(false)} />}
          </Card>
        )}
      </QueryView>
    </Page>
  )
}

function Ligne({ absence }: { absence: AbsenceVue }) {
  const { userId, today } = useWebSession()
  const invalider = useInvalidateAll()
  const form = useOperationForm(contract.annulerAbsence, async () => {
    toast('Absence terminée : plus personne ne remplace.')
    await invalider()
  })
  const { agent, remplacant, du, au, etat, peutAnnuler } = absence
  const annuler = async (): Promise<void> => {
    const oui = await confirm({
      title: etat === 'en-cours' ? 'Mettre fin à cette absence ?' : 'Annuler cette absence ?',
      text: `${remplacant.nom} ne verra plus ce qui est demandé à ${agent.nom}.`,
      action: etat === 'en-cours' ? 'Mettre fin' : 'Annuler l’absence',
    })
    if (oui) await form.submit({ id: absence.id })
  }
  const qui = agent.id === userId ? 'Vous' : agent.nom
  return (
    <li className={classes['ligne']}>
      <div>
        <strong>{qui}</strong>,{' '}
        {du === au
          ? `le ${formatDayInYear(du)}`
          : `du ${formatShortDate(du, today)} au ${formatDayInYear(au)}`}
        <p className="pv-small pv-muted">Remplacé par {remplacant.id === userId ? 'vous' : remplacant.nom}</p>
        {form.problem !== null && <p role="alert">{form.problem.message}</p>}
      </div>
      <StatusBadge tone={ETATS[etat].tone}>{ETATS[etat].label}</StatusBadge>
      {peutAnnuler && (
        <Button variant="subtle" size="compact-md" loading={form.pending} onClick={() => void annuler()}>
          {etat === 'en-cours' ? 'De retour' : 'Annuler'}
        </Button>
      )}
    </li>
  )
}
