import { type RefObject, useEffect, useState } from 'react'
import { ajuster, type Etendue, rangDans } from '../domain/passages.ts'

/** Attribute that tells where the text of a block begins in the letter. */
export const DEBUT = 'data-debut'

const texteAutour = (noeud: Node | null): HTMLElement | null => {
  const element = noeud instanceof Element ? noeud : (noeud?.parentElement ?? null)
  return element?.closest<HTMLElement>(`[${DEBUT}]`) ?? null
}

/** Place in the letter of a point of the page inside a block, counted in UTF-16 units as JavaScript and the server do. */
function placeDe(noeud: Node, decalage: number): number | null {
  const bloc = texteAutour(noeud)
  if (bloc === null) return null
  const avant = document.createRange()
  avant.selectNodeContents(bloc)
  avant.setEnd(noeud, decalage)
  return Number(bloc.getAttribute(DEBUT)) + avant.toString().length
}

/** First or last block that a selection touches, when one of its ends is outside every block. */
function bordDe(plage: Range, conteneur: HTMLElement, bord: 'debut' | 'fin'): number | null {
  const touches = [...conteneur.querySelectorAll<HTMLElement>(`[${DEBUT}]`)].filter((bloc) =>
    plage.intersectsNode(bloc),
  )
  const bloc = bord === 'debut' ? touches[0] : touches.at(-1)
  if (bloc === undefined) return null
  const debut = Number(bloc.getAttribute(DEBUT))
  return bord === 'debut' ? debut : debut + (bloc.textContent?.length ?? 0)
}

/** What is selected inside the letter, as a stretch of its text; null when nothing is, undefined when it is elsewhere. */
function lireLaSelection(conteneur: HTMLElement, texte: string): Etendue | null | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0) return undefined
  const plage = selection.getRangeAt(0)
  const dedans = conteneur.contains(plage.startContainer) || conteneur.contains(plage.endContainer)
  if (!dedans) return undefined
  if (selection.isCollapsed) return null
  const debut = placeDe(plage.startContainer, plage.startOffset) ?? bordDe(plage, conteneur, 'debut')
  const fin = placeDe(plage.endContainer, plage.endOffset) ?? bordDe(plage, conteneur, 'fin')
  return debut === null || fin === null ? null : ajuster(texte, { debut, fin })
}

/** The point of the page where a place of the letter is. */
function pointDe(bloc: HTMLElement, decalage: number): { noeud: Node; decalage: number } {
  const noeuds = document.createTreeWalker(bloc, NodeFilter.SHOW_TEXT)
  let reste = decalage
  let dernier: Node = bloc
  for (let noeud = noeuds.nextNode(); noeud !== null; noeud = noeuds.nextNode()) {
    const longueur = noeud.textContent?.length ?? 0
    if (reste <= longueur) return { noeud, decalage: reste }
    reste -= longueur
    dernier = noeud
  }
  return { noeud: dernier, decalage: dernier.textContent?.length ?? 0 }
}

/** Selects a stretch of the letter on the page, as the hand would: what is copied or read aloud is what is shown. */
export function selectionner(conteneur: HTMLElement, blocs: readonly Etendue[], passage: Etendue): void {
  const textes = conteneur.querySelectorAll<HTMLElement>(`[${DEBUT}]`)
  const rangs = [rangDans(blocs, passage.debut), rangDans(blocs, Math.max(passage.debut, passage.fin - 1))]
  const [premier, dernier] = rangs.map((rang) => ({ element: textes[rang], bloc: blocs[rang] }))
  if (premier?.element === undefined || dernier?.element === undefined) return
  const de = pointDe(premier.element, Math.max(0, passage.debut - (premier.bloc?.debut ?? 0)))
  const a = pointDe(dernier.element, Math.max(0, passage.fin - (dernier.bloc?.debut ?? 0)))
  document.getSelection()?.setBaseAndExtent(de.noeud, de.decalage, a.noeud, a.decalage)
}

/**
 * The passage selected in the letter by mouse, finger or keyboard. It stays while the agent goes to a button or a field,
 * and goes away when they click elsewhere in the letter.
 */
export function useSelection(
  conteneur: RefObject<HTMLElement | null>,
  texte: string,
): [Etendue | null, (passage: Etendue | null) => void] {
  const [passage, setPassage] = useState<Etendue | null>(null)
  useEffect(() => {
    let attendue = 0
    const lire = (): void => {
      const lu = conteneur.current === null ? undefined : lireLaSelection(conteneur.current, texte)
      if (lu !== undefined) setPassage(lu)
    }
    const bientot = (): void => {
      cancelAnimationFrame(attendue)
      attendue = requestAnimationFrame(lire)
    }
    document.addEventListener('selectionchange', bientot)
    return () => {
      cancelAnimationFrame(attendue)
      document.removeEventListener('selectionchange', bientot)
    }
  }, [conteneur, texte])
  return [passage, setPassage]
}
