import { FicheDePersonne } from '#core/personnes/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { usePathParam } from '#platform/web/navigation.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { contract } from '../contract.ts'
import { DossiersEnLignes } from './dossiers-en-lignes.tsx'
import { cheminDesDossiers } from './paths.ts'

const MONTRES = 20

/** The page of one person, with every dossier of theirs one may see. */
export function PageDePersonne() {
  const id = usePathParam('id')
  return (
    <FicheDePersonne id={id}>
      <DossiersDeLaPersonne personneId={id} />
    </FicheDePersonne>
  )
}

function DossiersDeLaPersonne({ personneId }: { personneId: string }) {
  const dossiers = useOperation(contract.lister, { personneId, vue: 'tous', limite: MONTRES })
  return (
    <Card
      title="Dossiers"
      aside={<AppLink href={cheminDesDossiers({ personneId, vue: 'tous' })}>Ouvrir en liste</AppLink>}
    >
      <QueryView query={dossiers}>
        {(lus) => (
          <DossiersEnLignes
            dossiers={lus.dossiers}
            aLaSuite={lus.suite !== null}
            vide="Aucun dossier que vous puissiez voir. La fiche reste au registre."
          />
        )}
      </QueryView>
    </Card>
  )
}
