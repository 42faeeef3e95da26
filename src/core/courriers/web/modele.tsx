import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { callOperation, urlOf } from '#platform/web/client.ts'
import { confirm } from '#platform/web/confirm.tsx'
import { dayOf, formatCount, formatDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import classes from './courriers.module.css'
import { DeposerModele } from './deposer-modele.tsx'
import { NATURE_DE_BALISE } from './labels.ts'

type ModeleVu = OutputOf<typeof contract.listerModeles>['modeles'][number]

function Balises({ modele }: { modele: ModeleVu }) {
  return (
    <details className={classes['balises']}>
      <summary>{formatCount(modele.balises.length, 'champ')} à placer dans le modèle</summary>
      <p className="pv-muted pv-small">
        Écrivez le champ entre accolades dans Word, là où sa valeur doit paraître, par exemple{' '}
        <code>{'{numero}'}</code>.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <div className={classes['defile']} tabIndex={0}>
        <table>
          <caption className="pv-sr">Champs du modèle {modele.libelle}</caption>
          <thead>
            <tr>
              <th scope="col">Champ</th>
              <th scope="col">Ce qu’il donne</th>
              <th scope="col">Exemple</th>
            </tr>
          </thead>
          <tbody>
            {modele.balises.map(({ nom, libelle, nature, exemple }) => (
              <tr key={nom}>
                <td>
                  <code>{nature === 'texte' ? `{${nom}}` : `{#${nom}} … {/${nom}}`}</code>
                </td>
                <td>
                  {libelle}
                  {nature !== 'texte' && <span className="pv-muted"> ({NATURE_DE_BALISE[nature]})</span>}
                </td>
                <td className="pv-muted">{exemple}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** One letter: the template in use, the hospital's own or the one shipped, and what may be done with it. */
export function Modele({ modele, onFait }: { modele: ModeleVu; onFait: () => Promise<void> }) {
  const { can, timeZone } = useWebSession()
  const [echec, setEchec] = useState<string | null>(null)
  const { code, libelle, description, enUsage } = modele
  const retirer = async (): Promise<void> => {
    const oui = await confirm({
      title: 'Revenir au modèle fourni ?',
      text: `Les prochains courriers « ${libelle} » partiront sur le modèle fourni avec Porte-voix. Ceux déjà produits ne changent pas.`,
      action: 'Revenir au modèle fourni',
    })
    if (!oui) return
    try {
      await callOperation(contract.retirerModele, { code })
      toast('Modèle fourni remis en service.')
      await onFait()
    } catch (error) {
      setEchec(toProblem(error).message)
    }
  }
  return (
    <Card
      title={libelle}
      aside={
        <StatusBadge tone={enUsage === null ? 'quiet' : 'ok'}>
          {enUsage === null ? 'modèle fourni' : 'modèle de l’hôpital'}
        </StatusBadge>
      }
    >
      <p className="pv-muted">{description}</p>
      {enUsage !== null && (
        <p className={classes['usage']}>
          {enUsage.nom}, version {enUsage.version}, déposé le {formatDate(dayOf(enUsage.deposeA, timeZone))}
        </p>
      )}
      <div className={classes['gestes']}>
        <Button
          component="a"
          c="var(--pv-ink)"
          href={urlOf(contract.essayerModele, { code })}
          size="compact-md"
          variant="default"
        >
          Essayer sur un exemple
        </Button>
        <Button
          component="a"
          c="var(--pv-ink)"
          href={urlOf(contract.telechargerModele, { code })}
          size="compact-md"
          variant="default"
        >
          Télécharger pour Word
        </Button>
        {can('courriers.regler') && <DeposerModele code={code} libelle={libelle} onFait={onFait} />}
        {can('courriers.regler') && enUsage !== null && (
          <Button size="compact-md" variant="transparent" px={0} fw={500} onClick={() => void retirer()}>
            Revenir au modèle fourni
          </Button>
        )}
      </div>
      {echec !== null && <Notice tone="late">{echec}</Notice>}
      <Balises modele={modele} />
    </Card>
  )
}
