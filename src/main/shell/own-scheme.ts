/** The application's own scheme: `app://referee/` is the window, `app://blob/<venue>/<sha256>` a PDF. */
export const APP_ORIGIN = 'app://referee';

/** An answer without a body. */
export function plain(status: number): Response {
  return new Response(null, { status, headers: { 'access-control-allow-origin': APP_ORIGIN } });
}
