import { Button, Menu } from '@mantine/core'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { dayOf, formatCount, formatDate } from '#platform/web/formats.ts'
import { MoreMenu } from '#platform/web/more-menu.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { GriefsVus, GriefVu } from '../contract-griefs.ts'
import { FicheDeGrief } from './fiche-de-grief.tsx'
import classes from './griefs.module.css'
import { abreger } from './passage-choisi.tsx'

export interface GriefsRelevesProps {
  readonly vue: GriefsVus
  readonly onMontrer: (grief: GriefVu) => void
  readonly onModifier: (grief: GriefVu) => void
  readonly onRetirer: (grief: GriefVu) => void
  readonly onSansPassage: () => void
}

/** Id under which a grief is reached from the letter. */
export const ancreDuGrief = (rang: number): string => `grief-${rang}`

function Passage({
  grief,
  vue,
  onMontrer,
}: { grief: GriefVu } & Pick<GriefsRelevesProps, 'vue' | 'onMontrer'>) {
  const { passage, citation } = grief
  if (passage === null) return <p className="pv-small pv-muted">sans passage</p>
  const rang = vue.recits.find(({ id }) => id === passage.recitId)?.rang
  return (
    <p className={classes['passage']}>
      <button type="button" className={classes['voir']} onClick={() => onMontrer(grief)}>
        «&nbsp;{abreger(citation, 130)}&nbsp;»<span className="pv-sr">, voir dans la lettre</span>
      </button>
      {vue.recits.length > 1 && rang !== undefined && (
        <span className="pv-small pv-muted"> version {rang}</span>
      )}
    </p>
  )
}

/** Moves one grief up or down and tells the server the whole order. */
function useDeplacement(vue: GriefsVus): (grief: GriefVu, sens: 1 | -1) => void {
  const invalider = useInvalidateAll()
  const form = useOperationForm(contract.ordonnerGriefs, async () => invalider())
  return (grief, sens) => {
    const ordre = vue.griefs.map(({ id }) => id)
    const ici = ordre.indexOf(grief.id)
    const griefs = ordre.toSpliced(ici, 1).toSpliced(ici + sens, 0, grief.id)
    void form.submit({ id: vue.entete.id, griefs }).then(async (fait) => {
      if (fait === null) await invalider()
      toast(
        fait === null
          ? 'La liste avait changé : elle est à jour, recommencez le déplacement.'
          : `Grief déplacé au rang ${ici + 1 + sens}.`,
      )
    })
  }
}

function Retires({ vue }: Pick<GriefsRelevesProps, 'vue'>) {
  const { timeZone } = useWebSession()
  const invalider = useInvalidateAll()
  const form = useOperationForm(contract.retablirGrief, async () => {
    toast('Grief rétabli.')
    await invalider()
  })
  return (
    <details className={classes['retires']}>
      <summary>{formatCount(vue.retires.length, 'grief retiré', 'griefs retirés')}</summary>
      <ul className="pv-lines">
        {vue.retires.map(({ id, version, intitule, retrait }) => (
          <li key={id} className={classes['retire']}>
            <div>
              <s>{intitule}</s>
              {retrait !== null && (
                <p className="pv-small pv-muted">
                  le {formatDate(dayOf(retrait.le, timeZone))}
                  {retrait.par !== null && `, ${retrait.par}`}&nbsp;: {retrait.motif}
                </p>
              )}
            </div>
            {vue.actions.qualifier === null && (
              <Button
                size="compact-sm"
                variant="default"
                loading={form.pending}
                onClick={() => void form.submit({ id: vue.entete.id, griefId: id, version })}
                aria-label={`Rétablir « ${intitule} »`}
              >
                Rétablir
              </Button>
            )}
          </li>
        ))}
      </ul>
      {form.problem !== null && <p role="alert">{form.problem.message}</p>}
    </details>
  )
}

/** The griefs found so far, beside the letter. */
export function GriefsReleves(props: GriefsRelevesProps) {
  const { vue, onMontrer, onModifier, onRetirer, onSansPassage } = props
  const { griefs, retires, actions } = vue
  const deplacer = useDeplacement(vue)
  const peut = actions.qualifier === null
  return (
    <Card
      title={griefs.length === 0 ? 'Griefs' : formatCount(griefs.length, 'grief')}
      aside={
        peut && griefs.length > 0 ? (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={onSansPassage}>
            Ajouter sans passage
          </Button>
        ) : undefined
      }
    >
      {griefs.length === 0 && (
        <EmptyState
          title="Aucun grief relevé"
          action={
            peut ? (
              <Button variant="default" onClick={onSansPassage}>
                Ajouter un grief sans passage
              </Button>
            ) : undefined
          }
        >
          {peut
            ? 'Lisez la lettre et surlignez ce que la personne reproche : chaque passage devient un grief, avec son motif, son service et sa gravité. Une même phrase peut en porter plusieurs.'
            : 'Les griefs qui visent vos services apparaîtront ici.'}
        </EmptyState>
      )}
      <ol className={`pv-lines ${classes['liste']}`}>
        {griefs.map((grief, rang) => (
          <li key={grief.id} id={ancreDuGrief(grief.rang)} data-grief={grief.id} tabIndex={-1}>
            <FicheDeGrief
              grief={grief}
              actions={
                peut ? (
                  <>
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => onModifier(grief)}
                      aria-label={`Modifier le grief ${grief.rang}`}
                    >
                      Modifier
                    </Button>
                    <MoreMenu label={`Autres gestes sur le grief ${grief.rang}`}>
                      {rang > 0 && <Menu.Item onClick={() => deplacer(grief, -1)}>Monter</Menu.Item>}
                      {rang < griefs.length - 1 && (
                        <Menu.Item onClick={() => deplacer(grief, 1)}>Descendre</Menu.Item>
                      )}
                      <Menu.Item onClick={() => onRetirer(grief)}>Retirer…</Menu.Item>
                    </MoreMenu>
                  </>
                ) : undefined
              }
            >
              <Passage grief={grief} vue={vue} onMontrer={onMontrer} />
            </FicheDeGrief>
          </li>
        ))}
      </ol>
      {retires.length > 0 && <Retires vue={vue} />}
    </Card>
  )
}
