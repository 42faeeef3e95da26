import { Button } from '@mantine/core'
import { useState } from 'react'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { confirm } from '#platform/web/confirm.tsx'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './dossier.module.css'
import { useDossier } from './dossier-context.ts'
import { NATURE_DE_LIEN, NATURE_DE_LIEN_INVERSE } from './labels.ts'
import { LierDossier } from './lier-dossier.tsx'
import { useCheminDuDossier } from './types-context.ts'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Other dossiers about the same facts. */
export function LiensDuDossier() {
  const { tronc } = useDossier()
  const { can } = useWebSession()
  const chemin = useCheminDuDossier()
  const [lie, setLie] = useState(false)
  const retrait = useSaisieDeDossier(contract.delier, { annonce: 'Lien retiré.' })
  const retirer = async (id: string, numero: string): Promise<void> => {
    const oui = await confirm({
      title: `Retirer le lien avec ${numero} ?`,
      text: 'Les deux dossiers restent tels quels. Le lien pourra être remis.',
      action: 'Retirer le lien',
    })
    if (oui) await retrait.envoyer((cible) => ({ ...cible, versId: id }))
  }
  return (
    <Card
      title="Dossiers liés"
      aside={
        can('dossiers.modifier') ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setLie(true)}
            aria-label="Lier à un autre dossier"
          >
            Lier
          </Button>
        ) : undefined
      }
    >
      {tronc.liens.length === 0 ? (
        <p className="pv-muted pv-small">Aucun autre dossier sur les mêmes faits.</p>
      ) : (
        <ul className={classes['liens']}>
          {tronc.liens.map(({ id, numero, objet, type, nature, estInverse }) => (
            <li key={id}>
              <span className="pv-muted pv-small">
                {(estInverse ? NATURE_DE_LIEN_INVERSE : NATURE_DE_LIEN)[nature]}
              </span>
              <AppLink href={chemin(type, id)}>
                {numero} · {objet}
              </AppLink>
              {can('dossiers.modifier') && (
                <Button
                  variant="transparent"
                  px={0}
                  fw={500}
                  size="compact-sm"
                  onClick={() => void retirer(id, numero)}
                  aria-label={`Retirer le lien avec ${numero}`}
                >
                  Retirer
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {retrait.form.problem !== null && (
        <Notice
          tone="late"
          action={
            retrait.actuel === null ? undefined : (
              <Button size="compact-sm" onClick={retrait.garder}>
                Retirer quand même
              </Button>
            )
          }
        >
          {retrait.form.problem.message}
        </Notice>
      )}
      {lie && <LierDossier onFermer={() => setLie(false)} />}
    </Card>
  )
}
