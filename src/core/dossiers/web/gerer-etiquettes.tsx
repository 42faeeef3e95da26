import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { callOperation } from '#platform/web/client.ts'
import { confirm } from '#platform/web/confirm.tsx'
import { toProblem } from '#platform/web/problem-error.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import classes from './lister.module.css'
import { useEtiquettes } from './use-etiquettes.ts'

type Etiquette = ReturnType<typeof useEtiquettes>['etiquettes'][number]

function RenommerEtiquette({ etiquette, onFermer }: { etiquette: Etiquette; onFermer: () => void }) {
  const rafraichir = useInvalidateAll()
  const [libelle, setLibelle] = useState(etiquette.libelle)
  const form = useOperationForm(contract.renommerEtiquette, async () => {
    await rafraichir()
    onFermer()
  })
  return (
    <form
      className="pv-row"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit({ id: etiquette.id, version: etiquette.version, libelle })
      }}
    >
      <TextInput
        {...form.field('libelle')}
        aria-label={`Nouveau nom de « ${etiquette.libelle} »`}
        value={libelle}
        maxLength={40}
        autoFocus
        onChange={(event) => setLibelle(event.currentTarget.value)}
      />
      <Button type="submit" loading={form.pending}>
        Renommer
      </Button>
      <Button variant="default" onClick={onFermer}>
        Annuler
      </Button>
    </form>
  )
}

/** The department's vocabulary, kept by who answers for it: each change takes effect at once, on every dossier. */
export function GererEtiquettes({ onFermer }: { onFermer: () => void }) {
  const rafraichir = useInvalidateAll()
  const { etiquettes } = useEtiquettes()
  const [renommee, setRenommee] = useState<string | null>(null)
  const retirer = async ({ id, version, libelle }: Etiquette): Promise<void> => {
    const oui = await confirm({
      title: `Retirer « ${libelle} » ?`,
      text: 'Elle ne sera plus proposée. Les dossiers qui la portent la gardent.',
      action: 'Retirer l’étiquette',
      danger: true,
    })
    if (!oui) return
    try {
      await callOperation(contract.retirerEtiquette, { id, version })
    } catch (error) {
      toast(toProblem(error).message)
    }
    await rafraichir()
  }
  return (
    <Modal opened onClose={onFermer} title="Étiquettes du département" size="lg">
      <ul className={classes['listes']}>
        {etiquettes.map((etiquette) => (
          <li key={etiquette.id}>
            {renommee === etiquette.id ? (
              <RenommerEtiquette etiquette={etiquette} onFermer={() => setRenommee(null)} />
            ) : (
              <>
                <span className={classes['nomDeListe']}>{etiquette.libelle}</span>
                <span className={classes['gestes']}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Renommer « ${etiquette.libelle} »`}
                    onClick={() => setRenommee(etiquette.id)}
                  >
                    Renommer
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Retirer « ${etiquette.libelle} »`}
                    onClick={() => void retirer(etiquette)}
                  >
                    Retirer
                  </Button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {etiquettes.length === 0 && (
        <p className="pv-muted">
          Aucune étiquette encore. La première s’écrit sur la page d’un dossier, dans « Étiquettes ».
        </p>
      )}
    </Modal>
  )
}
