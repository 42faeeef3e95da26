import { definirTypeDeDossier } from '#core/dossiers/domain/definition.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_FAITS, REFUS } from './labels.ts'
import type { Etat } from './model.ts'
import type { Permission } from './permissions.ts'

/**
 * A praise: no legal deadline, counted in the annual report, forwarded to the team. Forwarding asks to whom and in what words: it
 * is a command, and so is taking it back.
 */
export const eloge = definirTypeDeDossier<Etat, Permission>()({
  code: 'eloge',
  libelle: 'Éloge',
  pluriel: 'Éloges',
  prefixe: 'ELO',
  etats: {
    recu: { libelle: LIBELLES_DES_ETATS.recu, final: false },
    transmis: { libelle: LIBELLES_DES_ETATS.transmis, final: true },
  },
  etatInitial: 'recu',
  transitions: {},
  regles: [],
  faits: LIBELLES_DES_FAITS,
  faitsDeReception: ['eloge-recu'],
  refus: REFUS,
})
