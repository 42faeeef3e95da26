import type { DocumentRefusal, DocumentRefusalCode } from './model.ts'

const MESSAGES = {
  empty: 'Ce fichier est vide. Demandez un nouvel envoi.',
  'too-large':
    'Ce fichier dépasse la taille permise. Demandez un envoi en plusieurs fichiers, ou sur un support.',
  executable:
    'Ce fichier est un programme : il n’est jamais enregistré. Demandez le document lui-même, en PDF par exemple.',
  script: 'Ce fichier peut lancer des commandes : il n’est jamais enregistré. Demandez le document en PDF.',
  macros:
    'Ce document contient des macros (des commandes automatiques) : il n’est pas enregistré. Demandez-le sans macros, au format .docx, .xlsx ou PDF.',
  'archive-format':
    'Ce type d’archive n’est pas accepté. Demandez les documents séparément, ou dans un fichier .zip.',
  'archive-bomb':
    'Cette archive prendrait une place démesurée une fois ouverte : elle est refusée. Demandez les documents séparément.',
  'archive-executable':
    'Cette archive contient un programme : elle n’est pas enregistrée. Demandez les documents seuls.',
  damaged: 'Ce fichier est abîmé et ne peut pas être ouvert. Demandez un nouvel envoi.',
  'unknown-type': 'Ce format n’est pas reconnu. Demandez le document en PDF, en image ou au format Word.',
} as const satisfies Record<DocumentRefusalCode, string>

export function refuseDocument(code: DocumentRefusalCode): DocumentRefusal {
  return { accepted: false, code, message: MESSAGES[code] }
}
