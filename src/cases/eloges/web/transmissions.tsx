import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { Card } from '#platform/web/card.tsx'
import { urlOf } from '#platform/web/client.ts'
import { formatInstant, formatShortDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { ATransmettre, TransmissionVue } from '../contract-transmission.ts'
import { ENVOI_A_L_EQUIPE, FORMES_DE_L_ACCORD, LIBELLES_DES_ACCORDS } from '../domain/labels.ts'
import { AnnulerTransmission } from './annuler-transmission.tsx'
import classes from './eloge.module.css'
import { NoterAccord } from './noter-accord.tsx'

const discret = { variant: 'transparent', px: 0, fw: 500, size: 'compact-sm' } as const

/** Opens the sheet beside the application: printed from there. */
export const adresseDeLaFiche = (id: string, transmissionId?: string): string =>
  urlOf(contract.imprimerFiche, { id, ...(transmissionId === undefined ? {} : { transmissionId }) })

function LaFiche({ transmissionId, children }: { transmissionId?: string; children: string }) {
  const { tronc } = useDossier()
  return (
    <Button
      {...discret}
      component="a"
      href={adresseDeLaFiche(tronc.id, transmissionId)}
      target="_blank"
      rel="noreferrer"
      className="pv-no-print"
    >
      {children}
    </Button>
  )
}

/** Where a praise went, whether its author is named, and the sheet to print. */
export function Transmissions({
  transmissions,
  aTransmettre,
}: {
  transmissions: readonly TransmissionVue[]
  aTransmettre: ATransmettre | null
}) {
  return (
    <Card
      title="Transmission à l’équipe"
      aside={aTransmettre === null ? undefined : <LaFiche>Imprimer la fiche</LaFiche>}
    >
      {aTransmettre !== null && <AccordDeLAuteur aTransmettre={aTransmettre} />}
      {transmissions.length === 0 ? (
        <p className="pv-muted pv-small">
          L’équipe ne l’a pas encore reçu. Elle le recevra par courriel, avec une fiche A4 à afficher.
        </p>
      ) : (
        <ul className={classes['transmissions']}>
          {transmissions.map((transmission) => (
            <Transmission key={transmission.id} transmission={transmission} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function AccordDeLAuteur({ aTransmettre }: { aTransmettre: ATransmettre }) {
  const { today } = useWebSession()
  const [ouverte, setOuverte] = useState(false)
  const { accord, forme, accordLe, signature } = aTransmettre
  const parSaFiche = accord === 'inconnu' && signature !== ''
  return (
    <p className="pv-small">
      {parSaFiche
        ? `D’après sa fiche, la personne accepte que son nom soit donné à l’équipe : ${signature}.`
        : LIBELLES_DES_ACCORDS[accord]}
      {forme !== null && accordLe !== null && (
        <span className="pv-muted">
          {' '}
          ({FORMES_DE_L_ACCORD[forme]}, le {formatShortDate(accordLe, today)})
        </span>
      )}{' '}
      <Button {...discret} className="pv-no-print" onClick={() => setOuverte(true)}>
        {accord === 'inconnu' ? 'Noter son accord' : 'Changer'}
      </Button>
      {ouverte && <NoterAccord aTransmettre={aTransmettre} onFermer={() => setOuverte(false)} />}
    </p>
  )
}

function Transmission({ transmission: t }: { transmission: TransmissionVue }) {
  const { can, today, timeZone } = useWebSession()
  const [annule, setAnnule] = useState(false)
  return (
    <li>
      <strong>{t.structure.nom}</strong>, le {formatShortDate(t.le, today)}
      {t.a.nom !== '' && `, à ${t.a.nom}`} <span className="pv-muted">({ENVOI_A_L_EQUIPE[t.envoi]})</span>
      {t.annulation !== null && (
        <p className="pv-small pv-muted">
          Annulée le {formatInstant(t.annulation.a, timeZone)}. Motif&nbsp;: {t.annulation.motif}
        </p>
      )}
      {t.raison !== '' && t.annulation === null && <Notice tone="late">{t.raison}</Notice>}
      {t.remiseLe !== null && (
        <p className="pv-small">Remis à l’équipe par le service le {formatShortDate(t.remiseLe, today)}.</p>
      )}
      {t.annulation === null && (
        <div className={`${classes['actions']} pv-no-print`}>
          <LaFiche transmissionId={t.id}>Imprimer la fiche de l’équipe</LaFiche>
          {can('eloges.remettre') && <Remettre transmission={t} />}
          {can('eloges.transmettre') && t.refusDAnnuler === null && (
            <Button {...discret} onClick={() => setAnnule(true)}>
              Annuler la transmission
            </Button>
          )}
        </div>
      )}
      {annule && <AnnulerTransmission transmission={t} onFermer={() => setAnnule(false)} />}
    </li>
  )
}

function Remettre({ transmission }: { transmission: TransmissionVue }) {
  const { tronc, rafraichir } = useDossier()
  const form = useOperationForm(contract.remettre, async () => {
    toast('C’est noté : l’équipe l’a reçu.')
    await rafraichir()
  })
  return (
    <ActionButton
      size="compact-md"
      loading={form.pending}
      disabledReason={transmission.refusDeRemettre?.message ?? null}
      onClick={() => void form.submit({ id: tronc.id, transmissionId: transmission.id })}
    >
      Je l’ai remis à l’équipe
    </ActionButton>
  )
}
