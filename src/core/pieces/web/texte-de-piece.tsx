import { useQuery } from '@tanstack/react-query'
import { send } from '#platform/web/client.ts'
import { keyOf } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { contract } from '../contract.ts'
import classes from './pieces.module.css'

/** The text of a piece, as text: nothing of it is interpreted. */
export function TexteDePiece({ id, nom }: { id: string; nom: string }) {
  const query = useQuery({
    queryKey: [...keyOf(contract.apercevoir, { id }), 'texte'],
    queryFn: async ({ signal }) => (await send(contract.apercevoir, { id }, { signal })).text(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <QueryView query={query}>
      {(texte) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
        <section className={classes['texte']} tabIndex={0} aria-label={`Texte de ${nom}`}>
          {texte}
        </section>
      )}
    </QueryView>
  )
}
