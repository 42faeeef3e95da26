import { Button, Modal } from '@mantine/core'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { dayOf, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { CourrierVu, VersionVue } from '../contract.ts'
import { REFUS_DES_COURRIERS } from '../domain/labels.ts'
import type { ActionDeCourrier } from '../domain/rules.ts'
import classes from './courriers.module.css'
import { EnvoisDuCourrier } from './envois-du-courrier.tsx'
import type { Fenetre } from './fenetre-de-courrier.tsx'
import { PdfDuCourrier } from './pdf-du-courrier.tsx'
import { badgeDuCourrier, phraseDuCourrier, TON_DU_BADGE, VERBES } from './phrases.ts'

export interface DetailDuCourrierProps {
  readonly courrier: CourrierVu
  readonly onFermer: () => void
  readonly onOuvrir: (fenetre: Fenetre) => void
}

function LigneDeVersion({ version, onComparer }: { version: VersionVue; onComparer: (() => void) | null }) {
  const { today, timeZone } = useWebSession()
  return (
    <li>
      <span>
        <a href={adresseDeTelechargement(version.pieceId)}>Version {version.rang}</a>
        <span className="pv-muted">
          {version.origine === 'fusion' ? ', préparée' : ', corrigée dans Word'}
          {version.agent !== null && ` par ${version.agent}`} le{' '}
          {formatShortDate(dayOf(version.produitA, timeZone), today)}
          {version.estSansIdentite && ', sans sa marque'}
        </span>
      </span>
      {onComparer !== null && (
        <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={onComparer}>
          Ce qui a changé
        </Button>
      )}
    </li>
  )
}

const AUTRES: readonly (readonly [ActionDeCourrier, Fenetre, string])[] = [
  ['reimporter', 'reimporter', 'Corriger dans Word'],
  ['demanderVisa', 'demanderVisa', 'Demander un visa'],
  ['signer', 'signer', VERBES.signer],
  ['signerSurPapier', 'signerSurPapier', 'Signé sur papier'],
  ['noterEnvoi', 'envoyer', VERBES.envoyer],
  ['abandonner', 'abandonner', 'Ne pas envoyer'],
]

function GestesDuCourrier({ courrier, onOuvrir }: Omit<DetailDuCourrierProps, 'onFermer'>) {
  const { prochaine, actions } = courrier
  const autres = AUTRES.filter(([action, fenetre]) => fenetre !== prochaine && actions[action] === null)
  if (prochaine === null && autres.length === 0) return null
  return (
    <div className={classes['gestes']}>
      {prochaine !== null && (
        <Button size="compact-md" onClick={() => onOuvrir(prochaine)}>
          {VERBES[prochaine]}
        </Button>
      )}
      {autres.map(([action, fenetre, verbe]) => (
        <Button key={action} size="compact-md" variant="default" onClick={() => onOuvrir(fenetre)}>
          {verbe}
        </Button>
      ))}
    </div>
  )
}

function Visas({ courrier }: { courrier: CourrierVu }) {
  const { today, timeZone } = useWebSession()
  const rendus = courrier.visas.filter(({ decision, estAnnule }) => decision !== null || !estAnnule)
  if (rendus.length === 0) return null
  return (
    <section>
      <h3>Visa</h3>
      <ul className={classes['lignes']}>
        {rendus.map((visa) => (
          <li key={visa.demandeA}>
            <span>
              {visa.decision === null
                ? `Demandé à ${visa.agent}`
                : `${visa.decision === 'donne' ? 'Donné' : 'Rendu à corriger'} par ${visa.agent}`}{' '}
              le {formatShortDate(dayOf(visa.decideA ?? visa.demandeA, timeZone), today)}
              <span className="pv-muted">, sur la version {visa.rang}</span>
              {visa.commentaire !== '' && <span> : « {visa.commentaire} »</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Signature({ courrier }: { courrier: CourrierVu }) {
  const { signature } = courrier
  const { today } = useWebSession()
  if (signature === null) return null
  return (
    <section>
      <h3>Signature</h3>
      <p>
        {signature.nom}, {signature.qualite}, le {formatShortDate(signature.signeLe, today)}
        {signature.nature === 'papier' ? ', sur papier' : ', dans Porte-voix'}
      </p>
      <p className="pv-muted pv-small">
        {signature.delegation}. Version {signature.rang}, empreinte{' '}
        <span className={classes['empreinte']}>{signature.sha256}</span>
      </p>
      {signature.scan !== null && (
        <a href={adresseDeTelechargement(signature.scan.pieceId)}>Lettre signée, numérisée</a>
      )}
    </section>
  )
}

/** A letter whole: where it is, what may be done, its versions, who approved and signed it, how it left. */
export function DetailDuCourrier({ courrier, onFermer, onOuvrir }: DetailDuCourrierProps) {
  const session = useWebSession()
  const { can } = session
  const peut = can('courriers.ecrire')
  const { versions, actions, prochaine, etat } = courrier
  const dernier = versions[0]?.rang ?? 1
  const fini = actions.noterEnvoi === 'courrier-deja-envoye' || etat === 'abandonne'
  const refus = prochaine === null && !fini ? actions.noterEnvoi : null
  return (
    <Modal opened onClose={onFermer} title={courrier.libelle} size="min(760px, 94vw)">
      <div className={classes['detail']}>
        <div>
          <StatusBadge tone={TON_DU_BADGE[etat]}>{badgeDuCourrier(courrier, session)}</StatusBadge>
          <p className={classes['phrase']}>{phraseDuCourrier(courrier, session)}</p>
          {refus !== null && etat !== 'visa-demande' && (
            <p className="pv-muted pv-small">{REFUS_DES_COURRIERS[refus]}</p>
          )}
        </div>
        {peut && <GestesDuCourrier courrier={courrier} onOuvrir={onOuvrir} />}
        <section>
          <h3>Versions</h3>
          <ul className={classes['lignes']}>
            {versions.map((version) => (
              <LigneDeVersion
                key={version.id}
                version={version}
                onComparer={version.rang === dernier && dernier > 1 ? () => onOuvrir('changements') : null}
              />
            ))}
          </ul>
          {peut && courrier.signature?.nature !== 'papier' && <PdfDuCourrier courrier={courrier} />}
        </section>
        <Visas courrier={courrier} />
        <Signature courrier={courrier} />
        <EnvoisDuCourrier courrier={courrier} onSuivre={() => onOuvrir('suivre')} />
      </div>
    </Modal>
  )
}
