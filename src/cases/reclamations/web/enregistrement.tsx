import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { type ProblemError, toProblem } from '#platform/web/problem-error.ts'
import { contract } from '../contract.ts'
import { type Brouillon, enSaisie, erreursDeLEcran } from './brouillon.tsx'

type Erreurs = Readonly<Record<string, string>>

export interface Enregistrement {
  readonly erreurs: Erreurs
  readonly problem: ProblemError | null
  readonly enCours: boolean
  readonly idOf: (path: string) => string
  readonly champ: (path: string) => { id: string; error: string | undefined }
  /** resolves to the new dossier, or null when something is to be corrected */
  readonly enregistrer: (brouillon: Brouillon) => Promise<{ id: string; numero: string } | null>
}

function erreursDe(brouillon: Brouillon, brouillonId: string, today: string): Erreurs {
  const lu = contract.enregistrer.input.safeParse(enSaisie(brouillon, brouillonId))
  const erreurs: Record<string, string> = {}
  for (const { path, message } of lu.success ? [] : lu.error.issues) erreurs[path.join('.')] ??= message
  return { ...erreurs, ...erreursDeLEcran(brouillon.formulaire, today) }
}

/** Goes to the first field to correct, in the order of the page. */
function allerAuPremier(ids: readonly string[]): void {
  const champs = ids
    .map((id) => document.getElementById(id))
    .filter((element) => element !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  champs[0]?.focus()
}

/**
 * Registers the complaint being entered. The idempotency key is the draft's own id: double clicks, replays and a draft
 * resumed after a lost connection make one dossier.
 */
export function useEnregistrement(brouillonId: string, today: string): Enregistrement {
  const prefixe = useId()
  const occupe = useRef(false)
  const [enCours, setEnCours] = useState(false)
  const [erreurs, setErreurs] = useState<Erreurs>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [essai, setEssai] = useState(0)
  const idOf = useCallback((path: string) => `${prefixe}-${path.replaceAll('.', '-')}`, [prefixe])

  useEffect(() => {
    if (essai > 0) allerAuPremier(Object.keys(erreurs).map(idOf))
  }, [essai, erreurs, idOf])

  const enregistrer = async (brouillon: Brouillon): Promise<{ id: string; numero: string } | null> => {
    if (occupe.current) return null
    const trouvees = erreursDe(brouillon, brouillonId, today)
    setErreurs(trouvees)
    setProblem(null)
    setEssai((n) => n + 1)
    const lu = contract.enregistrer.input.safeParse(enSaisie(brouillon, brouillonId))
    if (Object.keys(trouvees).length > 0 || !lu.success) return null
    occupe.current = true
    setEnCours(true)
    try {
      return await callOperation(contract.enregistrer, lu.data, { idempotencyKey: brouillonId })
    } catch (error) {
      const cause = toProblem(error)
      const aDesChamps = Object.keys(cause.champs).length > 0
      setErreurs(cause.champs)
      setProblem(aDesChamps ? null : cause)
      setEssai((n) => n + 1)
      return null
    } finally {
      occupe.current = false
      setEnCours(false)
    }
  }
  return {
    erreurs,
    problem,
    enCours,
    idOf,
    champ: (path) => ({ id: idOf(path), error: erreurs[path] }),
    enregistrer,
  }
}
