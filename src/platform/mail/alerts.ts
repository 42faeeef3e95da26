import type { MailAlert, MailAlertCode } from './model.ts'

const MESSAGES = {
  'ambiguous-sender': 'L’expéditeur est écrit de façon ambiguë : vérifiez à qui vous répondez.',
  'no-sender': 'Ce message ne porte pas d’adresse d’expéditeur utilisable.',
  encrypted:
    'Ce message est chiffré : son contenu est illisible ici. Il est conservé tel quel ; ouvrez-le avec la messagerie du destinataire, ou demandez un envoi en clair.',
  signed:
    'Ce message est signé électroniquement. La signature n’a pas été vérifiée ; l’original est conservé.',
  tnef: 'Les pièces étaient enveloppées dans un fichier d’Outlook (winmail.dat) ; elles en ont été extraites.',
  'tnef-unreadable':
    'Un fichier d’Outlook (winmail.dat) est abîmé ou incomplet : ouvrez-le à la main, il peut contenir d’autres pièces.',
  'stripped-characters':
    'Des caractères qui ne peuvent pas être conservés ont été retirés du texte. L’original est intact.',
  'undecodable-characters':
    'Certains caractères n’ont pas pu être lus et sont remplacés par « � ». L’original est intact.',
  'unknown-charset':
    'Le jeu de caractères annoncé est inconnu : le texte peut être mal lu. L’original est intact.',
  'utf-16-file': 'Le fichier était enregistré en UTF-16, forme inhabituelle pour un message.',
  'invalid-date': 'La date annoncée par l’expéditeur est illisible : elle n’est pas retenue.',
  'remote-content': 'Ce message appelle des images ou contenus distants : ils n’ont pas été chargés.',
  truncated: 'Le texte, très long, a été coupé. Consultez l’original pour le lire en entier.',
  'too-many-parts':
    'Ce message contient trop de pièces : seules les premières sont présentées. Consultez l’original.',
  'too-deep':
    'Ce message contient des messages emboîtés trop profondément : les derniers ne sont pas détaillés.',
  damaged: 'Ce message est mal formé : vérifiez sur l’original que rien ne manque.',
  'hosted-encrypted':
    'Ce message annonce un contenu chiffré à lire sur un site extérieur : à ouvrir par une personne, avec prudence.',
  empty: 'Ce message n’a ni texte ni pièce lisible : consultez l’original avant de le classer.',
} as const satisfies Partial<Record<MailAlertCode, string>>

/** An alert whose sentence never varies. */
export function alertOf(code: keyof typeof MESSAGES): MailAlert {
  return { code, message: MESSAGES[code] }
}

/** One alert of each code and sentence is enough. */
export function distinctAlerts(alerts: readonly MailAlert[]): readonly MailAlert[] {
  return [...new Map(alerts.map((alert) => [alert.code + alert.message, alert])).values()]
}
