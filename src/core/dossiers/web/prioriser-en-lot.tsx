import { Select } from '@mantine/core'
import { callOperation } from '#platform/web/client.ts'
import { contract, type LigneDeDossier } from '../contract.ts'
import { LIBELLES_DES_PRIORITES, PRIORITES, type Priorite } from '../domain/priorite.ts'
import type { AttribuerEnLotProps } from './attribuer-en-lot.tsx'

/** Gives the chosen dossiers a priority; what each had comes back when undone. */
export function PrioriserEnLot({ occupe, onLancer }: AttribuerEnLotProps) {
  const prioriser = (voulue: Priorite): void => {
    const versions = new Map<string, number>()
    const donner = async ({ id, version }: LigneDeDossier, priorite: Priorite): Promise<null> => {
      const fait = await callOperation(contract.prioriser, {
        id,
        version: versions.get(id) ?? version,
        priorite,
      })
      versions.set(id, fait.version)
      return null
    }
    void onLancer({
      fait: 'mis à jour',
      un: (dossier) => donner(dossier, voulue),
      defaire: (dossier) => donner(dossier, dossier.priorite),
    })
  }
  return (
    <Select
      aria-label="Donner une priorité à ces dossiers"
      placeholder="Priorité…"
      size="sm"
      w={130}
      disabled={occupe}
      value={null}
      data={PRIORITES.map((value) => ({ value, label: LIBELLES_DES_PRIORITES[value] }))}
      onChange={(choisie) => {
        const priorite = PRIORITES.find((code) => code === choisie)
        if (priorite !== undefined) prioriser(priorite)
      }}
    />
  )
}
