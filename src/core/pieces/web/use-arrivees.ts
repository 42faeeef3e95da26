import { useEffect, useRef, useState } from 'react'

const porteDesFichiers = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

const estUnChamp = (cible: EventTarget | null): boolean =>
  cible instanceof HTMLElement && (cible.isContentEditable || /^(INPUT|TEXTAREA)$/.test(cible.tagName))

/** An image of the clipboard has no name worth keeping: it gets one that says what it is. */
const nommer = (fichier: File, rang: number): File =>
  /^image\.\w+$/.test(fichier.name)
    ? new File([fichier], `image-collee-${rang + 1}.${fichier.name.split('.').at(-1) ?? 'png'}`, {
        type: fichier.type,
      })
    : fichier

/** Those who listen now: a window opened over the page takes what arrives, not the page under it. */
const ecoutes: object[] = []

/**
 * What arrives on the whole page: files dropped anywhere, files or images pasted, text pasted outside a field. The last
 * one on screen takes it. Returns whether files are being dragged over the page.
 */
export function useArrivees(actions: {
  readonly onFichiers: (fichiers: readonly File[]) => void
  readonly onTexte?: (texte: string) => void
}): boolean {
  const [survole, setSurvole] = useState(false)
  const derniere = useRef(actions)
  useEffect(() => {
    derniere.current = actions
  })
  useEffect(() => {
    const moi = {}
    ecoutes.push(moi)
    const estDessus = (): boolean => ecoutes.at(-1) === moi
    let profondeur = 0
    const entrer = (event: DragEvent): void => {
      if (!porteDesFichiers(event) || !estDessus()) return
      event.preventDefault()
      profondeur += 1
      setSurvole(true)
    }
    const sortir = (event: DragEvent): void => {
      if (!porteDesFichiers(event) || !estDessus()) return
      profondeur -= 1
      if (profondeur <= 0) setSurvole(false)
    }
    const survoler = (event: DragEvent): void => {
      if (porteDesFichiers(event) && estDessus()) event.preventDefault()
    }
    const lacher = (event: DragEvent): void => {
      if (!porteDesFichiers(event) || !estDessus()) return
      event.preventDefault()
      profondeur = 0
      setSurvole(false)
      const fichiers = [...(event.dataTransfer?.files ?? [])]
      if (fichiers.length > 0) derniere.current.onFichiers(fichiers)
    }
    const coller = (event: ClipboardEvent): void => {
      if (!estDessus()) return
      const fichiers = [...(event.clipboardData?.files ?? [])]
      if (fichiers.length > 0) {
        event.preventDefault()
        derniere.current.onFichiers(fichiers.map(nommer))
        return
      }
      const texte = event.clipboardData?.getData('text/plain') ?? ''
      if (texte.trim() === '' || estUnChamp(event.target) || derniere.current.onTexte === undefined) return
      event.preventDefault()
      derniere.current.onTexte(texte)
    }
    window.addEventListener('dragenter', entrer)
    window.addEventListener('dragleave', sortir)
    window.addEventListener('dragover', survoler)
    window.addEventListener('drop', lacher)
    document.addEventListener('paste', coller)
    return () => {
      ecoutes.splice(ecoutes.indexOf(moi), 1)
      window.removeEventListener('dragenter', entrer)
      window.removeEventListener('dragleave', sortir)
      window.removeEventListener('dragover', survoler)
      window.removeEventListener('drop', lacher)
      document.removeEventListener('paste', coller)
    }
  }, [])
  return survole
}
