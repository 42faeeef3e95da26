import { definirTypeDeDossier } from '#core/dossiers/domain/definition.ts'
import { LIBELLES_DES_ETATS, LIBELLES_DES_FAITS, REFUS } from './labels.ts'
import type { Etat } from './model.ts'
import type { Permission } from './permissions.ts'
import { refusDeClore } from './rules.ts'

/** Someone at the desk, on the phone or met in a service. No legal deadline: what was promised is what is due. */
export const contact = definirTypeDeDossier<Etat, Permission>()({
  code: 'contact',
  libelle: 'Contact',
  pluriel: 'Contacts',
  prefixe: 'CON',
  etats: {
    ouvert: { libelle: LIBELLES_DES_ETATS.ouvert, final: false },
    clos: { libelle: LIBELLES_DES_ETATS.clos, final: true },
  },
  etatInitial: 'ouvert',
  transitions: {
    clore: {
      depuis: ['ouvert'],
      vers: 'clos',
      libelle: 'Clore',
      permission: 'contacts.suivre',
      fait: 'contact-clos',
      garde: ({ faits }) => refusDeClore(faits),
    },
    rouvrir: {
      depuis: ['clos'],
      vers: 'ouvert',
      libelle: 'Rouvrir',
      permission: 'contacts.suivre',
      fait: 'contact-rouvert',
    },
  },
  regles: [],
  faits: LIBELLES_DES_FAITS,
  faitsDeReception: ['contact-recu'],
  refus: REFUS,
})
