import { useEffect, useRef, useState } from 'react'

/** What is being written and not saved yet, by place; lost with the tab, which asks before it closes. */
const gardees = new Map<string, unknown>()

/** A value kept while the agent goes to another page and back: which form was open, on what. */
export function useMemoire<T>(cle: string, initiale: T): [T, (valeur: T) => void] {
  const [valeur, setValeur] = useState<T>(() => (gardees.has(cle) ? (gardees.get(cle) as T) : initiale))
  return [
    valeur,
    (suivante) => {
      gardees.set(cle, suivante)
      setValeur(suivante)
    },
  ]
}

/**
 * A form's values kept while the agent goes to another page and back. `oublier` once saved or given up. `cle` names the form
 * and what it is about.
 */
export function useSaisieGardee<T>(
  cle: string,
  initiale: T,
): { valeurs: T; changer: (plus: Partial<T>) => void; oublier: () => void } {
  const [valeurs, setValeurs] = useState<T>(() => (gardees.get(cle) as T | undefined) ?? initiale)
  const commencee = useRef(gardees.has(cle))
  useEffect(() => {
    const retenir = (event: BeforeUnloadEvent): void => {
      if (commencee.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', retenir)
    return () => window.removeEventListener('beforeunload', retenir)
  }, [])
  return {
    valeurs,
    changer: (plus) => {
      commencee.current = true
      setValeurs((v) => {
        const suivantes = { ...v, ...plus }
        gardees.set(cle, suivantes)
        return suivantes
      })
    },
    oublier: () => {
      commencee.current = false
      gardees.delete(cle)
    },
  }
}
