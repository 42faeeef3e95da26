/** Files as they come, all fictional. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const PROGRAMME = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])

export interface Jointe {
  readonly nom: string
  readonly contenu: Uint8Array
  readonly type?: string
  readonly disposition?: 'attachment' | 'inline'
}

export interface MessageFictif {
  readonly messageId?: string
  readonly objet?: string
  readonly texte?: string
  readonly recu?: string
  readonly entetes?: readonly string[]
  readonly jointes?: readonly Jointe[]
}

const LIMITE = 'limite-fictive-42'

/** A message as Outlook or a webmail saves it. `recu` is our server's clock, the Date header lies on purpose. */
export function eml(message: MessageFictif = {}): Buffer {
  const { jointes = [], entetes = [] } = message
  const lignes = [
    `Received: from mx.exemple.test (mx.exemple.test [192.0.2.1]) by mail.ch-trois-rivieres.example; ${message.recu ?? 'Mon, 02 Mar 2026 23:30:00 +0000'}`,
    'From: =?utf-8?Q?Am=C3=A9lie?= Petit <amelie.petit@exemple.test>',
    'To: usagers@ch-trois-rivieres.example',
    'Date: Thu, 01 Jan 2026 08:00:00 +0100',
    `Subject: ${message.objet ?? 'Attente aux urgences'}`,
    `Message-ID: ${message.messageId ?? '<a1@exemple.test>'}`,
    ...entetes,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${LIMITE}"`,
    '',
    `--${LIMITE}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(message.texte ?? 'J’ai attendu neuf heures sans être vue.').toString('base64'),
    ...jointes.flatMap(({ nom, contenu, type, disposition }) => [
      `--${LIMITE}`,
      `Content-Type: ${type ?? 'application/octet-stream'}`,
      `Content-Disposition: ${disposition ?? 'attachment'}; filename*=utf-8''${encodeURIComponent(nom)}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(contenu).toString('base64'),
    ]),
    `--${LIMITE}--`,
    '',
  ]
  return Buffer.from(lignes.join('\r\n'))
}
