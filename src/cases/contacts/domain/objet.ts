import { LIBELLES_DES_MOTIFS } from './labels.ts'
import type { Motif } from './model.ts'

const LONGUEUR = 90

function debutDe(note: string): string {
  const ligne = note.trim().replace(/\s+/g, ' ')
  if (ligne.length <= LONGUEUR) return ligne
  const coupe = ligne.slice(0, LONGUEUR)
  const fin = coupe.lastIndexOf(' ')
  return `${(fin > LONGUEUR / 2 ? coupe.slice(0, fin) : coupe).toWellFormed().trimEnd()}…`
}

/** The subject of a contact: its motive, then the first words of the note. Nobody has twenty seconds to invent one. */
export function objetDe(motif: Motif, note: string): string {
  const debut = debutDe(note)
  const libelle = LIBELLES_DES_MOTIFS[motif]
  return debut === '' ? libelle : `${libelle}\u00a0: ${debut}`
}

/** The subject after a change of motive: only the part that named it, when the agent has not written another one. */
export function objetCorrige(objet: string, ancien: Motif, nouveau: Motif): string {
  const avant = LIBELLES_DES_MOTIFS[ancien]
  return objet === avant || objet.startsWith(`${avant}\u00a0:`)
    ? `${LIBELLES_DES_MOTIFS[nouveau]}${objet.slice(avant.length)}`
    : objet
}
