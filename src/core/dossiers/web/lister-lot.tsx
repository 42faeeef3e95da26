import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { confirm } from '#platform/web/confirm.tsx'
import { formatCount } from '#platform/web/formats.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import type { LigneDeDossier } from '../contract.ts'
import { type ActionDeLot, useActionsDeLot } from './actions-de-lot.ts'
import { AffaireEnLot } from './affaire-en-lot.tsx'
import { AttribuerEnLot } from './attribuer-en-lot.tsx'
import { EchecsEnLot } from './echecs-en-lot.tsx'
import { EtiqueterEnLot } from './etiqueter-en-lot.tsx'
import { executerEnLot, type GesteDeLot, type IssueDeLot } from './executer-en-lot.ts'
import classes from './lister.module.css'
import { ExporterLaListe } from './lister-export.tsx'
import type { TypesDeDossier } from './lister-filtres.tsx'
import { PrioriserEnLot } from './prioriser-en-lot.tsx'
import type { Selection } from './use-selection.ts'

export interface ListerLotProps {
  readonly selection: Selection
  readonly types: TypesDeDossier
}

/** What an action does to each, and how to undo what was done. */
export interface TravailDeLot {
  readonly fait: string
  readonly un: GesteDeLot
  readonly defaire?: GesteDeLot
}

/** « 3 dossiers attribués » */
const phrase = (nombre: number, fait: string): string =>
  `${formatCount(nombre, 'dossier')} ${nombre > 1 ? fait.replace(/^\S+/, (mot) => (mot.endsWith('s') ? mot : `${mot}s`)) : fait}`

/** What may be done to the chosen dossiers: in sight while the list scrolls. */
export function ListerLot({ selection, types }: ListerLotProps) {
  const { can } = useWebSession()
  const rafraichir = useInvalidateAll()
  const actions = useActionsDeLot().filter(({ permission }) => can(permission))
  const [faits, setFaits] = useState<number | null>(null)
  const [echecs, setEchecs] = useState<readonly IssueDeLot[]>([])
  const dossiers = [...selection.choisis.values()]
  const nombre = dossiers.length

  const conclure = async (issues: readonly IssueDeLot[], { fait, defaire }: TravailDeLot): Promise<void> => {
    const reussis = issues.filter(({ echec }) => echec === null).map(({ dossier }) => dossier)
    setFaits(null)
    setEchecs(issues.filter(({ echec }) => echec !== null))
    if (reussis.length > 0) {
      const retour = defaire === undefined ? null : () => void defaireEnLot(reussis, defaire)
      toast(`${phrase(reussis.length, fait)}.`, retour === null ? null : { label: 'Annuler', run: retour })
    }
    // What was begun is not begun again with the next click.
    if (issues.some(({ echec }) => echec?.etat !== 'refuse')) selection.vider()
    await rafraichir()
  }
  const defaireEnLot = async (
    reussis: readonly LigneDeDossier[],
    defaire: NonNullable<TravailDeLot['defaire']>,
  ): Promise<void> => {
    const issues = await executerEnLot(reussis, defaire)
    const rates = issues.filter(({ echec }) => echec !== null)
    setEchecs(rates)
    toast(`${phrase(reussis.length - rates.length, 'remis')} comme avant.`)
    await rafraichir()
  }
  const lancer = async (travail: TravailDeLot): Promise<void> => {
    setFaits(0)
    await conclure(await executerEnLot(dossiers, travail.un, setFaits), travail)
  }
  const agir = async ({ question, fait, executer }: ActionDeLot): Promise<void> => {
    if (await confirm(question(nombre))) await lancer({ fait, un: executer })
  }

  return (
    <>
      {nombre > 0 && (
        <section className={`${classes['lot']} pv-no-print`} aria-label="Dossiers choisis">
          <strong role="status">
            {faits === null ? phrase(nombre, 'choisi') : `${faits} sur ${nombre}…`}
          </strong>
          <Button variant="subtle" size="compact-sm" onClick={selection.vider}>
            Ne plus rien choisir
          </Button>
          {can('dossiers.assigner') && <AttribuerEnLot occupe={faits !== null} onLancer={lancer} />}
          {can('dossiers.modifier') && (
            <>
              <PrioriserEnLot occupe={faits !== null} onLancer={lancer} />
              <EtiqueterEnLot occupe={faits !== null} onLancer={lancer} />
              <AffaireEnLot occupe={faits !== null} onLancer={lancer} dossiers={dossiers} />
            </>
          )}
          {actions.length > 0 && (
            <Menu position="top-start">
              <Menu.Target>
                <Button variant="default" size="sm" disabled={faits !== null}>
                  Agir
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {actions.map((action) => (
                  <Menu.Item key={action.code} onClick={() => void agir(action)}>
                    {action.libelle}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <ExporterLaListe
            criteres={{ vue: 'tous', ids: dossiers.map(({ id }) => id) }}
            types={types}
            libelle="Exporter ces dossiers"
            size="sm"
          />
        </section>
      )}
      {echecs.length > 0 && <EchecsEnLot issues={echecs} onFermer={() => setEchecs([])} />}
    </>
  )
}
