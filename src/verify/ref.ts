import type { Source } from '../knowledge/types.ts';

/**
 * The tag, commit or version branch that a GitHub address is fixed to, such as `v4.3.3` or `release/10.0`. Null for an
 * address on a branch with a plain name, such as `main`: that is read at the newest state, however the branch is called.
 */
export function pinnedRef({ url, repo, path }: Source): string | null {
  const [, place] = decodeURIComponent(url).split(`https://github.com/${repo}/blob/`);
  if (!place?.endsWith(`/${path}`)) return null;
  const ref = place.slice(0, -`/${path}`.length);
  return /[\d/]/.test(ref) ? ref : null;
}
