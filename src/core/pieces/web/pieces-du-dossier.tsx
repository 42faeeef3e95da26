import { Card } from '#platform/web/card.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import type { PieceVue } from '../contract.ts'
import { ChoisirDesFichiers } from './choisir-des-fichiers.tsx'
import { ListeDesDepots } from './liste-des-depots.tsx'
import { ListeDesPieces } from './liste-des-pieces.tsx'
import { useArrivees } from './use-arrivees.ts'
import { type Depots, useDepots } from './use-depots.ts'
import { useLectures } from './use-lectures.ts'
import { VoileDeDepot } from './voile-de-depot.tsx'

export interface PiecesDuDossierProps {
  readonly dossierId: string
  readonly pieces: readonly PieceVue[]
  /** after a piece joined the dossier */
  readonly onChange: () => Promise<void>
}

/** A deposit that joined the dossier is in its list of pieces; only what is not there yet stays apart. */
const enSuspens = (depots: Depots): Depots => ({
  ...depots,
  depots: depots.depots.filter(({ etat }) => etat !== 'fait'),
})

/** The pieces of a dossier, and the way to add some: button, drop anywhere, paste. */
export function PiecesDuDossier({ dossierId, pieces, onChange }: PiecesDuDossierProps) {
  const peutDeposer = useWebSession().can('pieces.deposer')
  const depots = useDepots({
    dossierId,
    onDepose: ({ piece }) => {
      toast(`${piece.nom} est au dossier.`)
      void onChange()
    },
  })
  const vues = useLectures(dossierId, pieces)
  const survole = useArrivees({ onFichiers: peutDeposer ? depots.deposer : () => undefined })
  return (
    <Card
      title="Pièces"
      aside={
        peutDeposer ? (
          <ChoisirDesFichiers
            onFichiers={depots.deposer}
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
          >
            Ajouter
          </ChoisirDesFichiers>
        ) : undefined
      }
    >
      <VoileDeDepot visible={survole && peutDeposer}>Lâchez pour verser au dossier</VoileDeDepot>
      {pieces.length === 0 && (
        <p className="pv-muted pv-small">
          {peutDeposer
            ? 'Aucune pièce. Déposez ici un courriel, un scan ou une photo, n’importe où sur la page.'
            : 'Aucune pièce.'}
        </p>
      )}
      <ListeDesPieces pieces={vues} onChange={onChange} />
      <ListeDesDepots depots={enSuspens(depots)} />
    </Card>
  )
}
