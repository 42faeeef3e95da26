import type { Readable } from 'node:stream'
import type { ContexteLibre } from '#core/journal/index.ts'
import { inspectDocument } from '#platform/documents/index.ts'
import { AppError } from '#platform/errors.ts'
import { type FileStore, type StoredObject, safeFileName } from '#platform/files/index.ts'

/** The whole upload in memory, never more than `maximum` bytes. */
export async function lireEnvoi(
  { upload }: Pick<ContexteLibre, 'upload'>,
  maximum: number,
  tropGros: string,
): Promise<{ octets: Buffer; nom: string }> {
  if (upload === null) {
    throw new AppError('invalid', { message: 'Aucun fichier n’a été reçu. Déposez-le de nouveau.' })
  }
  return { octets: await lireBorne(upload.content, maximum, tropGros), nom: safeFileName(upload.fileName) }
}

async function lireBorne(contenu: Readable, maximum: number, message: string): Promise<Buffer> {
  const morceaux: Buffer[] = []
  let taille = 0
  for await (const morceau of contenu) {
    const octets = Buffer.from(morceau)
    taille += octets.length
    if (taille > maximum) throw new AppError('too-large', { message })
    morceaux.push(octets)
  }
  return Buffer.concat(morceaux)
}

const TROP_LONG =
  'La lecture de ce PDF a été arrêtée : elle demande trop de temps. Déposez-le de nouveau, ou refaites-le depuis Word.'

/** A scan or a PDF, known by its content. */
export interface DocumentRecu {
  readonly octets: Buffer
  readonly nom: string
  readonly type: string
  readonly extension: string
  readonly apercu: 'pdf' | 'image'
}

/** Reads a PDF or, for a scan, a picture. Throws `invalid` with a sentence for anything else. */
export async function lireDocument(
  ctx: Pick<ContexteLibre, 'upload'>,
  maximum: number,
  accepte: 'pdf' | 'pdf-ou-image',
): Promise<DocumentRecu> {
  const tropGros = `Ce fichier dépasse ${Math.floor(maximum / 1024 / 1024)}\u00a0Mo. Réduisez sa résolution, puis déposez-le de nouveau.`
  const { octets, nom } = await lireEnvoi(ctx, maximum, tropGros)
  const lu = await inspectDocument({ bytes: octets, name: nom, maxBytes: maximum })
  if (!lu.accepted) throw new AppError('invalid', { message: lu.message })
  const { preview, contentType, extension } = lu
  if (preview === 'pdf') return { octets, nom, type: contentType, extension, apercu: 'pdf' }
  if (preview === 'image' && accepte === 'pdf-ou-image')
    return { octets, nom, type: contentType, extension, apercu: 'image' }
  if (lu.alerts.some(({ code }) => code === 'slow')) throw new AppError('invalid', { message: TROP_LONG })
  const message =
    accepte === 'pdf'
      ? 'Ce fichier n’est pas un PDF lisible. Dans Word, choisissez Enregistrer sous, PDF.'
      : 'Déposez la numérisation en PDF ou en image (JPEG, PNG).'
  throw new AppError('invalid', { message })
}

/** Keeps bytes, then runs the write that references them; a refusal leaves nothing behind. */
export async function avecObjet<T>(
  fichiers: FileStore,
  octets: Uint8Array,
  ecrire: (objet: StoredObject) => Promise<T>,
): Promise<T> {
  const objet = await fichiers.put(octets, { maxBytes: octets.length })
  try {
    return await ecrire(objet)
  } catch (error) {
    // Any other failure may hide a commit that went through: the object is then left to the sweep.
    if (error instanceof AppError) await fichiers.remove(objet.key)
    throw error
  }
}
