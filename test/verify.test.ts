import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from '../src/transports/cli/verify.ts';
import { OOLONG, SPECIFICATION } from './knowledge/made-up.ts';

const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);
const QUICK = { maxBytes: 1_000_000, timeout: 500, retries: 2, minTimeout: 10 };
const PAGE = '---\ntitle: x\n---\n# Page\n\n## Water\n\n## Time & taste\n';

type Answer = (response: ServerResponse) => void;
const text =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

describe('verify', () => {
  let dir = '';
  let server: Server;
  let base = '';
  /** What the server says, by path; anything else is a 404. */
  let answers: Record<string, Answer | Answer[]> = {};
  let asked: { path: string; etag: string | undefined }[] = [];

  beforeEach(async () => {
    answers = {};
    asked = [];
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '');
      asked.push({ path, etag: request.headers['if-none-match'] });
      const known = answers[path];
      const answer = Array.isArray(known) ? (known.length > 1 ? known.shift() : known[0]) : known;
      (answer ?? status(404))(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** A topic with one source for each path; each is cited at #water. */
  async function topic(sources: Record<string, string>): Promise<void> {
    const yaml = Object.entries(sources).map(
      ([id, fields]) => `${id}: { title: ${id}, ${fields}, anchors: [water] }\n`,
    );
    await mkdir(join(dir, 'tea/guides'), { recursive: true });
    await writeFile(join(dir, 'tea.md'), SPECIFICATION);
    await writeFile(join(dir, 'tea/sources.yaml'), `# kept comment\n${yaml.join('')}`);
    const claims = Object.keys(sources).map((id) => `Fact.[^${id}#water]`);
    await writeFile(join(dir, 'tea/guides/oolong.md'), OOLONG.replace(/Oolong takes.*\n/, `${claims.join('\n\n')}\n`));
  }

  const file = (path: string) =>
    `url: "https://docs.example/${path}", repo: example/tea, path: ${path}, verified: { date: 2026-01-01, commit: ${OLD} }`;
  const raw = (path: string) => `/raw/example/tea/HEAD/${path}`;
  const commits = '/api/repos/example/tea/commits';

  function verify(flags = {}) {
    const places = {
      KNOWLEDGE_DIR: dir,
      CACHE_DIR: join(dir, '.cache'),
      VERIFY_RAW_URL: `${base}/raw`,
      VERIFY_API_URL: `${base}/api`,
      VERIFY_SITE_URL: `${base}/site`,
    };
    return runVerify(places, flags, process.stderr, QUICK);
  }

  it('tells verified, changed, missing, moved, lost and not checked apart', async () => {
    const names = ['good', 'gone', 'moved', 'lost', 'busy', 'broken', 'hangs', 'huge', 'angry'];
    await topic(Object.fromEntries(names.map((name) => [name, file(`${name}.md`)])));
    const page = text(PAGE);
    Object.assign(answers, {
      [commits]: text(JSON.stringify([{ sha: NEW }])),
      [raw('good.md')]: page,
      '/site/docs.example/moved.md': status(302, { location: `${base}/site/docs.example/elsewhere.md` }),
      '/site/docs.example/elsewhere.md': text('<h2 id="water">'),
      [raw('lost.md')]: text('# Page\n\n## Milk\n'),
      [raw('busy.md')]: [status(429, { 'retry-after': '0' }), page],
      [raw('broken.md')]: [status(500), page],
      [raw('hangs.md')]: () => undefined,
      [raw('huge.md')]: text('x'.repeat(20_000_000)),
      [raw('angry.md')]: status(403),
    });
    const { text: report, ok } = await verify();
    expect(ok).toBe(false);
    expect(report).toMatch(/Missing[^:]*: [^:]*\(\d\):\n(?:.*\n)*? {2}gone \(example\/tea, gone\.md\)/);
    expect(report).toMatch(/ {2}moved \(.*: to http:\/\/127\.0\.0\.1:\d+\/site\/docs\.example\/elsewhere\.md/);
    expect(report).toMatch(/ {2}lost \(.*: #water/);
    expect(report).toMatch(/Changed since they were read[\s\S]*good[\s\S]*busy[\s\S]*broken/);
    expect(report).toMatch(
      /Not checked[\s\S]*hangs[\s\S]*huge \(.*: larger than 1000000 bytes[\s\S]*angry \(.*: HTTP 403/,
    );
  });

  it('asks only for what has changed since the last time', async () => {
    await topic({ good: file('good.md') });
    answers[commits] = text(JSON.stringify([{ sha: NEW }]));
    answers[raw('good.md')] = [text(PAGE, { etag: '"one"' }), status(304)];
    await verify();
    asked = [];
    const { text: report } = await verify();
    expect(asked.find(({ path }) => path === raw('good.md'))?.etag).toBe('"one"');
    expect(asked.some(({ path }) => path === commits)).toBe(false);
    expect(report).toMatch(/Changed since they were read[\s\S]*good/);
  });

  it('verifies a page whose newest commit is not told', async () => {
    await topic({ good: file('good.md') });
    answers[raw('good.md')] = text(PAGE);
    answers[commits] = status(403);
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('takes an anchor inside a heading for no part of its text', async () => {
    await topic({ good: file('good.md') });
    answers[raw('good.md')] = text('## <a name="w"></a>Water\n');
    answers[commits] = status(403);
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('reads the ids of a rendered page', async () => {
    await topic({ site: 'url: "https://docs.example/site"' });
    answers['/site/docs.example/site'] = text('<h2 id="user-content-water">Water</h2>');
    expect((await verify()).text).toMatch(/^1 of 4 pages verified/);
  });

  it('writes date and commit of what is verified, and touches nothing else', async () => {
    await topic({ good: file('good.md'), gone: file('gone.md') });
    answers[raw('good.md')] = text(PAGE);
    answers[raw('docs/brewing.md')] = text('# Brewing');
    answers[commits] = text(JSON.stringify([{ sha: NEW }]));
    const before = await readFile(join(dir, 'tea/sources.yaml'), 'utf8');
    await verify({ write: true });
    const after = await readFile(join(dir, 'tea/sources.yaml'), 'utf8');
    const today = new Date().toISOString().slice(0, 10);
    const [good = ''] = before.match(/^good:.*$/m) ?? [];
    expect(after).toBe(before.replace(good, good.replace('2026-01-01', today).replace(OLD, NEW)));
    const row = '| example/tea | docs/brewing.md | How to brew | - |';
    const specification = await readFile(join(dir, 'tea.md'), 'utf8');
    expect(specification).toBe(SPECIFICATION.replace(row, row.replace('| - |', `| ${today} ${NEW.slice(0, 12)} |`)));
  });

  it('looks into a local clone, without the network', async () => {
    await topic({ good: file('good.md'), gone: file('gone.md') });
    const clone = join(dir, '.clones/example/tea');
    await mkdir(clone, { recursive: true });
    await writeFile(join(clone, 'good.md'), PAGE);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@y', ...args]);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    const { text: report } = await verify({ docs: join(dir, '.clones') });
    expect(asked).toEqual([]);
    expect(report).toMatch(/^1 of 5 pages verified/);
    expect(report).toMatch(
      /Missing[\s\S]*gone[\s\S]*Changed[\s\S]*good[\s\S]*Not checked[\s\S]*it is not a file of a repository/,
    );
  });

  it('knows in a clone what reads the same as when it was read, whatever was committed since', async () => {
    const clone = join(dir, '.clones/example/tea');
    await mkdir(clone, { recursive: true });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@y', ...args])
        .toString()
        .trim();
    const commit = async (path: string, content: string) => {
      await writeFile(join(clone, path), content);
      git('add', '.');
      git('commit', '-qm', path);
    };
    git('init', '-q');
    await commit('good.md', PAGE);
    await commit('edited.md', PAGE);
    const read = git('rev-parse', 'HEAD');
    await commit('edited.md', `${PAGE}\nMore.\n`);
    await topic({ good: file('good.md').replace(OLD, read), edited: file('edited.md').replace(OLD, read) });
    const { text: report } = await verify({ docs: join(dir, '.clones') });
    expect(report).toMatch(/^2 of 5 pages verified/);
    expect(report).toMatch(/Changed since they were read: read them again \(1\):\n {2}edited/);
  });

  it('offline only tells how old the checks are', async () => {
    await topic({ good: file('good.md'), site: 'url: "https://docs.example/site"' });
    const { text: report, ok } = await verify({ offline: true });
    expect(report).toBe('Tea: 2 pages, verified between 2026-01-01 and 2026-01-01, 1 never.\n');
    expect([ok, asked]).toEqual([true, []]);
  });
});
