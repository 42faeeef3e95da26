import { Button } from '@mantine/core'
import { useState } from 'react'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { Notice } from '#platform/web/notice.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { ChoisirAffaire } from './choisir-affaire.tsx'
import { useDossier } from './dossier-context.ts'
import { cheminDeLAffaire } from './paths.ts'

/** The affaire this dossier is in, or the way to put it in one. A service is not told of affaires. */
export function AffaireDuDossier() {
  const { tronc, rafraichir } = useDossier()
  const { can } = useWebSession()
  const [ouvert, setOuvert] = useState(false)
  const { id, affaire } = tronc
  const joindre = useOperationForm(contract.joindreAffaire, rafraichir)
  const quitter = useOperationForm(contract.quitterAffaire, async ({ affaireId }) => {
    await rafraichir()
    toast('Dossier retiré de l’affaire.', {
      label: 'Annuler',
      run: () => void joindre.submit({ id, affaireId }),
    })
  })
  const fait = async (titre: string): Promise<void> => {
    setOuvert(false)
    await rafraichir()
    toast(`Rattaché à l’affaire « ${titre} ».`, {
      label: 'Annuler',
      run: () => void quitter.submit({ id }),
    })
  }
  if (!can('affaires.consulter')) return null
  const probleme = quitter.problem ?? joindre.problem
  return (
    <Card
      title="Affaire"
      aside={
        affaire === null && can('dossiers.modifier') ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setOuvert(true)}
            aria-label="Rattacher à une affaire"
          >
            Rattacher
          </Button>
        ) : undefined
      }
    >
      {affaire === null ? (
        <p className="pv-muted pv-small">
          Plusieurs dossiers sur les mêmes faits&nbsp;? Une affaire les réunit, avec une seule chronologie.
        </p>
      ) : (
        <p>
          <AppLink href={cheminDeLAffaire(affaire.id)}>{affaire.titre}</AppLink>
          {can('dossiers.modifier') && (
            <>
              <br />
              <Button
                variant="transparent"
                px={0}
                fw={500}
                size="compact-sm"
                loading={quitter.pending}
                onClick={() => void quitter.submit({ id })}
                aria-label={`Retirer de l’affaire ${affaire.titre}`}
              >
                Retirer de l’affaire
              </Button>
            </>
          )}
        </p>
      )}
      {probleme !== null && <Notice tone="late">{probleme.message}</Notice>}
      {ouvert && (
        <ChoisirAffaire
          titre="Rattacher à une affaire"
          depuisLe={tronc.recuLe}
          dossiers={[id]}
          proches={tronc.liens.map((lien) => ({ id: lien.id, libelle: `${lien.numero} · ${lien.objet}` }))}
          occupe={joindre.pending}
          onExistante={(affaireId, titre) =>
            void joindre
              .submit({ id, affaireId })
              .then((ok) => (ok === null ? setOuvert(false) : fait(titre)))
          }
          onCreee={(_affaireId, titre) => fait(titre)}
          onFermer={() => setOuvert(false)}
        />
      )}
    </Card>
  )
}
