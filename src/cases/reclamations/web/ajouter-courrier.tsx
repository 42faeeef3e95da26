import { useState } from 'react'
import type { DepotVu } from '#core/pieces/contract.ts'
import {
  ChoisirDesFichiers,
  ListeDesDepots,
  useArrivees,
  useDepots,
  VoileDeDepot,
} from '#core/pieces/web/index.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import type { ReclamationVue } from '../contract.ts'
import { type CourrierAJoindre, Joindre } from './joindre.tsx'
import { cheminDUneSuite } from './paths.ts'

const VIDE: CourrierAJoindre = { canal: null, recuLe: '', texte: '', provenance: null }

function canalDe({ message, piece }: DepotVu): CourrierAJoindre['canal'] {
  if (message !== null) return 'courriel'
  return piece.apercu === 'aucun' ? null : 'courrier'
}

/** Fills what is still empty from what was dropped: nothing the agent typed is replaced. */
const completer = (c: CourrierAJoindre, depot: DepotVu): CourrierAJoindre => ({
  ...c,
  canal: c.canal ?? canalDe(depot),
  recuLe: c.recuLe === '' ? (depot.message?.recuLe ?? '') : c.recuLe,
  texte: c.texte === '' ? (depot.message?.texte.trim() ?? '') : c.texte,
})

/** A letter received for the complaint on screen: dropped here, or typed. */
export function AjouterCourrier({ vue, onFermer }: { vue: ReclamationVue; onFermer: () => void }) {
  const rafraichir = useInvalidateAll()
  const goTo = useGoTo()
  const [courrier, setCourrier] = useState(VIDE)
  const depots = useDepots({
    onDepose: (depot) => setCourrier((c) => completer(c, depot)),
  })
  const survole = useArrivees({ onFichiers: depots.deposer })
  const pieces = depots.faits.flatMap(({ piece, jointes }) => [piece.id, ...jointes.map(({ id }) => id)])
  return (
    <Joindre
      id={vue.tronc.id}
      courrier={courrier}
      onChange={setCourrier}
      pieces={pieces}
      brouillonId={null}
      onFermer={onFermer}
      onFait={async () => {
        toast('Courrier joint au dossier.')
        await rafraichir()
        onFermer()
      }}
      onFaireSuite={() => goTo(cheminDUneSuite(vue.tronc.id))}
    >
      <div>
        <VoileDeDepot visible={survole}>Lâchez pour joindre à ce courrier</VoileDeDepot>
        <ListeDesDepots depots={depots} />
        <ChoisirDesFichiers onFichiers={depots.deposer} size="compact-md">
          {depots.depots.length === 0 ? 'Choisir le courriel ou le scan…' : 'Ajouter un fichier'}
        </ChoisirDesFichiers>
      </div>
    </Joindre>
  )
}
