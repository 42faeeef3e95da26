import { Button } from '@mantine/core'
import { contract as personnes } from '#core/personnes/contract.ts'
import { nomComplet } from '#core/personnes/web/index.ts'
import { useOperation } from '#platform/web/query.ts'
import { contract } from '../contract.ts'
import type { Criteres } from '../contract-criteres.ts'
import classes from './lister.module.css'

export interface FiltresDOrigineProps {
  readonly criteres: Criteres
  readonly onRetirer: (filtre: 'affaireId' | 'personneId') => void
}

/** What the list was opened from, an affaire or a person: said, and taken off with one click. */
export function FiltresDOrigine({ criteres: { affaireId, personneId }, onRetirer }: FiltresDOrigineProps) {
  return (
    <>
      {affaireId !== undefined && <Affaire id={affaireId} onRetirer={() => onRetirer('affaireId')} />}
      {personneId !== undefined && <Personne id={personneId} onRetirer={() => onRetirer('personneId')} />}
    </>
  )
}

function Pastille({ texte, onRetirer }: { texte: string; onRetirer: () => void }) {
  return (
    <Button
      variant="light"
      className={classes['origine'] ?? ''}
      onClick={onRetirer}
      aria-label={`${texte} : ne plus filtrer`}
      rightSection={<span aria-hidden="true">×</span>}
    >
      {texte}
    </Button>
  )
}

function Affaire({ id, onRetirer }: { id: string; onRetirer: () => void }) {
  const affaire = useOperation(contract.obtenirAffaire, { id }, { staleTime: 60_000 })
  return <Pastille texte={`Affaire\u00a0: ${affaire.data?.titre ?? '…'}`} onRetirer={onRetirer} />
}

function Personne({ id, onRetirer }: { id: string; onRetirer: () => void }) {
  const fiche = useOperation(personnes.obtenir, { id }, { staleTime: 60_000 })
  const nom = fiche.data === undefined ? '…' : nomComplet(fiche.data.personne)
  return <Pastille texte={`Personne\u00a0: ${nom}`} onRetirer={onRetirer} />
}
