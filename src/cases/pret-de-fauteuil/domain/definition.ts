import { definirTypeDeDossier } from '#core/dossiers/domain/definition.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_FAITS } from './labels.ts'
import type { Etat } from './model.ts'
import type { Permission } from './permissions.ts'

/** The procedure on one page: states, transitions, deadlines. */
export const pretDeFauteuil = definirTypeDeDossier<Etat, Permission>()({
  code: 'pret-de-fauteuil',
  libelle: 'Prêt de fauteuil',
  pluriel: 'Prêts de fauteuil',
  prefixe: 'PRF',
  etats: {
    recu: { libelle: LIBELLES_DES_ETATS.recu, final: false },
    rendu: { libelle: LIBELLES_DES_ETATS.rendu, final: true },
  },
  etatInitial: 'recu',
  transitions: {
    rendre: {
      depuis: ['recu'],
      vers: 'rendu',
      libelle: 'Terminer',
      permission: 'pret-de-fauteuil.rendre',
      fait: 'pret-de-fauteuil-termine',
    },
  },
  regles: [],
  faits: LIBELLES_DES_FAITS,
  faitsDeReception: ['pret-de-fauteuil-ouvert'],
  refus: {},
})
