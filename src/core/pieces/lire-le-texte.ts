import type { TextReading } from '#platform/documents/index.ts'
import { readText } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import { readMessage } from '#platform/mail/index.ts'
import { type Lecture, type RaisonDIllisible, TAILLE_LISIBLE } from './domain/lecture.ts'
import { texteDuMessage } from './domain/texte-du-message.ts'
import type { DependancesDesLectures } from './lire-les-textes.ts'
import { lireObjet } from './ouvrir.ts'
import type { PieceALire } from './store-lectures.ts'

export interface TexteLu extends Lecture {
  readonly texte: string
}

const RIEN = { raison: null, estReconnue: false, estCoupee: false, pagesNonLues: 0, texte: '' } as const
const illisible = (raison: RaisonDIllisible): TexteLu => ({ ...RIEN, etat: 'illisible', raison })
const RAISONS = { password: 'mot-de-passe', damaged: 'abime', 'too-long': 'trop-long' } as const

type Outils = Pick<DependancesDesLectures, 'fichiers' | 'reconnaissance'>
type Fichier = Pick<PieceALire, 'nom' | 'nature' | 'type' | 'taille' | 'objetCle' | 'cleEnveloppee' | 'cleId'>

/** What a piece says, or why nothing is known of it. Outside any transaction; throws on a broken file store only. */
export async function lireLeTexte(d: Outils, piece: Fichier, signal?: AbortSignal): Promise<TexteLu> {
  if (piece.taille > TAILLE_LISIBLE) return illisible('trop-gros')
  const objet = {
    key: piece.objetCle,
    size: piece.taille,
    wrappedKey: piece.cleEnveloppee,
    keyId: piece.cleId,
  }
  let octets: Uint8Array
  try {
    octets = (await lireObjet(d.fichiers, objet, TAILLE_LISIBLE)).octets
  } catch (error) {
    // an incident of its own, told elsewhere: the other pieces are still read
    if (error instanceof Error && error.cause instanceof AppError) return illisible('sans-fichier')
    throw error
  }
  if (piece.nature === 'message') return lireLeMessage(octets, piece.nom)
  return versTexteLu(d, octets, await readText(octets, piece.type), signal)
}

async function lireLeMessage(octets: Uint8Array, nom: string): Promise<TexteLu> {
  const message = await readMessage(octets, nom, { maxBytes: TAILLE_LISIBLE })
  if ('refusal' in message) return illisible(message.refusal.code === 'too-slow' ? 'trop-long' : 'abime')
  return texteOuRien(texteDuMessage(message), {})
}

const texteOuRien = (texte: string, plus: Partial<Lecture>): TexteLu =>
  texte.trim() === '' ? { ...RIEN, ...plus, etat: 'sans-texte' } : { ...RIEN, ...plus, etat: 'lue', texte }

async function versTexteLu(
  d: Outils,
  octets: Uint8Array,
  lu: TextReading,
  signal: AbortSignal | undefined,
): Promise<TexteLu> {
  switch (lu.kind) {
    case 'none':
      return { ...RIEN, etat: 'sans-texte' }
    case 'unreadable':
      return illisible(RAISONS[lu.reason])
    case 'picture':
      return reconnaitreTout(d, octets, lu.pages, signal)
    case 'text':
      return completer(d, octets, lu, signal)
  }
}

const avecSignal = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal })

async function reconnaitreTout(
  d: Outils,
  octets: Uint8Array,
  pages: readonly number[] | null,
  signal: AbortSignal | undefined,
): Promise<TexteLu> {
  const vu = await d.reconnaissance.recognize({ bytes: octets, pages, ...avecSignal(signal) })
  if (vu.ok) {
    const lues = vu.pages.filter((page) => page !== null)
    return texteOuRien(lues.join('\n'), { estReconnue: true, pagesNonLues: vu.pages.length - lues.length })
  }
  return vu.reason === 'unavailable' ? { ...RIEN, etat: 'non-reconnue' } : illisible(RAISONS[vu.reason])
}

/** A document whose pages are text but for a few: those are recognized when it is possible, and told when it is not. */
async function completer(
  d: Outils,
  octets: Uint8Array,
  lu: Extract<TextReading, { kind: 'text' }>,
  signal: AbortSignal | undefined,
): Promise<TexteLu> {
  const { text, truncated, pictures } = lu
  const commun = { estCoupee: truncated }
  if (pictures.length === 0) return texteOuRien(text, commun)
  const vu = await d.reconnaissance.recognize({ bytes: octets, pages: pictures, ...avecSignal(signal) })
  const pages = vu.ok ? vu.pages : pictures.map(() => null)
  const lues = pages.filter((page) => page !== null)
  return texteOuRien([text, ...lues].join('\n'), {
    ...commun,
    // a blank page holds no letter to recognize
    estReconnue: lues.some((page) => page !== ''),
    pagesNonLues: pages.length - lues.length,
  })
}
