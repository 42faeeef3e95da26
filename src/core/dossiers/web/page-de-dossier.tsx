import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { TroncVu } from '../contract.ts'
import { AffaireDuDossier } from './affaire-du-dossier.tsx'
import { ChoixDeLAssigne } from './choix-de-l-assigne.tsx'
import { ChoixDeLaPriorite } from './choix-de-la-priorite.tsx'
import classes from './dossier.module.css'
import { DossierContext } from './dossier-context.ts'
import { EcheancesDuDossier } from './echeances-du-dossier.tsx'
import { EtapesDuDossier } from './etapes-du-dossier.tsx'
import { EtiquettesDuDossier } from './etiquettes-du-dossier.tsx'
import { LecturesDuDossier } from './lectures-du-dossier.tsx'
import { LiensDuDossier } from './liens-du-dossier.tsx'
import { MettreDeCote } from './mettre-de-cote.tsx'
import { MisDeCote } from './mis-de-cote.tsx'
import { ModifierDossier } from './modifier-dossier.tsx'
import { NotePersonnelle } from './note-personnelle.tsx'
import { PersonnesDuDossier, type PersonnesDuDossierProps } from './personnes-du-dossier.tsx'
import { ProtectionDuDossier } from './protection-du-dossier.tsx'
import { ServicesDuDossier } from './services-du-dossier.tsx'

export interface PageDeDossierProps {
  readonly tronc: TroncVu
  /** after type and number: when and how it came */
  readonly surtitre: ReactNode
  /** badges beside the subject */
  readonly badges?: ReactNode
  /** the next actions, the main one last */
  readonly actions?: ReactNode
  /** under each step, by state */
  readonly precisions?: Readonly<Record<string, ReactNode>>
  /** what must be done or known first, above the columns */
  readonly enTete?: ReactNode
  readonly personnes?: PersonnesDuDossierProps
  readonly avecEcheances?: boolean
  /** the middle: narrative, timeline, what the type adds */
  readonly children: ReactNode
}

/**
 * The page every type of dossier shares: header, steps, deadlines, people, services, links, confidentiality, readers.
 * The type gives what is its own; the parts read the dossier through `useDossier`.
 */
export function PageDeDossier(props: PageDeDossierProps) {
  const { tronc, surtitre, badges, actions, precisions, enTete, personnes, children } = props
  const { avecEcheances = true } = props
  const rafraichir = useInvalidateAll()
  const { can } = useWebSession()
  const [modifie, setModifie] = useState(false)
  const [deCote, setDeCote] = useState(false)
  return (
    <DossierContext value={{ tronc, rafraichir }}>
      <Page>
        <PageHeader
          documentTitle={tronc.numero}
          kicker={
            <>
              {tronc.libelleType} <span className={classes['numero']}>{tronc.numero}</span> · {surtitre}
            </>
          }
          title={tronc.objet}
          actions={actions}
        />
        <div className={classes['barre']}>
          <StatusBadge tone={tronc.estClos ? 'quiet' : 'neutral'}>{tronc.libelleEtat}</StatusBadge>
          {tronc.classe === 'sensible' && <StatusBadge tone="soon">sensible</StatusBadge>}
          {tronc.etiquettes.map(({ id, libelle }) => (
            <StatusBadge key={id} tone="quiet">
              {libelle}
            </StatusBadge>
          ))}
          {badges}
          <ChoixDeLAssigne />
          <ChoixDeLaPriorite />
          <span className={classes['outils']}>
            {can('dossiers.modifier') && (
              <Button
                variant="transparent"
                px={0}
                fw={500}
                size="compact-sm"
                onClick={() => setModifie(true)}
              >
                Modifier l’objet
              </Button>
            )}
            {can('dossiers.modifier') && !tronc.estClos && (
              <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setDeCote(true)}>
                Mettre de côté
              </Button>
            )}
            <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => window.print()}>
              Imprimer
            </Button>
          </span>
        </div>
        <EtapesDuDossier etapes={tronc.etapes} {...(precisions === undefined ? {} : { precisions })} />
        <MisDeCote onChanger={() => setDeCote(true)} />
        {enTete}
        <div className={avecEcheances ? classes['colonnes'] : classes['colonnes-simples']}>
          {avecEcheances && (
            <div className={classes['urgent']}>
              <EcheancesDuDossier />
            </div>
          )}
          <div className={classes['milieu']}>{children}</div>
          <aside className={classes['cote']} aria-label="Fiche du dossier">
            <PersonnesDuDossier {...personnes} />
            <ServicesDuDossier onModifier={() => setModifie(true)} />
            <LiensDuDossier />
            <EtiquettesDuDossier />
            <AffaireDuDossier />
            <NotePersonnelle />
            <ProtectionDuDossier />
            <LecturesDuDossier />
          </aside>
        </div>
        {deCote && <MettreDeCote onFermer={() => setDeCote(false)} />}
        {modifie && <ModifierDossier onFermer={() => setModifie(false)} />}
      </Page>
    </DossierContext>
  )
}
