import { inspectDocument } from '#platform/documents/index.ts'
import { safeFileName } from '#platform/files/index.ts'
import { strippedText } from '#platform/texte.ts'
import type { APERCUS } from './contract.ts'
import type { Alerte } from './nouvelle-piece.ts'

/** What the content of a file is, whatever its name says. */
export interface Examen {
  readonly nom: string
  readonly type: string
  readonly extension: string
  readonly apercu: (typeof APERCUS)[number]
  readonly estMessage: boolean
  readonly alertes: readonly Alerte[]
}

export type ResultatDExamen =
  | { readonly refus: string; readonly nom: string }
  | { readonly refus: null; readonly examen: Examen }

const APERCU_DE = { pdf: 'pdf', image: 'image', text: 'texte', none: 'aucun' } as const
/** A winmail.dat is what Outlook makes of a message on the way. */
const MESSAGES = ['eml', 'msg', 'tnef']

const NOM_NETTOYE: Alerte = {
  code: 'nom-nettoye',
  message:
    'Le nom du fichier contenait des caractères qui ne peuvent pas être conservés : ils ont été retirés. Le contenu est intact.',
}

/** Looks at the bytes of a file: refused with a French sentence, or described. */
export async function examiner(
  octets: Uint8Array,
  nomAnnonce: string,
  tailleMax: number,
): Promise<ResultatDExamen> {
  const nom = safeFileName(nomAnnonce)
  const vu = await inspectDocument({ bytes: octets, name: nom, maxBytes: tailleMax })
  if (!vu.accepted) return { refus: vu.message, nom }
  const nettoye = strippedText(nomAnnonce).stripped ? [NOM_NETTOYE] : []
  return {
    refus: null,
    examen: {
      nom,
      type: vu.contentType,
      extension: vu.extension,
      apercu: APERCU_DE[vu.preview],
      estMessage: MESSAGES.includes(vu.type),
      alertes: [...vu.alerts, ...nettoye],
    },
  }
}
