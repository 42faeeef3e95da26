import { cheminParIdentifiant } from '#core/dossiers/web/index.ts'
import type { PersonneVue } from '#core/personnes/contract.ts'
import type { Complement } from '#core/personnes/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { formatShortDate } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './contacts.module.css'

const EN_CHOIX = 2

interface DerniersDossiersProps {
  readonly personne: PersonneVue
  /** everyone shown beside: asked for together, once */
  readonly trouvees: readonly PersonneVue[]
  readonly ou: 'choix' | 'fiche'
}

/** The last dossiers of this very person, while her name is being typed: what tells a homonym apart. */
function DerniersDossiers({ personne, trouvees, ou }: DerniersDossiersProps) {
  const { today } = useWebSession()
  const connus = trouvees.filter(({ nombreDeDossiers }) => nombreDeDossiers !== 0).slice(0, 10)
  const lus = useOperation(
    contract.listerPrecedents,
    { personnes: connus.map(({ id }) => id) },
    { enabled: connus.length > 0, staleTime: 60_000 },
  )
  const dossiers = lus.data?.precedents.find(({ personneId }) => personneId === personne.id)?.dossiers ?? []
  if (dossiers.length === 0) return null
  const montres = ou === 'choix' ? dossiers.slice(0, EN_CHOIX) : dossiers
  return (
    <span className={classes['precedents']}>
      {montres.map(({ id, numero, objet, libelleEtat, recuLe }) => (
        <span key={id} className={classes['precedent']}>
          {ou === 'choix' ? numero : <AppLink href={cheminParIdentifiant(id)}>{numero}</AppLink>}
          {` ${objet} · ${formatShortDate(recuLe, today)}, ${libelleEtat.toLocaleLowerCase('fr')}`}
        </span>
      ))}
    </span>
  )
}

export const dossiersConnus: Complement = (personne, trouvees, ou) => (
  <DerniersDossiers personne={personne} trouvees={trouvees} ou={ou} />
)
