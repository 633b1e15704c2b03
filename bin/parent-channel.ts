/** Calls `stop` when the process that started this one is gone, even if it was killed outright: its end of the channel closes. */
export function onParentGone(stop: () => void): void {
  if (process.channel) process.on('disconnect', stop);
}
