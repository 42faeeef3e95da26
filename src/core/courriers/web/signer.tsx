import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { type CourrierVu, contract } from '../contract.ts'
import { DocumentDuCourrier } from './document-du-courrier.tsx'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** The signatory signs: the password again, and the letter no longer changes. */
export function Signer({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const [motDePasse, setMotDePasse] = useState('')
  const saisie = useSaisieDeCourrier(courrier, contract.signer, {
    annonce: 'Lettre signée.',
    onFait: onFermer,
  })
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={`Signer : ${courrier.libelle}`}
      bouton="Signer cette lettre"
      saisie={saisie}
      labels={{ motDePasse: 'Votre mot de passe' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, motDePasse }))}
    >
      <DocumentDuCourrier courrier={courrier} />
      <p className="pv-muted">
        Votre nom, votre qualité et votre délégation sont gardés avec l’empreinte de ce fichier. Une fois
        signée, la lettre ne change plus.
      </p>
      <PasswordInput
        {...saisie.form.field('motDePasse')}
        label="Votre mot de passe"
        autoComplete="current-password"
        value={motDePasse}
        onChange={(e) => setMotDePasse(e.currentTarget.value)}
      />
    </FenetreDeCourrierASaisir>
  )
}
