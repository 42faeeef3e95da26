import { Button, Modal, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { ActionButton } from '#platform/web/action-button.tsx'
import { formatDayInYear } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type LienFait } from '../contract.ts'
import classes from './taches.module.css'

/** Puts a text in the clipboard, or says how to when the browser does not allow it (an address without https). */
async function copier(texte: string, quoi: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(texte)
    toast(`${quoi} copié.`)
  } catch {
    toast('Votre navigateur ne permet pas de copier d’ici : sélectionnez le texte affiché et copiez-le.')
  }
}

const jetonDe = (lien: string): string => lien.slice(lien.lastIndexOf('/') + 1)

function UnLien({ lien, courrielIndisponible }: { lien: LienFait; courrielIndisponible: string | null }) {
  const titre = useId()
  const [courriel, setCourriel] = useState(lien.courriel)
  const [suite, setSuite] = useState<string | null>(null)
  const form = useOperationForm(contract.envoyerLeLien)
  const envoyer = async (): Promise<void> => {
    const fait = await form.submit({ id: lien.tacheId, jeton: jetonDe(lien.lien), courriel: courriel.trim() })
    if (fait === null) return
    setSuite(fait.envoi === 'parti' ? `Envoyé à ${courriel.trim()}.` : fait.raison)
  }
  return (
    <section className={classes['lien']} aria-labelledby={titre}>
      <h3 id={titre}>{lien.pour}</h3>
      <TextInput
        label="Lien à transmettre"
        description={`Valable jusqu’au ${formatDayInYear(lien.dernierLe)}. Qui l’ouvre peut répondre à cette demande, et ne voit rien d’autre.`}
        value={lien.lien}
        readOnly
        onFocus={(e) => e.currentTarget.select()}
      />
      <div className={classes['actions']}>
        <Button onClick={() => void copier(`${lien.objet}\n\n${lien.texte}`, 'Message')}>
          Copier le message prêt à coller
        </Button>
        <Button variant="default" onClick={() => void copier(lien.lien, 'Lien')}>
          Copier le lien
        </Button>
      </div>
      <details>
        <summary>Lire le message</summary>
        <pre className={classes['apercu']}>{`${lien.objet}\n\n${lien.texte}`}</pre>
      </details>
      <div className="pv-form-columns">
        <TextInput
          {...form.field('courriel')}
          label="Adresse électronique"
          type="email"
          value={courriel}
          onChange={(e) => setCourriel(e.currentTarget.value)}
        />
      </div>
      <ActionButton
        variant="default"
        loading={form.pending}
        disabledReason={courrielIndisponible}
        onClick={() => void envoyer()}
      >
        Envoyer par courriel
      </ActionButton>
      {form.problem !== null && <Notice tone="late">{form.problem.message}</Notice>}
      {suite !== null && <Notice>{suite}</Notice>}
    </section>
  )
}

/** Links just made: this is the only time they are shown. */
export function LiensAMontrer({
  liens,
  courrielIndisponible,
}: {
  liens: readonly LienFait[]
  courrielIndisponible: string | null
}) {
  return (
    <>
      <p className="pv-modal-text">
        {liens.length === 1
          ? 'Ce lien ne sera plus affiché : transmettez-le maintenant. Perdu, il se remplace.'
          : 'Ces liens ne seront plus affichés : transmettez chacun maintenant. Perdus, ils se remplacent.'}
      </p>
      {liens.map((lien) => (
        <UnLien key={lien.lien} lien={lien} courrielIndisponible={courrielIndisponible} />
      ))}
    </>
  )
}

/** The same in a window of its own. */
export function FenetreDesLiens({
  liens,
  courrielIndisponible,
  onFermer,
}: {
  liens: readonly LienFait[]
  courrielIndisponible: string | null
  onFermer: () => void
}) {
  return (
    <Modal
      opened
      onClose={onFermer}
      title={liens.length === 1 ? 'Transmettre le lien' : 'Transmettre les liens'}
      size="lg"
    >
      <LiensAMontrer liens={liens} courrielIndisponible={courrielIndisponible} />
      <div className="pv-form-actions">
        <Button variant="default" onClick={onFermer}>
          C’est transmis
        </Button>
      </div>
    </Modal>
  )
}
