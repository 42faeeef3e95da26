import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { callOperation } from '#platform/web/client.ts'
import { confirm } from '#platform/web/confirm.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import type { SignataireVu } from '../contract-signataires.ts'
import { AjouterSignataire } from './ajouter-signataire.tsx'
import classes from './courriers.module.css'

type Lus = OutputOf<typeof contract.listerSignataires>

function periode({ depuis, jusquAu, closLe }: SignataireVu): string {
  if (closLe !== null) return `du ${formatDate(depuis)}, close au ${formatDate(closLe)}`
  return jusquAu === null
    ? `depuis le ${formatDate(depuis)}`
    : `du ${formatDate(depuis)} au ${formatDate(jusquAu)}`
}

interface LigneProps {
  readonly signataire: SignataireVu
  readonly lettres: Lus['lettres']
  readonly onRemplacer: () => void
}

function Ligne({ signataire, lettres, onRemplacer }: LigneProps) {
  const { can } = useWebSession()
  const invalidateAll = useInvalidateAll()
  const [echec, setEchec] = useState<string | null>(null)
  const { id, nom, qualite, delegation, agent, codes, closLe, estEnVigueur } = signataire
  const courriers =
    codes === null
      ? 'tous les courriers'
      : codes.map((code) => lettres.find((l) => l.code === code)?.libelle ?? code).join(', ')
  const clore = async (): Promise<void> => {
    const oui = await confirm({
      title: `Clore la délégation de ${nom} ?`,
      text: 'Dès aujourd’hui, elle ne permet plus de signer. Les courriers déjà signés le restent.',
      action: 'Clore la délégation',
      danger: true,
    })
    if (!oui) return
    try {
      await callOperation(contract.cloreSignataire, { id })
      toast('Délégation close.')
      await invalidateAll()
    } catch (error) {
      setEchec(toProblem(error).message)
    }
  }
  return (
    <li>
      <span className={classes['tete']}>
        <strong>{nom}</strong>
        <StatusBadge tone={estEnVigueur ? 'ok' : 'quiet'}>
          {estEnVigueur ? 'en vigueur' : closLe === null ? 'hors période' : 'close'}
        </StatusBadge>
      </span>
      <span>{qualite}</span>
      <span className={classes['meta']}>
        {delegation}, {periode(signataire)}. Pour {courriers}.{' '}
        {agent === null ? 'Signe sur papier seulement.' : `Signe avec le compte de ${agent}.`}
      </span>
      {echec !== null && <Notice tone="late">{echec}</Notice>}
      {can('courriers.habiliter') && closLe === null && (
        <span className={classes['gestes']}>
          <Button size="compact-sm" variant="default" onClick={onRemplacer}>
            Remplacer
          </Button>
          <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={() => void clore()}>
            Clore
          </Button>
        </span>
      )}
    </li>
  )
}

/** Who may sign letters, and under which decision. A delegation is closed or replaced, never rewritten. */
export function Signataires() {
  const query = useOperation(contract.listerSignataires, {})
  const { can } = useWebSession()
  const [ouverte, setOuverte] = useState<{ readonly remplace: SignataireVu | null } | null>(null)
  return (
    <Page narrow>
      <PageHeader
        title="Signataires"
        lead="Qui signe les courriers, en quelle qualité, par quelle délégation. Une délégation ne se modifie pas : elle se clôt, ou une autre la remplace."
        actions={
          can('courriers.habiliter') ? (
            <Button onClick={() => setOuverte({ remplace: null })}>Ajouter un signataire</Button>
          ) : undefined
        }
      />
      {!can('courriers.habiliter') && (
        <Notice>Seuls le responsable et la direction tiennent cette liste.</Notice>
      )}
      <QueryView query={query}>
        {({ signataires, lettres }) => (
          <>
            <Card>
              {signataires.length === 0 ? (
                <EmptyState title="Aucun signataire">
                  Ajoutez le directeur, puis ceux à qui il a délégué sa signature. Leur nom et leur qualité
                  viennent sous les courriers préparés.
                </EmptyState>
              ) : (
                <ul className={classes['courriers']}>
                  {signataires.map((signataire) => (
                    <Ligne
                      key={signataire.id}
                      signataire={signataire}
                      lettres={lettres}
                      onRemplacer={() => setOuverte({ remplace: signataire })}
                    />
                  ))}
                </ul>
              )}
            </Card>
            {ouverte !== null && (
              <AjouterSignataire
                lettres={lettres}
                remplace={ouverte.remplace}
                onFermer={() => setOuverte(null)}
              />
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}
