import { Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type CourrierVu, contract } from '../contract.ts'
import { DocumentDuCourrier } from './document-du-courrier.tsx'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** Approves a letter, or returns it with what is to be corrected. */
export function RendreVisa({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const [decision, setDecision] = useState<'donne' | 'refuse'>('donne')
  const [commentaire, setCommentaire] = useState('')
  const demande = courrier.visas.find(({ estAnnule }) => !estAnnule)
  const saisie = useSaisieDeCourrier(courrier, contract.rendreVisa, {
    annonce: decision === 'donne' ? 'Visa donné.' : 'Lettre rendue.',
    onFait: onFermer,
  })
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={`Viser : ${courrier.libelle}`}
      bouton={decision === 'donne' ? 'Donner le visa' : 'Rendre la lettre'}
      saisie={saisie}
      labels={{ commentaire: 'Commentaire' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, decision, commentaire }))}
    >
      <DocumentDuCourrier courrier={courrier} />
      {demande !== undefined && demande.message !== '' && <p>« {demande.message} »</p>}
      <Radio.Group
        label="Cette lettre"
        value={decision}
        onChange={(valeur) => setDecision(valeur === 'refuse' ? 'refuse' : 'donne')}
      >
        <div className="pv-choices">
          <Radio value="donne" label="peut partir : je donne mon visa" />
          <Radio value="refuse" label="est à corriger : je la rends" />
        </div>
      </Radio.Group>
      <Textarea
        {...saisie.form.field('commentaire')}
        label={
          decision === 'donne' ? (
            <>
              Commentaire <span className="pv-optional">facultatif</span>
            </>
          ) : (
            'Ce qui est à corriger'
          )
        }
        autosize
        minRows={3}
        maxLength={2000}
        value={commentaire}
        onChange={(e) => setCommentaire(e.currentTarget.value)}
      />
    </FenetreDeCourrierASaisir>
  )
}
