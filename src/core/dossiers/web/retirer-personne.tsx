import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { nomComplet, ROLE_DANS_LE_DOSSIER } from '#core/personnes/web/index.ts'
import { Notice } from '#platform/web/notice.tsx'
import { contract, type TroncVu } from '../contract.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

interface RetirerPersonneProps {
  readonly personne: TroncVu['personnes'][number]
  readonly onFermer: () => void
}

/** Removes someone from a dossier, in the role shown; when it is refused, says why and what to do instead. */
export function RetirerPersonne({ personne, onFermer }: RetirerPersonneProps) {
  const nom = nomComplet(personne)
  return personne.refusDeRetirer === null ? (
    <Retrait personne={personne} onFermer={onFermer} />
  ) : (
    <Modal opened onClose={onFermer} title={`${nom} ne peut pas être retiré(e)`}>
      <div className="pv-form">
        <Notice tone="soon">{personne.refusDeRetirer}</Notice>
        <div className="pv-form-actions">
          <Button onClick={onFermer} data-autofocus>
            J’ai compris
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Retrait({ personne, onFermer }: RetirerPersonneProps) {
  const [motif, setMotif] = useState('')
  const saisie = useSaisieDeDossier(contract.retirerPersonne, {
    annonce: 'Personne retirée du dossier.',
    onFait: onFermer,
  })
  const { id: personneId, role } = personne
  return (
    <FenetreDeSaisie
      titre={`Retirer ${nomComplet(personne)} du dossier`}
      bouton="Retirer du dossier"
      saisie={saisie}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, personneId, role, motif }))}
    >
      <p className="pv-muted">
        Cette personne ne sera plus « {ROLE_DANS_LE_DOSSIER[role].toLowerCase()} » dans ce dossier. Sa fiche
        et ses autres dossiers restent. Pour une faute dans son nom ou son adresse, corrigez plutôt ses
        coordonnées.
      </p>
      <Textarea
        {...saisie.form.field('motif')}
        label="Motif"
        placeholder="Enregistrée par erreur, homonyme…"
        value={motif}
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
