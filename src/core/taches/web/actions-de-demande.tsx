import { Button } from '@mantine/core'
import { useState } from 'react'
import { confirm } from '#platform/web/confirm.tsx'
import { formatShortDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type LienFait, type TacheVue } from '../contract.ts'
import { NIVEAU_DE_RELANCE } from '../domain/labels.ts'
import { AnnulerFenetre } from './annuler-fenetre.tsx'
import { JourFenetre } from './jour-fenetre.tsx'
import { FenetreDesLiens } from './liens-a-montrer.tsx'
import { RelancerFenetre } from './relancer-fenetre.tsx'
import classes from './taches.module.css'

type Ouverte = 'relance' | 'jour' | 'annulation' | null

const discret = { variant: 'transparent', px: 0, fw: 500, size: 'compact-sm' } as const

/** What may be done about a request that waits: the reminder whose turn has come stands out. */
export function ActionsDeDemande({
  tache,
  courrielIndisponible,
}: {
  tache: TacheVue
  courrielIndisponible: string | null
}) {
  const { can, today } = useWebSession()
  const invalider = useInvalidateAll()
  const [ouverte, setOuverte] = useState<Ouverte>(null)
  const [lien, setLien] = useState<LienFait | null>(null)
  const renouveler = useOperationForm(contract.renouvelerLeLien, () => invalider())
  if (!can('taches.demander')) return null
  // what leaves by itself is not asked of anyone
  const proposee = (tache.relanceAutomatique?.prochaine ?? null) === null ? tache.relanceProposee : null
  const fermer = (): void => setOuverte(null)

  const remplacer = async (): Promise<void> => {
    const oui = await confirm({
      title: 'Remplacer le lien ?',
      text: 'Les liens déjà adressés pour cette demande ne s’ouvriront plus : ceux qui les ont devront recevoir le nouveau. Ce que le service a commencé d’écrire est gardé.',
      action: 'Remplacer le lien',
    })
    if (!oui) return
    const fait = await renouveler.submit({ id: tache.id, version: tache.version })
    if (fait === null) toast('Le lien n’a pas été remplacé. Rechargez la page et recommencez.')
    else setLien(fait.lien)
  }

  return (
    <>
      {proposee !== null && (
        <Notice
          tone="soon"
          action={
            <Button size="compact-md" onClick={() => setOuverte('relance')}>
              {NIVEAU_DE_RELANCE[proposee.niveau].verbe}
            </Button>
          }
        >
          {NIVEAU_DE_RELANCE[proposee.niveau].a} est à faire depuis le{' '}
          {formatShortDate(proposee.depuisLe, today)}.
        </Notice>
      )}
      {tache.lienJusquA === null && (
        <p className={classes['meta']}>
          Plus aucun lien n’ouvre cette demande&nbsp;: remplacez-le, ou relancez le service.
        </p>
      )}
      <div className={`${classes['actions']} pv-no-print`}>
        {proposee === null && (
          <Button {...discret} onClick={() => setOuverte('relance')}>
            Relancer
          </Button>
        )}
        <Button {...discret} loading={renouveler.pending} onClick={() => void remplacer()}>
          Remplacer le lien
        </Button>
        <Button {...discret} onClick={() => setOuverte('jour')}>
          Changer le jour
        </Button>
        <Button {...discret} onClick={() => setOuverte('annulation')}>
          Annuler la demande
        </Button>
      </div>
      {ouverte === 'relance' && (
        <RelancerFenetre tache={tache} courrielIndisponible={courrielIndisponible} onFermer={fermer} />
      )}
      {ouverte === 'jour' && <JourFenetre tache={tache} onFermer={fermer} />}
      {ouverte === 'annulation' && <AnnulerFenetre tache={tache} onFermer={fermer} />}
      {lien !== null && (
        <FenetreDesLiens
          liens={[lien]}
          courrielIndisponible={courrielIndisponible}
          onFermer={() => setLien(null)}
        />
      )}
    </>
  )
}
