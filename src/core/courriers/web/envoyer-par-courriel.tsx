import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useDossier } from '#core/dossiers/web/index.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toast } from '#platform/web/toast.tsx'
import { type CourrierVu, contract } from '../contract.ts'
import { REFUS_DES_COURRIERS } from '../domain/labels.ts'
import { DocumentDuCourrier } from './document-du-courrier.tsx'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { FichiersDuCourriel } from './fichiers-du-courriel.tsx'
import { PdfDuCourrier } from './pdf-du-courrier.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

const MESSAGE = `Madame, Monsieur,

Vous trouverez notre courrier en pièce jointe.

Nous vous prions d’agréer nos salutations respectueuses.
`

export interface EnvoyerParCourrielProps {
  readonly courrier: CourrierVu
  readonly titre: string
  readonly onFermer: () => void
  readonly onDouteux: () => void
  /** the choice of another way */
  readonly children: ReactNode
}

/** Hands the PDF to the mail server, with a message one may change. What became of it is told at once. */
export function EnvoyerParCourriel(props: EnvoyerParCourrielProps) {
  const { courrier, titre, onFermer, onDouteux, children } = props
  const { tronc } = useDossier()
  const [objet, setObjet] = useState(`${courrier.libelle} – ${tronc.numero}`)
  const [message, setMessage] = useState(MESSAGE)
  const [raison, setRaison] = useState<string | null>(null)
  const saisie = useSaisieDeCourrier(courrier, contract.envoyerParCourriel, {
    annonce: null,
    onFait: (fait) => {
      if (fait.issue === 'a-verifier') onDouteux()
      else if (fait.issue === 'non-parti') setRaison(fait.raison)
      else {
        toast('Courriel parti.')
        onFermer()
      }
    },
  })
  const refus = courrier.actions.envoyerParCourriel
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={titre}
      bouton="Envoyer le courriel"
      saisie={saisie}
      labels={{ objet: 'Objet', message: 'Message' }}
      onFermer={onFermer}
      onEnvoyer={() => {
        setRaison(null)
        void saisie.envoyer((cible) => ({ ...cible, objet, message }))
      }}
    >
      {raison !== null && (
        <Notice tone="late" title="Le courriel n’est pas parti.">
          {raison}
        </Notice>
      )}
      <DocumentDuCourrier courrier={courrier} />
      {children}
      <PdfDuCourrier courrier={courrier} />
      <FichiersDuCourriel courrierId={courrier.id} />
      {refus !== null && <Notice tone="soon">{REFUS_DES_COURRIERS[refus]}</Notice>}
      <p>
        À <strong>{courrier.destinataire.nom}</strong>, {courrier.destinataire.courriel}
      </p>
      <TextInput
        {...saisie.form.field('objet')}
        label="Objet"
        maxLength={200}
        value={objet}
        onChange={(e) => setObjet(e.currentTarget.value)}
      />
      <Textarea
        {...saisie.form.field('message')}
        label="Message"
        description="La lettre est jointe en PDF, jamais en Word."
        autosize
        minRows={5}
        maxLength={10_000}
        value={message}
        onChange={(e) => setMessage(e.currentTarget.value)}
      />
    </FenetreDeCourrierASaisir>
  )
}
