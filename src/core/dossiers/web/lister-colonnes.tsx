import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import {
  COLONNES,
  COLONNES_MAX,
  COLONNES_PAR_DEFAUT,
  type Colonne,
  LIBELLES_DES_COLONNES,
} from '../domain/colonnes.ts'
import { deplacer } from './deplacer.ts'
import classes from './lister.module.css'
import { MonterDescendre } from './monter-descendre.tsx'

export interface ChoisirLesColonnesProps {
  readonly colonnes: readonly Colonne[]
  readonly onChange: (colonnes: readonly Colonne[]) => void
}

/** Which columns the list shows beside the subject, and in which order: it changes at once behind the window. */
export function ChoisirLesColonnes({ colonnes, onChange }: ChoisirLesColonnesProps) {
  const [ouvert, setOuvert] = useState(false)
  const autres = COLONNES.filter((colonne) => !colonnes.includes(colonne))
  const pleine = colonnes.length >= COLONNES_MAX
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={() => setOuvert(true)}>
        Colonnes
      </Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title="Colonnes de la liste">
        <p className="pv-muted">
          L’objet du dossier est toujours là.{' '}
          {pleine && 'Six colonnes au plus : retirez-en une pour en choisir une autre.'}
        </p>
        <ul className={classes['listes']}>
          {[...colonnes, ...autres].map((colonne, rang) => {
            const choisie = rang < colonnes.length
            return (
              <li key={colonne}>
                <Checkbox
                  label={LIBELLES_DES_COLONNES[colonne]}
                  checked={choisie}
                  disabled={choisie ? colonnes.length === 1 : pleine}
                  onChange={() =>
                    onChange(choisie ? colonnes.filter((une) => une !== colonne) : [...colonnes, colonne])
                  }
                />
                {choisie && (
                  <span className={classes['gestes']}>
                    <MonterDescendre
                      quoi={LIBELLES_DES_COLONNES[colonne]}
                      premier={rang === 0}
                      dernier={rang === colonnes.length - 1}
                      onDeplacer={(de) => onChange(deplacer(colonnes, rang, de))}
                    />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <div className="pv-form-actions">
          <Button variant="default" onClick={() => onChange(COLONNES_PAR_DEFAUT)}>
            Colonnes d’origine
          </Button>
          <Button onClick={() => setOuvert(false)}>Fermer</Button>
        </div>
      </Modal>
    </>
  )
}
