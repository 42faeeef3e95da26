import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  Chronologie,
  PageDeDossier,
  RecitDuDossier,
  TransitionsDuDossier,
  useTypesWeb,
} from '#core/dossiers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatDay, formatShortDate, formatTime } from '#platform/web/formats.ts'
import { useGoTo, usePathParam } from '#platform/web/navigation.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { type ContactVu, contract } from '../contract.ts'
import { LIBELLES_DES_MOTIFS, LIBELLES_DES_ORIENTATIONS, PAR } from '../domain/labels.ts'
import { TYPE_SUGGERE } from '../domain/rules.ts'
import classes from './contacts.module.css'
import { ModifierContact } from './modifier-contact.tsx'
import { SuitesDuContact } from './suites-du-contact.tsx'

/** What this contact may become, in one click: the types that exist and the agent may open. */
function Transformations({ vue }: { vue: ContactVu }) {
  const { can } = useWebSession()
  const goTo = useGoTo()
  const types = useTypesWeb().filter(({ creation }) => can(creation.permission))
  if (vue.actions.transformer !== null) return null
  const suggere = vue.tronc.estClos ? undefined : TYPE_SUGGERE[vue.motif]
  return types
    .flatMap(({ code, depuis }) => (depuis === undefined ? [] : [{ code, ...depuis }]))
    .toSorted((a, b) => Number(a.code === suggere) - Number(b.code === suggere))
    .map(({ code, label, href }) => (
      <ActionButton
        key={code}
        variant={code === suggere ? 'filled' : 'default'}
        onClick={() => goTo(href(vue.tronc.id))}
      >
        {label}
      </ActionButton>
    ))
}

function Actions({ vue }: { vue: ContactVu }) {
  if (vue.actions.terminer !== null) return null
  const aTransformer = vue.actions.transformer === null && TYPE_SUGGERE[vue.motif] !== undefined
  const principale = vue.tronc.estClos || aTransformer ? {} : { principale: 'clore' }
  return (
    <>
      <TransitionsDuDossier {...principale} />
      <Transformations vue={vue} />
    </>
  )
}

/** Why the person came, and what was done at once. */
function Fiche({ vue }: { vue: ContactVu }) {
  const [modifie, setModifie] = useState(false)
  const { motif, orientation, orientationPrecision, dureeMinutes } = vue
  return (
    <Card
      title="Demande et orientation"
      aside={
        vue.actions.modifier === null ? (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setModifie(true)}>
            Modifier
          </Button>
        ) : undefined
      }
    >
      <dl className={classes['fiche']}>
        <dt>Motif</dt>
        <dd>{LIBELLES_DES_MOTIFS[motif]}</dd>
        <dt>Orientation</dt>
        <dd>
          {orientation === null ? (
            <span className="pv-muted">aucune</span>
          ) : (
            LIBELLES_DES_ORIENTATIONS[orientation]
          )}
          {orientationPrecision === '' ? '' : `, ${orientationPrecision}`}
        </dd>
        {dureeMinutes !== null && (
          <>
            <dt>Temps passé</dt>
            <dd>{dureeMinutes}&nbsp;minutes</dd>
          </>
        )}
      </dl>
      {modifie && <ModifierContact vue={vue} onFermer={() => setModifie(false)} />}
    </Card>
  )
}

function Contenu({ vue }: { vue: ContactVu }) {
  const { today, timeZone } = useWebSession()
  const { tronc, canal } = vue
  const recu = tronc.faits.find(({ code, estRectifie }) => code === 'contact-recu' && !estRectifie)
  const heure = recu?.survenuA ?? null
  const a = heure === null ? '' : ` à\u00a0${formatTime(heure, timeZone)}`
  const promis = vue.suites.some(({ etat }) => etat === 'prevu')
  const suites = <SuitesDuContact key="suites" suites={vue.suites} actions={vue.actions} />
  return (
    <PageDeDossier
      tronc={tronc}
      surtitre={`${formatDay(tronc.recuLe)}${a}, ${PAR[canal]}`}
      precisions={{ ouvert: formatShortDate(tronc.recuLe, today) }}
      avecEcheances={false}
      actions={<Actions vue={vue} />}
      personnes={{ vide: 'La personne n’a pas dit son nom.' }}
    >
      {promis && suites}
      <Fiche vue={vue} />
      {!promis && suites}
      <RecitDuDossier titre="Note" />
      <Chronologie />
    </PageDeDossier>
  )
}

/** A contact: who, why, what was promised, what it became. */
export function PageDeContact() {
  const id = usePathParam('id')
  const query = useOperation(contract.obtenir, { id })
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {(vue) => <Contenu key={vue.tronc.id} vue={vue} />}
    </QueryView>
  )
}
