import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'
import { IssueDeSaisie, useDossier, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { ActionButton } from '#platform/web/action-button.tsx'
import { urlOf } from '#platform/web/client.ts'
import { contract } from '../contract.ts'
import { REFUS } from '../domain/labels.ts'
import classes from './reclamation.module.css'

export interface CopieARemettreProps {
  /** why the hand-over cannot be noted, or null */
  readonly refus: { readonly code: string } | null
  /** prints as soon as the document is there */
  readonly imprimer: boolean
  readonly onFermer: () => void
}

const phraseDe = (refus: { readonly code: string } | null): string | null => {
  const phrases: Readonly<Record<string, string>> = REFUS
  return refus === null ? null : (phrases[refus.code] ?? null)
}

/** The copy of a complaint written down for someone: printed at once, its hand-over noted (CSP, art. R. 1112-91). */
export function CopieARemettre({ refus, imprimer, onFermer }: CopieARemettreProps) {
  const { tronc } = useDossier()
  const petit = useMediaQuery('(max-width: 48em)')
  const cadre = useRef<HTMLIFrameElement>(null)
  const saisie = useSaisieDeDossier(contract.remettreCopie, {
    annonce: 'Remise de la copie notée.',
    onFait: onFermer,
  })
  const adresse = urlOf(contract.imprimerCopie, { id: tronc.id })
  const lancer = (): void => {
    // A viewer that will not print leaves the document on screen, with the link to open it.
    try {
      cadre.current?.contentWindow?.print()
    } catch {
      window.open(adresse, '_blank', 'noopener')
    }
  }
  return (
    <Modal
      opened
      onClose={onFermer}
      title="Copie à remettre à la personne"
      size="min(900px, 94vw)"
      fullScreen={petit}
    >
      <div className="pv-form">
        <p className="pv-muted">
          La réclamation orale a été consignée par écrit&nbsp;: une copie lui est remise sans délai (CSP,
          art.&nbsp;R.&nbsp;1112-91). Au téléphone, envoyez-la le jour même.
        </p>
        <iframe
          ref={cadre}
          className={classes['copie']}
          src={`${adresse}#navpanes=0&view=FitH`}
          title={`Copie de la réclamation ${tronc.numero}`}
          onLoad={() => {
            if (imprimer) lancer()
          }}
        />
        <IssueDeSaisie saisie={saisie} />
        <div className="pv-form-actions">
          <Button component="a" href={adresse} target="_blank" rel="noreferrer" variant="subtle">
            Ouvrir dans un onglet
          </Button>
          <Button variant="default" onClick={lancer}>
            Imprimer
          </Button>
          <ActionButton
            disabledReason={phraseDe(refus)}
            loading={saisie.form.pending}
            onClick={() => void saisie.envoyer((cible) => cible)}
          >
            La copie est remise
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
