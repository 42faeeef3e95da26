import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { confirm } from '#platform/web/confirm.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import type { ListeEnregistree } from '../contract-listes.ts'
import { deplacer } from './deplacer.ts'
import classes from './lister.module.css'
import { MonterDescendre } from './monter-descendre.tsx'
import { precisions } from './precisions-de-liste.ts'
import { RenommerListe } from './renommer-liste.tsx'

export interface GererListesProps {
  readonly listes: readonly ListeEnregistree[]
  readonly peutPartager: boolean
  readonly onFermer: () => void
}

/** Order, first list to open, names, sharing, deletion: each takes effect at once. */
export function GererListes({ listes, peutPartager, onFermer }: GererListesProps) {
  const invalidate = useInvalidate()
  const [renommee, setRenommee] = useState<string | null>(null)
  const faire = async (travail: () => Promise<unknown>): Promise<void> => {
    try {
      await travail()
    } catch (error) {
      toast(toProblem(error).message)
    }
    await invalidate(contract.listerListes)
  }
  const ids = listes.map(({ id }) => id)
  const premiere = listes.find(({ estParDefaut }) => estParDefaut)?.id ?? null
  const ranger = (ordre: readonly string[], parDefaut: string | null): void =>
    void faire(() => callOperation(contract.rangerListes, { ids: [...ordre], parDefaut }))
  const supprimer = async ({ id, version, nom, estPartagee }: ListeEnregistree): Promise<void> => {
    const oui = await confirm({
      title: `Supprimer « ${nom} » ?`,
      text: estPartagee
        ? 'Elle disparaît aussi des listes de vos collègues. Aucun dossier n’est touché.'
        : 'Aucun dossier n’est touché.',
      action: 'Supprimer la liste',
      danger: true,
    })
    if (oui) await faire(() => callOperation(contract.supprimerListe, { id, version }))
  }
  return (
    <Modal opened onClose={onFermer} title="Mes listes" size="lg">
      <ul className={classes['listes']}>
        {listes.map((liste, rang) => (
          <li key={liste.id}>
            {renommee === liste.id ? (
              <RenommerListe liste={liste} peutPartager={peutPartager} onFermer={() => setRenommee(null)} />
            ) : (
              <>
                <span className={classes['nomDeListe']}>
                  <strong>{liste.nom}</strong>
                  <span className="pv-small pv-muted"> {precisions(liste)}</span>
                </span>
                <span className={classes['gestes']}>
                  <MonterDescendre
                    quoi={liste.nom}
                    premier={rang === 0}
                    dernier={rang === listes.length - 1}
                    onDeplacer={(de) => ranger(deplacer(ids, rang, de), premiere)}
                  />
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`${liste.estParDefaut ? 'Ne plus ouvrir' : 'Ouvrir'} en premier « ${liste.nom} »`}
                    onClick={() => ranger(ids, liste.estParDefaut ? null : liste.id)}
                  >
                    {liste.estParDefaut ? 'Ne plus ouvrir en premier' : 'Ouvrir en premier'}
                  </Button>
                  {liste.peutModifier && (
                    <>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={`Renommer « ${liste.nom} »`}
                        onClick={() => setRenommee(liste.id)}
                      >
                        Renommer
                      </Button>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={`Supprimer « ${liste.nom} »`}
                        onClick={() => void supprimer(liste)}
                      >
                        Supprimer
                      </Button>
                    </>
                  )}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {listes.length === 0 && <p className="pv-muted">Aucune liste enregistrée.</p>}
    </Modal>
  )
}
