import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Fenetre, FenetreDeCourrier, VERBES_DE_COURRIER } from '#core/courriers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { Card } from '#platform/web/card.tsx'
import { capitalized, formatDay, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { ReclamationVue, TransmissionVue } from '../contract.ts'
import { LIBELLES_DES_PROCEDURES, REFUS } from '../domain/labels.ts'
import { PROCEDURES } from '../domain/model.ts'
import { AbandonnerTransmission } from './abandonner-transmission.tsx'
import { NoterExplications } from './noter-explications.tsx'
import { NoterProvenance } from './noter-provenance.tsx'
import { Orienter } from './orienter.tsx'
import classes from './reclamation.module.css'
import { Transmettre } from './transmettre.tsx'

type CourrierVue = ReclamationVue['courriers'][number]
type ProvenanceVue = ReclamationVue['provenances'][number]

type Ouverte =
  | { readonly quoi: 'transmettre' | 'orienter' }
  | { readonly quoi: 'provenance'; readonly provenance: ProvenanceVue | null }
  | { readonly quoi: 'explications'; readonly provenance: ProvenanceVue }

interface PartieProps {
  readonly vue: ReclamationVue
  readonly peut: boolean
  readonly onOuvrir: (ouverte: Ouverte) => void
}

/** Who handed it over, what they asked for and when. */
function Recues({ vue, peut, onOuvrir }: PartieProps) {
  return (
    <ul className="pv-lines">
      {vue.provenances.map((provenance) => {
        const {
          id,
          passage,
          reference,
          recueLe,
          explicationsPourLe: pourLe,
          explicationsEnvoyeesLe,
        } = provenance
        return (
          <li key={id}>
            <p>
              Transmise par {passage}
              {reference !== '' && ` (réf. ${reference})`}, arrivée ici le {formatDay(recueLe)}.{' '}
              {peut && (
                <Button
                  variant="transparent"
                  px={0}
                  fw={500}
                  size="compact-sm"
                  className="pv-no-print"
                  onClick={() => onOuvrir({ quoi: 'provenance', provenance })}
                >
                  Compléter
                </Button>
              )}
            </p>
            {pourLe !== null && (
              <p className={classes['demande']}>
                <span>
                  Explications demandées pour le {formatDay(pourLe)}
                  {explicationsEnvoyeesLe !== null && `, envoyées le ${formatDay(explicationsEnvoyeesLe)}`}.
                </span>
                {peut && explicationsEnvoyeesLe === null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    className="pv-no-print"
                    onClick={() => onOuvrir({ quoi: 'explications', provenance })}
                  >
                    Elles sont parties…
                  </Button>
                )}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The rejection date, and both readings when the law has two. */
function Silence({ vue }: { vue: ReclamationVue }) {
  const { departLe, rejetLe, autreLecture, article, lectures } = vue.silence
  if (departLe === vue.tronc.recuLe || rejetLe === null) return null
  return (
    <div className="pv-small">
      <p>
        Sans réponse, elle sera réputée rejetée le <strong>{formatDay(rejetLe)}</strong>&nbsp;: le délai court
        du {formatDay(departLe)}, jour où la première administration l’a reçue ({article}).
      </p>
      {autreLecture !== null && autreLecture.rejetLe !== null && (
        <details className={classes['lectures']}>
          <summary>Une autre lecture donne le {formatDay(autreLecture.rejetLe)}</summary>
          {lectures.map(({ libelle, texte }) => (
            <p key={libelle}>
              <strong>{libelle}.</strong> {texte}
            </p>
          ))}
        </details>
      )}
    </div>
  )
}

const versQui = ({ nature, destinataire, estTotale }: TransmissionVue): string => {
  const procedure = PROCEDURES.find((p) => p === nature)
  const part = estTotale ? 'En entier' : 'En partie'
  return procedure === undefined
    ? `${part}, à ${destinataire}`
    : `${part}, ${LIBELLES_DES_PROCEDURES[procedure].toLocaleLowerCase('fr')} : ${destinataire}`
}

interface LettreAEnvoyerProps {
  readonly courrier: CourrierVue | undefined
  readonly onOuvrir: (courrier: CourrierVue) => void
}

/** One letter of a transmission, sent as any other letter is. */
function LettreAEnvoyer({ courrier, onOuvrir }: LettreAEnvoyerProps) {
  const peut = useWebSession().can('courriers.ecrire')
  if (courrier === undefined || !peut) return null
  const verbe = courrier.prochaine === null ? 'Ouvrir' : VERBES_DE_COURRIER[courrier.prochaine]
  const aQui = `lettre à ${courrier.destinataire.nom}`
  return (
    <p className={`${classes['demande']} pv-no-print`}>
      <span className="pv-small">{capitalized(aQui)}</span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${verbe} : ${aQui}`}
        onClick={() => onOuvrir(courrier)}
      >
        {verbe}
      </Button>
    </p>
  )
}

function Envoyees({ vue, peut }: Omit<PartieProps, 'onOuvrir'>) {
  const { today } = useWebSession()
  const [ouverte, setOuverte] = useState<{ readonly id: string; readonly fenetre: Fenetre } | null>(null)
  const courrier = vue.courriers.find(({ id }) => id === ouverte?.id)
  return (
    <>
      <ul className="pv-lines">
        {vue.transmissions.map((transmission) => {
          const { id, situation, objet, envoyeeLe, aviseeLe } = transmission
          const le = envoyeeLe ?? aviseeLe
          return (
            <li key={id}>
              <span className={classes['transmission']}>
                <strong>{versQui(transmission)}</strong>
                {situation === 'a-envoyer' && <StatusBadge tone="soon">lettres à envoyer</StatusBadge>}
                {situation === 'abandonnee' && <StatusBadge tone="quiet">abandonnée</StatusBadge>}
                {situation === 'partie' && le !== null && (
                  <StatusBadge tone="ok">partie le {formatShortDate(le, today)}</StatusBadge>
                )}
              </span>
              <p className="pv-muted pv-small">{objet}</p>
              {situation === 'a-envoyer' &&
                transmission.lettres.map(({ courrierId }) => (
                  <LettreAEnvoyer
                    key={courrierId}
                    courrier={vue.courriers.find((c) => c.id === courrierId)}
                    onOuvrir={({ id: ouvrir, prochaine }) =>
                      setOuverte({ id: ouvrir, fenetre: prochaine ?? 'detail' })
                    }
                  />
                ))}
              {peut && situation === 'a-envoyer' && envoyeeLe === null && aviseeLe === null && (
                <AbandonnerTransmission transmission={transmission} />
              )}
            </li>
          )
        })}
      </ul>
      {ouverte !== null && courrier !== undefined && (
        <FenetreDeCourrier courrier={courrier} fenetre={ouverte.fenetre} onFermer={() => setOuverte(null)} />
      )}
    </>
  )
}

function FenetreDeTransmission({
  vue,
  ouverte,
  onFermer,
}: {
  vue: ReclamationVue
  ouverte: Ouverte
  onFermer: () => void
}) {
  switch (ouverte.quoi) {
    case 'transmettre':
      return <Transmettre vue={vue} onFermer={onFermer} />
    case 'orienter':
      return <Orienter vue={vue} onFermer={onFermer} />
    case 'provenance':
      return <NoterProvenance vue={vue} provenance={ouverte.provenance} onFermer={onFermer} />
    case 'explications':
      return <NoterExplications provenance={ouverte.provenance} onFermer={onFermer} />
  }
}

/** Where the complaint comes from and where it was sent on. */
export function Transmissions({ vue }: { vue: ReclamationVue }) {
  const { can } = useWebSession()
  const peut = can('reclamations.transmettre')
  const [ouverte, setOuverte] = useState<Ouverte | null>(null)
  const phrases: Readonly<Record<string, string>> = REFUS
  const raison = (refus: { code: string } | null): string | null =>
    refus === null ? null : (phrases[refus.code] ?? null)
  const { provenances, transmissions, actions, tronc } = vue
  const rien = provenances.length === 0 && transmissions.length === 0
  if (rien && (!peut || tronc.estClos)) return null
  return (
    <Card title="Transmissions" className={classes['transmissions'] ?? ''}>
      {rien && (
        <p className="pv-muted pv-small">
          Reçue directement de la personne. Si elle relève d’un autre organisme, ou d’une autre procédure de
          l’établissement, transmettez-la d’ici&nbsp;: la personne en est avisée.
        </p>
      )}
      {provenances.length > 0 && <Recues vue={vue} peut={peut} onOuvrir={setOuverte} />}
      <Silence vue={vue} />
      {transmissions.length > 0 && <Envoyees vue={vue} peut={peut} />}
      {peut && !tronc.estClos && (
        <div className={`${classes['produire']} pv-row pv-no-print`}>
          <ActionButton
            size="compact-md"
            variant="default"
            disabledReason={raison(actions.transmettre)}
            onClick={() => setOuverte({ quoi: 'transmettre' })}
          >
            Transmettre…
          </ActionButton>
          {actions.transmettre === null && (
            <ActionButton
              size="compact-md"
              variant="default"
              disabledReason={raison(actions.orienter)}
              onClick={() => setOuverte({ quoi: 'orienter' })}
            >
              Orienter vers une autre procédure…
            </ActionButton>
          )}
          {provenances.length === 0 && (
            <Button
              size="compact-md"
              variant="transparent"
              px={0}
              fw={500}
              onClick={() => setOuverte({ quoi: 'provenance', provenance: null })}
            >
              Noter qui l’a transmise
            </Button>
          )}
        </div>
      )}
      {ouverte !== null && (
        <FenetreDeTransmission vue={vue} ouverte={ouverte} onFermer={() => setOuverte(null)} />
      )}
    </Card>
  )
}
