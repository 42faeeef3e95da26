import { Skeleton } from '@mantine/core'

/** Lines to come, while a list loads. Said once to screen readers. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Chargement en cours">
      {Array.from({ length: rows }, (_, rank) => rank).map((rank) => (
        <div className="pv-skeleton-row" key={rank}>
          <Skeleton height={16} width={`${38 + ((rank * 17) % 30)}%`} />
          <Skeleton height={12} mt={8} width={`${58 + ((rank * 23) % 30)}%`} />
        </div>
      ))}
    </div>
  )
}

/** A screen to come. */
export function PageSkeleton() {
  return (
    <div className="pv-page" role="status" aria-label="Chargement de la page">
      <Skeleton height={14} width={220} mb={12} />
      <Skeleton height={28} width="46%" mb={28} />
      <div className="pv-card">
        <Skeleton height={16} width="30%" mb={16} />
        <Skeleton height={12} mb={10} />
        <Skeleton height={12} mb={10} width="92%" />
        <Skeleton height={12} width="64%" />
      </div>
    </div>
  )
}
