import { Card } from '#platform/web/card.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { toast } from '#platform/web/toast.tsx'
import { FormulaireDeMotDePasse } from './formulaire-de-mot-de-passe.tsx'

/** One's own password, changed at will. */
export function MotDePasse() {
  const goTo = useGoTo()
  return (
    <Page narrow>
      <PageHeader title="Changer mon mot de passe" />
      <Card>
        <FormulaireDeMotDePasse
          onSuccess={() => {
            toast('Mot de passe changé.')
            goTo('/')
          }}
        />
      </Card>
    </Page>
  )
}
