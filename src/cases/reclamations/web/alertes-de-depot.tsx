import { Button } from '@mantine/core'
import { cheminParIdentifiant } from '#core/dossiers/web/index.ts'
import type { Depot, Depots } from '#core/pieces/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Notice } from '#platform/web/notice.tsx'

export interface AlertesDeDepotProps {
  readonly depots: Depots
  /** fills the form from a message set aside as automatic */
  readonly onRemplir: (depot: Extract<Depot, { etat: 'fait' }>['vu']) => void
}

/** What to know before registering: the message is already in a dossier, or no person wrote it. */
export function AlertesDeDepot({ depots, onRemplir }: AlertesDeDepotProps) {
  const faits = depots.depots.filter((depot) => depot.etat === 'fait')
  return (
    <>
      {faits.flatMap(({ cle, vu }) =>
        vu.doublons.map(({ dossierId, numero, objet }) => (
          <Notice
            key={`${cle}-${dossierId}`}
            tone="soon"
            action={
              <Button size="compact-sm" variant="default" onClick={() => depots.retirer(cle)}>
                Retirer d’ici
              </Button>
            }
          >
            {vu.message === null ? 'Ce fichier' : 'Ce message'} est déjà au dossier{' '}
            <AppLink href={cheminParIdentifiant(dossierId)}>{numero}</AppLink>, «&nbsp;{objet}&nbsp;».
          </Notice>
        )),
      )}
      {faits.map(({ cle, vu }) =>
        vu.message === null || vu.message.automatique === null ? null : (
          <Notice
            key={cle}
            tone="soon"
            title={vu.message.automatique}
            action={
              <span className="pv-row">
                <Button size="compact-sm" variant="default" onClick={() => depots.retirer(cle)}>
                  Retirer ce message
                </Button>
                <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={() => onRemplir(vu)}>
                  C’est bien une réclamation
                </Button>
              </span>
            }
          >
            Il n’y a pas de dossier à ouvrir&nbsp;: la fiche n’a pas été remplie.
          </Notice>
        ),
      )}
    </>
  )
}
