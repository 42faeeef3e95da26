import { assertNever } from '#platform/assert-never.ts'
import { formatDay, formatShortDate } from '#platform/web/formats.ts'
import type { LigneDeDossier } from '../contract.ts'
import type { Colonne } from '../domain/colonnes.ts'
import { phraseDAttente } from '../domain/labels.ts'
import { BadgeDePriorite } from './badge-de-priorite.tsx'
import { Surligne } from './fragments.tsx'
import { EcheanceEnLigne } from './lister-echeance.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'

interface CelluleProps {
  readonly colonne: Colonne
  readonly colonnes: readonly Colonne[]
  readonly dossier: LigneDeDossier
  readonly types: TypesDeDossier
  readonly jour: string
  readonly surlignes: ReadonlyMap<string, number>
}

function JourCourt({ le, jour }: { le: string | null; jour: string }) {
  if (le === null) return null
  return (
    <span className="pv-nowrap" title={formatDay(le)}>
      {formatShortDate(le, jour)}
    </span>
  )
}

/** What one column says of one dossier. */
export function CelluleDeDossier({ colonne, colonnes, dossier, types, jour, surlignes }: CelluleProps) {
  switch (colonne) {
    case 'numero':
      return <span className="pv-nowrap">{dossier.numero}</span>
    case 'type':
      return types.find(({ code }) => code === dossier.type)?.libelle ?? ''
    case 'auteur':
      return dossier.auteur === '' ? (
        <span className="pv-muted">inconnu</span>
      ) : (
        <Surligne texte={dossier.auteur} mots={surlignes} />
      )
    case 'services':
      return dossier.services.join(', ')
    case 'recu':
      return <JourCourt le={dossier.recuLe} jour={jour} />
    case 'etat':
      return dossier.libelleEtat
    case 'clos':
      return <JourCourt le={dossier.closLe} jour={jour} />
    case 'echeance':
      return <EcheanceEnLigne dossier={dossier} jour={jour} avecAttente={!colonnes.includes('attentes')} />
    case 'attentes':
      return dossier.attentes.map(phraseDAttente).join(', ')
    case 'assigne':
      return dossier.assigneNom ?? <span className="pv-muted">personne</span>
    case 'priorite':
      return dossier.priorite === 'normale' ? (
        <span className="pv-muted">normale</span>
      ) : (
        <BadgeDePriorite priorite={dossier.priorite} />
      )
    case 'etiquettes':
      return dossier.etiquettes.map(({ libelle }) => libelle).join(', ')
    default:
      return assertNever(colonne)
  }
}
