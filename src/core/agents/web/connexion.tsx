import { useEffect } from 'react'
import { Notice } from '#platform/web/notice.tsx'
import { FormulaireDeConnexion } from './formulaire-de-connexion.tsx'
import { useEtatDeSession } from './session.ts'
import { Seuil } from './seuil.tsx'

/** Sign-in. The address asked for stays: it opens once signed in. */
export function Connexion({ demonstration }: { demonstration: boolean }) {
  const session = useEtatDeSession()
  useEffect(() => {
    document.title = 'Connexion · Porte-voix'
  }, [])
  return (
    <Seuil title="Se connecter">
      <div className="pv-form">
        {demonstration && (
          <Notice tone="soon">
            Démonstration : tout est fictif. Les identifiants sont affichés dans le terminal qui a lancé
            Porte-voix.
          </Notice>
        )}
        <FormulaireDeConnexion
          onSuccess={async () => {
            await session.refetch()
          }}
        />
        <p className="pv-small pv-muted">
          Mot de passe oublié ? L’administrateur de Porte-voix de votre établissement peut vous en donner un
          nouveau.
        </p>
      </div>
    </Seuil>
  )
}
