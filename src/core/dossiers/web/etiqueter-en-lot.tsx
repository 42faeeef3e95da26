import { Select } from '@mantine/core'
import { contract } from '../contract.ts'
import type { AttribuerEnLotProps } from './attribuer-en-lot.tsx'
import { useEtiquettes } from './use-etiquettes.ts'

/** Places one label on the chosen dossiers; undone, it leaves those that had it. */
export function EtiqueterEnLot({ occupe, onLancer }: AttribuerEnLotProps) {
  const { etiquettes } = useEtiquettes()
  if (etiquettes.length === 0) return null
  const etiqueter = (etiquetteId: string): void =>
    void onLancer({
      fait: 'étiqueté',
      un: async ({ id }, appeler) => {
        await appeler(contract.etiqueter, { id, ajouter: [etiquetteId] })
        return null
      },
      defaire: async ({ id, etiquettes: avant }, appeler) => {
        if (!avant.some((e) => e.id === etiquetteId))
          await appeler(contract.etiqueter, { id, retirer: [etiquetteId] })
        return null
      },
    })
  return (
    <Select
      aria-label="Poser une étiquette sur ces dossiers"
      placeholder="Étiqueter…"
      size="sm"
      w={150}
      searchable
      disabled={occupe}
      value={null}
      data={etiquettes.map(({ id, libelle }) => ({ value: id, label: libelle }))}
      nothingFoundMessage="Aucune étiquette de ce nom"
      onChange={(choisie) => {
        if (choisie !== null) etiqueter(choisie)
      }}
    />
  )
}
