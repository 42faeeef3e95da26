import { useState } from 'react'
import type { z } from 'zod'
import type { Operation } from '#platform/contract.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { uploadFile } from '#platform/web/upload.ts'

export interface Televersement<I, O> {
  /** sends one file; null when it was refused, the reason then being in `echec` */
  readonly envoyer: (fichier: File, input: I) => Promise<O | null>
  readonly enCours: boolean
  /** French sentence */
  readonly echec: string | null
}

/** Sends a file beside a letter, and keeps why it was refused. */
export function useTeleversement<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
): Televersement<z.input<I>, z.output<O>> {
  const [enCours, setEnCours] = useState(false)
  const [echec, setEchec] = useState<string | null>(null)
  const envoyer = async (fichier: File, input: z.input<I>): Promise<z.output<O> | null> => {
    setEnCours(true)
    setEchec(null)
    try {
      return await uploadFile(operation, fichier, input)
    } catch (error) {
      const problem = toProblem(error)
      setEchec(Object.values(problem.champs)[0] ?? problem.message)
      return null
    } finally {
      setEnCours(false)
    }
  }
  return { envoyer, enCours, echec }
}
