import { Button, Modal } from '@mantine/core'
import { AppLink } from '#platform/web/app-link.tsx'
import type { EchecDeLot, IssueDeLot } from './executer-en-lot.ts'
import classes from './lister.module.css'
import { useCheminDuDossier } from './types-context.ts'

/** What is said of dossiers, one or more. */
const TITRES = {
  'a-reprendre': (n) => (n > 1 ? `${n} dossiers à reprendre` : 'Un dossier à reprendre'),
  refuse: (n) => (n > 1 ? `${n} dossiers laissés tels quels` : 'Un dossier laissé tel quel'),
} as const satisfies Record<EchecDeLot['etat'], (nombre: number) => string>

function Liste({ issues }: { issues: readonly IssueDeLot[] }) {
  const chemin = useCheminDuDossier()
  return (
    <ul className={classes['listes']}>
      {issues.map(({ dossier, echec }) => (
        <li key={dossier.id}>
          <span className={classes['nomDeListe']}>
            <AppLink href={chemin(dossier.type, dossier.id)}>{dossier.numero}</AppLink> · {dossier.objet}
            {echec?.raisons.map((raison) => (
              <div key={raison} className="pv-small">
                {raison}
              </div>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The dossiers an action was not wholly done to, each with its reasons: those left half-way first. */
export function EchecsEnLot({ issues, onFermer }: { issues: readonly IssueDeLot[]; onFermer: () => void }) {
  const groupes = (['a-reprendre', 'refuse'] as const)
    .map((etat) => ({ etat, siens: issues.filter(({ echec }) => echec?.etat === etat) }))
    .filter(({ siens }) => siens.length > 0)
    .map(({ etat, siens }) => ({ titre: TITRES[etat](siens.length), siens }))
  const [seul] = groupes
  const titre = groupes.length === 1 ? (seul?.titre ?? '') : 'Ce qui n’a pas pu se faire entièrement'
  return (
    <Modal opened onClose={onFermer} size="lg" title={titre}>
      {groupes.map((groupe) => (
        <section key={groupe.titre} aria-label={groupe.titre}>
          {groupes.length > 1 && <h3>{groupe.titre}</h3>}
          <Liste issues={groupe.siens} />
        </section>
      ))}
      <div className="pv-form-actions">
        <Button onClick={onFermer}>Fermer</Button>
      </div>
    </Modal>
  )
}
