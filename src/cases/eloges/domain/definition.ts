import { definirTypeDeDossier } from '#core/dossiers/domain/definition.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_FAITS } from './labels.ts'
import type { Etat } from './model.ts'
import type { Permission } from './permissions.ts'

/** A praise: no legal deadline, counted in the annual report, worth forwarding to the team. */
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
  transitions: {
    transmettre: {
      depuis: ['recu'],
      vers: 'transmis',
      libelle: 'Transmettre à l’équipe',
      permission: 'eloges.transmettre',
      fait: 'eloge-transmis',
    },
  },
  regles: [],
  faits: LIBELLES_DES_FAITS,
  faitsDeReception: ['eloge-recu'],
  refus: {},
})
