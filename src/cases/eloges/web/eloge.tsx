import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Canal } from '#core/dossiers/domain/canal.ts'
import { Chronologie, PageDeDossier, RecitDuDossier } from '#core/dossiers/web/index.ts'
import { PiecesDuDossier } from '#core/pieces/web/index.ts'
import { formatDay, formatShortDate } from '#platform/web/formats.ts'
import { usePathParam } from '#platform/web/navigation.ts'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { contract } from '../contract.ts'
import type { ATransmettre } from '../contract-transmission.ts'
import { Transmettre } from './transmettre.tsx'
import { Transmissions } from './transmissions.tsx'

const PAR: Readonly<Record<Canal, string>> = {
  courriel: 'par courriel',
  courrier: 'par courrier',
  guichet: 'au guichet',
  telephone: 'par téléphone',
  formulaire: 'par le formulaire en ligne',
}

/** The next step, or one more team once it was taken. */
function TransmettreALEquipe({
  aTransmettre,
  estTransmis,
}: {
  aTransmettre: ATransmettre
  estTransmis: boolean
}) {
  const [ouverte, setOuverte] = useState(false)
  return (
    <>
      <Button {...(estTransmis ? { variant: 'default' } : {})} onClick={() => setOuverte(true)}>
        {estTransmis ? 'Transmettre de nouveau' : 'Transmettre à l’équipe'}
      </Button>
      {ouverte && <Transmettre aTransmettre={aTransmettre} onFermer={() => setOuverte(false)} />}
    </>
  )
}

/** A praise: what was said, and its way to the team. */
export function PageDEloge() {
  const id = usePathParam('id')
  const { today } = useWebSession()
  const query = useOperation(contract.obtenir, { id })
  const rafraichir = useInvalidateAll()
  return (
    <QueryView query={query} loading={<PageSkeleton />}>
      {({ tronc, canal, pieces, transmissions, aTransmettre }) => (
        <PageDeDossier
          key={tronc.id}
          tronc={tronc}
          surtitre={`reçu le ${formatDay(tronc.recuLe)} ${PAR[canal]}`}
          precisions={{ recu: formatShortDate(tronc.recuLe, today) }}
          avecEcheances={tronc.echeances.length > 0}
          actions={
            aTransmettre === null ? undefined : (
              <TransmettreALEquipe aTransmettre={aTransmettre} estTransmis={tronc.etat === 'transmis'} />
            )
          }
          personnes={{ vide: 'L’auteur n’est pas indiqué. Ajoutez-le pour pouvoir lui répondre.' }}
        >
          <RecitDuDossier titre="Le message" />
          <Transmissions transmissions={transmissions} aTransmettre={aTransmettre} />
          <PiecesDuDossier dossierId={tronc.id} pieces={pieces} onChange={rafraichir} />
          <Chronologie />
        </PageDeDossier>
      )}
    </QueryView>
  )
}
