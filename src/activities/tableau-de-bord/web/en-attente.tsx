import type { LigneDeDossier } from '#core/dossiers/contract.ts'
import { useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatPastDay } from '#platform/web/formats.ts'
import classes from './accueil.module.css'

/** Dossiers that wait for someone else. */
export function EnAttente({ lignes, jour }: { lignes: readonly LigneDeDossier[]; jour: string }) {
  const cheminDuDossier = useCheminDuDossier()
  return (
    <Card title="En attente">
      <ul className="pv-lines">
        {lignes.map((dossier) => (
          <li key={dossier.id}>
            <AppLink href={cheminDuDossier(dossier.type, dossier.id)} className={classes['lien']}>
              {dossier.objet}
            </AppLink>
            <p className="pv-small pv-muted">
              {dossier.numero}, {dossier.libelleEtat.toLocaleLowerCase('fr')}, reçu{' '}
              {formatPastDay(dossier.recuLe, jour)}
              {dossier.services.length > 0 && `, ${dossier.services.join(', ')}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
