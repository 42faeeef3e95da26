import classes from './pieces.module.css'

/** Covers the page while files are dragged over it: they may be dropped anywhere. */
export function VoileDeDepot({ visible, children }: { visible: boolean; children: string }) {
  if (!visible) return null
  return (
    <div className={classes['voile']} aria-hidden="true">
      <p>{children}</p>
    </div>
  )
}
