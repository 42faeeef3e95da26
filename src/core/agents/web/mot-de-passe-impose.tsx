import { useEffect } from 'react'
import { FormulaireDeMotDePasse } from './formulaire-de-mot-de-passe.tsx'
import { useEtatDeSession } from './session.ts'
import { Seuil } from './seuil.tsx'

/** First sign-in with a password given by someone else: choose one's own before anything. */
export function MotDePasseImpose() {
  const session = useEtatDeSession()
  useEffect(() => {
    document.title = 'Nouveau mot de passe · Porte-voix'
  }, [])
  return (
    <Seuil
      title="Choisissez votre mot de passe"
      lead="Celui que vous venez d’utiliser vous a été donné par l’administrateur. Choisissez-en un que vous serez seul à connaître."
    >
      <FormulaireDeMotDePasse
        onSuccess={async () => {
          await session.refetch()
        }}
      />
    </Seuil>
  )
}
