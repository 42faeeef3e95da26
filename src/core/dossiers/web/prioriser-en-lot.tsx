import { Select } from '@mantine/core'
import { contract } from '../contract.ts'
import { LIBELLES_DES_PRIORITES, PRIORITES, type Priorite } from '../domain/priorite.ts'
import type { AttribuerEnLotProps } from './attribuer-en-lot.tsx'
import type { GesteDeLot } from './executer-en-lot.ts'

/** Gives the chosen dossiers a priority; what each had comes back when undone. */
export function PrioriserEnLot({ occupe, onLancer }: AttribuerEnLotProps) {
  const prioriser = (voulue: Priorite): void => {
    const versions = new Map<string, number>()
    const donner =
      (choisir: (avant: Priorite) => Priorite): GesteDeLot =>
      async ({ id, version, priorite }, appeler) => {
        const fait = await appeler(contract.prioriser, {
          id,
          version: versions.get(id) ?? version,
          priorite: choisir(priorite),
        })
        versions.set(id, fait.version)
        return null
      }
    void onLancer({ fait: 'mis à jour', un: donner(() => voulue), defaire: donner((avant) => avant) })
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
