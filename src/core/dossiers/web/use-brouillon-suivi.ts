import { useEffect, useRef } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { useDraft } from '#platform/web/use-draft.ts'
import { contract } from '../contract.ts'

export interface BrouillonASuivre<T> {
  readonly id: string
  /** code of the type it will become */
  readonly type: string
  readonly valeur: T
  /** what was on the screen when it opened: nothing is written until it changes */
  readonly initial: T
  /** what is kept; `objet` or `texte` names it on the home */
  readonly ecrire: (valeur: T) => Record<string, unknown>
  readonly estVide: (valeur: T) => boolean
}

/** Keeps the draft in step with the screen; nothing is written while there is nothing to keep. */
export function useBrouillonSuivi<T>({ id, type, valeur, initial, ecrire, estVide }: BrouillonASuivre<T>) {
  const enSuspens = useRef(false)
  const draft = useDraft(async (aGarder: T) => {
    const fait = await callOperation(contract.enregistrerBrouillon, { id, type, contenu: ecrire(aGarder) })
    enSuspens.current = false
    return fait
  })
  const dernier = useRef(JSON.stringify(initial))
  const termine = useRef(false)
  const { changed, flush } = draft
  useEffect(() => {
    const texte = JSON.stringify(valeur)
    if (texte === dernier.current || termine.current) return
    dernier.current = texte
    if (estVide(valeur)) return
    enSuspens.current = true
    changed(valeur)
  }, [valeur, changed, estVide])
  useEffect(() => {
    const enregistrer = (): void => void flush()
    // Closing the tab in the second that follows a word: it is saved, and the browser asks before it leaves.
    const retenir = (event: BeforeUnloadEvent): void => {
      if (!enSuspens.current || termine.current) return
      void flush()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', enregistrer)
    window.addEventListener('beforeunload', retenir)
    return () => {
      document.removeEventListener('visibilitychange', enregistrer)
      window.removeEventListener('beforeunload', retenir)
    }
  }, [flush])
  return {
    ...draft,
    terminer: () => {
      termine.current = true
    },
    reprendre: () => {
      termine.current = false
    },
  }
}
