import { Button, Menu } from '@mantine/core'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { StructureVue } from '../contract.ts'
import classes from './structures.module.css'
import { LIBELLES_DES_NATURES } from './use-structures.ts'

type Nature = StructureVue['nature']

export interface ArbreDesStructuresProps {
  readonly structures: readonly StructureVue[]
  readonly onAjouter: (parentId: string, nature: Nature) => void
  readonly onRenommer: (structure: StructureVue) => void
  readonly onFermer: (structure: StructureVue) => void
  readonly onRouvrir: (structure: StructureVue) => void
}

/** What each nature contains. */
const DESSOUS = { pole: 'service', service: 'uf', uf: null } as const satisfies Record<Nature, Nature | null>
const AJOUTER = { service: 'Ajouter un service', uf: 'Ajouter une UF', pole: 'Ajouter un pôle' } as const

const parNom = (a: StructureVue, b: StructureVue): number => a.nom.localeCompare(b.nom, 'fr')

/** The establishment as nested lists: what contains what is read as it is heard. */
export function ArbreDesStructures(props: ArbreDesStructuresProps) {
  const ids = new Set(props.structures.map(({ id }) => id))
  const racines = props.structures.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  return <Branche {...props} branche={racines} />
}

function Branche({ branche, ...props }: ArbreDesStructuresProps & { branche: readonly StructureVue[] }) {
  return (
    <ul className={classes['branche']}>
      {[...branche].sort(parNom).map((structure) => {
        const enfants = props.structures.filter(({ parentId }) => parentId === structure.id)
        return (
          <li key={structure.id} className={classes['noeud']} data-nature={structure.nature}>
            <Ligne {...props} structure={structure} />
            {enfants.length > 0 && <Branche {...props} branche={enfants} />}
          </li>
        )
      })}
    </ul>
  )
}

function Ligne({ structure, ...props }: ArbreDesStructuresProps & { structure: StructureVue }) {
  const dessous = DESSOUS[structure.nature]
  const fermee = structure.fermeLe !== null
  return (
    <div className={classes['ligne']}>
      <span className={classes['nom']}>
        <span className={fermee ? classes['fermee'] : undefined}>{structure.nom}</span>
        <span className="pv-small pv-muted">
          {LIBELLES_DES_NATURES[structure.nature]} {structure.code}
        </span>
        {fermee && <StatusBadge tone="quiet">fermée</StatusBadge>}
      </span>
      <span className={classes['actions']}>
        {dessous !== null && !fermee && (
          <Button
            className={classes['ajouter'] ?? ''}
            variant="subtle"
            size="compact-sm"
            onClick={() => props.onAjouter(structure.id, dessous)}
          >
            {AJOUTER[dessous]}
            <span className="pv-sr"> dans {structure.nom}</span>
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" aria-label={`Actions sur ${structure.nom}`}>
              …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {dessous !== null && !fermee && (
              <Menu.Item onClick={() => props.onAjouter(structure.id, dessous)}>{AJOUTER[dessous]}</Menu.Item>
            )}
            <Menu.Item onClick={() => props.onRenommer(structure)}>Renommer</Menu.Item>
            {fermee ? (
              <Menu.Item onClick={() => props.onRouvrir(structure)}>Rouvrir</Menu.Item>
            ) : (
              <Menu.Item onClick={() => props.onFermer(structure)}>Fermer</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </span>
    </div>
  )
}
