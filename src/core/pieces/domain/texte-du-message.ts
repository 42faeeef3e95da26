interface Adresse {
  readonly name: string
  readonly address: string
}

export interface MessageAAfficher {
  readonly from: Adresse | null
  readonly to: readonly Adresse[]
  readonly cc: readonly Adresse[]
  readonly subject: string
  readonly dateHeader: string | null
  readonly textBody: string
  readonly attachments: readonly { readonly name: string }[]
}

const adresse = ({ name, address }: Adresse): string => (name === '' ? address : `${name} <${address}>`)

/** A message as plain text: who, to whom, about what, then what it says. Lines without a value are left out. */
export function texteDuMessage(message: MessageAAfficher): string {
  const entetes: readonly (readonly [string, string])[] = [
    ['De', message.from === null ? '' : adresse(message.from)],
    ['À', message.to.map(adresse).join(', ')],
    ['Copie', message.cc.map(adresse).join(', ')],
    ['Objet', message.subject],
    ['Date annoncée par l’expéditeur', message.dateHeader ?? ''],
    ['Pièces jointes', message.attachments.map(({ name }) => name).join(', ')],
  ]
  const lignes = entetes
    .filter(([, valeur]) => valeur !== '')
    .map(([nom, valeur]) => `${nom}\u00a0: ${valeur}`)
  return `${lignes.join('\n')}\n\n${message.textBody}\n`
}
