import { cheminParIdentifiant, type OrigineVue } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { estOrale } from '../domain/rules.ts'
import { FORMULAIRE_VIDE, type Formulaire } from './brouillon.tsx'
import { LienARetirer } from './lien-a-retirer.tsx'

const OBJET_MAX = 80

/** The first sentence says most; the agent reads it over. */
function objetDe(recit: string): string {
  const ligne = recit.trim().split(/\n|(?<=[.!?]) /)[0] ?? ''
  return ligne.length <= OBJET_MAX ? ligne.replace(/[.\s]+$/, '') : ''
}

/** An intake that starts from another dossier. What was said aloud was said on the day it was written down. */
export function remplirDepuisLOrigine({
  id,
  numero,
  canal,
  recuLe,
  recit,
  auteur,
  services,
}: OrigineVue): Formulaire {
  const orale = canal !== null && estOrale(canal)
  return {
    ...FORMULAIRE_VIDE,
    origine: { id, numero },
    canal,
    recuLe,
    receptionConfirmee: orale,
    objet: objetDe(recit),
    recit,
    auteur: auteur === null ? FORMULAIRE_VIDE.auteur : { choix: 'existante', personne: auteur },
    services,
  }
}

/** Says which dossier the one being entered is made from. */
export function Origine({
  formulaire,
  onChange,
}: {
  formulaire: Formulaire
  onChange: (f: Formulaire) => void
}) {
  const { origine } = formulaire
  if (origine === null) return null
  return (
    <LienARetirer onRetirer={() => onChange({ ...formulaire, origine: null })}>
      Cette réclamation vient de <AppLink href={cheminParIdentifiant(origine.id)}>{origine.numero}</AppLink>
      &nbsp;: les deux seront liés. Relisez avec la personne ce qu’elle a dit.
    </LienARetirer>
  )
}
