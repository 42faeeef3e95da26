import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWebSession } from '#platform/web/session-context.ts'
import type { LigneDeDossier } from '../contract.ts'
import { contract } from '../contract.ts'
import type { AttribuerEnLotProps } from './attribuer-en-lot.tsx'
import { ChoisirAffaire } from './choisir-affaire.tsx'
import type { GesteDeLot } from './executer-en-lot.ts'

/** Puts the chosen dossiers in one affaire, each on its own: one that is in another is told, and stops none. */
export function AffaireEnLot({
  occupe,
  onLancer,
  dossiers,
}: AttribuerEnLotProps & { readonly dossiers: readonly LigneDeDossier[] }) {
  const { today } = useWebSession()
  const [ouvert, setOuvert] = useState(false)
  const [premier] = dossiers
  const quitter: GesteDeLot = async ({ id }, appeler) => {
    await appeler(contract.quitterAffaire, { id })
    return null
  }
  const rattacher = (affaireId: string, dejaDedans: string | null): void => {
    setOuvert(false)
    const joindre: GesteDeLot = async ({ id }, appeler) => {
      if (id !== dejaDedans) await appeler(contract.joindreAffaire, { id, affaireId })
      return null
    }
    void onLancer({ fait: 'rattaché', un: joindre, defaire: quitter })
  }
  const [depuisLe = today] = dossiers.map(({ recuLe }) => recuLe).toSorted()
  return (
    <>
      <Button variant="default" size="sm" disabled={occupe} onClick={() => setOuvert(true)}>
        Affaire…
      </Button>
      {ouvert && premier !== undefined && (
        <ChoisirAffaire
          titre="Rattacher ces dossiers à une affaire"
          depuisLe={depuisLe}
          dossiers={[premier.id]}
          onExistante={(affaireId) => rattacher(affaireId, null)}
          onCreee={(affaireId) => rattacher(affaireId, premier.id)}
          onFermer={() => setOuvert(false)}
        />
      )}
    </>
  )
}
