import type { PieceVue } from '../contract.ts'

export const NATURE_DE_PIECE = {
  message: 'Message',
  'piece-jointe': 'Pièce jointe',
  numerisation: 'Numérisation',
  consignation: 'Consignation',
  courrier: 'Courrier',
  document: 'Document',
} as const satisfies Record<PieceVue['nature'], string>
