/** The part of the Navigation API that this needs. Older browsers lack it. */
interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean }
}

/**
 * Stops navigation to other pages while the browser is offline, and calls back with the requested URL. A click on a link is
 * stopped before Next follows it. A request that fails on the way makes Next load the page in the browser, which is stopped too.
 * @returns a function that ends this
 */
export function onlyOnline(stopped: (url: string) => void): () => void {
  function click(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest('a')
    if (navigator.onLine || !link || link.target === '_blank' || isHere(link.href)) return
    event.preventDefault()
    stopped(link.href)
  }

  function navigate(event: Event) {
    if (navigator.onLine || !event.cancelable || !isNavigation(event) || event.destination.sameDocument)
      return
    event.preventDefault()
    const { url } = event.destination
    // Next starts it while React renders, and a state set then would wait for a render that never ends.
    queueMicrotask(() => stopped(url))
  }

  const { navigation } = window as { navigation?: EventTarget }
  // Before React's listeners.
  addEventListener('click', click, { capture: true })
  navigation?.addEventListener('navigate', navigate)
  return () => {
    removeEventListener('click', click, { capture: true })
    navigation?.removeEventListener('navigate', navigate)
  }
}

/** Whether a link leads to a place on this page. */
function isHere(href: string): boolean {
  const [path] = location.href.split('#')
  return href.includes('#') && href.split('#')[0] === path
}

function isNavigation(event: Event): event is NavigateEvent {
  return 'destination' in event
}
