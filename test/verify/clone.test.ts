import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from '../../src/transports/cli/verify.ts';
import { file, fileAt, PAGE, QUICK, writeTopic } from './place.ts';

/** Nobody listens there: a page that is asked for over the network can't be had. */
const NOWHERE = 'http://127.0.0.1:9';

describe('verify --docs', () => {
  let dir = '';
  let clone = '';

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
    clone = join(dir, '.clones/example/tea');
    await mkdir(clone, { recursive: true });
    git('init', '-q');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  function git(...args: string[]): string {
    const asSomebody = ['-c', 'user.name=x', '-c', 'user.email=x@y'];
    return execFileSync('git', ['-C', clone, ...asSomebody, ...args])
      .toString()
      .trim();
  }

  async function commit(path: string, content: string): Promise<void> {
    await writeFile(join(clone, path), content);
    git('add', '.');
    git('commit', '-qm', path);
  }

  async function verify(): Promise<string> {
    const places = {
      KNOWLEDGE_DIR: dir,
      CACHE_DIR: join(dir, '.cache'),
      VERIFY_RAW_URL: NOWHERE,
      VERIFY_API_URL: NOWHERE,
      VERIFY_SITE_URL: NOWHERE,
    };
    return (await runVerify(places, { docs: join(dir, '.clones') }, process.stderr, QUICK)).text;
  }

  it('looks into a local clone, without the network', async () => {
    await commit('good.md', PAGE);
    await writeTopic(dir, { good: file('good.md'), gone: file('gone.md') });
    const report = await verify();
    expect(report).toMatch(/^1 of 5 pages verified/);
    expect(report).toMatch(
      /Missing[\s\S]*gone[\s\S]*Changed[\s\S]*good[\s\S]*Not checked[\s\S]*it is not a file of a repository/,
    );
  });

  it('knows what reads the same as when it was read, whatever was committed since', async () => {
    await commit('good.md', PAGE);
    await commit('edited.md', PAGE);
    const read = git('rev-parse', 'HEAD');
    await commit('edited.md', `${PAGE}\nMore.\n`);
    await writeTopic(dir, { good: file('good.md', read), edited: file('edited.md', read) });
    const report = await verify();
    expect(report).toMatch(/^2 of 5 pages verified/);
    expect(report).toMatch(/Changed since they were read: read them again \(1\):\n {2}edited/);
  });

  it('reads what is fixed to a tag there, and does not guess at a tag that the clone lacks', async () => {
    await commit('old.md', PAGE);
    git('tag', 'v1.2');
    git('rm', '-q', 'old.md');
    git('commit', '-qm', 'without it');
    const at = (ref: string) => fileAt(ref, 'old.md');
    await writeTopic(dir, { tagged: at('v1.2'), unknown: at('v9.9'), newest: at('main') });
    const report = await verify();
    expect(report).toMatch(/^1 of 6 pages verified/);
    expect(report).toMatch(/Missing[\s\S]* {2}newest[\s\S]*unknown \(.*: the clone has no v9\.9/);
  });
});
