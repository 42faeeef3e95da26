import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { SentInputOf } from '#platform/contract.ts'
import { downloadFile } from '#platform/web/download.ts'
import { formatSize } from '#platform/web/formats.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract, FORMATS_D_EXPORT, type FormatDExport } from '../contract.ts'
import type { TypesDeDossier } from './lister-filtres.tsx'

type Entree = SentInputOf<typeof contract.exporter>

export interface ExporterLaListeProps {
  /** what the list shows: the file holds exactly that */
  readonly criteres: Entree
  readonly types: TypesDeDossier
  readonly libelle?: string
  readonly size?: 'sm' | 'md'
}

const FORMATS = {
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV (.csv)',
} as const satisfies Record<FormatDExport, string>

const FEUILLE_DES_DOSSIERS = { code: 'dossiers', libelle: 'Un dossier par ligne' }

/** The list as a file, one row per dossier or as its type offers; what has come is told while it comes. */
export function ExporterLaListe({
  criteres,
  types,
  libelle: bouton = 'Exporter',
  size = 'md',
}: ExporterLaListeProps) {
  const [recus, setRecus] = useState<number | null>(null)
  const feuilles = types
    .filter(({ code }) => criteres.type === undefined || criteres.type === code)
    .flatMap((type) => type.feuilles)
  const exporter = async (feuille: string, format: FormatDExport): Promise<void> => {
    setRecus(0)
    try {
      const input = { ...criteres, feuille, format }
      await downloadFile(contract.exporter, input, `${feuille}.${format}`, setRecus)
      toast('Liste exportée : le fichier est dans vos téléchargements.')
    } catch (error) {
      toast(toProblem(error).message)
    } finally {
      setRecus(null)
    }
  }
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button variant="default" size={size} disabled={recus !== null}>
          {recus === null ? bouton : `Export en cours… ${recus === 0 ? '' : formatSize(recus)}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[FEUILLE_DES_DOSSIERS, ...feuilles].map(({ code, libelle }) => (
          <div key={code}>
            <Menu.Label>{libelle}</Menu.Label>
            {FORMATS_D_EXPORT.map((format) => (
              <Menu.Item
                key={format}
                aria-label={`${libelle}, ${FORMATS[format]}`}
                onClick={() => void exporter(code, format)}
              >
                {FORMATS[format]}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
