import type { Canal } from './canal.ts'

export const LIBELLES_DES_CANAUX = {
  courriel: 'Courriel',
  courrier: 'Courrier',
  guichet: 'Accueil, au guichet',
  telephone: 'Téléphone',
  formulaire: 'Formulaire en ligne',
} as const satisfies Record<Canal, string>

/** How « qui l’a vu » words an event of the journal. */
const LECTURES: Readonly<Record<string, string>> = {
  'dossier-consulte': 'A ouvert le dossier',
  'dossier-assigne': 'A attribué le dossier',
  'dossier-modifie': 'A modifié l’objet ou les services',
  'dossier-classe-change': 'A changé le niveau de protection',
  'recit-complete': 'A complété le récit',
  'personne-ajoutee': 'A ajouté une personne',
  'dossier-lie': 'A lié un dossier',
  'dossier-delie': 'A retiré un lien',
  'note-ajoutee': 'A ajouté une note',
  'fait-rectifie': 'A corrigé une date',
  'etat-change': 'A fait avancer le dossier',
  'conflit-declare': 'A déclaré un conflit d’intérêts',
  'piece-deposee': 'A déposé une pièce',
  'piece-consultee': 'A regardé une pièce',
  'piece-telechargee': 'A téléchargé une pièce',
  'pieces-listees': 'A consulté la liste des pièces',
  'reclamation-enregistree': 'A enregistré la réclamation',
  'accuse-de-reception-produit': 'A préparé l’accusé de réception',
  'accuse-de-reception-envoye': 'A noté l’envoi de l’accusé de réception',
  'accuse-enregistrement-envoye': 'A noté l’envoi de l’accusé d’enregistrement',
  'reclamation-classee': 'A clos sans réponse, avec un motif',
  'reponse-notee': 'A noté l’envoi de la réponse',
  'copie-imprimee': 'A imprimé la copie',
  'copie-remise': 'A noté la remise de la copie',
  'courrier-corrige': 'A déposé une lettre corrigée',
  'courrier-compare': 'A comparé deux versions d’une lettre',
  'visa-demande': 'A demandé un visa',
  'visa-rendu': 'A rendu un visa',
  'courrier-signe': 'A signé une lettre',
  'courrier-signe-sur-papier': 'A déposé une lettre signée sur papier',
  'courrier-converti': 'A fait le PDF d’une lettre',
  'pdf-de-courrier-depose': 'A déposé le PDF d’une lettre',
  'courrier-envoye': 'A noté l’envoi d’une lettre',
  'courrier-remis-a-la-messagerie': 'A envoyé une lettre par courriel',
  'envoi-constate': 'A dit ce qu’il est advenu d’un envoi',
  'recommande-suivi': 'A noté le suivi d’un recommandé',
  'preuve-d-envoi-jointe': 'A joint une preuve d’envoi',
  'courrier-abandonne': 'A abandonné une lettre',
  'eloge-enregistre': 'A enregistré l’éloge',
}

/** Sentence of a journal event; a refusal says so; an unknown code is shown as it is. */
export function libelleDeLecture(evenement: string): string {
  const [code = evenement, suite] = evenement.split(':')
  const libelle = LECTURES[code] ?? code
  return suite === 'refus' ? `${libelle} — refusé` : libelle
}
