import { Button } from '@mantine/core'
import { useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract, type PieceVue } from '../contract.ts'

interface RelireLeTexteProps {
  readonly piece: PieceVue
  readonly onChange: () => Promise<void>
}

/** Reads the text of a piece again: a program was installed since, or the reading failed. */
export function RelireLeTexte({ piece, onChange }: RelireLeTexteProps) {
  const [enCours, setEnCours] = useState(false)
  const peut = useWebSession().can('pieces.deposer')
  if (!peut || piece.lecture === null || piece.lecture.etat === 'a-lire') return null
  const relire = async (): Promise<void> => {
    setEnCours(true)
    try {
      await callOperation(contract.relire, { id: piece.id })
      await onChange()
    } catch (error) {
      toast(toProblem(error).message)
    } finally {
      setEnCours(false)
    }
  }
  return (
    <Button
      variant="transparent"
      size="compact-sm"
      px={0}
      fw={400}
      loading={enCours}
      onClick={() => void relire()}
    >
      Relire le texte
    </Button>
  )
}
