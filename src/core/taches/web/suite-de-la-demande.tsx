import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatDayInYear, formatInstant, formatShortDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type TacheVue } from '../contract.ts'
import { NIVEAU_DE_RELANCE } from '../domain/labels.ts'
import { SuspendreFenetre } from './suspendre-fenetre.tsx'
import classes from './taches.module.css'

/** Beside a sentence, not a button among the actions of the request. */
const dansLaPhrase = { variant: 'transparent', px: 0, fw: 500, size: 'compact-sm' } as const

/** What the chase does next by itself and why, what did not leave, and how to hold it back. */
export function SuiteDeLaDemande({ tache }: { tache: TacheVue }) {
  const { relanceAutomatique: suite, suspension } = tache
  if (suite === null) return null
  const { prochaine, empechement, echec } = suite
  return (
    <>
      {echec !== null && <NonPartie echec={echec} />}
      {suspension !== null && <Suspendue tache={tache} suspension={suspension} />}
      {prochaine !== null && <Prochaine tache={tache} prochaine={prochaine} />}
      {suspension === null && empechement !== null && (
        <p className={classes['meta']}>{empechement.message}</p>
      )}
    </>
  )
}

type Suite = NonNullable<TacheVue['relanceAutomatique']>

function NonPartie({ echec }: { echec: NonNullable<Suite['echec']> }) {
  const { today } = useWebSession()
  const { niveau, le, a, raison } = echec
  return (
    <Notice tone="late">
      {NIVEAU_DE_RELANCE[niveau].libelle} du {formatShortDate(le, today)}, à {a}&nbsp;: le courriel n’est pas
      parti. {raison} L’envoi sera tenté de nouveau&nbsp;; vous pouvez aussi relancer à la main.
    </Notice>
  )
}

function Prochaine({ tache, prochaine }: { tache: TacheVue; prochaine: NonNullable<Suite['prochaine']> }) {
  const { can } = useWebSession()
  const [ouverte, setOuverte] = useState(false)
  return (
    <p className={classes['meta']}>
      Prochaine relance le <strong>{formatDayInYear(prochaine.le)}</strong>&nbsp;:{' '}
      {NIVEAU_DE_RELANCE[prochaine.niveau].quand}. {prochaine.pourquoi}{' '}
      {can('taches.demander') && (
        <Button {...dansLaPhrase} className="pv-no-print" onClick={() => setOuverte(true)}>
          Suspendre les relances
        </Button>
      )}
      {ouverte && <SuspendreFenetre tache={tache} onFermer={() => setOuverte(false)} />}
    </p>
  )
}

function Suspendue({
  tache,
  suspension,
}: {
  tache: TacheVue
  suspension: NonNullable<TacheVue['suspension']>
}) {
  const { can, timeZone } = useWebSession()
  const invalider = useInvalidateAll()
  const form = useOperationForm(contract.reprendreLesRelances, async () => {
    toast('Les relances de cette demande reprennent.')
    await invalider()
  })
  return (
    <p className={classes['meta']}>
      Relances automatiques suspendues le {formatInstant(suspension.a, timeZone)}. Motif&nbsp;:{' '}
      {suspension.motif}{' '}
      {can('taches.demander') && (
        <Button
          {...dansLaPhrase}
          className="pv-no-print"
          loading={form.pending}
          onClick={() => void form.submit({ id: tache.id, version: tache.version })}
        >
          Laisser reprendre
        </Button>
      )}
      {form.problem !== null && <span role="alert"> {form.problem.message}</span>}
    </p>
  )
}
