import { definirTypeDeDossier } from '#core/dossiers/domain/definition.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_FAITS, REFUS } from './labels.ts'
import type { Etat } from './model.ts'
import type { Permission } from './permissions.ts'
import { etatDeReouverture, refusDeRetirerLAuteur } from './rules.ts'

/** The procedure of a complaint, up to its answer. @source CSP, art. R. 1112-91 et R. 1112-92 ; CRPA, art. L. 112-3 */
export const reclamation = definirTypeDeDossier<Etat, Permission>()({
  code: 'reclamation',
  libelle: 'Réclamation',
  pluriel: 'Réclamations',
  prefixe: 'REC',
  etats: {
    recu: { libelle: LIBELLES_DES_ETATS.recu, final: false },
    accuse: { libelle: LIBELLES_DES_ETATS.accuse, final: false },
    repondu: { libelle: LIBELLES_DES_ETATS.repondu, final: false },
    clos: { libelle: LIBELLES_DES_ETATS.clos, final: true },
  },
  etatInitial: 'recu',
  transitions: {
    rouvrir: {
      depuis: ['clos'],
      vers: 'accuse',
      versSelon: ({ faits }) => etatDeReouverture(faits.map((f) => f.code)),
      libelle: 'Rouvrir la réclamation',
      permission: 'reclamations.clore',
      fait: 'reclamation-rouverte',
    },
  },
  regles: ['D01', 'D02', 'D03', 'D04', 'D05', 'D55', 'D56', 'D57'],
  faits: LIBELLES_DES_FAITS,
  faitsDeReception: ['reception-electronique', 'reception-papier', 'consignation-orale'],
  refusDeRetirer: ({ faits }, { role, estLeDernier }) =>
    role === 'auteur' && estLeDernier ? refusDeRetirerLAuteur(faits.map((f) => f.code)) : null,
  refus: REFUS,
})
