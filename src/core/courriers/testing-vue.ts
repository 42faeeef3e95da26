import type { CourrierVu } from './contract.ts'
import { ACTIONS_DE_COURRIER } from './domain/rules.ts'

/** A letter as screens receive it, just prepared, for tests of screens. */
export const courrierVuDEssai = (plus: Partial<CourrierVu> = {}): CourrierVu => ({
  id: 'c',
  dossierId: 'd',
  version: 1,
  code: 'essai.avis-de-pret',
  libelle: 'Avis de prêt',
  pieceId: 'p',
  nom: 'Avis de prêt REC-2026-00042.docx',
  canal: 'papier',
  produitA: '2026-11-06T08:00:00.000Z',
  agent: 'Camille Roux',
  envoyeLe: null,
  etat: 'prepare',
  exigences: { visa: 'aucun', signature: 'facultative' },
  destinataire: { nom: 'Amélie PETIT', courriel: '' },
  signataire: null,
  motifDAbandon: null,
  versions: [],
  visas: [],
  signature: null,
  envois: [],
  actions: Object.fromEntries(ACTIONS_DE_COURRIER.map((action) => [action, null])) as CourrierVu['actions'],
  prochaine: 'envoyer',
  messagerie: null,
  convertisseur: null,
  ...plus,
})
