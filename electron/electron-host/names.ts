/** The scheme under which the window's files are served, never file://. */
export const APP_SCHEME = "app";

/** The one origin whose page is this product's own. */
export const APP_ORIGIN = `${APP_SCHEME}://action-plan`;

/** The address of the one page. */
export const APP_PAGE = `${APP_ORIGIN}/`;

/** The one channel that carries requests and their answers. */
export const REQUEST_CHANNEL = "action-plan:request";

/** The one channel that carries events to the window. */
export const EVENT_CHANNEL = "action-plan:event";

/** The window's session, in memory alone: nothing that a page showed is written to the disk. */
export const SESSION_PARTITION = "action-plan";
