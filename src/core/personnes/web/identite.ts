import type { PersonneChoisie, PersonneSaisie, PersonneVue } from '../contract.ts'

/** Someone being entered: nobody yet, a known person chosen by the agent, or a new one. */
export type PersonneEnSaisie =
  | { readonly choix: 'aucune' }
  | { readonly choix: 'existante'; readonly personne: PersonneVue }
  | { readonly choix: 'nouvelle'; readonly personne: PersonneSaisie }

export const AUCUNE_PERSONNE: PersonneEnSaisie = { choix: 'aucune' }

export const PERSONNE_VIDE: PersonneSaisie = {
  civilite: '',
  nom: '',
  prenom: '',
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
}

/** What the contract expects, null when nobody was entered. */
export function enPersonneChoisie(personne: PersonneEnSaisie): PersonneChoisie | null {
  switch (personne.choix) {
    case 'aucune':
      return null
    case 'existante':
      return { choix: 'existante', personneId: personne.personne.id }
    case 'nouvelle':
      return { choix: 'nouvelle', personne: personne.personne }
  }
}

export const CIVILITES: Readonly<Record<PersonneSaisie['civilite'], string>> = { '': '', mme: 'Mme', m: 'M.' }

type Nommee = Pick<PersonneSaisie, 'civilite' | 'nom' | 'prenom'>

/** « Mme Hélène Delattre ». */
export const nomComplet = ({ civilite, prenom, nom }: Nommee): string =>
  [CIVILITES[civilite], prenom, nom].filter((mot) => mot !== '').join('\u00a0')

/** « Prénom Nom » of each person entered so far. */
export const nomsEnSaisie = (personnes: readonly PersonneEnSaisie[]): string[] =>
  personnes.flatMap((p) => {
    if (p.choix === 'aucune') return []
    const nom = `${p.personne.prenom} ${p.personne.nom}`.trim()
    return p.personne.prenom === '' ? [] : [nom]
  })

const estEnCapitales = (mot: string): boolean =>
  mot.length > 1 && mot === mot.toLocaleUpperCase('fr') && /\p{L}/u.test(mot)

/** First and last name out of « Hélène Delattre », « DELATTRE Hélène » or « Delattre, Hélène ». The agent sees it and corrects. */
export function lireNom(texte: string): { prenom: string; nom: string } {
  const propre = texte.trim().replace(/\s+/g, ' ')
  const virgule = /^([^,]+), (.+)$/.exec(propre)
  if (virgule !== null) return { nom: virgule[1] ?? '', prenom: virgule[2] ?? '' }
  const mots = propre.split(' ')
  const capitales = mots.filter(estEnCapitales)
  if (capitales.length > 0 && capitales.length < mots.length)
    return { nom: capitales.join(' '), prenom: mots.filter((mot) => !estEnCapitales(mot)).join(' ') }
  return { prenom: mots.slice(0, -1).join(' '), nom: mots.at(-1) ?? '' }
}

const TYPE_DE_VOIE =
  'rue|avenue|av\\.?|boulevard|bd|place|impasse|allées?|chemin|route|quai|cours|square|passage|lotissement|résidence'
const VOIE = new RegExp(`\\d{1,4} ?(?:bis|ter|quater)?,? (?:${TYPE_DE_VOIE}) [^\\n,]{2,60}`, 'iu')
const COMMUNE = /\b(\d{5}) +(\p{Lu}[\p{L}’' -]{1,31})/u

/** A French postal address written in a message, when street and town are found close together; null otherwise. */
export function lireAdresse(texte: string): Pick<PersonneSaisie, 'voie' | 'codePostal' | 'commune'> | null {
  const voie = VOIE.exec(texte)
  if (voie === null) return null
  const suite = texte.slice(voie.index, voie.index + 200)
  const commune = COMMUNE.exec(suite)
  if (commune === null) return null
  const rue = voie[0].replace(/ \d{5} .*$/, '').trim()
  if (rue.length > 38) return null
  return { voie: rue, codePostal: commune[1] ?? '', commune: (commune[2] ?? '').trim() }
}

/** A French phone number written in a message, as it was written; empty when there is none. */
export const lireTelephone = (texte: string): string =>
  /(?:\+33 ?[1-9]|\b0[1-9])(?:[ .]?\d{2}){4}\b/.exec(texte)?.[0] ?? ''
