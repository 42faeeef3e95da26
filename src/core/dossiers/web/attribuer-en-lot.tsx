import { Select } from '@mantine/core'
import { contract } from '../contract.ts'
import { useCollegues } from './choix-de-l-assigne.tsx'
import type { GesteDeLot } from './executer-en-lot.ts'
import type { TravailDeLot } from './lister-lot.tsx'

export interface AttribuerEnLotProps {
  readonly occupe: boolean
  readonly onLancer: (travail: TravailDeLot) => Promise<void>
}

const PERSONNE = 'personne'

/** Gives the chosen dossiers to an agent, or to nobody. What each was before is kept for as long as it can be undone. */
export function AttribuerEnLot({ occupe, onLancer }: AttribuerEnLotProps) {
  const collegues = useCollegues()
  const attribuer = (agentId: string | null): void => {
    const versions = new Map<string, number>()
    const un: GesteDeLot = async ({ id, version }, appeler) => {
      const fait = await appeler(contract.assigner, { id, version, agentId })
      versions.set(id, fait.version)
      return null
    }
    const defaire: GesteDeLot = async ({ id, assigneA, version }, appeler) => {
      await appeler(contract.assigner, { id, version: versions.get(id) ?? version, agentId: assigneA })
      return null
    }
    void onLancer({ fait: agentId === null ? 'rendu' : 'attribué', un, defaire })
  }
  return (
    <Select
      aria-label="Attribuer ces dossiers à"
      placeholder="Attribuer à…"
      size="sm"
      w={190}
      searchable
      disabled={occupe}
      value={null}
      data={[...collegues, { value: PERSONNE, label: 'Personne' }]}
      nothingFoundMessage="Aucun agent de ce nom"
      onChange={(choisi) => {
        if (choisi !== null) attribuer(choisi === PERSONNE ? null : choisi)
      }}
    />
  )
}
