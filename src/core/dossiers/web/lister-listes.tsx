import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import type { Criteres } from '../contract-criteres.ts'
import type { ListeEnregistree } from '../contract-listes.ts'
import { EnregistrerListe } from './enregistrer-liste.tsx'
import { GererEtiquettes } from './gerer-etiquettes.tsx'
import { GererListes } from './gerer-listes.tsx'
import { type Affichage, cheminDesDossiers } from './paths.ts'
import { precisions } from './precisions-de-liste.ts'

/** The lists the agent may use, in the agent's order. */
export const useListesEnregistrees = () => useOperation(contract.listerListes, {}, { staleTime: 60_000 })

export const cheminDeLaListe = ({ id, criteres, colonnes }: ListeEnregistree): string =>
  cheminDesDossiers(criteres, { colonnes, liste: id })

/** Whether what is shown is still what was saved: by address, which says everything. */
const estChangee = (liste: ListeEnregistree, criteres: Criteres, affichage: Affichage): boolean =>
  cheminDeLaListe(liste) !== cheminDesDossiers(criteres, affichage)

export interface ListesEnregistreesProps {
  readonly criteres: Criteres
  readonly affichage: Affichage
  readonly active: ListeEnregistree | undefined
}

/** Named lists: open one, keep this one, put them in order. */
export function ListesEnregistrees({ criteres, affichage, active }: ListesEnregistreesProps) {
  const goTo = useGoTo()
  const invalidate = useInvalidate()
  const { can } = useWebSession()
  const [fenetre, setFenetre] = useState<'enregistrer' | 'gerer' | 'etiquettes' | null>(null)
  const lues = useListesEnregistrees().data
  const listes = lues?.listes ?? []
  const changee = active !== undefined && estChangee(active, criteres, affichage)
  const mettreAJour = async (liste: ListeEnregistree): Promise<void> => {
    try {
      const { id, version, nom, estPartagee } = liste
      const { recherche: _jamaisGardee, ...gardes } = criteres
      const colonnes = [...affichage.colonnes]
      await callOperation(contract.modifierListe, {
        id,
        version,
        nom,
        estPartagee,
        criteres: gardes,
        colonnes,
      })
      toast(`Liste « ${nom} » mise à jour.`)
    } catch (error) {
      toast(toProblem(error).message)
    }
    await invalidate(contract.listerListes)
  }
  return (
    <>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button variant="default" size="compact-md">
            {active === undefined ? 'Mes listes' : `${active.nom}${changee ? ' (modifiée)' : ''}`}
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" style={{ marginLeft: 6 }}>
              <path d="m2.5 4.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {listes.length === 0 && (
            <Menu.Label>Filtrez la liste, puis donnez-lui un nom : vous la retrouverez ici.</Menu.Label>
          )}
          {listes.map((liste) => (
            <Menu.Item key={liste.id} onClick={() => goTo(cheminDeLaListe(liste))}>
              <strong>{liste.nom}</strong>
              <div className="pv-small pv-muted">{precisions(liste)}</div>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {active?.peutModifier === true && changee && (
            <Menu.Item onClick={() => void mettreAJour(active)}>Mettre à jour « {active.nom} »</Menu.Item>
          )}
          <Menu.Item onClick={() => setFenetre('enregistrer')}>Enregistrer cette liste…</Menu.Item>
          {listes.length > 0 && (
            <Menu.Item onClick={() => setFenetre('gerer')}>Ranger, renommer, supprimer…</Menu.Item>
          )}
          {can('dossiers.regler') && (
            <Menu.Item onClick={() => setFenetre('etiquettes')}>Tenir les étiquettes…</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {fenetre === 'enregistrer' && (
        <EnregistrerListe
          criteres={criteres}
          colonnes={affichage.colonnes}
          peutPartager={lues?.peutPartager === true}
          onFermer={() => setFenetre(null)}
        />
      )}
      {fenetre === 'etiquettes' && <GererEtiquettes onFermer={() => setFenetre(null)} />}
      {fenetre === 'gerer' && lues !== undefined && (
        <GererListes listes={listes} peutPartager={lues.peutPartager} onFermer={() => setFenetre(null)} />
      )}
    </>
  )
}
