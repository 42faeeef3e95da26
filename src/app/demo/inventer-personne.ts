import type { Hasard } from './hasard.ts'
import { COMMUNES, NOMS, PRENOMS, RUES } from './recits.ts'

/** Someone who does not exist, with an address and, more or less, ways to be reached. */
export function inventerPersonne(h: Hasard) {
  const nom = h.parmi(NOMS)
  const [civilite, prenom] = h.parmi(PRENOMS)
  const [codePostal, commune] = h.parmi(COMMUNES)
  const avecCourriel = h.chance(0.6)
  return {
    civilite,
    nom,
    prenom,
    nomDeNaissance: '',
    neeLe: null,
    courriel: avecCourriel
      ? `${prenom}.${nom}@courriel.example`
          .normalize('NFD')
          .replace(/[^a-zA-Z.@]/g, '')
          .toLowerCase()
      : '',
    telephone: h.chance(0.5) ? `06 99 00 ${h.entier(10, 99)} ${h.entier(10, 99)}` : '',
    complement: '',
    voie: `${h.entier(1, 140)} ${h.parmi(RUES)}`,
    lieuDit: '',
    codePostal,
    commune,
    pays: '',
  }
}
