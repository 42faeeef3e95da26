import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatDate } from '#platform/web/formats.ts'
import { MoreMenu } from '#platform/web/more-menu.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { AnalyseVue, FaitRelateVu } from '../contract-analyse.ts'
import classes from './analyse.module.css'
import { SaisirFaitRelate } from './saisir-fait-relate.tsx'

function useGestes({ entete: { id }, faits }: AnalyseVue) {
  const invalider = useInvalidateAll()
  const ordre = useOperationForm(contract.ordonnerFaitsRelates, async () => invalider())
  const retrait = useOperationForm(contract.retirerFaitRelate, async () => {
    toast('Fait retiré.')
    await invalider()
  })
  const dire = async (fait: unknown): Promise<void> => {
    if (fait !== null) return
    await invalider()
    toast('La liste avait changé : elle est à jour, recommencez.')
  }
  return {
    deplacer: (fait: FaitRelateVu, sens: 1 | -1): void => {
      const ids = faits.map((f) => f.id)
      const ici = ids.indexOf(fait.id)
      const voulus = ids.toSpliced(ici, 1).toSpliced(ici + sens, 0, fait.id)
      void ordre.submit({ id, faits: voulus }).then(dire)
    },
    retirer: ({ id: faitId, version }: FaitRelateVu): void => {
      void retrait.submit({ id, faitId, version }).then(dire)
    },
  }
}

interface LigneProps {
  readonly fait: FaitRelateVu
  readonly rang: number
  readonly combien: number
  readonly gestes: ReturnType<typeof useGestes> | null
  readonly onModifier: () => void
}

function Ligne({ fait, rang, combien, gestes, onModifier }: LigneProps) {
  const quand = fait.survenuLe === null ? 'Sans date' : formatDate(fait.survenuLe)
  return (
    <div className={classes['evenement']}>
      <p className={classes['quand']}>
        {quand}
        {fait.heure !== '' && <span>{fait.heure}</span>}
      </p>
      <div className={classes['temoignage']}>
        <h4>Ce que la personne a vécu</h4>
        <p className={classes['recit']}>{fait.vecu}</p>
      </div>
      <div className={classes['temoignage']}>
        <h4>Ce que dit le service</h4>
        {fait.service !== null && <p className={classes['service']}>{fait.service.nom}</p>}
        {fait.versionDuService === '' ? (
          <p className="pv-muted pv-small">{fait.service === null ? '—' : 'pas encore recueilli'}</p>
        ) : (
          <p className={classes['recit']}>{fait.versionDuService}</p>
        )}
      </div>
      {gestes !== null && (
        <div className={`${classes['gestes']} pv-no-print`}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={onModifier}
            aria-label={`Modifier le fait ${rang + 1}`}
          >
            Modifier
          </Button>
          <MoreMenu label={`Autres gestes sur le fait ${rang + 1}`}>
            {rang > 0 && <Menu.Item onClick={() => gestes.deplacer(fait, -1)}>Monter</Menu.Item>}
            {rang < combien - 1 && <Menu.Item onClick={() => gestes.deplacer(fait, 1)}>Descendre</Menu.Item>}
            <Menu.Item onClick={() => gestes.retirer(fait)}>Retirer</Menu.Item>
          </MoreMenu>
        </div>
      )}
    </div>
  )
}

/** What happened, in order: as the person lived it, and beside it as the service tells it. */
export function FaitsRelates({ vue }: { vue: AnalyseVue }) {
  const { entete, faits, actions } = vue
  const [ouvert, setOuvert] = useState<string | null>(null)
  const gestes = useGestes(vue)
  const peut = actions.analyser === null
  const formulaire = (fait: FaitRelateVu | null) => (
    <SaisirFaitRelate entete={entete} fait={fait} onFermer={() => setOuvert(null)} />
  )
  return (
    <Card
      title="Les faits, jour après jour"
      aside={
        peut && ouvert !== NOUVEAU ? (
          <Button variant="transparent" px={0} fw={500} size="compact-sm" onClick={() => setOuvert(NOUVEAU)}>
            Ajouter un fait
          </Button>
        ) : undefined
      }
    >
      {ouvert === NOUVEAU && formulaire(null)}
      {faits.length === 0 && ouvert !== NOUVEAU && (
        <p className="pv-muted">
          Reprenez la lettre fait par fait, avec sa date. Ce qu’en dit le service s’écrit en regard&nbsp;: ce
          qui concorde et ce qui diffère se voit d’un coup d’œil.
        </p>
      )}
      {faits.length > 0 && (
        <>
          <div className={`${classes['evenement']} ${classes['entetes']}`} aria-hidden="true">
            <span>Quand</span>
            <span>Ce que la personne a vécu</span>
            <span>Ce que dit le service</span>
          </div>
          <ol className={classes['chaine']}>
            {faits.map((fait, rang) => (
              <li key={fait.id}>
                {ouvert === fait.id ? (
                  formulaire(fait)
                ) : (
                  <Ligne
                    fait={fait}
                    rang={rang}
                    combien={faits.length}
                    gestes={peut ? gestes : null}
                    onModifier={() => setOuvert(fait.id)}
                  />
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}

const NOUVEAU = 'nouveau'
