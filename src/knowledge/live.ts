import { watch } from 'chokidar';

/** Several files are often saved together; they are loaded once, when it has been quiet for so many milliseconds. */
const QUIET = 300;

export interface LiveOptions {
  /** Loads and exchanges the knowledge; rejects if it can't be used. */
  reload: () => Promise<void>;
  /** The knowledge can't be used as it is; what was loaded before goes on. */
  onProblem: (error: unknown) => void;
}

/** Loads the knowledge again whenever its folder changes. Returns a function that ends it. */
export function watchKnowledge(dir: string, { reload, onProblem }: LiveOptions): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dir, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => reload().catch(onProblem), QUIET);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
