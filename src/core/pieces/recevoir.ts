import type { ContexteLibre } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { FileStore, StoredObject } from '#platform/files/index.ts'
import { type MailAttachment, readMessage } from '#platform/mail/index.ts'
import type { MessageLu } from './contract.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { type Examen, examiner } from './examiner.ts'
import { lireMessage } from './lire-message.ts'
import type { Alerte, PieceAInscrire } from './nouvelle-piece.ts'
import { lireObjet } from './ouvrir.ts'

/** A dropped file, stored and read, before any row says so. */
export interface DepotRecu {
  readonly piece: PieceAInscrire
  readonly jointes: readonly PieceAInscrire[]
  readonly refusees: readonly { readonly nom: string; readonly message: string }[]
  readonly message: MessageLu | null
}

type Televersement = NonNullable<ContexteLibre['upload']>

/** Objects written so far, so that a refusal leaves nothing behind. */
interface Ecriture {
  ecrire(contenu: Televersement['content'] | Uint8Array): Promise<StoredObject>
}

/**
 * Streams the file to the store, then looks at it. AppError `too-large` or `invalid` when it is refused: whatever was
 * written is then removed. The caller answers for the objects once this has resolved.
 */
export async function recevoir(
  d: DependancesDesPieces,
  televersement: Televersement,
  fuseau: string,
): Promise<DepotRecu> {
  const ecrits: StoredObject[] = []
  const ecriture: Ecriture = {
    async ecrire(contenu) {
      const objet = await d.fichiers.put(contenu, { maxBytes: d.tailleMax })
      ecrits.push(objet)
      return objet
    },
  }
  try {
    const objet = await ecriture.ecrire(televersement.content)
    return await lireDepot(d, ecriture, { objet, nom: televersement.fileName, fuseau })
  } catch (error) {
    await retirerObjets(d.fichiers, ecrits)
    throw error
  }
}

/**
 * Keeps one file as it is, a message included, for whoever answers a request. `estCoupe`: the transport stopped it at its
 * limit. AppError `too-large`, or `invalid` with the reason when its content is refused: nothing is left behind then.
 */
export async function recevoirDocument(
  d: DependancesDesPieces,
  fichier: {
    readonly contenu: Televersement['content']
    readonly nom: string
    readonly estCoupe?: () => boolean
  },
): Promise<PieceAInscrire> {
  // One byte more than allowed: a stream cut there ends by itself, where destroying it would leave the form half read.
  const objet = await d.fichiers.put(fichier.contenu, { maxBytes: d.tailleMax + 1 })
  try {
    if (fichier.estCoupe?.() === true || objet.size > d.tailleMax) throw new AppError('too-large')
    const { octets } = await lireObjet(d.fichiers, objet, d.tailleMax)
    const resultat = await examiner(octets, fichier.nom, d.tailleMax)
    if (resultat.refus !== null) throw new AppError('invalid', { message: resultat.refus })
    return pieceDe(resultat.examen, 'document', objet)
  } catch (error) {
    await retirerObjets(d.fichiers, [objet])
    throw error
  }
}

/** Removes objects no row references. */
export async function retirerObjets(fichiers: FileStore, objets: readonly StoredObject[]): Promise<void> {
  for (const { key } of objets) await fichiers.remove(key)
}

async function lireDepot(
  d: DependancesDesPieces,
  ecriture: Ecriture,
  fichier: { objet: StoredObject; nom: string; fuseau: string },
): Promise<DepotRecu> {
  const { objet, nom, fuseau } = fichier
  const { octets } = await lireObjet(d.fichiers, objet, d.tailleMax)
  const resultat = await examiner(octets, nom, d.tailleMax)
  if (resultat.refus !== null) throw new AppError('invalid', { message: resultat.refus })
  const { examen } = resultat
  if (!examen.estMessage) {
    const piece = pieceDe(examen, 'document', objet)
    return { piece, jointes: [], refusees: [], message: null }
  }
  return lireDepotDeMessage(d, ecriture, { octets, examen, objet, fuseau })
}

/** A message that cannot be read is kept all the same, byte for byte, with the reason. */
async function lireDepotDeMessage(
  d: DependancesDesPieces,
  ecriture: Ecriture,
  fichier: { octets: Uint8Array; examen: Examen; objet: StoredObject; fuseau: string },
): Promise<DepotRecu> {
  const { octets, examen, objet, fuseau } = fichier
  const message = await readMessage(octets, examen.nom, { maxBytes: d.tailleMax })
  if ('refusal' in message) {
    const alertes = [{ code: `message-${message.refusal.code}`, message: message.refusal.message }]
    return { piece: pieceDe(examen, 'message', objet, alertes), jointes: [], refusees: [], message: null }
  }
  const { lu, alertes } = lireMessage(message, fuseau)
  const { jointes, refusees } = await garderJointes(d, ecriture, message.attachments)
  const piece = { ...pieceDe(examen, 'message', objet, alertes), messageId: lu.messageId }
  return { piece, jointes, refusees, message: lu }
}

/** Documents first, images of the body after them. */
async function garderJointes(
  d: DependancesDesPieces,
  ecriture: Ecriture,
  jointes: readonly MailAttachment[],
): Promise<Pick<DepotRecu, 'jointes' | 'refusees'>> {
  const gardees: PieceAInscrire[] = []
  const refusees: { nom: string; message: string }[] = []
  for (const jointe of jointes.toSorted((a, b) => Number(a.inline) - Number(b.inline))) {
    const resultat = await examiner(jointe.bytes, jointe.name, d.tailleMax)
    if (resultat.refus !== null) refusees.push({ nom: resultat.nom, message: resultat.refus })
    else gardees.push(pieceDe(resultat.examen, 'piece-jointe', await ecriture.ecrire(jointe.bytes)))
  }
  return { jointes: gardees, refusees }
}

function pieceDe(
  examen: Examen,
  nature: PieceAInscrire['nature'],
  objet: StoredObject,
  alertes: readonly Alerte[] = [],
): PieceAInscrire {
  const { nom, type, extension } = examen
  // A message is shown by its text, read again when asked for.
  const apercu = nature === 'message' ? 'texte' : examen.apercu
  return { nature, nom, type, extension, apercu, objet, alertes: [...examen.alertes, ...alertes] }
}
