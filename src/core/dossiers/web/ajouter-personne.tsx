import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ROLES_DANS_LE_DOSSIER } from '#core/personnes/contract.ts'
import {
  AUCUNE_PERSONNE,
  ChampPersonne,
  enPersonneChoisie,
  PERSONNE_VIDE,
  type PersonneEnSaisie,
  ROLE_DANS_LE_DOSSIER,
  type RoleDansLeDossier,
} from '#core/personnes/web/index.ts'
import { contract } from '../contract.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

const roles = ROLES_DANS_LE_DOSSIER.map((value) => ({ value, label: ROLE_DANS_LE_DOSSIER[value] }))

/** Adds someone to a dossier, known or new, in a role. */
export function AjouterPersonne({ onFermer }: { onFermer: () => void }) {
  const [role, setRole] = useState<RoleDansLeDossier>('patient')
  const [qualite, setQualite] = useState('')
  const [personne, setPersonne] = useState<PersonneEnSaisie>(AUCUNE_PERSONNE)
  const saisie = useSaisieDeDossier(contract.ajouterPersonne, {
    annonce: 'Personne ajoutée.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre="Ajouter une personne"
      bouton="Ajouter au dossier"
      saisie={saisie}
      labels={{ role: 'Rôle', qualite: 'Qualité', personne: 'Personne' }}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({
          ...cible,
          role,
          qualite,
          // Nobody yet: the empty name is refused beside its field.
          personne: enPersonneChoisie(personne) ?? { choix: 'nouvelle', personne: PERSONNE_VIDE },
        }))
      }
    >
      <div className="pv-form-columns">
        <Select
          {...saisie.form.field('role')}
          label="Rôle dans le dossier"
          data={roles}
          value={role}
          allowDeselect={false}
          onChange={(v) => setRole(ROLES_DANS_LE_DOSSIER.find((un) => un === v) ?? role)}
        />
        <TextInput
          {...saisie.form.field('qualite')}
          label="Qualité, si elle est utile"
          placeholder="Fille de la patiente, tuteur…"
          value={qualite}
          maxLength={100}
          onChange={(e) => setQualite(e.currentTarget.value)}
        />
      </div>
      <ChampPersonne
        label="Personne"
        path="personne"
        field={(path) =>
          // While nobody is chosen, what is missing is said beside the search field.
          path === 'personne'
            ? { id: saisie.form.idOf(path), error: saisie.form.errors['personne.personne.nom'] }
            : saisie.form.field(path)
        }
        valeur={personne}
        onChange={(choisie) => {
          if (choisie.choix !== personne.choix) saisie.form.clear()
          setPersonne(choisie)
        }}
      />
    </FenetreDeSaisie>
  )
}
